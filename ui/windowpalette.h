#pragma once

#include "app/page/theme.h"

#include <QPalette>

// The window's colours for the theme of the page, so that both turn dark together. `system` is the palette
// that the platform started with, `plain` the one of the style alone. Where a platform has colours of its own
// and they are light, the light theme keeps them.
QPalette windowPalette(const PageStyle &style, const QPalette &system, const QPalette &plain);

// White on black or black on white, as those choose it who see little.
bool isStark(const QPalette &palette);

// `share` of the second, the rest of the first.
QColor mixed(const QColor &first, const QColor &second, double share);

// Of the frame around what has the focus: at least 3:1 against the ground it stands on (WCAG 2.1, 1.4.11),
// which is the base where it is not said.
QColor focusColor(const QPalette &palette, const QColor &ground = {});

// The colour, or where it has less than 3:1 on the ground, the palette's that has.
QColor visibleOn(const QColor &ground, const QColor &color, const QPalette &palette);
