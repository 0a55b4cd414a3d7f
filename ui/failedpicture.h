#pragma once

#include "app/images/imageloader.h"
#include "app/page/theme.h"

// The neutral box that stands where a picture failed: names the host and the reason, the ways that were tried
// where there is room, and the key that tries again where there is one (as QKeySequence shows it).
// An SVG of our own, text escaped. `size` is what the article declares, in CSS pixels, or empty; the box
// keeps its proportions, so the layout stands. `column` is how wide a picture can be there, in CSS pixels; a
// wider column does not make it wider than the usual one, which is as wide as a sentence needs.
// On paper the box is as large as on the screen, but there is nothing to be pressed.
constexpr int usualColumn = 640;
enum class Medium : quint8 { Screen, Paper };
QByteArray failedPicture(const ImageAnswer &answer, const QSize &size, const ThemeColors &colors,
                         const QString &retryKey = {}, int column = usualColumn,
                         Medium medium = Medium::Screen);
