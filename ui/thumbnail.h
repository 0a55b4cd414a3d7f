#pragma once

#include "app/images/imagepolicy.h"

#include <QImage>

// What a thumbnail has to look like, in pixels of the screen.
struct ThumbnailShape {
    QSize pixels;
    double radius = 0; // of its corners
    bool operator==(const ThumbnailShape &) const = default;
};

// The middle of a picture in this shape, upright as its camera noted; with premultiplied alpha. Null where it
// cannot be drawn, or is too small to be more than a stain. Any thread; only the size that is needed is
// decoded, as far as the format allows.
QImage thumbnailOf(const QByteArray &bytes, ImageType type, const ThumbnailShape &shape);
