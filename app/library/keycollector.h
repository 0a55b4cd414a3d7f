#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/statement.h"

#include <QTimeZone>

// Turns rows of (id, date in milliseconds since 1970-01-01 UTC) into keys, some at a time. Asking a time zone
// takes microseconds, so the day is kept as long as the dates stay within it: in a list sorted by date once a
// day.
class KeyCollector final
{
public:
    enum class Days : quint8 { Kept, LeftOut }; // left out, every day is 0

    KeyCollector(const QTimeZone &zone, Days days);

    // Reads at most so many rows more; false once they are over.
    bool readSome(int rows, Statement &statement);
    const QList<ArticleKey> &keys() const { return m_keys; }

private:
    qint64 dayOf(qint64 time);

    QTimeZone m_zone;
    Days m_days;
    QList<ArticleKey> m_keys;
    qint64 m_day = 0;
    qint64 m_dayStart = 0; // milliseconds since 1970-01-01 UTC
    qint64 m_dayEnd = 0;   // excluded
};
