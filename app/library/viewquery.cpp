#include "app/library/viewquery.h"

#include "app/catalog/readstate.h"

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsBetweenQuestions = 4096; // some milliseconds

// Articles with their marks, from the side that has no index: the articles have none in a first pass.
QString joined(const Database &database)
{
    return hasIndex(database, u"articles_identity"_s)
               ? u" FROM marks.marks m CROSS JOIN catalogue.articles a ON a.identity=m.identity "_s
               : u" FROM catalogue.articles a CROSS JOIN marks.marks m ON m.identity=a.identity "_s;
}

}

std::optional<QList<ArticleId>> starredArticles(const Database &database,
                                                const std::function<bool()> &mayGoOn, QString *error)
{
    QList<ArticleId> ids;
    if (!hasMarks(database)) // without indexes the articles would all be looked at
        return ids;
    Statement rows(database, u"SELECT a.id"_s + joined(database) + u"WHERE m.starred"_s);
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next()) {
        ids << rows.number(0);
        if (ids.size() % rowsBetweenQuestions == 0 && !mayGoOn())
            return std::nullopt;
    }
    return error->isEmpty() && !rows.hasFailed(error) ? std::optional(ids) : std::nullopt;
}

std::optional<QList<StarredFile>> starredFiles(const Database &database, QString *error)
{
    QList<StarredFile> files;
    Statement rows(database, u"SELECT m.identity, min(a.path)"_s + joined(database) +
                                 u"WHERE m.starred GROUP BY m.identity"_s);
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next())
        files << StarredFile{Identity{static_cast<quint64>(rows.number(0))}, rows.bytes(1)};
    return error->isEmpty() && !rows.hasFailed(error) ? std::optional(files) : std::nullopt;
}

std::optional<std::vector<RecentlyRead>> recentlyRead(const Database &database,
                                                      const std::function<bool()> &mayGoOn, QString *error)
{
    std::vector<RecentlyRead> found;
    if (!hasMarks(database))
        return found;
    Statement rows(database, u"SELECT a.id, m.read_at, m.identity"_s + joined(database) +
                                 u"WHERE m.read_at IS NOT NULL ORDER BY m.read_at DESC, m.identity"_s);
    qint64 time = 0;     // of the row before
    qint64 identity = 0; // of the row before
    bool isAlone = true; // nothing but its copies was read at that moment
    bool more = rows.execute(error) && rows.next();
    for (int row = 1; more && found.size() <= mostRecentlyRead; more = rows.next(), ++row) {
        const bool isSameTime = row > 1 && rows.number(1) == time;
        if (isSameTime && rows.number(2) != identity && std::exchange(isAlone, false))
            found.pop_back();
        if (!isSameTime) {
            isAlone = true;
            found.push_back({rows.number(0), rows.number(1)});
        }
        time = rows.number(1);
        identity = rows.number(2);
        if (row % rowsBetweenQuestions == 0 && !mayGoOn())
            return std::nullopt;
    }
    if (!error->isEmpty() || (!more && rows.hasFailed(error)))
        return std::nullopt;
    if (found.size() > mostRecentlyRead) // the last one tells only whether the one before was alone
        found.resize(mostRecentlyRead);
    return found;
}

std::optional<QList<ArticleId>> articlesOf(const Database &database, const DayRange &day, QString *error)
{
    QList<ArticleId> ids;
    Statement rows(database, u"SELECT id FROM catalogue.articles WHERE sort_ms>=? AND sort_ms<?"_s);
    bool more = rows.bind(day.from).bind(day.to).execute(error) && rows.next();
    for (; more; more = rows.next())
        ids << rows.number(0);
    return error->isEmpty() && !rows.hasFailed(error) ? std::optional(ids) : std::nullopt;
}

std::optional<ViewCounts> countViews(const Database &database, NewestDay &newest, const QDateTime &now,
                                     const std::function<bool()> &mayGoOn, QString *error)
{
    ViewCounts counts;
    const std::optional<QList<ArticleId>> starred = starredArticles(database, mayGoOn, error);
    const auto recent = starred ? recentlyRead(database, mayGoOn, error) : std::nullopt;
    const auto ofNewest = recent ? newest.count(database, now, error) : std::nullopt;
    if (!ofNewest)
        return std::nullopt;
    counts.starred = static_cast<int>(starred->size());
    counts.recentlyRead = static_cast<int>(recent->size());
    counts.newestDay = ofNewest->day;
    counts.newest = ofNewest->articles;
    return counts;
}
