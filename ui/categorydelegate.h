#pragma once

#include <QStyledItemDelegate>

// One row of the category tree: the name, bold where something is unread, and the count at the right, quiet,
// where there is room for both.
class CategoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    // `indent` in pixels: how far the names stand from the edge, further than by themselves.
    explicit CategoryDelegate(QObject *parent, int indent = 0);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const int m_indent;
};
