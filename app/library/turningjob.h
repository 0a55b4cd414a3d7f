#pragma once

#include "app/library/markingjob.h"

#include <functional>

// Takes a marking back, or does it again, part by part as MarkingJob marks.
class TurningJob final
{
public:
    using Find = std::function<std::optional<JournalEntry>(QString *error)>;

    // `find` says which one, when the job's turn has come. `marks` outlives this.
    TurningJob(Marks &marks, const Find &find, const QDateTime &now);

    // Done without an entry() where there was none to turn.
    JobState doPart(QString *error);
    const std::optional<JournalEntry> &entry() const { return m_entry; } // as it is now
    double done() const;                                                 // from 0 to 1

private:
    Marks &m_marks;
    Find m_find;
    QDateTime m_now;
    std::optional<JournalEntry> m_entry;
    TurnedPart m_part;
};
