#include "app/library/catalogreader.h"

#include "app/catalog/filestamp.h"

using namespace Qt::StringLiterals;

namespace
{

constexpr int previewRows = 256;  // more than any screen holds
constexpr int sliceRows = 32'768; // some 20 ms: the longest that a page of rows waits for a list
constexpr int slicePaths = 4096;  // likewise

// A category with less than this part of the archive is sorted; a larger one is filtered out of the archive's
// order, which costs the whole archive but no sorting.
constexpr qint64 sortedPart = 16;

const QString belowCategory =
    u" category IN (WITH RECURSIVE shown(id) AS (VALUES(?) UNION ALL SELECT c.id FROM catalogue.categories c"
    " JOIN shown ON c.parent=shown.id) SELECT id FROM shown)"_s;

// Titles and authors compare as SQLite's NOCASE does, ASCII letters alike and all else by code point: the
// reader's collation takes ten times as long, which in a million rows nobody would wait for.
QString orderBy(const ArticleSort &sort)
{
    const QString direction = sort.order == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    const QString byDate = u"sort_ms%1, category%1, id%1"_s.arg(direction);
    switch (sort.key) {
    case SortKey::Title:
        return u" ORDER BY title COLLATE NOCASE%1, sort_ms%1, category%1, id%1"_s.arg(direction);
    case SortKey::Author:
        return u" ORDER BY author COLLATE NOCASE%1, sort_ms%1, category%1, id%1"_s.arg(direction);
    case SortKey::Date:
        break;
    }
    return u" ORDER BY "_s + byDate;
}

QDateTime writtenDate(qint64 milliseconds, qint64 offset)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, static_cast<int>(offset));
}

qint64 key(Identity identity)
{
    return static_cast<qint64>(identity);
}

}

CatalogReader::CatalogReader(const QTimeZone &zone, QDateTime (*now)())
    : m_zone(zone)
    , m_now(now)
{
}

CatalogReader::~CatalogReader() = default;

void CatalogReader::openMarks(const QString &file)
{
    m_marksFile = file;
    QString reason;
    if (m_marks.open(file, &reason))
        Q_EMIT marksOpened(file);
    else if (m_marks.isNewer())
        Q_EMIT marksAreNewer();
    else
        Q_EMIT marksUnusable(reason);
    if (m_marks.repair())
        Q_EMIT marksRepaired(*m_marks.repair());
}

void CatalogReader::mendMarks()
{
    m_database.close();
    m_marks.close();
    QString error; // shows again when they are opened
    const std::optional<MarksRepair> repair = repairMarks(m_marksFile, &error);
    openMarks(m_marksFile);
    openCatalogue(m_epoch, m_catalogueName);
    if (repair)
        Q_EMIT marksRepaired(*repair);
}

void CatalogReader::setArchive(const QString &archive)
{
    m_archive = archive;
}

void CatalogReader::openCatalogue(quint64 epoch, const QString &databaseName)
{
    m_epoch = epoch;
    m_catalogueName = databaseName;
    m_readState = {};
    m_list.reset();
    m_wantedPaths.reset();
    m_paths.clear();
    m_database.close();
    QString error;
    if (!databaseName.isEmpty() && !attach(databaseName, &error))
        Q_EMIT catalogueBroken(m_epoch, error);
}

bool CatalogReader::attach(const QString &databaseName, QString *error)
{
    return m_database.open(u":memory:"_s, DatabaseUse::Reading, error) &&
           m_database.attach(m_marks.databaseName(), u"marks"_s, error) &&
           m_database.attach(databaseName, u"catalogue"_s, error);
}

void CatalogReader::close()
{
    openCatalogue(m_epoch, {});
    m_marks.close();
}

