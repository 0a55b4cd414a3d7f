#include "app/library/catalogreader.h"

#include "app/catalog/filestamp.h"
#include "app/library/viewquery.h"

using namespace Qt::StringLiterals;

namespace
{

QDateTime writtenDate(qint64 milliseconds, qint64 offset)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, static_cast<int>(offset));
}

qint64 key(Identity identity)
{
    return static_cast<qint64>(identity);
}

}

CatalogReader::CatalogReader(QDateTime (*now)())
    : m_now(now)
    , m_jobs(this) // moves to the reader's thread with it
{
    connect(&m_jobs, &JobQueue::emptied, this, &CatalogReader::sweep);
}

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
    openCatalogue(m_epoch, m_catalogueName, m_archive);
    if (repair)
        Q_EMIT marksRepaired(*repair);
}

void CatalogReader::openCatalogue(quint64 epoch, const QString &databaseName, const QString &archive)
{
    m_epoch = epoch;
    m_catalogueName = databaseName;
    m_archive = archive;
    m_readState = {};
    m_isIndexed = false;
    m_paths.clear();
    m_database.close();
    QString error;
    if (databaseName.isEmpty())
        return;
    if (attach(databaseName, &error))
        Q_EMIT catalogueOpened(epoch, databaseName, m_marks.databaseName(), archive);
    else
        Q_EMIT catalogueBroken(epoch, error);
}

bool CatalogReader::attach(const QString &databaseName, QString *error)
{
    return m_database.open(u":memory:"_s, DatabaseUse::Reading, error) &&
           m_database.attach(m_marks.databaseName(), u"marks"_s, error) &&
           m_database.attach(databaseName, u"catalogue"_s, error);
}

void CatalogReader::close()
{
    m_jobs.finish();
    openCatalogue(m_epoch, {}, {});
    m_marks.close();
}

// Without the index, as while a first pass runs, one question by identity would read the whole archive.
bool CatalogReader::isIndexed()
{
    if (!m_isIndexed) {
        QString ignored;
        Statement indexes(m_database, u"SELECT count(*) FROM catalogue.sqlite_schema WHERE type='index' AND"
                                      " name IN ('articles_identity', 'articles_place')"_s);
        m_isIndexed = firstNumber(indexes, &ignored).value_or(0) == 2;
    }
    return m_isIndexed;
}

void CatalogReader::completeList(quint64 request, const ArticleChange &change, const QList<ArticleId> &shown,
                                 bool isWhole)
{
    QString ignored; // whoever looks at the rows asks for them again
    Q_EMIT listRead(request, change, rows(shown, &ignored), isWhole);
}

void CatalogReader::readRows(quint64 request, const QList<ArticleId> &ids)
{
    QString error;
    const QList<ArticleRow> found = rows(ids, &error);
    if (!error.isEmpty())
        Q_EMIT catalogueBroken(m_epoch, error);
    Q_EMIT rowsRead(request, found);
}

void CatalogReader::readArticles(quint64 epoch, const QList<ArticleId> &ids)
{
    QString ignored; // whoever stumbles over a broken catalogue for the list mends it
    Q_EMIT articlesRead(epoch, epoch == m_epoch ? rows(ids, &ignored) : QList<ArticleRow>());
}

QList<ArticleRow> CatalogReader::rows(const QList<ArticleId> &ids, QString *error)
{
    Statement statement(m_database,
                        u"SELECT path, title, author, date_ms, date_offset, head_image, link,"
                        " a.identity, category, problems, coalesce(m.starred, 0), sort_ms,"
                        " coalesce(m.read, -1), coalesce(m.read_since, 0), coalesce(m.position, 0)"
                        " FROM catalogue.articles a LEFT JOIN marks.marks m ON m.identity=a.identity"
                        " WHERE a.id=?"_s);
    QList<ArticleRow> found;
    m_readState.refresh(m_database, m_archive, error);
    Statement category(m_database, u"SELECT parent, name FROM catalogue.categories WHERE id=?"_s);
    for (const ArticleId id : ids) {
        if (!statement.bind(id).execute(error))
            break;
        if (statement.next())
            found << row(id, statement, category);
        else if (statement.hasFailed(error))
            break;
    }
    return found;
}

