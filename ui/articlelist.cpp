#include "ui/articlelist.h"

#include "ui/articlelistaccess.h"
#include "ui/keptselection.h"
#include "ui/rowspeech.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

ArticleList::ArticleList(QWidget *parent)
    : QAbstractItemView(parent)
{
    QAccessible::installFactory(&AccessibleArticleList::make); // once, however often
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
}

void ArticleList::setArticleModel(ArticleModel *model)
{
    m_articles = model;
    model->setSpeech(&spokenArticle);
    setModel(model);
    new KeptSelection(*model, *selectionModel(), selectionModel()); // owned by the selection
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ArticleList::keepPlace);
    // Queued: by then it is settled whether the open article is in it.
    connect(model, &ArticleModel::listReplaced, this, &ArticleList::showOtherList, Qt::QueuedConnection);
}

bool ArticleList::isTyping() const
{
    return !m_typed.isEmpty() && !m_sinceTyped.hasExpired(QApplication::keyboardInputInterval());
}

// A title that is being typed goes on, also with characters that are commands otherwise.
bool ArticleList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isTyping()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (isPlain && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->accept();
            return true;
        }
    }
    return QAbstractItemView::event(event);
}

void ArticleList::keyboardSearch(const QString &text)
{
    if (!m_articles)
        return;
    const bool isNew = !isTyping();
    m_typed = isNew ? text : m_typed + text;
    m_sinceTyped.start();
    const int row = currentIndex().row();
    // The first character goes on from the article that is open; the next ones may still mean that one.
    const ArticleId from = m_articles->idAt(isNew && row + 1 < m_articles->rowCount() ? row + 1 : row);
    Q_EMIT titleWanted(m_typed, from);
}

void ArticleList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void ArticleList::measure()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_rowHeight = std::max(1, itemDelegate() ? itemDelegate()->sizeHint(option, {}).height() : 1);
    m_headerHeight = fontMetrics().height() * 8 / 5;
}

int ArticleList::sectionOf(int row) const
{
    const QList<DaySection> &sections = m_articles->sections();
    const auto after = std::upper_bound(sections.cbegin(), sections.cend(), row,
                                        [](int value, const DaySection &s) { return value < s.firstRow; });
    return static_cast<int>(after - sections.cbegin()) - 1;
}

int ArticleList::rowTop(int row) const
{
    return row * m_rowHeight + (sectionOf(row) + 1) * m_headerHeight;
}

int ArticleList::sectionTop(int section) const
{
    return m_articles->sections().at(section).firstRow * m_rowHeight + section * m_headerHeight;
}

int ArticleList::contentHeight() const
{
    if (!m_articles)
        return 0;
    return m_articles->rowCount() * m_rowHeight +
           static_cast<int>(m_articles->sections().size()) * m_headerHeight;
}

int ArticleList::rowAt(int y) const
{
    const int rows = m_articles ? m_articles->rowCount() : 0;
    if (y < 0 || rows == 0 || y >= contentHeight())
        return -1;
    int low = 0;
    int high = rows - 1;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (rowTop(middle) + m_rowHeight <= y)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::pair<int, int> ArticleList::rowsInSight() const
{
    const int first = rowAt(verticalOffset());
    if (first < 0)
        return {-1, -2};
    const int last = rowAt(verticalOffset() + viewport()->height() - 1);
    return {first, last < 0 ? m_articles->rowCount() - 1 : last};
}

int ArticleList::pageRows() const
{
    return std::max(1, (viewport()->height() - m_headerHeight) / m_rowHeight);
}

QRect ArticleList::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || !m_articles)
        return {};
    return {0, rowTop(index.row()) - verticalOffset(), viewport()->width(), m_rowHeight};
}

QModelIndex ArticleList::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y() + verticalOffset());
    if (row < 0)
        return {};
    const QModelIndex index = m_articles->index(row);
    const bool underStickyHeader = !m_articles->sections().isEmpty() && point.y() < m_headerHeight;
    return !underStickyHeader && visualRect(index).contains(point) ? index : QModelIndex();
}

void ArticleList::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || !m_articles)
        return;
    executeDelayedItemsLayout();
    const int top = rowTop(index.row());
    const int header = m_articles->sections().isEmpty() ? 0 : m_headerHeight;
    const int visibleTop = verticalOffset() + header;
    const int visibleBottom = verticalOffset() + viewport()->height();
    int value = verticalOffset();
    if (hint == PositionAtCenter)
        value = top + m_rowHeight / 2 - viewport()->height() / 2;
    else if (hint == PositionAtTop || (hint == EnsureVisible && top < visibleTop))
        value = top - header;
    else if (hint == PositionAtBottom || (hint == EnsureVisible && top + m_rowHeight > visibleBottom))
        value = top + m_rowHeight - viewport()->height();
    verticalScrollBar()->setValue(value);
}

QModelIndex ArticleList::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_articles ? m_articles->rowCount() : 0;
    if (rows == 0)
        return {};
    int row = currentIndex().isValid() ? currentIndex().row() : -1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = row < 0 ? rows - 1 : row - 1;
        break;
    case MoveDown:
    case MoveNext:
        ++row;
        break;
    case MovePageUp:
        row -= pageRows();
        break;
    case MovePageDown:
        row += pageRows();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = rows - 1;
        break;
    case MoveLeft:
    case MoveRight:
        return currentIndex();
    }
    return m_articles->index(std::clamp(row, 0, rows - 1));
}

