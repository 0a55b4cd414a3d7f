#pragma once

#include "app/page/theme.h"

#include <QPalette>

// The window's colours for a theme of the page, so that both turn dark together. `system` is the palette that
// the platform started with; the light theme keeps it where it is light itself.
QPalette windowPalette(Theme theme, const QPalette &system);
