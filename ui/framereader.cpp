#include "ui/framereader.h"

#include "ui/picturedecoder.h"

#include <QImageReader>

#include <algorithm>

FrameReader::FrameReader(const QByteArray &bytes)
{
    m_buffer.setData(bytes);
    m_buffer.open(QIODevice::ReadOnly);
    begin();
}

FrameReader::~FrameReader() = default;

FrameReader::Frame FrameReader::next()
{
    QImage image = m_reader->read();
    if (!m_hasRead)
        m_roundsLeft = m_reader->loopCount(); // some formats know it once the first frame is read
    if (image.isNull() && m_hasRead && m_roundsLeft != 0) {
        m_roundsLeft = std::max(-1, m_roundsLeft - 1);
        begin();
        image = m_reader->read();
    }
    m_hasRead = m_hasRead || !image.isNull();
    // Browsers take what is shorter than a frame of the screen for a missing number.
    constexpr int shortest = 20;
    constexpr int usual = 100;
    const int delay = m_reader->nextImageDelay();
    return {image, delay < shortest ? usual : delay};
}

void FrameReader::begin()
{
    m_buffer.seek(0);
    m_reader = std::make_unique<QImageReader>(&m_buffer, readerFormat(imageType(m_buffer.data())));
    m_reader->setAutoDetectImageFormat(false);
}
