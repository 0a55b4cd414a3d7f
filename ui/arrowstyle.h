#pragma once

#include <QStyle>

class QPainter;
class QProxyStyle;
class QStyleOption;
class QStyleOptionToolButton;
class QWidget;

// The small signs beside text. Fusion's are as small beside large text as beside any.

// How much larger they are than usual: who needs larger text needs larger signs beside it.
double textScale();

// In the middle of the option's rectangle.
void drawArrow(QStyle::PrimitiveElement element, QPainter *painter, const QStyleOption &option);
// To where the text runs.
QStyle::PrimitiveElement forwardArrow(const QStyleOption &option);
void drawBranch(QPainter *painter, const QStyleOption &option);

// A button whose menu has no part of its own to press, whether it opens at once or after a while: Fusion
// draws the same arrow for both. It has room beside the text.
bool isMenuButton(const QStyleOptionToolButton &button);
int menuArrowWidth(const QStyleOption &button);
void drawMenuButton(QPainter *painter, const QStyleOptionToolButton &button, const QProxyStyle &style,
                    const QWidget *widget);
