#include "app/library/bulkmarking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

const QString shownCategories =
    u"WITH RECURSIVE shown(id) AS (VALUES(?1) UNION SELECT c.id FROM catalogue.categories c"
    " JOIN shown ON c.parent=shown.id) "_s;

struct Place {
    qint64 time = undatedTime;
    CategoryId category = wholeArchive;
};

std::optional<Place> placeOfArticle(const Database &database, ArticleId id, QString *error)
{
    Statement row(database, u"SELECT sort_ms, category FROM catalogue.articles WHERE id=?"_s);
    if (!row.bind(id).execute(error) || !row.next())
        return std::nullopt;
    return Place{row.number(0), row.number(1)};
}

// Behind the newest article, and not behind now.
std::optional<qint64> endOf(const Database &database, CategoryId category, const QDateTime &now,
                            QString *error)
{
    // By their ends where those can be looked up; without the index each would be a pass over all articles.
    const QString maximum = hasIndex(database, u"articles_category"_s)
                                ? u"SELECT coalesce(max((SELECT max(sort_ms) FROM catalogue.articles a"
                                  " WHERE a.category=shown.id)), ?2) FROM shown"_s
                                : u"SELECT coalesce(max(sort_ms), ?2) FROM catalogue.articles"
                                  " WHERE category IN (SELECT id FROM shown)"_s;
    Statement newest(database, shownCategories + maximum);
    const std::optional<qint64> time = firstNumber(newest.bind(category).bind(undatedTime), error);
    return time ? std::optional(std::min(*time + 1, now.toMSecsSinceEpoch())) : std::nullopt;
}

std::optional<QList<Identity>> takeIdentities(Statement &rows, QString *error)
{
    QList<Identity> found;
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next())
        found << Identity{static_cast<quint64>(rows.number(0))};
    return error->isEmpty() && !rows.hasFailed(error) ? std::optional(found) : std::nullopt;
}

// Those that come first by their identity, which is as good as drawn by lot.
std::optional<QList<Identity>> sampleOf(const Database &database, QString *error)
{
    constexpr qint64 enough =
        16; // of which half are still there after years, or on a machine that reads less
    Statement first(database,
                    u"SELECT DISTINCT identity FROM catalogue.articles ORDER BY identity LIMIT ?"_s);
    return takeIdentities(first.bind(enough), error);
}

QString conditionOf(const PartOfList &part)
{
    const QString place = u"(sort_ms, category, id)"_s;
    switch (part.part) {
    case ListPart::Below:
        return place + (part.order == Qt::DescendingOrder ? u"<="_s : u">="_s) + u"(?4, ?5, ?6)"_s;
    case ListPart::Older:
        return u"sort_ms>=?2 AND sort_ms<?4 AND ?5+?6 IS NOT NULL"_s;
    case ListPart::Whole:
        break;
    }
    return u"?4+?5+?6 IS NOT NULL"_s; // all three are bound whatever the part
}

}

std::optional<HorizonPlan> planHorizon(const Database &database, const QString &archive,
                                       const PartOfList &part, const QDateTime &now, QString *error)
{
    std::optional<Place> place = Place();
    if (part.part != ListPart::Whole)
        place = placeOfArticle(database, part.article, error);
    const std::optional<qint64> end = place ? endOf(database, part.category, now, error) : std::nullopt;
    if (!end)
        return std::nullopt;
    HorizonPlan plan{{archive, part.path, undatedTime, *end}, {}};
    if (part.part == ListPart::Older)
        plan.horizon.from = undatedTime + 1;
    if (part.part == ListPart::Below && part.order == Qt::AscendingOrder)
        plan.horizon.from = place->time + 1;
    else if (part.part != ListPart::Whole)
        plan.horizon.to = std::min(place->time, *end);
    plan.horizon.to = std::max(plan.horizon.from, plan.horizon.to);
    Statement rows(database, shownCategories +
                                 u"SELECT DISTINCT identity FROM catalogue.articles WHERE category IN"
                                 " (SELECT id FROM shown) AND (sort_ms<?2 OR sort_ms>=?3) AND "_s +
                                 conditionOf(part));
    rows.bind(part.category).bind(plan.horizon.from).bind(plan.horizon.to);
    rows.bind(place->time).bind(place->category).bind(part.article);
    const std::optional<QList<Identity>> beside = takeIdentities(rows, error);
    const std::optional<QList<Identity>> sample = beside ? sampleOf(database, error) : std::nullopt;
    if (!sample)
        return std::nullopt;
    plan.beside = *beside;
    plan.horizon.sample = *sample;
    return plan;
}

std::optional<QList<Identity>> identitiesOf(const Database &database, const QList<ArticleId> &ids,
                                            QString *error)
{
    QList<Identity> found;
    found.reserve(ids.size());
    Statement row(database, u"SELECT identity FROM catalogue.articles WHERE id=?"_s);
    for (const ArticleId id : ids) {
        if (!row.bind(id).execute(error))
            return std::nullopt;
        if (row.next())
            found << Identity{static_cast<quint64>(row.number(0))};
    }
    return found;
}
