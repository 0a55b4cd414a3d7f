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

bool hasBit(const std::vector<bool> &bits, ArticleId id)
{
    return static_cast<size_t>(id) < bits.size() && bits[static_cast<size_t>(id)];
}

std::vector<bool> bitsOf(const QList<ArticleId> &ids)
{
    std::vector<bool> bits;
    const auto greatest = std::max_element(ids.cbegin(), ids.cend());
    bits.resize(greatest == ids.cend() ? 0 : static_cast<size_t>(*greatest) + 1);
    for (const ArticleId id : ids)
        bits[static_cast<size_t>(id)] = true;
    return bits;
}

}

ListReader::ListReader(const QTimeZone &zone, QDateTime (*now)())
    : m_zone(zone)
    , m_now(now)
{
}

void ListReader::openCatalogue(quint64 epoch, const QString &databaseName)
{
    m_epoch = epoch;
    m_shown = {};
    m_unsorted.clear();
    m_recent.clear();
    m_readState = {};
    m_hasMarks = m_isWaiting = false;
    m_database.close();
    QString error;
    if (databaseName.isEmpty())
        return;
    if (!m_database.open(u":memory:"_s, DatabaseUse::Reading, &error) ||
        !m_database.attach(databaseName, u"catalogue"_s, &error) ||
        !m_database.execute(u"PRAGMA catalogue.cache_size=-2048"_s, &error)) // a walk comes by each page once
        Q_EMIT catalogueBroken(m_epoch, error);
}

void ListReader::attachMarks(quint64 epoch, const QString &databaseName, const QString &marksName,
                             const QString &archive)
{
    if (epoch != m_epoch)
        return;
    const bool isWaiting = m_isWaiting;
    if (m_hasMarks) // they were mended, and are another file now
        openCatalogue(epoch, databaseName);
    m_archive = archive;
    QString error;
    m_hasMarks = m_database.attach(marksName, u"marks"_s, &error) &&
                 m_database.execute(u"PRAGMA marks.cache_size=-2048"_s, &error); // walked over as well
    if (!m_hasMarks)
        Q_EMIT catalogueBroken(m_epoch, error);
    else if (isWaiting)
        readList(m_request);
}

void ListReader::readList(const ListRequest &request)
{
    m_request = request;
    const bool needsMarks = request.view != ArticleView::Category || request.isReadHidden;
    m_isWaiting = needsMarks && !m_hasMarks && !request.paths;
    if (m_isWaiting)
        return;
    if (isAbandoned())
        return;
    QString error;
    bool isFound = false;
    // SQLite sorts a long list in one step.
    m_database.patiently([this] { return !isAbandoned(); }, [&] { isFound = find(&error); });
    if (!isFound && !error.isEmpty() && !isAbandoned())
        Q_EMIT catalogueBroken(m_epoch, error);
}

bool ListReader::find(QString *error)
{
    if (m_request.paths)
        return findPaths(error);
    if (m_request.view != ArticleView::Category && m_request.view != ArticleView::Unread)
        return findView(error);
    std::optional<ListScope> scope = listScope(m_database, m_request.category, error);
    const bool isFiltered = m_request.view == ArticleView::Unread || m_request.isReadHidden;
    if (!scope || (isFiltered && !leaveOutRead(&*scope, error)))
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
    if (!previewUnsorted(scope, error) || !m_unsorted.readOn(m_database, mayGoOn, error))
        return false;
    answer(m_unsorted.byDate(scope, m_request.sort.order, m_zone), true);
    return true;
}

// Of an archive that is opened once more before its indexes were made: all else in it is read and sorted
// first.
bool ListReader::previewUnsorted(const ListScope &scope, QString *error)
{
    const bool isOpening = m_request.isFresh && m_request.around == 0 && m_unsorted.isEmpty();
    const bool isWhole = scope.category == wholeArchive && !scope.filter;
    if (!isOpening || !isWhole || scope.articles <= previewRows)
        return true;
    Statement rows = firstRows(m_database, m_request.sort, previewRows);
    KeyCollector keys = collector(previewRows);
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next())
        keys.add(rows.number(0), rows.number(1));
    if (!error->isEmpty() || rows.hasFailed(error))
        return false;
    answer(keys.articles(), false);
    m_request.isFresh = false; // as in preview()
    return true;
}

bool ListReader::findSorted(const ListScope &scope, QString *error)
{
    Statement rows = sortedRows(m_database, scope.category, m_request.sort);
    KeyCollector keys = collector(scope.articles);
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next()) {
        if (scope.shows(rows.number(0), rows.number(2), rows.number(1)))
            keys.add(rows.number(0), rows.number(1));
    }
    if (!error->isEmpty() || rows.hasFailed(error))
        return false;
    answer(keys.articles(), true);
    return true;
}

bool ListReader::findPaths(QString *error)
{
    const std::optional<QList<ArticleId>> ids = resolvePaths(
        m_database, *m_request.paths, [this] { return !isAbandoned(); }, error);
    return ids && findChosen(*ids, error);
}

