#include "ui/paintwatch.h"

constexpr int interval = 100; // milliseconds between two questions

PaintWatch::PaintWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &PaintWatch::tick);
}

void PaintWatch::begin(const std::function<void(const Answer &)> &ask, const std::function<bool()> &canPaint)
{
    m_ask = ask;
    m_canPaint = canPaint;
    ++m_number;
    m_waited = 0;
    m_progress = Progress::None;
    m_timer.start();
}

void PaintWatch::end()
{
    ++m_number;
    m_timer.stop();
}

void PaintWatch::tick()
{
    if (!m_canPaint())
        return;
    m_waited += interval;
    if (m_waited > m_patience) {
        end();
        Q_EMIT missed(m_progress);
        return;
    }
    m_ask([this, number = m_number](Progress progress) {
        if (number == m_number)
            take(progress);
    });
}

void PaintWatch::take(Progress progress)
{
    m_progress = progress;
    if (progress != Progress::Painted)
        return;
    end();
    Q_EMIT painted();
}
