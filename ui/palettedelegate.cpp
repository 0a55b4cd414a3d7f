#include "ui/palettedelegate.h"

#include "ui/palettemodel.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace
{

constexpr int smallestIcon = 16; // pixels

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QColor ink(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsEnabled))
        return option.palette.color(QPalette::PlaceholderText);
    return option.palette.color(isSelected(option) ? QPalette::HighlightedText : QPalette::Text);
}

QIcon::Mode iconMode(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsEnabled))
        return QIcon::Disabled;
    return isSelected(option) ? QIcon::Selected : QIcon::Normal;
}

QColor quietInk(const QStyleOptionViewItem &option)
{
    QColor quiet =
        option.palette.color(isSelected(option) ? QPalette::HighlightedText : QPalette::PlaceholderText);
    if (isSelected(option))
        quiet.setAlphaF(0.75F);
    return quiet;
}

}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 40, option.fontMetrics.height() * 9 / 5};
}

// One box for each key that is pressed after the other.
int PaletteDelegate::paintKey(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto key = index.data(PaletteModel::KeyRole).value<QKeySequence>();
    const int height = option.fontMetrics.height() + 2;
    int right = option.rect.right() - option.fontMetrics.height() / 2;
    for (int i = key.count() - 1; i >= 0; --i) {
        const QString text = QKeySequence(key[i]).toString(QKeySequence::NativeText);
        const int width = qMax(height, option.fontMetrics.horizontalAdvance(text) + height / 2);
        const QRect box(right - width, option.rect.center().y() - height / 2, width, height);
        const QRect shown = QStyle::visualRect(option.direction, option.rect, box);
        QColor edge = quietInk(option);
        edge.setAlphaF(0.45F);
        painter.setPen(edge);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(shown).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(quietInk(option));
        painter.drawText(shown, Qt::AlignCenter, text);
        right = box.left() - 4;
    }
    return right;
}

int PaletteDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index, const QRect &box) const
{
    const QString name = index.data(PaletteModel::NameRole).toString();
    const QString shown = option.fontMetrics.elidedText(name, Qt::ElideRight, box.width());
    QTextLayout layout(shown, option.font);
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat matched;
    matched.setFontWeight(QFont::Bold);
    if (!isSelected(option) && index.flags().testFlag(Qt::ItemIsEnabled))
        matched.setForeground(m_accent);
    for (const int place : index.data(PaletteModel::MatchRole).value<QList<int>>()) {
        if (place < shown.size())
            formats << QTextLayout::FormatRange{place, shown.at(place).isHighSurrogate() ? 2 : 1, matched};
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(box.width());
    layout.endLayout();
    painter.setPen(ink(option, index));
    const int width = qCeil(line.naturalTextWidth());
    const QRect place(box.left(), box.top(), width, box.height());
    layout.draw(&painter, QPointF(QStyle::visualRect(option.direction, option.rect, place).left() -
                                      line.naturalTextRect().x(),
                                  box.center().y() - line.height() / 2));
    return box.left() + width;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    const int space = shown.fontMetrics.height() / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected(shown)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(shown.palette.color(QPalette::Active, QPalette::Highlight));
        painter->drawRoundedRect(shown.rect.adjusted(0, 1, 0, -1), 5, 5);
    }
    const auto visual = [&shown](const QRect &rect) {
        return QStyle::visualRect(shown.direction, shown.rect, rect);
    };
    const int iconSize = qMax(smallestIcon, shown.fontMetrics.height() * 4 / 5);
    const QRect icon(shown.rect.left() + space, shown.rect.center().y() - iconSize / 2, iconSize, iconSize);
    if (index.data(PaletteModel::CheckedRole).toBool()) {
        painter->setPen(ink(shown, index));
        painter->drawText(visual(icon), Qt::AlignCenter, u"✓"_s);
    } else {
        shown.icon.paint(painter, visual(icon), Qt::AlignCenter, iconMode(shown, index));
    }
    const int right = paintKey(*painter, shown, index) - space;
    QRect box(icon.right() + space, shown.rect.top(), 0, shown.rect.height());
    box.setRight(right);
    box.setLeft(paintName(*painter, shown, index, box) + space);
    painter->setPen(quietInk(shown));
    const QString place = index.data(PaletteModel::PlaceRole).toString();
    painter->drawText(visual(box), Qt::AlignVCenter | Qt::AlignLeading,
                      shown.fontMetrics.elidedText(place, Qt::ElideMiddle, qMax(0, box.width())));
    painter->restore();
}
