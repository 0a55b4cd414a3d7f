#include "app/library/newestday.h"

#include "app/library/listquery.h"

using namespace Qt::StringLiterals;

namespace
{

DayRange dayOf(qint64 time, const QTimeZone &zone)
{
    DayRange range;
    range.day = QDateTime::fromMSecsSinceEpoch(time, zone).date();
    range.from = range.day.startOfDay(zone).toMSecsSinceEpoch();
    range.to = range.day.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    return range;
}

std::optional<NewestDay::Count> countByIndex(const Database &database, const DayRange &range, QString *error)
{
    Statement count(database, u"SELECT count(*) FROM catalogue.articles WHERE sort_ms>=? AND sort_ms<?"_s);
    const std::optional<qint64> articles = firstNumber(count.bind(range.from).bind(range.to), error);
    return articles ? std::optional(NewestDay::Count{range.day, static_cast<int>(*articles)}) : std::nullopt;
}

}

std::optional<DayRange> newestDay(const Database &database, const QTimeZone &zone, const QDateTime &now,
                                  QString *error)
{
    // One step where there is an index, and one walk over the archive while there is none yet.
    Statement newest(database, u"SELECT sort_ms FROM catalogue.articles WHERE sort_ms<=?"
                               " ORDER BY sort_ms DESC LIMIT 1"_s);
    const qint64 time = firstNumber(newest.bind(now.toMSecsSinceEpoch()), error).value_or(undatedTime);
    if (!error->isEmpty())
        return std::nullopt;
    return time == undatedTime ? DayRange() : dayOf(time, zone);
}

NewestDay::NewestDay(const QTimeZone &zone)
    : m_zone(zone)
{
}

void NewestDay::clear()
{
    m_range = {};
    m_articles = 0;
    m_rows = m_last = 0;
}

std::optional<NewestDay::Count> NewestDay::count(const Database &database, const QDateTime &now,
                                                 QString *error)
{
    if (isIndexed(database, SortKey::Date)) {
        clear();
        const std::optional<DayRange> range = newestDay(database, m_zone, now, error);
        return range ? countByIndex(database, *range, error) : std::nullopt;
    }
    const qint64 time = now.toMSecsSinceEpoch();
    if (!readOn(database, time, error))
        return std::nullopt;
    // Counted last: whatever else came meanwhile, more rows than there are means that some were removed.
    Statement count(database, u"SELECT total FROM catalogue.categories WHERE id=0"_s);
    if (firstNumber(count, error).value_or(0) < m_rows) {
        clear();
        readOn(database, time, error);
    }
    return error->isEmpty() ? std::optional(Count{m_range.day, m_articles}) : std::nullopt;
}

bool NewestDay::readOn(const Database &database, qint64 now, QString *error)
{
    Statement rows(database, u"SELECT id, sort_ms FROM catalogue.articles WHERE id>? ORDER BY id"_s);
    for (bool more = rows.bind(m_last).execute(error) && rows.next(); more; more = rows.next()) {
        m_last = rows.number(0);
        ++m_rows;
        const qint64 time = rows.number(1);
        if (time == undatedTime || time > now || (m_range.day.isValid() && time < m_range.from))
            continue;
        if (!m_range.day.isValid() || time >= m_range.to) {
            m_range = dayOf(time, m_zone);
            m_articles = 0;
        }
        ++m_articles;
    }
    return error->isEmpty() && !rows.hasFailed(error);
}
