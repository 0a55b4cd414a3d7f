#include "app/library/turningjob.h"

#include <algorithm>

TurningJob::TurningJob(Marks &marks, const Find &find, const QDateTime &now)
    : m_marks(marks)
    , m_find(find)
    , m_now(now)
{
}

JobState TurningJob::doPart(QString *error)
{
    if (!m_entry) {
        m_entry = m_find(error);
        if (!m_entry)
            return error->isEmpty() ? JobState::Done : JobState::Failed;
    }
    const std::optional<TurnedPart> part = m_marks.turnPart(*m_entry, m_part, m_now, error);
    if (!part)
        return JobState::Failed;
    m_part = *part;
    if (!m_part.isOver)
        return JobState::Unfinished;
    m_entry->isUndone = !m_entry->isUndone;
    return JobState::Done;
}

// Of copies that were marked together the entry counts each.
double TurningJob::done() const
{
    if (!m_entry || m_entry->articles == 0)
        return 0;
    return std::min(1.0, static_cast<double>(m_part.turned) / static_cast<double>(m_entry->articles));
}
