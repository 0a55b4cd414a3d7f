#pragma once

#include <QRect>

class QPainter;
class QStyleOptionSlider;
class QWidget;

// How long the thumb is, and where it lies in the bar; none where there is nothing to scroll.
QRect scrollThumb(const QStyleOptionSlider &bar);

enum class ThumbSide { Before, Behind };
// What is left of the bar on that side of the thumb.
QRect besideThumb(const QStyleOptionSlider &bar, const QRect &thumb, ThumbSide side);

// A slim thumb without arrows, on the ground of what the bar scrolls.
void drawScrollBar(QPainter *painter, const QStyleOptionSlider &bar, const QWidget *widget);
