#include "app/catalog/marks.h"

#include "app/catalog/marksbackup.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace
{

qint64 key(Identity identity)
{
    return static_cast<qint64>(identity); // SQLite's numbers are signed
}

// Looked at before the file is opened for writing, which would already change its header.
int schemaOf(const QString &file)
{
    if (!QFile::exists(file))
        return 0;
    QString ignored;
    Database database;
    return database.open(file, DatabaseUse::Reading, &ignored) ? database.schemaNumber(&ignored).value_or(0)
                                                               : 0;
}

bool makeFolderOf(const QString &file, QString *error)
{
    std::error_code code;
    std::filesystem::create_directories(std::filesystem::path(file.toStdU16String()).parent_path(), code);
    if (code)
        *error = QString::fromLocal8Bit(code.message().c_str());
    return !code;
}

}

bool Marks::open(const QString &file, QString *reason)
{
    close();
    if (openFile(file, reason)) {
        m_name = file;
        prepare();
        return true;
    }
    openMemory(file);
    prepare();
    return false;
}

bool Marks::openFile(const QString &file, QString *error)
{
    if (!makeFolderOf(file, error))
        return false;
    const int schema = schemaOf(file);
    m_isNewer = schema > marksSchemaNumber;
    if (m_isNewer) {
        *error = u"newer schema"_s;
        return false;
    }
    // An empty file is no loss only where nothing was ever kept.
    const bool isLost = schema == 0 && !marksBackups(file).isEmpty();
    if (!isLost && schema > 0 && schema < marksSchemaNumber && !keepEarlierSchema(file, schema, error))
        return false;
    if (!isLost && openSound(file, error))
        return true;
    if (!isLost && !m_database.isDamaged())
        return false;
    m_database.close();
    m_repair = repairMarks(file, error);
    return m_repair && openSound(file, error);
}

bool Marks::openSound(const QString &file, QString *error)
{
    return m_database.open(file, DatabaseUse::Precious, error) && bringMarksUpToDate(m_database, error);
}

void Marks::openMemory(const QString &file)
{
    QString error;
    m_name = memoryDatabaseName();
    m_database.close();
    const bool made =
        m_database.open(m_name, DatabaseUse::Precious, &error) && bringMarksUpToDate(m_database, &error);
    Q_ASSERT_X(made, "Marks", qPrintable(error)); // needs nothing but memory
    Q_UNUSED(made);
    if (!m_isNewer)
        salvageMarks(file, m_database, &error);
}

void Marks::prepare()
{
    m_journal = std::make_unique<MarksJournal>(m_database);
    m_find = {m_database, u"SELECT coalesce(read, -1), starred, position, coalesce(read_at, -1), read_since"
                          " FROM marks WHERE identity=?"_s};
    m_tick = {m_database, u"UPDATE clock SET version=max(version+1, ?) RETURNING version"_s};
    m_setRead = {m_database, u"INSERT INTO marks(identity, read, read_since, read_version, read_at)"
                             " VALUES(?1,1,?2,?2,nullif(?3,-1)) ON CONFLICT(identity) DO UPDATE"
                             " SET read=1, read_since=?2, read_version=?2, read_at=iif(?3<0, read_at, ?3)"
                             " WHERE read_version<?2"_s};
    m_setUnread = {m_database,
                   u"INSERT INTO marks(identity, read, read_since, read_version)"
                   " VALUES(?1,0,?2,?2) ON CONFLICT(identity)"
                   " DO UPDATE SET read=0, read_since=?2, read_version=?2 WHERE read_version<?2"_s};
    m_setStarred = {m_database, u"INSERT INTO marks(identity, starred, starred_version) VALUES(?1,?2,?3)"
                                " ON CONFLICT(identity) DO UPDATE SET starred=?2, starred_version=?3"
                                " WHERE starred_version<?3"_s};
    m_visit = {m_database, u"INSERT INTO marks(identity, read_at, read_version) VALUES(?1,?2,?3)"
                           " ON CONFLICT(identity) DO UPDATE SET read_at=?2, read_version=?3"_s};
    m_setPosition = {m_database, u"INSERT INTO marks(identity, position, position_version) VALUES(?1,?2,?3)"
                                 " ON CONFLICT(identity) DO UPDATE SET position=?2, position_version=?3"_s};
    m_addHorizon = {m_database, u"INSERT INTO horizons VALUES(?1,?2,?3,?4,?5,?6,1,?6,?7)"_s};
    wereChangedElsewhere(); // what was there before is no change
}