int ArticleList::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void ArticleList::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QRect content = rect.normalized().translated(0, verticalOffset());
    const int rows = m_articles ? m_articles->rowCount() : 0;
    const int first = rowAt(std::max(0, content.top()));
    if (rows == 0 || first < 0)
        return;
    const int below = rowAt(content.bottom());
    const int last = below < 0 ? rows - 1 : below;
    selectionModel()->select(QItemSelection(m_articles->index(first), m_articles->index(last)), flags);
}

QRegion ArticleList::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        region += visualRect(range.topLeft()).united(visualRect(range.bottomRight()));
    return region & viewport()->rect();
}

void ArticleList::updateGeometries()
{
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_rowHeight);
    QAbstractItemView::updateGeometries();
    keepPlace();
}

// QAbstractItemView makes the first row current, which would open an article that nobody has chosen.
void ArticleList::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

// QListView tells it to screen readers, QAbstractItemView does not.
void ArticleList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    if (!current.isValid() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

void ArticleList::scrollContentsBy(int, int)
{
    notePlace();
    viewport()->update(); // the sticky header moves against the rows, so nothing can be blitted
}

void ArticleList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    scheduleDelayedItemsLayout();
}

void ArticleList::reset()
{
    m_anchor = QModelIndex();
    QAbstractItemView::reset();
    verticalScrollBar()->setValue(0);
    scheduleDelayedItemsLayout();
}

// Called at first, and whenever font or style change.
void ArticleList::doItemsLayout()
{
    measure();
    QAbstractItemView::doItemsLayout();
}

void ArticleList::notePlace()
{
    const int row = rowAt(verticalOffset());
    m_anchor = row < 0 ? QModelIndex() : m_articles->index(row);
    m_anchorOffset = row < 0 ? 0 : verticalOffset() - rowTop(row);
}

// Somebody who has chosen nothing and stands at the top wants to see what arrives at the top.
void ArticleList::keepPlace()
{
    verticalScrollBar()->setMaximum(std::max(0, contentHeight() - viewport()->height()));
    if (m_anchor.isValid() && (currentIndex().isValid() || verticalOffset() > 0))
        verticalScrollBar()->setValue(rowTop(m_anchor.row()) + m_anchorOffset);
    notePlace();
    viewport()->update();
}

// What stood at the top of the other list may be anywhere in this one.
void ArticleList::showOtherList()
{
    executeDelayedItemsLayout();
    if (currentIndex().isValid())
        scrollTo(currentIndex(), PositionAtCenter);
    else
        verticalScrollBar()->setValue(0);
}

QString ArticleList::dayText(QDate day) const
{
    if (!day.isValid())
        return tr("No date");
    const qint64 ago = day.daysTo(QDate::currentDate());
    const QLocale locale;
    if (ago == 0)
        return tr("Today");
    if (ago == 1)
        return tr("Yesterday");
    if (ago > 1 && ago < 7)
        return locale.standaloneDayName(day.dayOfWeek());
    //: The header above a day's articles in the list, as QLocale::toString() reads it.
    return locale.toString(day, tr("dddd, d MMMM yyyy"));
}

void ArticleList::paintHeader(QPainter &painter, int section, int top) const
{
    const QRect box(0, top, viewport()->width(), m_headerHeight);
    painter.fillRect(box, palette().color(QPalette::AlternateBase));
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    painter.setFont(font);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const int margin = fontMetrics().height();
    const QDate day = m_articles->sections().at(section).day;
    const QRect room = box.adjusted(margin, 0, -margin, 0);
    const bool fits = painter.fontMetrics().horizontalAdvance(dayText(day)) <= room.width();
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeading,
                     fits ? dayText(day) : QLocale().toString(day, QLocale::ShortFormat));
}

void ArticleList::paintRows(QPainter &painter, const QRect &area)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int firstRow = std::max(0, rowAt(area.top() + verticalOffset()));
    for (int row = firstRow; row < m_articles->rowCount(); ++row) {
        const QModelIndex index = m_articles->index(row);
        option.rect = visualRect(index);
        const int section = sectionOf(row);
        if (section >= 0 && m_articles->sections().at(section).firstRow == row)
            paintHeader(painter, section, sectionTop(section) - verticalOffset());
        if (option.rect.top() > area.bottom())
            break;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        option.state.setFlag(QStyle::State_Active, hasFocus());
        painter.save();
        itemDelegateForIndex(index)->paint(&painter, option, index);
        painter.restore();
    }
}

void ArticleList::paintEmpty(QPainter &painter) const
{
    const int margin = fontMetrics().height() * 2;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void ArticleList::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (!m_articles || m_articles->rowCount() == 0) {
        paintEmpty(painter);
        return;
    }
    paintRows(painter, event->rect());
    Q_EMIT rowsPainted();
    const int section = sectionOf(std::max(0, rowAt(verticalOffset())));
    if (section < 0)
        return;
    const bool isLast = section + 1 == m_articles->sections().size();
    const int next = isLast ? m_headerHeight : sectionTop(section + 1) - verticalOffset();
    paintHeader(painter, section, std::min(0, next - m_headerHeight));
}
