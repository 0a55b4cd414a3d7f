#pragma once

#include "app/images/imagepolicy.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

class FrameReader;

// Plays an animated GIF or WebP that checkImage() accepts. Each frame is decoded off the GUI thread, one
// ahead of its time. (QMovie decodes on the thread that shows.)
class PicturePlayer final : public QObject
{
    Q_OBJECT

public:
    explicit PicturePlayer(QObject *parent = nullptr);
    ~PicturePlayer() override;

    // Whether there is anything to play.
    static bool canPlay(const QByteArray &bytes);

    void play(const QByteArray &bytes);
    void stop();

Q_SIGNALS:
    void frameChanged(const QImage &frame);

private:
    void readNext();
    void show();

    QThreadPool m_threads; // one thread
    std::shared_ptr<FrameReader> m_reader;
    QImage m_next;
    int m_nextDelay = 0; // milliseconds that m_next is to stay
    QTimer m_timer;
    QElapsedTimer m_shown;
    int m_delay = 0; // milliseconds that the frame shown is to stay
};
