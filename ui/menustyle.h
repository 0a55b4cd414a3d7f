#pragma once

class QPainter;
class QStyle;
class QStyleOption;
class QStyleOptionMenuItem;
class QWidget;

// Menus in the colours of the palette. Fusion's edges and separators are the ground's colour, only darker: on
// a black ground there are none; and the icon of the chosen entry is in the ink of the others.

void drawMenuPanel(QPainter *painter, const QStyleOption &menu);
void drawMenuSeparator(QPainter *painter, const QStyleOptionMenuItem &entry);

// Draws the ground of the chosen entry, and returns what the style has to draw on it.
QStyleOptionMenuItem drawChosenGround(QPainter *painter, const QStyleOptionMenuItem &entry,
                                      const QStyle &style, const QWidget *menu);
