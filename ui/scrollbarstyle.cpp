#include "ui/scrollbarstyle.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace
{

constexpr int thumbMargin = 3;    // pixels
constexpr int shortestThumb = 28; // pixels

// The ground of what the bar scrolls.
QPalette::ColorRole groundBeside(const QWidget *bar)
{
    for (const QWidget *around = bar; around && !around->isWindow(); around = around->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(around))
            return area->viewport()->backgroundRole();
    }
    return QPalette::Base;
}

}

QRect scrollThumb(const QStyleOptionSlider &bar)
{
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int length = isUpright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    if (range <= 0)
        return {};
    const auto share = static_cast<int>(qint64(bar.pageStep) * length / (range + bar.pageStep));
    const int thumb = std::min(length, std::max(shortestThumb, share));
    const int from = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                     length - thumb, bar.upsideDown);
    return isUpright ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), thumb)
                     : QRect(bar.rect.left() + from, bar.rect.top(), thumb, bar.rect.height());
}

QRect besideThumb(const QStyleOptionSlider &bar, const QRect &thumb, ThumbSide side)
{
    const bool isBefore = side == ThumbSide::Before;
    QRect rest = bar.rect;
    if (bar.orientation == Qt::Vertical)
        isBefore ? rest.setBottom(thumb.top() - 1) : rest.setTop(thumb.bottom() + 1);
    else
        isBefore ? rest.setRight(thumb.left() - 1) : rest.setLeft(thumb.right() + 1);
    return rest;
}

void drawScrollBar(QPainter *painter, const QStyleOptionSlider &bar, const QWidget *widget)
{
    painter->fillRect(bar.rect, bar.palette.brush(groundBeside(widget)));
    QColor color = bar.palette.color(QPalette::PlaceholderText);
    const bool isHeld = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                        (bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    color.setAlphaF(isHeld ? 0.85F : 0.4F);
    const QRectF thumb =
        QRectF(scrollThumb(bar)).adjusted(thumbMargin, thumbMargin, -thumbMargin, -thumbMargin);
    if (!thumb.isValid())
        return;
    const double radius = std::min(thumb.width(), thumb.height()) / 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRoundedRect(thumb, radius, radius);
    painter->restore();
}
