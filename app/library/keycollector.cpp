#include "app/library/keycollector.h"

KeyCollector::KeyCollector(const QTimeZone &zone, Days days)
    : m_zone(zone)
    , m_days(days)
{
}

bool KeyCollector::readSome(int rows, Statement &statement)
{
    for (int row = 0; row < rows; ++row) {
        if (!statement.next())
            return false;
        const qint64 day = m_days == Days::Kept ? dayOf(statement.number(1)) : 0;
        m_keys.append(ArticleKey{statement.number(0), day});
    }
    return true;
}

qint64 KeyCollector::dayOf(qint64 time)
{
    if (time >= m_dayStart && time < m_dayEnd)
        return m_day;
    if (time == undatedTime)
        return undatedDay;
    const QDate date = QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
    m_day = date.toJulianDay();
    m_dayStart = date.startOfDay(m_zone).toMSecsSinceEpoch();
    m_dayEnd = date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
    return m_day;
}
