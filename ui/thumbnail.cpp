#include "ui/thumbnail.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>

namespace
{

constexpr int smallestSide = 32; // pixels of the picture; below are dots, icons and smileys

// The largest part of this shape in the middle of a picture.
QRect middle(const QSize &picture, const QSize &shape)
{
    const QSize part = shape.scaled(picture, Qt::KeepAspectRatio).expandedTo({1, 1});
    return {QPoint((picture.width() - part.width()) / 2, (picture.height() - part.height()) / 2), part};
}

QImage rounded(const QImage &picture, const ThumbnailShape &shape)
{
    QImage result(shape.pixels, QImage::Format_ARGB32_Premultiplied);
    result.fill(Qt::transparent);
    QPainterPath outline;
    outline.addRoundedRect(result.rect(), shape.radius, shape.radius);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillPath(outline, Qt::white); // what is transparent was drawn for paper
    painter.setCompositionMode(QPainter::CompositionMode_SourceAtop);
    painter.drawImage(result.rect(), picture);
    return result;
}

}

QImage thumbnailOf(const QByteArray &bytes, ImageType type, const ThumbnailShape &shape)
{
    const QByteArray format = contentType(type).mid(6); // less "image/"
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (type == ImageType::Unknown || qMin(size.width(), size.height()) < smallestSide)
        return {};
    const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize target = isTurned ? shape.pixels.transposed() : shape.pixels;
    reader.setClipRect(middle(size, target));
    reader.setScaledSize(target);
    const QImage picture = reader.read();
    return picture.isNull() ? QImage() : rounded(picture, shape);
}