ArticleRow CatalogReader::row(ArticleId id, const Statement &statement, Statement &category)
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
    made.head.categories = categoryPath(statement.number(8), category);
    made.head.problems = Problems::fromInt(static_cast<quint32>(statement.number(9)));
    made.starred = statement.number(10) != 0;
    made.position = statement.real(14);
    made.read = m_readState.isRead(statement.number(8), statement.number(11), opinionFrom(statement, 12));
    return made;
}

const QStringList &CatalogReader::categoryPath(CategoryId id, Statement &category)
{
    const auto kept = m_paths.constFind(id);
    if (kept != m_paths.cend())
        return *kept;
    QStringList path;
    QString ignored;
    for (CategoryId at = id; at > wholeArchive; at = category.number(0)) {
        if (!category.bind(at).execute(&ignored) || !category.next())
            break;
        path.prepend(category.text(1));
    }
    return *m_paths.insert(id, path);
}

void CatalogReader::locate(quint64 request, Identity identity)
{
    Statement statement(m_database,
                        u"SELECT max(id), category, identity FROM catalogue.articles WHERE identity=?"_s);
    answerLocated(request, statement.bind(key(identity)), identity);
}

void CatalogReader::locatePath(quint64 request, const QByteArray &path)
{
    Statement statement(m_database,
                        u"SELECT id, category, identity FROM catalogue.articles WHERE place=? AND path=?"_s);
    answerLocated(request, statement.bind(placeOf(path)).bind(path), {});
}

void CatalogReader::answerLocated(quint64 request, Statement &statement, Identity wanted)
{
    QString ignored;
    const bool found = isIndexed() && statement.execute(&ignored) && statement.next();
    const bool isThere = found && statement.number(0) > 0; // the greatest of none is a row as well
    const ArticleId id = isThere ? statement.number(0) : 0;
    Q_EMIT located(request, id, isThere ? statement.number(1) : wholeArchive,
                   isThere ? Identity{static_cast<quint64>(statement.number(2))} : wanted);
    if (!isThere)
        return;
    const QList<ArticleRow> article = rows({id}, &ignored);
    if (!article.isEmpty())
        Q_EMIT rowLocated(request, article.first());
}

void CatalogReader::setRead(ArticleId id, Identity identity, bool read)
{
    mark(id, identity, read ? Marking::Read : Marking::Unread);
}

void CatalogReader::setStarred(ArticleId id, Identity identity, bool starred)
{
    mark(id, identity, starred ? Marking::Starred : Marking::Unstarred);
}

void CatalogReader::mark(ArticleId id, Identity identity, Marking marking)
{
    QString error;
    const ReadOpinion before = m_marks.opinion(identity, &error).value_or(ReadOpinion());
    const bool isDone = m_marks.set(marking, {identity}, m_now(), &error);
    if (!isDone)
        endMarking(false, error);
    answerMarked(id, identity, before);
    sweep();
}

