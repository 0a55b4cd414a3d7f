#pragma once

#include "app/page/theme.h"

#include <QPalette>

// The window's colours for a theme of the page, so that both turn dark together. `system` is the palette that
// the platform started with, `plain` the one of the style alone. Where a platform has colours of its own and
// they are light, the light theme keeps them.
QPalette windowPalette(Theme theme, const QPalette &system, const QPalette &plain);

// Of the frame around what has the focus: at least 3:1 against the ground it stands on (WCAG 2.1, 1.4.11).
QColor focusColor(const QPalette &palette);