void CatalogReader::readCategories(quint64 request)
{
    QString error;
    const std::optional<QHash<CategoryId, int>> read = m_readState.refresh(m_database, m_archive, &error)
                                                           ? m_readState.countRead(
                                                                 m_database, [] { return true; }, &error)
                                                           : std::nullopt;
    Statement all(m_database,
                  u"SELECT id, parent, name, total FROM catalogue.categories WHERE total>0 OR id=0"
                  " ORDER BY id"_s);
    if (!read || !all.execute(&error)) {
        Q_EMIT catalogueBroken(m_epoch, error);
        return;
    }
    QList<CategoryRow> rows;
    QHash<CategoryId, qsizetype> places;
    while (all.next()) {
        const auto total = static_cast<int>(all.number(3));
        places.insert(all.number(0), rows.size());
        rows << CategoryRow{all.number(0), qMax<qint64>(all.number(1), wholeArchive), all.text(2), total,
                            total};
    }
    for (const auto &[id, count] : read->asKeyValueRange()) {
        for (CategoryId at = id; at != wholeArchive && places.contains(at); at = rows[places[at]].parent)
            rows[places[at]].unread -= count;
        if (places.contains(wholeArchive))
            rows[places[wholeArchive]].unread -= count;
    }
    Q_EMIT categoriesRead(request, rows);
}

bool CatalogReader::startList(const ListRequest &request, int most, Statement *statement, QString *error)
{
    Statement totals(m_database, u"SELECT total FROM catalogue.categories WHERE id=?"_s);
    const qint64 all = firstNumber(totals.bind(wholeArchive), error).value_or(0);
    const qint64 below = firstNumber(totals.bind(request.category), error).value_or(0);
    QString sql = u"SELECT id, sort_ms FROM catalogue.articles"_s;
    if (!request.ids.isEmpty()) {
        sql += u" WHERE id IN (SELECT value FROM json_each(?))"_s;
        *statement = Statement(m_database, sql + orderBy(request.sort) + u" LIMIT ?"_s);
        return statement->bind(request.ids).bind(qint64(most)).execute(error);
    }
    if (request.category != wholeArchive) {
        const bool sorted = below * sortedPart < all || request.sort.key != SortKey::Date;
        sql += sorted ? u" WHERE"_s : u" WHERE +"_s;
        sql += belowCategory;
    }
    *statement = Statement(m_database, sql + orderBy(request.sort) + u" LIMIT ?"_s);
    if (request.category != wholeArchive)
        statement->bind(request.category);
    return statement->bind(qint64(most)).execute(error);
}

void CatalogReader::readList(quint64 request, CategoryId category, const ArticleSort &sort, bool withPreview)
{
    m_list.reset();
    m_wantedPaths.reset();
    if (request < m_oldestList)
        return;
    const ListRequest wanted{request, category, sort, {}};
    if (withPreview)
        preview(wanted);
    beginList(wanted);
}

void CatalogReader::readPaths(quint64 request, const QList<QByteArray> &paths, const ArticleSort &sort)
{
    m_list.reset();
    m_wantedPaths = std::make_unique<PathsJob>(
        PathsJob{{request, wholeArchive, sort, {}}, PathResolver(m_database, paths)});
    continuePaths();
}

void CatalogReader::continuePaths()
{
    if (!m_wantedPaths || m_wantedPaths->request.number < m_oldestList) {
        m_wantedPaths.reset();
        return;
    }
    QString error;
    if (m_wantedPaths->paths.resolveSome(slicePaths, &error)) {
        QMetaObject::invokeMethod(this, &CatalogReader::continuePaths, Qt::QueuedConnection);
        return;
    }
    const std::unique_ptr<PathsJob> job = std::move(m_wantedPaths);
    job->request.ids = job->paths.ids();
    if (error.isEmpty())
        beginList(job->request);
    else
        Q_EMIT catalogueBroken(m_epoch, error);
}

void CatalogReader::beginList(const ListRequest &request)
{
    const auto days =
        request.sort.key == SortKey::Date ? KeyCollector::Days::Kept : KeyCollector::Days::LeftOut;
    m_list = std::make_unique<ListJob>(ListJob{request, {}, KeyCollector(m_zone, days)});
    QString error;
    if (startList(request, -1, &m_list->statement, &error)) {
        continueList();
        return;
    }
    m_list.reset();
    Q_EMIT catalogueBroken(m_epoch, error);
}

