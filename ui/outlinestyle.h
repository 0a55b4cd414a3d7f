#pragma once

#include <QStyle>

class QBrush;
class QPainter;
class QStyleOption;
class QWidget;

// The edges of buttons, fields and lists, and where the focus is. Fusion's are the ground's colour, only
// darker: in the dark theme there are none.

void drawFocus(QPainter *painter, const QStyleOption &option);
void drawButton(QPainter *painter, const QStyleOption &option);
void drawFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void drawFieldEdge(QPainter *painter, const QStyleOption &option, const QBrush &fill);
void drawIndicatorEdge(QStyle::PrimitiveElement element, QPainter *painter, const QStyleOption &option);
