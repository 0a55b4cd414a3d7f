#pragma once

#include "app/library/markingjob.h"

#include <QObject>

#include <deque>
#include <functional>

// Jobs that are done in parts, one after the other, each part behind everything that was asked of the thread
// meanwhile. On one thread only.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    // Does a part, and says how the job stands.
    using Job = std::function<JobState()>;

    explicit JobQueue(QObject *parent = nullptr);

    // Where none is under way, its first part is done before this returns.
    void add(const Job &job);
    bool isEmpty() const { return m_jobs.empty(); }
    void finish(); // all that is left, now

Q_SIGNALS:
    void emptied();

private:
    void goOn();

    std::deque<Job> m_jobs; // the first one is under way
};