void CatalogReader::answerMarked(ArticleId id, Identity identity, const ReadOpinion &before)
{
    QString error;
    std::optional<Mark> mark = m_marks.mark(identity, &error);
    const std::optional<ReadOpinion> now = m_marks.opinion(identity, &error);
    if (!mark || !now)
        return;
    m_readState.refresh(m_database, m_archive, &error);
    QList<CategoryId> categories;
    Statement copies(m_database, isIndexed()
                                     ? u"SELECT category, sort_ms FROM catalogue.articles WHERE identity=?"_s
                                     : u"SELECT category, sort_ms FROM catalogue.articles WHERE id=?"_s);
    copies.bind(isIndexed() ? key(identity) : id);
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

void CatalogReader::endJob(JobState state, const QString &error)
{
    endMarking(state == JobState::Done, error);
    if (state == JobState::Failed)
        Q_EMIT marksChanged(); // as far as it came
}

void CatalogReader::markAll(Marking marking, const QList<ArticleId> &ids)
{
    const auto job = std::make_shared<MarkingJob>(m_marks, m_catalogueName, marking, ids, m_now());
    m_jobs.add([this, job] {
        QString error;
        const JobState state = job->doPart(&error);
        if (state != JobState::Unfinished)
            endJob(state, error);
        return state;
    });
}

void CatalogReader::markPart(const PartOfList &part)
{
    m_jobs.add([this, part, epoch = m_epoch] {
        QString error;
        std::optional<HorizonPlan> plan;
        if (epoch == m_epoch) // else its numbers mean something else now
            plan = planHorizon(m_database, m_archive, part, m_now(), &error);
        if (plan || !error.isEmpty())
            endMarking(plan && m_marks.addHorizon(plan->horizon, plan->beside, m_now(), &error), error);
        return JobState::Done;
    });
}

void CatalogReader::sweep()
{
    QString ignored; // it is tried again
    if (m_jobs.isEmpty() && m_marks.sweepJournal(&ignored))
        QMetaObject::invokeMethod(this, &CatalogReader::sweep, Qt::QueuedConnection);
}

void CatalogReader::turn(const TurningJob::Find &find)
{
    const auto job = std::make_shared<TurningJob>(m_marks, find, m_now());
    m_jobs.add([this, job] {
        QString error;
        const JobState state = job->doPart(&error);
        if (state != JobState::Unfinished)
            endTurning(*job, state, error);
        return state;
    });
}

void CatalogReader::endTurning(const TurningJob &job, JobState state, const QString &error)
{
    if (state == JobState::Done && !job.entry()) {
        Q_EMIT nothingToTurn();
        return;
    }
    if (state == JobState::Done)
        Q_EMIT turned(*job.entry());
    endJob(state, error);
}

void CatalogReader::undo()
{
    QString ignored;
    const qint64 newest = m_marks.newestEntry(&ignored); // not what is marked while others have their turn
    turn([this, newest](QString *error) { return m_marks.lastDone(newest, error); });
}

void CatalogReader::redo()
{
    turn([this](QString *error) { return m_marks.lastUndone(error); });
}

void CatalogReader::revert(qint64 id)
{
    turn([this, id](QString *error) { return m_marks.entry(id, error); });
}

void CatalogReader::readJournal(int most)
{
    QString ignored;
    QList<JournalEntry> entries = m_marks.journal(most, &ignored);
    for (JournalEntry &entry : entries) {
        if (entry.articles == 1)
            entry.title = titleOf(entry.first);
    }
    Q_EMIT journalRead(entries);
}

QString CatalogReader::titleOf(Identity identity)
{
    QString ignored;
    Statement title(m_database, u"SELECT title FROM catalogue.articles WHERE identity=? LIMIT 1"_s);
    const bool found = isIndexed() && title.bind(key(identity)).execute(&ignored) && title.next();
    return found ? title.text(0) : QString();
}

void CatalogReader::readHistory()
{
    QString ignored;
    QList<ReadArticle> articles;
    const auto found = recentlyRead(
        m_database, [] { return true; }, &ignored);
    for (const RecentlyRead &one : found.value_or(std::vector<RecentlyRead>())) {
        for (const ArticleRow &article : rows({one.id}, &ignored))
            articles << ReadArticle{article, QDateTime::fromMSecsSinceEpoch(one.readAt, Qt::UTC)};
    }
    Q_EMIT historyRead(articles);
}

void CatalogReader::lookForMarks()
{
    if (m_marks.wereChangedElsewhere())
        Q_EMIT marksChanged();
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