bool ListReader::findChosen(const QList<ArticleId> &ids, QString *error)
{
    Statement rows = chosenRows(m_database, ids, m_request.sort);
    KeyCollector keys = collector(ids.size());
    for (bool more = rows.execute(error) && rows.next(); more; more = rows.next())
        keys.add(rows.number(0), rows.number(1));
    if (!error->isEmpty() || rows.hasFailed(error))
        return false;
    answer(keys.articles(), true);
    return true;
}

bool ListReader::findView(QString *error)
{
    if (m_request.view == ArticleView::RecentlyRead)
        return findRecent(error);
    if (m_request.view == ArticleView::Newest) {
        const std::optional<DayRange> day = newestDay(m_database, m_zone, m_now(), error);
        std::optional<QList<ArticleId>> ids = day ? articlesOf(m_database, *day, error) : std::nullopt;
        if (ids)
            *ids << m_request.revealed;
        return ids && findChosen(*ids, error);
    }
    std::optional<QList<ArticleId>> ids = starredArticles(
        m_database, [this] { return !isAbandoned(); }, error);
    if (ids && !m_request.isFresh)
        *ids << m_shown.ids;
    if (ids)
        *ids << m_request.revealed;
    return ids && findChosen(*ids, error);
}

bool ListReader::findRecent(QString *error)
{
    if (m_request.isFresh || m_recent.empty()) {
        auto recent = recentlyRead(
            m_database, [this] { return !isAbandoned(); }, error);
        if (!recent)
            return false;
        m_recent = std::move(*recent);
    }
    KeyCollector keys(m_zone, KeyCollector::Days::Kept, static_cast<qsizetype>(m_recent.size()));
    Statement isThere(m_database, u"SELECT count(*) FROM articles WHERE id=?"_s);
    for (const RecentlyRead &article : m_recent) {
        if (firstNumber(isThere.bind(article.id), error).value_or(0) > 0)
            keys.add(article.id, article.readAt);
    }
    if (!error->isEmpty())
        return false;
    answer(keys.articles(), true);
    return true;
}

bool ListReader::refreshRead(std::vector<bool> *exceptions, QString *error)
{
    if (!m_readState.refresh(m_database, m_archive, error))
        return false;
    auto found = m_readState.exceptions(
        m_database, [this] { return !isAbandoned(); }, error);
    if (found)
        *exceptions = std::move(*found);
    return found.has_value();
}

bool ListReader::leaveOutRead(ListScope *scope, QString *error)
{
    std::vector<bool> exceptions;
    if (!refreshRead(&exceptions, error))
        return false;
    const std::vector<bool> kept = m_request.isFresh ? std::vector<bool>() : bitsOf(m_shown.ids);
    scope->filter = [this, exceptions, kept](ArticleId id, CategoryId category, qint64 time) {
        return id == m_request.revealed || hasBit(kept, id) ||
               m_readState.isRead(category, time, {}) == hasBit(exceptions, id);
    };
    return true;
}

bool ListReader::walk(const ListScope &scope, QString *error)
{
    KeyCollector keys = collector(scope.articles);
    Statement rows = walkedRows(m_database, m_request.sort, WalkPart::Whole);
    bool more = rows.execute(error) && rows.next();
    for (int step = 0; more; more = rows.next()) {
        if (scope.shows(rows.number(0), rows.number(2), rows.number(1)))
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
    Statement row(m_database, u"SELECT category, sort_ms FROM articles WHERE id=?"_s);
    return row.bind(m_request.around).execute(error) && row.next() &&
           scope.shows(m_request.around, row.number(0), row.number(1));
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
            if (scope.shows(rows.number(0), rows.number(2), rows.number(1)))
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
    if (found.empty() && scope.filter)
        return true; // they may all come later: nothing is said yet
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

void ListReader::findUnread(quint64 request, ArticleId from, bool isForward)
{
    QString error;
    std::vector<bool> exceptions;
    if (!m_hasMarks || !refreshRead(&exceptions, &error)) {
        Q_EMIT unreadFound(request, 0);
        return;
    }
    Statement row(m_database, u"SELECT category, sort_ms FROM articles WHERE id=?"_s);
    const auto isUnread = [&](ArticleId id) {
        if (!m_readState.hasHorizons())
            return !hasBit(exceptions, id);
        const bool isThere = row.bind(id).execute(&error) && row.next();
        return isThere && m_readState.isRead(row.number(0), row.number(1), {}) == hasBit(exceptions, id);
    };
    const QList<ArticleId> &ids = m_shown.ids;
    const qsizetype step = isForward ? 1 : -1;
    const qsizetype place = ids.indexOf(from);
    qsizetype at = place >= 0 ? place + step : (isForward ? 0 : ids.size() - 1);
    while (at >= 0 && at < ids.size() && !isUnread(ids[at]))
        at += step;
    Q_EMIT unreadFound(request, at >= 0 && at < ids.size() ? ids[at] : 0);
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
