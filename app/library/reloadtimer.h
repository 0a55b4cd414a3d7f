#pragma once

#include <QTimer>

// Says when lists are to be read anew while a pass runs: at intervals that double. The last list then costs
// about as much as all before it together, and the whole stays linear in the number of articles, up to where
// the interval is so long that a list costs next to nothing in it.
class ReloadTimer final : public QTimer
{
    Q_OBJECT

public:
    static constexpr int firstInterval = 300; // milliseconds
    static constexpr int longestInterval = 10'000;

    explicit ReloadTimer(QObject *parent = nullptr);

    void beginPass(); // whose very first batch is shown at once
    // timeout() comes once for all calls before it.
    void schedule();

private:
    int m_next = 0; // milliseconds
};
