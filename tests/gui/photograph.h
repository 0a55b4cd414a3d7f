#pragma once

#include "../samplepictures.h"

#include <QBuffer>
#include <QImage>

// Bytes of a real picture, all of one colour but for its left half.
inline QByteArray twoColours(const QSize &size, const char *format, QRgb left = 0xffff0000,
                             QRgb right = 0xff0000ff)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(right);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width() / 2; ++x)
            picture.setPixel(x, y, left);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, format, 100);
    return bytes;
}

// As a camera held in one of eight ways writes it.
inline QByteArray photograph(const QSize &stored, quint16 orientation)
{
    return withExif(twoColours(stored, "JPEG"), exif(orientation, bigNumber));
}
