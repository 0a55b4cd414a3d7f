#pragma once

#include <QBuffer>
#include <QImage>

#include <memory>

class QImageReader;

// The frames of an animation that checkImage() accepts, one after the other, as often as the file says. For
// any thread, one at a time.
class FrameReader final
{
public:
    struct Frame {
        QImage image;  // null at the end
        int delay = 0; // milliseconds that it is to stay
    };

    explicit FrameReader(const QByteArray &bytes);
    ~FrameReader();
    Frame next();

private:
    void begin();

    QBuffer m_buffer;
    std::unique_ptr<QImageReader> m_reader;
    int m_roundsLeft = 0;   // -1: for ever
    bool m_hasRead = false; // what has frames may be begun again
};