void CatalogReader::preview(const ListRequest &request)
{
    const auto days =
        request.sort.key == SortKey::Date ? KeyCollector::Days::Kept : KeyCollector::Days::LeftOut;
    KeyCollector collector(m_zone, days);
    Statement statement;
    QString error;
    if (!startList(request, previewRows, &statement, &error))
        return; // the whole list fails too, and says so
    collector.readSome(previewRows, statement);
    QList<ArticleId> ids;
    for (const ArticleKey &entry : collector.keys().mid(0, previewRows / 2))
        ids << entry.id;
    Q_EMIT previewRead(request.number, collector.keys(), rows(ids, &error));
}

void CatalogReader::continueList()
{
    if (!m_list || m_list->request.number < m_oldestList) {
        m_list.reset();
        return;
    }
    if (m_list->keys.readSome(sliceRows, m_list->statement)) {
        QMetaObject::invokeMethod(this, &CatalogReader::continueList, Qt::QueuedConnection);
        return;
    }
    const std::unique_ptr<ListJob> job = std::move(m_list);
    QString error;
    if (job->statement.hasFailed(&error))
        Q_EMIT catalogueBroken(m_epoch, error);
    else
        Q_EMIT listRead(job->request.number, job->keys.keys());
}

void CatalogReader::readRows(quint64 request, const QList<ArticleId> &ids)
{
    QString error;
    const QList<ArticleRow> found = rows(ids, &error);
    if (!error.isEmpty())
        Q_EMIT catalogueBroken(m_epoch, error);
    Q_EMIT rowsRead(request, found);
}

QList<ArticleRow> CatalogReader::rows(const QList<ArticleId> &ids, QString *error)
{
    Statement statement(m_database,
                        u"SELECT path, title, author, date_ms, date_offset, head_image, link,"
                        " a.identity, category, problems, coalesce(m.starred, 0), sort_ms,"
                        " coalesce(m.read, -1), coalesce(m.read_since, 0)"
                        " FROM catalogue.articles a LEFT JOIN marks.marks m ON m.identity=a.identity"
                        " WHERE a.id=?"_s);
    QList<ArticleRow> found;
    m_readState.refresh(m_database, m_archive, error);
    for (const ArticleId id : ids) {
        if (!statement.bind(id).execute(error))
            break;
        if (statement.next())
            found << row(id, statement);
        else if (statement.hasFailed(error))
            break;
    }
    return found;
}

ArticleRow CatalogReader::row(ArticleId id, const Statement &statement)
{
    ArticleRow made;
    made.id = id;
    made.head.path = statement.bytes(0);
    made.head.title = statement.text(1);
    made.head.author = statement.text(2);
    made.head.date = writtenDate(statement.number(3), statement.number(4));
    made.head.headImage = statement.text(5);
    made.head.originalLink = statement.text(6);
    made.head.identity = Identity{static_cast<quint64>(statement.number(7))};
    made.head.categories = categoryPath(statement.number(8));
    made.head.problems = Problems::fromInt(static_cast<quint32>(statement.number(9)));
    made.starred = statement.number(10) != 0;
    made.read = m_readState.isRead(statement.number(8), statement.number(11), opinionFrom(statement, 12));
    return made;
}

const QStringList &CatalogReader::categoryPath(CategoryId id)
{
    const auto kept = m_paths.constFind(id);
    if (kept != m_paths.cend())
        return *kept;
    QStringList path;
    QString ignored;
    Statement statement(m_database, u"SELECT parent, name FROM catalogue.categories WHERE id=?"_s);
    for (CategoryId at = id; at > wholeArchive; at = statement.number(0)) {
        if (!statement.bind(at).execute(&ignored) || !statement.next())
            break;
        path.prepend(statement.text(1));
    }
    return *m_paths.insert(id, path);
}

void CatalogReader::locate(quint64 request, Identity identity)
{
    Statement statement(m_database, u"SELECT max(id), category FROM catalogue.articles WHERE identity=?"_s);
    answerLocated(request, statement.bind(key(identity)));
}

void CatalogReader::locatePath(quint64 request, const QByteArray &path)
{
    Statement statement(m_database,
                        u"SELECT id, category FROM catalogue.articles WHERE place=? AND path=?"_s);
    answerLocated(request, statement.bind(placeOf(path)).bind(path));
}

