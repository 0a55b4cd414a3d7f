#pragma once

#include "app/images/imagepolicy.h"

// What a picture says of itself in its first bytes and between its frames. Nothing is decoded; every length
// that the file states is checked against the bytes that are there.
struct ImageHeader {
    ImageType type = ImageType::Unknown;
    QSize size{};      // pixels, standing upright (exiforientation.h); empty where unreadable
    qint64 frames = 1; // of an animation: those that are there or those announced, whichever is more
    qsizetype firstFrameEnd = 0; // GIF only: the offset behind the first frame's data; 0 where there is none
    bool isWhole = false;        // the file's own end mark is where it should be
};

// PNG (W3C PNG, third edition, with its animation chunks), JPEG (ITU-T T.81), GIF (GIF89a), WebP (RFC 9649).
ImageHeader readImageHeader(QByteArrayView bytes);

// A short name for bytes that are no picture of ours: "SVG", "HTML", "AVIF", "BMP", "ICO", "TIFF", "gzip", …;
// empty where nobody can tell.
QString contentName(QByteArrayView bytes);
