#include "ui/historydialog.h"

#include "ui/dialogsize.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

enum Column { TitleColumn, AuthorColumn, CategoryColumn, TimeColumn, columns };
constexpr int identityRole = Qt::UserRole; // quint64; none for a day
constexpr int searchRole = Qt::UserRole + 1;
constexpr double lineHeight = 1.7; // of the font's

QStandardItem *textItem(const QString &text)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setToolTip(text);
    return item;
}

QStandardItem *tallItem(const QString &text)
{
    auto *item = textItem(text);
    item->setSizeHint({0, qRound(lineHeight * QFontMetrics(QApplication::font()).height())});
    return item;
}

QStandardItem *dayItem(QDate day)
{
    auto *item = tallItem(QLocale().toString(day, QLocale::LongFormat));
    QFont font;
    font.setWeight(QFont::DemiBold);
    item->setFont(font);
    item->setFlags(Qt::NoItemFlags); // the keys go from article to article
    return item;
}

QList<QStandardItem *> articleItems(const ReadArticle &read)
{
    const ArticleHead &head = read.article.head;
    const QString category = head.categories.join(u" / "_s);
    const QList<QStandardItem *> items{
        tallItem(head.title.simplified()), textItem(head.author), textItem(category),
        textItem(QLocale().toString(read.readAt.toLocalTime().time(), QLocale::ShortFormat))};
    items.first()->setData(static_cast<quint64>(head.identity), identityRole);
    items.first()->setData(QStringList({head.title, head.author, category}).join(u'\n'), searchRole);
    return items;
}

}

HistoryDialog::HistoryDialog(QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_nothing(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_model(new QStandardItemModel(0, columns, this))
    , m_found(new QSortFilterProxyModel(this))
{
    setObjectName(u"historyDialog"_s);
    setWindowTitle(tr("Reading History"));
    m_search->setObjectName(u"historySearch"_s);
    m_search->setPlaceholderText(tr("Search titles, authors and categories"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryDialog::narrow);
    setUpTree();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Close, this);
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { open(m_tree->currentIndex()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_open = buttons->button(QDialogButtonBox::Open);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree);
    layout->addWidget(buttons);
    resizeDialog(*this, 110, 30);
}

void HistoryDialog::setUpTree()
{
    m_model->setHorizontalHeaderLabels({tr("Title"), tr("Author"), tr("Category"), tr("Time")});
    m_found->setSourceModel(m_model);
    m_found->setRecursiveFilteringEnabled(true);
    m_found->setFilterRole(searchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_tree->setModel(m_found);
    m_tree->setAccessibleName(tr("Articles that were read, by day"));
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    QPalette colors = m_tree->palette(); // the days are no lines to go to, but to be read
    colors.setColor(QPalette::Disabled, QPalette::Text, colors.color(QPalette::Active, QPalette::Text));
    m_tree->setPalette(colors);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(TitleColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(AuthorColumn, fontMetrics().averageCharWidth() * 16);
    m_tree->header()->resizeSection(CategoryColumn, fontMetrics().averageCharWidth() * 24);
    m_tree->header()->setSectionResizeMode(TimeColumn, QHeaderView::ResizeToContents);
    connect(m_tree, &QTreeView::activated, this, &HistoryDialog::open);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryDialog::tellCurrent);
}

void HistoryDialog::showHistory(const QList<ReadArticle> &articles)
{
    const QVariant current = m_tree->currentIndex().siblingAtColumn(TitleColumn).data(identityRole);
    m_model->removeRows(0, m_model->rowCount());
    QStandardItem *day = nullptr;
    QDate shown;
    for (const ReadArticle &read : articles) {
        const QDate readOn = read.readAt.toLocalTime().date();
        if (!day || readOn != shown) {
            day = dayItem(readOn);
            m_model->appendRow(day);
            m_tree->setFirstColumnSpanned(m_model->rowCount() - 1, {}, true);
            shown = readOn;
        }
        day->appendRow(articleItems(read));
    }
    narrow(m_search->text());
    const QModelIndexList same =
        current.isValid() ? m_found->match(m_found->index(0, 0), identityRole, current, 1, Qt::MatchRecursive)
                          : QModelIndexList();
    if (!same.isEmpty())
        m_tree->setCurrentIndex(same.first());
}

void HistoryDialog::narrow(const QString &text)
{
    m_found->setFilterFixedString(text);
    m_tree->expandToDepth(0); // not what holds nothing: it would be said to be expanded
    for (int row = 0; row < m_found->rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, true);
    m_tree->setCurrentIndex(m_found->index(0, TitleColumn, m_found->index(0, 0)));
    m_nothing->setVisible(m_found->rowCount() == 0);
    m_nothing->setText(m_model->rowCount() == 0 ? tr("Nothing was read in this archive yet.")
                                                : tr("Nothing that was read has “%1” in it.").arg(text));
    tellCurrent(m_tree->currentIndex());
    m_open->setEnabled(m_found->rowCount() > 0);
}

// From the search field the arrows walk the list, and a screen reader hears the field alone: its description.
void HistoryDialog::tellCurrent(const QModelIndex &index)
{
    QStringList parts;
    for (int column = TitleColumn; index.isValid() && column < columns; ++column)
        parts << index.siblingAtColumn(column).data().toString();
    parts.removeAll(QString());
    //: Between the parts of a row that is read aloud.
    m_search->setAccessibleDescription(index.isValid() ? parts.join(tr(", ")) : m_nothing->text());
}

void HistoryDialog::open(const QModelIndex &index)
{
    const QVariant identity = index.siblingAtColumn(TitleColumn).data(identityRole);
    if (identity.isValid())
        Q_EMIT articleWanted(Identity{identity.toULongLong()});
}

// From the search field, the arrows walk the list and Enter opens, as in every such dialog.
bool HistoryDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        open(m_tree->currentIndex());
        return true;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        QCoreApplication::sendEvent(m_tree, event);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}
