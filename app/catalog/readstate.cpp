#include "app/catalog/readstate.h"

#include "app/catalog/marksjournal.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsBetweenQuestions = 4096;

using Range = ReadState::Range;

// Adds a range to disjoint ones: where it meets an earlier one it covers it, where a later one it is covered.
QList<Range> with(const QList<Range> &ranges, const Range &added)
{
    QList<qint64> edges{added.from, added.to};
    for (const Range &range : ranges)
        edges << range.from << range.to;
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    QList<Range> result;
    for (qsizetype at = 0; at + 1 < edges.size(); ++at) {
        Range piece{edges[at], edges[at + 1], 0};
        const auto cover = [&piece](const Range &range) {
            if (range.from <= piece.from && piece.to <= range.to)
                piece.since = std::max(piece.since, range.since);
        };
        std::for_each(ranges.cbegin(), ranges.cend(), cover);
        cover(added);
        if (piece.since == 0)
            continue;
        if (!result.isEmpty() && result.last().to == piece.from && result.last().since == piece.since)
            result.last().to = piece.to;
        else
            result << piece;
    }
    return result;
}

bool isIndexedByIdentity(const Database &database)
{
    return hasIndex(database, u"articles_identity"_s);
}

// A horizon from another machine, or from before the archive was moved, names a folder that is not here.
bool isSameArchive(const Horizon &horizon, const QString &open, bool isIndexed, const Database &database)
{
    if (horizon.archive == open)
        return true;
    if (QFileInfo::exists(horizon.archive))
        return false;
    if (horizon.sample.isEmpty() || !isIndexed)
        return QFileInfo(horizon.archive).fileName() == QFileInfo(open).fileName();
    QString ignored;
    Statement known(database, u"SELECT EXISTS(SELECT 1 FROM catalogue.articles WHERE identity=?)"_s);
    const auto there = std::count_if(horizon.sample.cbegin(), horizon.sample.cend(), [&](Identity identity) {
        return firstNumber(known.bind(static_cast<qint64>(identity)), &ignored) == 1;
    });
    return 2 * there >= horizon.sample.size();
}

}

bool ReadState::refresh(const Database &database, const QString &archive, QString *error)
{
    Statement horizons(database, u"SELECT count(*), coalesce(sum(version), 0),"
                                 " (SELECT coalesce(max(id), 0) FROM catalogue.categories),"
                                 " (SELECT coalesce(max(total), 0) FROM catalogue.categories WHERE id=0)"
                                 " FROM marks.horizons"_s);
    if (!horizons.execute(error) || !horizons.next())
        return false;
    Known now{horizons.number(2), horizons.number(3), false, horizons.number(0), horizons.number(1), archive};
    horizons.finish();
    now.isIndexed = now.horizons > 0 && isIndexedByIdentity(database);
    if (now == m_known)
        return true;
    m_ranges.clear();
    m_hasHorizons = false;
    m_known = {};
    if (now.horizons > 0 && !readHorizons(database, now, error))
        return false;
    m_known = now;
    return true;
}

bool ReadState::readHorizons(const Database &database, const Known &known, QString *error)
{
    QHash<std::pair<CategoryId, QString>, CategoryId> named;
    QHash<CategoryId, QList<CategoryId>> children;
    Statement categories(database, u"SELECT id, parent, name FROM catalogue.categories WHERE id<>0"_s);
    for (bool more = categories.execute(error) && categories.next(); more; more = categories.next()) {
        named.insert({categories.number(1), categories.text(2)}, categories.number(0));
        children[categories.number(1)] << categories.number(0);
    }
    QHash<CategoryId, QList<Range>> own;
    QHash<std::pair<QString, QString>, bool> isSame; // by folder and sample
    Statement horizons(database,
                       u"SELECT category, from_ms, to_ms, since, archive, sample FROM marks.horizons"
                       " WHERE active ORDER BY since"_s);
    for (bool more = horizons.execute(error) && horizons.next(); more; more = horizons.next()) {
        const std::pair written(horizons.text(4), horizons.text(5));
        if (!isSame.contains(written))
            isSame.insert(written, isSameArchive({written.first, {}, 0, 0, sampleFromText(written.second)},
                                                 known.archive, known.isIndexed, database));
        if (!isSame.value(written))
            continue;
        const std::optional<QStringList> path = categoryFromText(horizons.text(0));
        CategoryId at = path ? wholeArchive : -1;
        for (const QString &name : path.value_or(QStringList()))
            at = named.value({at, name}, -1);
        if (at >= 0)
            own[at] = with(own[at], {horizons.number(1), horizons.number(2), horizons.number(3)});
    }
    spread(own, children);
    return error->isEmpty() && !categories.hasFailed(error) && !horizons.hasFailed(error);
}

// Downwards: a category has what covers the one above it, and what covers itself.
void ReadState::spread(const QHash<CategoryId, QList<Range>> &own,
                       const QHash<CategoryId, QList<CategoryId>> &children)
{
    struct Step {
        CategoryId category;
        QList<Range> above;
    };
    m_hasHorizons = !own.isEmpty();
    QList<Step> wanted{{wholeArchive, {}}};
    while (!wanted.isEmpty()) {
        auto [category, ranges] = wanted.takeLast();
        for (const Range &range : own.value(category))
            ranges = with(ranges, range);
        if (!ranges.isEmpty())
            m_ranges.insert(category, ranges);
        for (const CategoryId child : children.value(category))
            wanted << Step{child, ranges};
    }
}

