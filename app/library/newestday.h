#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/statement.h"

#include <QTimeZone>

#include <optional>

// A day of the archive: from <= sort_ms < to.
struct DayRange {
    QDate day;
    qint64 from = 0;
    qint64 to = 0;
};

// The day in `zone` of the newest article that is no newer than `now`; an invalid day where there is none.
// The catalogue is attached to `database` as "catalogue"; nullopt where it cannot be read.
std::optional<DayRange> newestDay(const Database &database, const QTimeZone &zone, const QDateTime &now,
                                  QString *error);

// Counts the articles of an archive's newest day again and again. Where an index holds the dates it is asked;
// while there is none, as in a first pass, only rows are read that were not there the last time.
class NewestDay final
{
public:
    struct Count {
        QDate day; // as newestDay() says
        int articles = 0;
        bool operator==(const Count &) const = default;
    };

    explicit NewestDay(const QTimeZone &zone);

    void clear(); // another archive, or rows are others now under the same numbers
    // What was removed is noticed.
    std::optional<Count> count(const Database &database, const QDateTime &now, QString *error);

private:
    bool readOn(const Database &database, qint64 now, QString *error);

    const QTimeZone m_zone;
    DayRange m_range;
    int m_articles = 0;   // in it
    qint64 m_rows = 0;    // read so far
    ArticleId m_last = 0; // the greatest of them
};
