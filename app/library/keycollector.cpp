#include "app/library/keycollector.h"

KeyCollector::KeyCollector(const QTimeZone &zone, Days days, qsizetype expected)
    : m_zone(zone)
    , m_days(days)
{
    m_articles.ids.reserve(expected);
}

void KeyCollector::add(ArticleId id, qint64 time)
{
    if (m_days == Days::Kept) {
        const qint64 day = dayOf(time);
        if (m_articles.days.isEmpty() || day != m_sectionDay) {
            m_sectionDay = day;
            m_articles.days << DaySection{static_cast<int>(m_articles.ids.size()), QDate::fromJulianDay(day)};
        }
    }
    m_articles.ids << id;
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