bool Marks::wereChangedElsewhere()
{
    QString ignored;
    Statement version(m_database, u"PRAGMA data_version"_s);
    const qint64 now = firstNumber(version, &ignored).value_or(m_dataVersion);
    return std::exchange(m_dataVersion, now) != now;
}

void Marks::close()
{
    m_journal.reset();
    for (Statement *statement :
         {&m_find, &m_tick, &m_setRead, &m_setUnread, &m_setStarred, &m_visit, &m_setPosition, &m_addHorizon})
        *statement = {};
    m_database.close();
    m_name.clear();
    m_repair.reset();
    m_isNewer = false;
}

std::optional<Mark> Marks::mark(Identity identity, QString *error)
{
    if (!m_find.bind(key(identity)).execute(error))
        return std::nullopt;
    if (!m_find.next())
        return m_find.hasFailed(error) ? std::nullopt : std::optional(Mark());
    Mark mark{m_find.number(0) == 1, m_find.number(1) != 0, m_find.real(2), {}};
    if (m_find.number(3) >= 0)
        mark.readAt = QDateTime::fromMSecsSinceEpoch(m_find.number(3), Qt::UTC);
    m_find.finish();
    return mark;
}

std::optional<ReadOpinion> Marks::opinion(Identity identity, QString *error)
{
    if (!m_find.bind(key(identity)).execute(error))
        return std::nullopt;
    if (!m_find.next())
        return m_find.hasFailed(error) ? std::nullopt : std::optional(ReadOpinion());
    ReadOpinion opinion{std::nullopt, m_find.number(4)};
    if (m_find.number(0) >= 0)
        opinion.read = m_find.number(0) == 1;
    m_find.finish();
    return opinion;
}

std::optional<MarkVersion> Marks::nextVersion(const QDateTime &now, QString *error)
{
    return firstNumber(m_tick.bind(now.toMSecsSinceEpoch()), error);
}

bool Marks::change(Marking marking, Identity article, const JournalStamp &stamp, QString *error)
{
    const bool isStar = marking == Marking::Starred || marking == Marking::Unstarred;
    if (!m_journal->note(marking, article, stamp, error))
        return false;
    if (isStar)
        return m_setStarred.bind(key(article))
            .bind(qint64(marking == Marking::Starred))
            .bind(stamp.version)
            .execute(error);
    if (marking == Marking::Unread)
        return m_setUnread.bind(key(article)).bind(stamp.version).execute(error);
    return m_setRead.bind(key(article)).bind(stamp.version).bind(stamp.readAt).execute(error);
}

bool Marks::set(Marking marking, const QList<Identity> &articles, const QDateTime &now, QString *error)
{
    Q_ASSERT(marking != Marking::ReadHorizon);
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        const std::optional<JournalStamp> stamp =
            version ? m_journal->begin(marking, articles.size(), 0, *version, now, reason) : std::nullopt;
        return stamp && std::all_of(articles.cbegin(), articles.cend(), [&](Identity article) {
                   return change(marking, article, *stamp, reason);
               });
    };
    return m_database.transact(work, error);
}

std::optional<JournalStamp> Marks::begin(Marking marking, qsizetype articles, const QDateTime &now,
                                         QString *error)
{
    std::optional<JournalStamp> stamp;
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        if (version)
            stamp = m_journal->begin(marking, articles, 0, *version, now, reason);
        return stamp.has_value();
    };
    return m_database.transact(work, error) ? stamp : std::nullopt;
}

