#pragma once

#include "app/images/imageloader.h"
#include "app/page/theme.h"

// The reason in a sentence, without the host.
QString failureSentence(const ImageAnswer &answer);

// All that is to be said, a line each: the host, the reason, how often it was asked for.
QStringList failureLines(const ImageAnswer &answer);

// The neutral box that stands where a picture failed: names the host and the reason, and the key that tries
// again where there is one (as QKeySequence shows it).
// An SVG of our own, text escaped. `size` is what the article declares, in CSS pixels, or empty; the box
// keeps its proportions, so the layout stands.
QByteArray failedPicture(const ImageAnswer &answer, const QSize &size, const ThemeColors &colors,
                         const QString &retryKey = {});
