#include "app/library/listreader.h"
#include "app/library/pathresolver.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int previewRows = 256;            // more than any screen holds
constexpr int rowsAround = previewRows / 2; // before the article that the preview is about
constexpr int mostPreviewSteps = 65'536;    // some 20 ms; a category may be far from the walk's beginning
constexpr int rowsBetweenQuestions = 4096;  // a millisecond

}

ListReader::ListReader(const QTimeZone &zone)
    : m_zone(zone)
{
}

void ListReader::openCatalogue(quint64 epoch, const QString &databaseName)
{
    m_epoch = epoch;
    m_shown = {};
    m_unsorted.clear();
    m_database.close();
    QString error;
    if (databaseName.isEmpty())
        return;
    if (!m_database.open(databaseName, DatabaseUse::Reading, &error) ||
        !m_database.execute(u"PRAGMA cache_size=-2048"_s, &error)) // a walk comes by each page once
        Q_EMIT catalogueBroken(m_epoch, error);
}

void ListReader::readList(const ListRequest &request)
{
    m_request = request;
    QString error;
    if (!isAbandoned() && !find(&error) && !error.isEmpty())
        Q_EMIT catalogueBroken(m_epoch, error);
}

bool ListReader::find(QString *error)
{
    if (m_request.paths)
        return findPaths(error);
    const std::optional<ListScope> scope = listScope(m_database, m_request.category, error);
    if (!scope)
        return false;
    if (!isIndexed(m_database, m_request.sort.key))
        return findUnsorted(*scope, error);
    m_unsorted.clear();
    if (isSmall(*scope, m_request.sort.key))
        return findSorted(*scope, error);
    return (!m_request.isFresh || preview(*scope, error)) && walk(*scope, error);
}

KeyCollector ListReader::collector(qsizetype expected) const
{
    const bool isDated = m_request.sort.key == SortKey::Date;
    return {m_zone, isDated ? KeyCollector::Days::Kept : KeyCollector::Days::LeftOut, expected};
}

bool ListReader::findUnsorted(const ListScope &scope, QString *error)
{
    const auto mayGoOn = [this] { return !isAbandoned(); };
    if (m_request.sort.key != SortKey::Date) {
        const std::optional<ArticleSet> articles =
            UnsortedArticles::byText(m_database, scope, m_request.sort, mayGoOn, error);
        if (articles)
            answer(*articles, true);
        return articles.has_value();
    }
    if (!m_unsorted.readOn(m_database, mayGoOn, error))
        return false;
    answer(m_unsorted.byDate(scope, m_request.sort.order, m_zone), true);
    return true;
}

bool ListReader::findSorted(const ListScope &scope, QString *error)
{
    Statement rows = sortedRows(m_database, scope.category, m_request.sort);
    return answerRows(rows, scope.articles, error);
}

bool ListReader::findPaths(QString *error)
{
    const std::optional<QList<ArticleId>> ids = resolvePaths(
        m_database, *m_request.paths, [this] { return !isAbandoned(); }, error);
    if (!ids)
        return false;
    Statement rows = chosenRows(m_database, *ids, m_request.sort);
    return answerRows(rows, ids->size(), error);
}

bool ListReader::answerRows(Statement &rows, qsizetype expected, QString *error)
{
    KeyCollector keys = collector(expected);
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next())
        keys.add(rows.number(0), rows.number(1));
    if (!error->isEmpty() || rows.hasFailed(error))
        return false;
    answer(keys.articles(), true);
    return true;
}

bool ListReader::walk(const ListScope &scope, QString *error)
{
    KeyCollector keys = collector(scope.articles);
    Statement rows = walkedRows(m_database, m_request.sort, WalkPart::Whole);
    bool more = rows.execute(error) && rows.next();
    for (int step = 0; more; more = rows.next()) {
        if (scope.contains(rows.number(2)))
            keys.add(rows.number(0), rows.number(1));
        if (++step % rowsBetweenQuestions == 0 && isAbandoned())
            return false;
    }
    if (!error->isEmpty() || rows.hasFailed(error))
        return false;
    answer(keys.articles(), true);
    return true;
}

bool ListReader::isInList(const ListScope &scope, QString *error) const
{
    Statement category(m_database, u"SELECT category FROM articles WHERE id=?"_s);
    const std::optional<qint64> home = firstNumber(category.bind(m_request.around), error);
    return home && scope.contains(*home);
}

bool ListReader::preview(const ListScope &scope, QString *error)
{
    struct Row {
        ArticleId id = 0;
        qint64 time = 0;
    };
    std::vector<Row> found;
    const auto collect = [&](WalkPart part, size_t most) {
        Statement rows = walkedRows(m_database, m_request.sort, part, m_request.around);
        bool more = rows.execute(error) && rows.next();
        for (int step = 0; more && found.size() < most && step < mostPreviewSteps;
             more = rows.next(), ++step) {
            if (scope.contains(rows.number(2)))
                found.push_back({rows.number(0), rows.number(1)});
        }
        return error->isEmpty() && !rows.hasFailed(error);
    };
    const bool isAround = isInList(scope, error);
    if (!error->isEmpty() || (isAround && !collect(WalkPart::Before, rowsAround)))
        return false;
    std::reverse(found.begin(), found.end());
    if (!collect(isAround ? WalkPart::From : WalkPart::Whole, previewRows))
        return false;
    KeyCollector keys = collector(previewRows);
    for (const Row &row : found)
        keys.add(row.id, row.time);
    answer(keys.articles(), false);
    m_request.isFresh = false; // the whole list is the same one, only longer
    return true;
}

void ListReader::findTitle(quint64 request, const QString &text, ArticleId from)
{
    QString error;
    const std::optional<QSet<ArticleId>> titled = titledArticles(m_database, text, &error);
    const QList<ArticleId> &ids = m_shown.ids;
    const auto matches = [&](ArticleId id) { return titled && titled->contains(id); };
    const auto place = ids.cbegin() + std::max<qsizetype>(0, ids.indexOf(from));
    auto found = std::find_if(place, ids.cend(), matches);
    if (found == ids.cend())
        found = std::find_if(ids.cbegin(), place, matches);
    Q_EMIT titleFound(request, found != ids.cend() && matches(*found) ? *found : 0);
}

void ListReader::answer(const ArticleSet &articles, bool isWhole)
{
    if (isAbandoned())
        return;
    ArticleChange change = changeBetween(m_shown, articles);
    change.isFresh = m_request.isFresh;
    m_shown = articles;
    QList<ArticleId> shown;
    if (change.isFresh) {
        const qsizetype place = articles.ids.indexOf(m_request.around);
        shown = articles.ids.mid(std::max<qsizetype>(0, place - rowsAround / 2), rowsAround);
    }
    Q_EMIT listFound(m_request.number, change, shown, isWhole);
}