MarkVersion ReadState::since(CategoryId category, qint64 time) const
{
    const auto found = m_ranges.constFind(category);
    if (found == m_ranges.cend())
        return 0;
    const auto after = std::upper_bound(found->cbegin(), found->cend(), time,
                                        [](qint64 value, const Range &range) { return value < range.from; });
    if (after == found->cbegin() || time >= std::prev(after)->to)
        return 0;
    return std::prev(after)->since;
}

bool ReadState::isRead(CategoryId category, qint64 time, const ReadOpinion &opinion) const
{
    const MarkVersion covered = m_hasHorizons ? since(category, time) : 0;
    if (opinion.read && opinion.since >= covered)
        return *opinion.read;
    return covered > 0;
}

QList<ReadState::Range> ReadState::ranges(CategoryId category) const
{
    return m_ranges.value(category);
}

std::optional<QHash<CategoryId, int>>
ReadState::countRead(const Database &database, const std::function<bool()> &mayGoOn, QString *error) const
{
    QHash<CategoryId, int> read;
    if (m_hasHorizons && !countCovered(database, hasIndex(database, u"articles_category"_s), &read, error))
        return std::nullopt;
    const auto count = [&read](ArticleId, CategoryId category, bool isRead) {
        read[category] += isRead ? 1 : -1;
    };
    return forEachException(database, mayGoOn, count, error) ? std::optional(read) : std::nullopt;
}

std::optional<std::vector<bool>>
ReadState::exceptions(const Database &database, const std::function<bool()> &mayGoOn, QString *error) const
{
    std::vector<bool> bits;
    const auto note = [&bits](ArticleId id, CategoryId, bool) {
        const auto place = static_cast<size_t>(id);
        if (place >= bits.size())
            bits.resize(place + 1);
        bits[place] = true;
    };
    return forEachException(database, mayGoOn, note, error) ? std::optional(bits) : std::nullopt;
}

// From the side that has no index: the articles have none until some time after the first pass.
bool ReadState::forEachException(const Database &database, const std::function<bool()> &mayGoOn,
                                 const std::function<void(ArticleId, CategoryId, bool isRead)> &use,
                                 QString *error) const
{
    const bool isIndexed = isIndexedByIdentity(database);
    if (!isIndexed && !hasMarks(database))
        return true; // the articles would all be looked at
    const QString marked = u"marks.marks m"_s;
    const QString articles = u"catalogue.articles a"_s;
    const QString time = m_hasHorizons ? u"a.sort_ms"_s : u"0"_s; // not in the index
    Statement rows(database, u"SELECT a.id, a.category, %1, m.read, m.read_since FROM "_s.arg(time) +
                                 (isIndexed ? marked : articles) + u" CROSS JOIN "_s +
                                 (isIndexed ? articles : marked) +
                                 u" ON a.identity=m.identity WHERE m.read IS NOT NULL"_s);
    bool more = rows.execute(error) && rows.next();
    for (int row = 1; more; more = rows.next(), ++row) {
        const CategoryId category = rows.number(1);
        const bool with = isRead(category, rows.number(2), opinionFrom(rows, 3));
        if (with != isRead(category, rows.number(2), {}))
            use(rows.number(0), category, with);
        if (row % rowsBetweenQuestions == 0 && !mayGoOn())
            return false;
    }
    return error->isEmpty() && !rows.hasFailed(error);
}

bool ReadState::countCovered(const Database &database, bool isIndexed, QHash<CategoryId, int> *read,
                             QString *error) const
{
    if (!isIndexed) {
        Statement rows(database, u"SELECT category, sort_ms FROM catalogue.articles"_s);
        for (bool more = rows.execute(error) && rows.next(); more; more = rows.next()) {
            if (since(rows.number(0), rows.number(1)) > 0)
                ++(*read)[rows.number(0)];
        }
        return error->isEmpty() && !rows.hasFailed(error);
    }
    Statement covered(database, u"SELECT count(*) FROM catalogue.articles"
                                " WHERE category=? AND sort_ms>=? AND sort_ms<?"_s);
    for (const auto &[category, ranges] : m_ranges.asKeyValueRange()) {
        for (const Range &range : ranges) {
            const std::optional<qint64> count =
                firstNumber(covered.bind(category).bind(range.from).bind(range.to), error);
            if (!count)
                return false;
            (*read)[category] += static_cast<int>(*count);
        }
    }
    return true;
}

bool hasMarks(const Database &database)
{
    QString ignored;
    Statement any(database, u"SELECT count(*) FROM (SELECT 1 FROM marks.marks LIMIT 1)"_s);
    return firstNumber(any, &ignored) != 0;
}

ReadOpinion opinionFrom(const Statement &row, int column)
{
    ReadOpinion opinion{std::nullopt, row.number(column + 1)};
    if (row.number(column) >= 0)
        opinion.read = row.number(column) == 1;
    return opinion;
}
