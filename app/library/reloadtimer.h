#pragma once

#include <QTimer>

// Says when lists are to be read anew while a pass runs: at intervals that grow by half. The last list then
// costs about as much as all before it together, and the whole stays linear in the number of articles.
class ReloadTimer final : public QTimer
{
    Q_OBJECT

public:
    static constexpr int firstInterval = 200; // milliseconds

    explicit ReloadTimer(QObject *parent = nullptr);

    void beginPass(); // whose very first batch is shown at once
    // timeout() comes once for all calls before it.
    void schedule();

private:
    int m_next = 0; // milliseconds
};
