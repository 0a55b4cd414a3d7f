#include "app/library/catalogreader.h"

#include "app/library/viewquery.h"

using namespace Qt::StringLiterals;

// The marks: opened and mended, written at once or in parts, taken back, and told of.

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
    copies.bind(isIndexed() ? static_cast<qint64>(identity) : id);
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
    MarkingWork work{++m_newestMarking, MarkingWork::Kind::Marking, marking};
    work.articles = ids.size();
    m_jobs.add([this, job, work]() mutable {
        if (work.number == m_stoppedMarking) {
            endStopped(work);
            return JobState::Done;
        }
        QString error;
        const JobState state = job->doPart(&error);
        work.done = job->done();
        if (state == JobState::Unfinished)
            Q_EMIT markingProgressed(work);
        else
            endJob(state, error);
        if (state == JobState::Done)
            Q_EMIT markingEnded(work);
        return state;
    });
}

void CatalogReader::stopMarking(int number)
{
    m_stoppedMarking = number;
}

// What was marked stays, and can be taken back; what was taken back so far, too.
void CatalogReader::endStopped(MarkingWork work)
{
    endMarking(true, {});
    work.isStopped = true;
    Q_EMIT markingEnded(work);
}

void CatalogReader::markPart(const PartOfList &part)
{
    m_jobs.add([this, part, epoch = m_epoch] {
        QString error;
        std::optional<HorizonPlan> plan;
        if (epoch == m_epoch) // else its numbers mean something else now
            plan = planHorizon(m_database, m_archive, part, m_now(), &error);
        const bool isDone = plan && m_marks.addHorizon(plan->horizon, plan->beside, m_now(), &error);
        if (plan || !error.isEmpty())
            endMarking(isDone, error);
        if (isDone)
            Q_EMIT partMarked(part.part);
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
    MarkingWork work{++m_newestMarking};
    m_jobs.add([this, job, work]() mutable {
        if (work.number == m_stoppedMarking) {
            endStopped(work);
            return JobState::Done;
        }
        QString error;
        const JobState state = job->doPart(&error);
        if (state != JobState::Unfinished) {
            endTurning(*job, state, error);
            return state;
        }
        work.kind = job->entry()->isUndone ? MarkingWork::Kind::DoingAgain : MarkingWork::Kind::TakingBack;
        work.marking = job->entry()->marking;
        work.articles = job->entry()->articles;
        work.done = job->done();
        Q_EMIT markingProgressed(work);
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
    const bool found =
        isIndexed() && title.bind(static_cast<qint64>(identity)).execute(&ignored) && title.next();
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
