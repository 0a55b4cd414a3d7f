#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

// Waits for a page to reach the screen. A page that does not is an article that nobody can read.
class PaintWatch final : public QObject
{
    Q_OBJECT

public:
    enum class Progress { None, Parsed, Painted };
    using Answer = std::function<void(Progress)>;

    explicit PaintWatch(QObject *parent = nullptr);

    // What the page has in all, in milliseconds of the window's own time: while it is busy none passes.
    void setPatience(int milliseconds) { m_patience = milliseconds; }

    // A page has been opened; answered by painted() or missed(). `ask` asks the page, which may answer later,
    // or never. `canPaint` says whether anybody could see it: time in which the window is hidden does not
    // count.
    void begin(const std::function<void(const Answer &)> &ask, const std::function<bool()> &canPaint);
    void end(); // nobody waits for it any more

Q_SIGNALS:
    void painted();
    // The patience is over; how far the page came. Parsed: the engine works, its drawing does not.
    void missed(PaintWatch::Progress progress);

private:
    void tick();
    void take(Progress progress);

    std::function<void(const Answer &)> m_ask;
    std::function<bool()> m_canPaint;
    QTimer m_timer;
    // A cold start of the engine on a slow disk takes 3 s until the first frame.
    int m_patience = 6000;
    int m_waited = 0;
    quint64 m_number = 0;
    Progress m_progress = Progress::None;
};
