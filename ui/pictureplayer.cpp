#include "ui/pictureplayer.h"

#include "app/images/imageheader.h"
#include "ui/framereader.h"

#include <algorithm>

PicturePlayer::PicturePlayer(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &PicturePlayer::show);
}

PicturePlayer::~PicturePlayer()
{
    m_threads.waitForDone();
}

bool PicturePlayer::canPlay(const QByteArray &bytes)
{
    const ImageType type = imageType(bytes);
    return (type == ImageType::Gif || type == ImageType::WebP) && readImageHeader(bytes).frames > 1;
}

void PicturePlayer::play(const QByteArray &bytes)
{
    stop();
    m_reader = std::make_shared<FrameReader>(bytes);
    m_delay = 0;
    readNext();
}

void PicturePlayer::stop()
{
    m_reader.reset();
    m_timer.stop();
    m_next = {};
}

void PicturePlayer::readNext()
{
    m_threads.start([this, reader = m_reader] {
        const FrameReader::Frame frame = reader->next();
        QMetaObject::invokeMethod(
            this,
            [this, reader, frame] {
                if (reader != m_reader || frame.image.isNull())
                    return; // another plays by now, or this one is over
                m_next = frame.image;
                m_nextDelay = frame.delay;
                const qint64 passed = m_shown.isValid() ? m_shown.elapsed() : m_delay;
                m_timer.start(static_cast<int>(std::max<qint64>(0, m_delay - passed)));
            },
            Qt::QueuedConnection);
    });
}

void PicturePlayer::show()
{
    m_shown.start();
    m_delay = m_nextDelay;
    Q_EMIT frameChanged(m_next);
    if (m_reader)
        readNext();
}
