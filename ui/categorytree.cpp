#include "ui/categorytree.h"

#include "app/library/categorymodel.h"
#include "ui/categorydelegate.h"
#include "ui/rowspeech.h"

#include <QKeyEvent>
#include <QStyleOption>

CategoryTree::CategoryTree(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setItemDelegate(new CategoryDelegate(this));
}

void CategoryTree::setCategoryModel(CategoryModel *model)
{
    model->setSpeech(
        [](const CategoryRow &row) { return spokenCategory(row.name, row.unread, row.articles); });
    setModel(model);
}

bool CategoryTree::usesKey(int key) const
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return false;
    return (key == openingKey() && model()->hasChildren(current) && !isExpanded(current)) ||
           (key == closingKey() && (isExpanded(current) || current.parent().isValid()));
}

int CategoryTree::openingKey() const
{
    return isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
}

int CategoryTree::closingKey() const
{
    return isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
}

bool CategoryTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::NoModifier && usesKey(key->key())) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

// Where nothing is current, Qt would make the first row so, and show another list for being looked at.
void CategoryTree::focusInEvent(QFocusEvent *event)
{
    if (currentIndex().isValid())
        QTreeView::focusInEvent(event);
    else
        QAbstractScrollArea::focusInEvent(event);
}

// Qt draws the arrow in the colour of buttons, also on the ground of the selection.
void CategoryTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!selectionModel()->isSelected(index) || !model()->hasChildren(index))
        return QTreeView::drawBranches(painter, rect, index);
    QStyleOption option;
    option.initFrom(this);
    option.rect = rect;
    option.rect.setWidth(indentation());
    if (!isRightToLeft())
        option.rect.moveRight(rect.right());
    option.state |= QStyle::State_Children;
    option.state.setFlag(QStyle::State_Open, isExpanded(index));
    const QPalette::ColorGroup group = isActiveWindow() ? QPalette::Active : QPalette::Inactive;
    option.palette.setColor(QPalette::ButtonText, palette().color(group, QPalette::HighlightedText));
    style()->drawPrimitive(QStyle::PE_IndicatorBranch, &option, painter, this);
}

void CategoryTree::keyPressEvent(QKeyEvent *event)
{
    const bool isTop = currentIndex().isValid() && !indexAbove(currentIndex()).isValid();
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && isTop)
        Q_EMIT leftAbove();
    else
        QTreeView::keyPressEvent(event);
}

// From right to left Qt forgets the room of the arrow.
void CategoryTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (isRightToLeft())
        viewport()->update();
}

void CategoryTree::step(int difference)
{
    const QModelIndex current = currentIndex();
    if (difference > 0 && current.isValid() && model()->hasChildren(current))
        expand(current);
    const QModelIndex next = difference > 0 ? indexBelow(current) : indexAbove(current);
    if (next.isValid())
        setCurrentIndex(next);
}
