#pragma once

#include <QColor>
#include <QStyledItemDelegate>

// A row of the palette: the name with the matched letters set off, where it stands quiet beside it, the key
// at the end.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // The colour of the matched letters.
    void setAccent(const QColor &accent) { m_accent = accent; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    // Answers where the keys begin.
    static int paintKey(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    int paintName(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const QRect &box) const;

    QColor m_accent;
};
