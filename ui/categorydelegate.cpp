#include "ui/categorydelegate.h"

#include "app/library/categorymodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

constexpr int leastName = 4; // heights of the font, that a longer name keeps beside its count

CategoryDelegate::CategoryDelegate(QObject *parent, int indent)
    : QStyledItemDelegate(parent)
    , m_indent(indent)
{
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 19 / 10};
}

void CategoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const int unread = index.data(CategoryModel::UnreadRole).toInt();
    if (unread > 0)
        row.font.setWeight(QFont::DemiBold);
    const QString name = row.text;
    row.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QLocale locale;
    const QString count =
        locale.toString(unread > 0 ? unread : index.data(CategoryModel::ArticlesRole).toInt());
    const int gap = row.fontMetrics.height() / 2;
    const int countWidth = row.fontMetrics.horizontalAdvance(count);
    const QRect box =
        QStyle::visualRect(row.direction, row.rect, row.rect.adjusted(m_indent + gap / 2, 0, -gap, 0));
    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        row.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->setPen(row.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    painter->setFont(row.font);
    const QFontMetrics metrics(row.font);
    const int nameWidth = box.width() - countWidth - gap;
    const bool hasRoom = nameWidth >= std::min(metrics.horizontalAdvance(name), leastName * metrics.height());
    painter->drawText(box, Qt::AlignLeading | Qt::AlignVCenter,
                      metrics.elidedText(name, Qt::ElideRight, hasRoom ? nameWidth : box.width()));
    if (!hasRoom)
        return;
    if (!selected)
        painter->setPen(row.palette.color(QPalette::PlaceholderText));
    painter->setFont(option.font);
    painter->drawText(box, Qt::AlignTrailing | Qt::AlignVCenter, count);
}
