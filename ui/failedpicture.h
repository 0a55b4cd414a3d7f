#pragma once

#include "app/images/imageloader.h"
#include "app/page/theme.h"

// The neutral box that stands where a picture failed: names the host and the reason, the ways that were tried
// where there is room, and the key that tries again where there is one (as QKeySequence shows it).
// An SVG of our own, text escaped. `size` is what the article declares, in CSS pixels, or empty; the box
// keeps its proportions, so the layout stands.
QByteArray failedPicture(const ImageAnswer &answer, const QSize &size, const ThemeColors &colors,
                         const QString &retryKey = {});
