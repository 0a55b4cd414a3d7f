#include "ui/viewlist.h"

#include "app/library/categorymodel.h"
#include "ui/categorydelegate.h"
#include "ui/rowspeech.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QStyle>

constexpr ArticleView views[] = {ArticleView::Unread, ArticleView::Starred, ArticleView::Newest,
                                 ArticleView::RecentlyRead};

QString viewName(ArticleView view)
{
    switch (view) {
    case ArticleView::Unread:
        return ViewList::tr("Unread");
    case ArticleView::Starred:
        return ViewList::tr("Starred");
    case ArticleView::Newest:
        return ViewList::tr("Newest Day");
    case ArticleView::RecentlyRead:
        return ViewList::tr("Recently Read");
    case ArticleView::Category:
        break;
    }
    return {};
}

ViewList::ViewList(QWidget *parent)
    : QListView(parent)
    , m_items(new QStandardItemModel(this))
{
    for (const ArticleView view : views) {
        auto *item = new QStandardItem(viewName(view));
        item->setEditable(false);
        item->setData(QVariant::fromValue(view), CategoryModel::IdRole);
        m_items->appendRow(item);
    }
    setModel(m_items);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setItemDelegate(new CategoryDelegate(this, style()->pixelMetric(QStyle::PM_TreeViewIndentation)));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT viewChosen(view());
    });
}

QStandardItem *ViewList::item(ArticleView view) const
{
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (m_items->item(row)->data(CategoryModel::IdRole).value<ArticleView>() == view)
            return m_items->item(row);
    }
    return nullptr;
}

void ViewList::setCounts(const ViewCounts &counts, int unread, const QDate &today)
{
    item(ArticleView::Unread)->setData(unread, CategoryModel::UnreadRole);
    item(ArticleView::Starred)->setData(counts.starred, CategoryModel::ArticlesRole);
    item(ArticleView::Newest)->setData(counts.newest, CategoryModel::ArticlesRole);
    item(ArticleView::RecentlyRead)->setData(counts.recentlyRead, CategoryModel::ArticlesRole);
    item(ArticleView::Newest)
        ->setText(counts.newestDay == today ? tr("Today") : viewName(ArticleView::Newest));
    item(ArticleView::Newest)
        ->setToolTip(counts.newestDay.isValid() ? QLocale().toString(counts.newestDay, QLocale::LongFormat)
                                                : QString());
    speakRows();
}

void ViewList::speakRows()
{
    for (const ArticleView view : views) {
        const int count =
            item(view)
                ->data(view == ArticleView::Unread ? CategoryModel::UnreadRole : CategoryModel::ArticlesRole)
                .toInt();
        item(view)->setData(spokenView(item(view)->text(), count), Qt::AccessibleTextRole);
    }
}

ArticleView ViewList::view() const
{
    return currentIndex().isValid() ? currentIndex().data(CategoryModel::IdRole).value<ArticleView>()
                                    : ArticleView::Category;
}

void ViewList::setView(ArticleView view)
{
    const QStandardItem *wanted = item(view);
    if (wanted)
        setCurrentIndex(wanted->index());
    else
        selectionModel()->clear();
}

QSize ViewList::sizeHint() const
{
    return {QListView::sizeHint().width(),
            m_items->rowCount() * sizeHintForRow(0) + fontMetrics().height() / 2};
}

QSize ViewList::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

// Where nothing is current, Qt would make the first row so, and show another list for being looked at.
void ViewList::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid())
        QListView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    const bool isLast = currentIndex().row() == m_items->rowCount() - 1;
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier && isLast)
        Q_EMIT leftBelow();
    else
        QListView::keyPressEvent(event);
}

void ViewList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}