void CatalogReader::answerLocated(quint64 request, Statement &statement)
{
    QString ignored;
    const bool found = statement.execute(&ignored) && statement.next();
    Q_EMIT located(request, found ? statement.number(0) : 0, found ? statement.number(1) : wholeArchive);
}

void CatalogReader::setRead(Identity identity, bool read)
{
    mark(identity, read ? Marking::Read : Marking::Unread);
}

void CatalogReader::setStarred(Identity identity, bool starred)
{
    mark(identity, starred ? Marking::Starred : Marking::Unstarred);
}

void CatalogReader::mark(Identity identity, Marking marking)
{
    QString error;
    const ReadOpinion before = m_marks.opinion(identity, &error).value_or(ReadOpinion());
    const bool isDone = m_marks.set(marking, {identity}, m_now(), &error);
    if (!isDone)
        endMarking(false, error);
    answerMarked(identity, before);
}

void CatalogReader::answerMarked(Identity identity, const ReadOpinion &before)
{
    QString error;
    std::optional<Mark> mark = m_marks.mark(identity, &error);
    const std::optional<ReadOpinion> now = m_marks.opinion(identity, &error);
    if (!mark || !now)
        return;
    m_readState.refresh(m_database, m_archive, &error);
    QList<CategoryId> categories;
    Statement copies(m_database, u"SELECT category, sort_ms FROM catalogue.articles WHERE identity=?"_s);
    copies.bind(key(identity));
    for (bool more = copies.execute(&error) && copies.next(); more; more = copies.next()) {
        const CategoryId category = copies.number(0);
        const qint64 time = copies.number(1);
        mark->read = m_readState.isRead(category, time, *now);
        if (mark->read != m_readState.isRead(category, time, before))
            categories << category;
    }
    Q_EMIT marked(identity, *mark, categories);
}

void CatalogReader::endMarking(bool isDone, const QString &error)
{
    if (isDone)
        Q_EMIT marksChanged();
    else if (m_marks.isDamaged())
        mendMarks();
    else
        Q_EMIT marksUnusable(error);
}

void CatalogReader::markAll(Marking marking, const QList<ArticleId> &ids)
{
    QString error;
    const std::optional<QList<Identity>> articles = identitiesOf(m_database, ids, &error);
    endMarking(articles && m_marks.set(marking, *articles, m_now(), &error), error);
}

void CatalogReader::markPart(const PartOfList &part)
{
    QString error;
    const std::optional<HorizonPlan> plan = planHorizon(m_database, m_archive, part, m_now(), &error);
    if (plan || !error.isEmpty())
        endMarking(plan && m_marks.addHorizon(plan->horizon, plan->beside, m_now(), &error), error);
}

void CatalogReader::turn(const std::optional<JournalEntry> &entry, const QString &error)
{
    if (entry)
        Q_EMIT turned(*entry);
    else if (error.isEmpty())
        Q_EMIT nothingToTurn();
    if (entry || !error.isEmpty())
        endMarking(entry.has_value(), error);
}

void CatalogReader::undo()
{
    QString error;
    const std::optional<JournalEntry> entry = m_marks.undo(m_now(), &error);
    turn(entry, error);
}

void CatalogReader::redo()
{
    QString error;
    const std::optional<JournalEntry> entry = m_marks.redo(m_now(), &error);
    turn(entry, error);
}

void CatalogReader::revert(qint64 id)
{
    QString error;
    const std::optional<JournalEntry> entry = m_marks.revert(id, m_now(), &error);
    turn(entry, error);
}

void CatalogReader::readJournal(int most)
{
    QString ignored;
    Q_EMIT journalRead(m_marks.journal(most, &ignored));
}

void CatalogReader::visit(Identity identity)
{
    QString error;
    if (!m_marks.visit(identity, m_now(), &error))
        endMarking(false, error);
}

void CatalogReader::setPosition(Identity identity, double position)
{
    QString error;
    if (!m_marks.setPosition(identity, position, m_now(), &error))
        endMarking(false, error);
}

void CatalogReader::readPosition(Identity identity)
{
    QString ignored;
    Q_EMIT positionRead(identity, m_marks.mark(identity, &ignored).value_or(Mark()).position);
}
