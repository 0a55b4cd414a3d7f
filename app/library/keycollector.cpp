#include "app/library/keycollector.h"

#include <QElapsedTimer>

namespace
{

constexpr int rowsBetweenLooks = 1024; // at the timer

}

KeyCollector::KeyCollector(const QTimeZone &zone, Days days)
    : m_zone(zone)
    , m_days(days)
{
}

bool KeyCollector::readFor(int milliseconds, Statement &statement)
{
    QElapsedTimer timer;
    timer.start();
    while (statement.next()) {
        const qint64 day = m_days == Days::Kept ? dayOf(statement.number(1)) : 0;
        m_keys.append(ArticleKey{statement.number(0), day});
        if (m_keys.size() % rowsBetweenLooks == 0 && timer.hasExpired(milliseconds))
            return true;
    }
    return false;
}

qint64 KeyCollector::dayOf(qint64 time)
{
    if (time >= m_dayStart && time < m_dayEnd)
        return m_day;
    const QDate date = QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
    m_day = date.toJulianDay();
    m_dayStart = date.startOfDay(m_zone).toMSecsSinceEpoch();
    m_dayEnd = date.addDays(1).startOfDay(m_zone).toMSecsSinceEpoch();
    return m_day;
}
