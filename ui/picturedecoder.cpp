#include "ui/picturedecoder.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>

QByteArray readerFormat(ImageType type)
{
    return type == ImageType::Unknown ? QByteArray() : contentType(type).mid(qstrlen("image/"));
}

QImage decodedPicture(const QByteArray &bytes, const QSize &wanted)
{
    const QByteArray format = readerFormat(imageType(bytes));
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    if (!wanted.isEmpty()) {
        // Scaling comes before turning.
        const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        reader.setScaledSize(isTurned ? wanted.transposed() : wanted);
    }
    QImage picture = reader.read();
    const QColorSpace standard(QColorSpace::SRgb);
    if (picture.colorSpace().isValid() && picture.colorSpace() != standard)
        picture.convertToColorSpace(standard);
    return picture;
}

PictureDecoder::PictureDecoder(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
}

PictureDecoder::~PictureDecoder()
{
    m_threads.clear();
    m_threads.waitForDone();
}

void PictureDecoder::decode(const QByteArray &bytes, const QSize &wanted)
{
    const quint64 number = ++m_number;
    m_threads.clear(); // what has not begun yet would only be thrown away
    m_threads.start([this, number, bytes, wanted] {
        const QImage picture = decodedPicture(bytes, wanted);
        QMetaObject::invokeMethod(
            this,
            [this, number, picture] {
                if (number == m_number)
                    Q_EMIT decoded(picture);
            },
            Qt::QueuedConnection);
    });
}

void PictureDecoder::cancel()
{
    ++m_number;
    m_threads.clear();
}
