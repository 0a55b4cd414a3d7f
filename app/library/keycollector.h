#pragma once

#include "app/library/articleset.h"

#include <QTimeZone>

// Makes a list of articles out of numbers and dates that come in the order of the list. Asking a time zone
// takes microseconds, so the day is kept as long as the dates stay within it: once a day in a list sorted by
// date.
class KeyCollector final
{
public:
    enum class Days : quint8 { Kept, LeftOut };

    // `expected` articles will come, about.
    KeyCollector(const QTimeZone &zone, Days days, qsizetype expected);

    // `time` in milliseconds since 1970-01-01 UTC, or undatedTime.
    void add(ArticleId id, qint64 time);
    const ArticleSet &articles() const { return m_articles; }

private:
    qint64 dayOf(qint64 time);

    QTimeZone m_zone;
    Days m_days;
    ArticleSet m_articles;
    qint64 m_sectionDay = 0; // Julian day, or undatedDay, of the last section
    qint64 m_day = 0;
    qint64 m_dayStart = 0; // milliseconds since 1970-01-01 UTC
    qint64 m_dayEnd = 0;   // excluded
};