bool Marks::setSome(Marking marking, const QList<Identity> &articles, const JournalStamp &stamp,
                    QString *error)
{
    const auto work = [&](QString *reason) {
        return std::all_of(articles.cbegin(), articles.cend(),
                           [&](Identity article) { return change(marking, article, stamp, reason); });
    };
    return m_database.transact(work, error);
}

bool Marks::addHorizon(const Horizon &horizon, const QList<Identity> &beside, const QDateTime &now,
                       QString *error)
{
    // Made up by chance, so that two machines never give the same number.
    const auto id = static_cast<qint64>(QRandomGenerator::system()->generate64() >> 1);
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        const std::optional<JournalStamp> stamp =
            version ? m_journal->begin(Marking::ReadHorizon, beside.size(), id, *version, now, reason)
                    : std::nullopt;
        return stamp &&
               m_addHorizon.bind(id)
                   .bind(horizon.archive)
                   .bind(categoryText(horizon.category))
                   .bind(horizon.from)
                   .bind(horizon.to)
                   .bind(*version)
                   .bind(sampleText(horizon.sample))
                   .execute(reason) &&
               std::all_of(beside.cbegin(), beside.cend(),
                           [&](Identity article) { return change(Marking::Read, article, *stamp, reason); });
    };
    return m_database.transact(work, error);
}

bool Marks::visit(Identity identity, const QDateTime &now, QString *error)
{
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        return version &&
               m_visit.bind(key(identity)).bind(now.toMSecsSinceEpoch()).bind(*version).execute(reason);
    };
    return m_database.transact(work, error);
}

bool Marks::setPosition(Identity identity, double position, const QDateTime &now, QString *error)
{
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        return version && m_setPosition.bind(key(identity))
                              .bind(qBound(0.0, position, 1.0))
                              .bind(*version)
                              .execute(reason);
    };
    return m_database.transact(work, error);
}

qint64 Marks::newestEntry(QString *error)
{
    Statement newest(m_database, u"SELECT coalesce(max(id), 0) FROM journal"_s);
    return firstNumber(newest, error).value_or(0);
}

std::optional<JournalEntry> Marks::undo(const QDateTime &now, QString *error)
{
    return turn(m_journal->lastDone(newestEntry(error), error), now, error);
}

std::optional<JournalEntry> Marks::redo(const QDateTime &now, QString *error)
{
    return turn(m_journal->lastUndone(error), now, error);
}

std::optional<JournalEntry> Marks::revert(qint64 entry, const QDateTime &now, QString *error)
{
    return turn(m_journal->entry(entry, error), now, error);
}

std::optional<JournalEntry> Marks::turn(std::optional<JournalEntry> entry, const QDateTime &now,
                                        QString *error)
{
    if (!entry)
        return std::nullopt;
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        return version && m_journal->turn(*entry, *version, {}, MarksJournal::wholeEntry, reason);
    };
    if (!m_database.transact(work, error))
        return std::nullopt;
    entry->isUndone = !entry->isUndone;
    return entry;
}

std::optional<TurnedPart> Marks::turnPart(const JournalEntry &entry, const TurnedPart &before,
                                          const QDateTime &now, QString *error)
{
    std::optional<TurnedPart> turned;
    const auto work = [&](QString *reason) {
        const std::optional<MarkVersion> version = nextVersion(now, reason);
        if (version)
            turned = m_journal->turn(entry, *version, before, articlesAtOnce, reason);
        return turned.has_value();
    };
    return m_database.transact(work, error) ? turned : std::nullopt;
}

bool Marks::sweepJournal(QString *error)
{
    if (!m_journal->hasForgotten())
        return false;
    bool hasMore = false;
    const auto work = [&](QString *reason) {
        hasMore = m_journal->sweep(articlesAtOnce, reason);
        return reason->isEmpty();
    };
    return m_database.transact(work, error) && hasMore;
}

QList<JournalEntry> Marks::journal(int most, QString *error)
{
    return m_journal->entries(most, error);
}

QString marksFile(const QString &dataFolder)
{
    return dataFolder + u"/marks.sqlite"_s;
}
