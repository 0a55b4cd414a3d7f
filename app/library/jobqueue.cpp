#include "app/library/jobqueue.h"

JobQueue::JobQueue(QObject *parent)
    : QObject(parent)
{
}

void JobQueue::add(const Job &job)
{
    m_jobs.push_back(job);
    if (m_jobs.size() == 1)
        goOn();
}

void JobQueue::finish()
{
    while (!m_jobs.empty())
        goOn();
}

void JobQueue::goOn()
{
    if (m_jobs.empty())
        return;
    if (m_jobs.front()() != JobState::Unfinished)
        m_jobs.pop_front();
    if (m_jobs.empty())
        Q_EMIT emptied();
    else
        QMetaObject::invokeMethod(this, &JobQueue::goOn, Qt::QueuedConnection);
}
