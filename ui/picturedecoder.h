#pragma once

#include "app/images/imagepolicy.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

// The pixels of a picture that checkImage() accepts: upright, in sRGB. `wanted` is the size they are to come
// in, upright; empty for their own. Null where they cannot be decoded. Thread-safe.
QImage decodedPicture(const QByteArray &bytes, const QSize &wanted = {});

// The name by which QImageReader knows a type; never guessed from the bytes.
QByteArray readerFormat(ImageType type);

// decodedPicture() off the GUI thread; of several requests only the last is answered.
class PictureDecoder final : public QObject
{
    Q_OBJECT

public:
    explicit PictureDecoder(QObject *parent = nullptr);
    ~PictureDecoder() override;

    void decode(const QByteArray &bytes, const QSize &wanted = {});
    // What is under way is not answered.
    void cancel();

Q_SIGNALS:
    void decoded(const QImage &picture); // null where it failed

private:
    QThreadPool m_threads; // one thread
    quint64 m_number = 0;
};
