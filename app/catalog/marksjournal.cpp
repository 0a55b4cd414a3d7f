#include "app/catalog/marksjournal.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostEntries = 1000;
constexpr qint64 mostArticles = 2'000'000; // of all entries: some 100 MB

const QString entryColumns =
    u"SELECT j.id, j.marking, j.at, j.articles, j.undone, coalesce((SELECT identity FROM journal_changes"
    " WHERE entry=j.id LIMIT 1), 0), coalesce(h.archive, ''), coalesce(h.category, '[]'),"
    " coalesce(h.from_ms, 0), coalesce(h.to_ms, 0) FROM journal j LEFT JOIN horizons h ON h.id=j.horizon"_s;

JournalEntry entryFrom(const Statement &row)
{
    JournalEntry entry;
    entry.id = row.number(0);
    entry.marking = static_cast<Marking>(row.number(1));
    entry.at = QDateTime::fromMSecsSinceEpoch(row.number(2), Qt::UTC);
    entry.articles = row.number(3);
    entry.isUndone = row.number(4) != 0;
    entry.first = Identity{static_cast<quint64>(row.number(5))};
    if (entry.marking == Marking::ReadHorizon)
        entry.horizon = {row.text(6), categoryFromText(row.text(7)).value_or(QStringList()), row.number(8),
                         row.number(9)};
    return entry;
}

// What an undone entry has to find, and what it brings: the other side of what it found when it was done.
struct Sides {
    QString from;
    QString to;
};

Sides sidesOf(const JournalEntry &entry)
{
    return entry.isUndone ? Sides{u"before"_s, u"after"_s} : Sides{u"after"_s, u"before"_s};
}

}

QString categoryText(const QStringList &path)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(path)).toJson(QJsonDocument::Compact));
}

std::optional<QStringList> categoryFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    QStringList path;
    for (const QJsonValue &part : document.array()) {
        if (!part.isString())
            return std::nullopt;
        path << part.toString();
    }
    return path;
}

QString sampleText(const QList<Identity> &sample)
{
    QStringList words;
    for (const Identity identity : sample)
        words << u"%1"_s.arg(static_cast<quint64>(identity), 16, 16, QLatin1Char('0'));
    return words.join(u' ');
}

QList<Identity> sampleFromText(const QString &text)
{
    QList<Identity> sample;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const quint64 number = word.toULongLong(&isNumber, 16);
        if (isNumber)
            sample << Identity{number};
    }
    return sample;
}

MarksJournal::MarksJournal(Database &database)
    : m_database(database)
    , m_begin(database, u"INSERT INTO journal(at, marking, articles, horizon) VALUES(?,?,?,?) RETURNING id"_s)
    , m_noteRead(database, u"INSERT OR IGNORE INTO journal_changes SELECT ?1, ?2, coalesce(m.read, -1),"
                           " coalesce(m.read_since, 0), coalesce(m.read_at, -1), ?3, ?4, iif(?5<0,"
                           " coalesce(m.read_at, -1), ?5) FROM (SELECT 1) LEFT JOIN marks m ON m.identity=?2"
                           " WHERE coalesce(m.read_version, 0)<?4"_s)
    , m_noteStar(database, u"INSERT OR IGNORE INTO journal_changes SELECT ?1, ?2, coalesce(m.starred, 0), 0,"
                           " 0, ?3, 0, 0 FROM (SELECT 1) LEFT JOIN marks m ON m.identity=?2"
                           " WHERE coalesce(m.starred_version, 0)<?4"_s)
{
}

std::optional<JournalStamp> MarksJournal::begin(Marking marking, qsizetype articles, qint64 horizon,
                                                MarkVersion version, const QDateTime &now, QString *error)
{
    const qint64 at = now.toMSecsSinceEpoch();
    m_begin.bind(at).bind(qint64(marking)).bind(qint64(articles)).bind(horizon);
    const std::optional<qint64> id = firstNumber(m_begin, error);
    if (!id || !forget(*id, error))
        return std::nullopt;
    const bool isReading = articles == 1 && marking == Marking::Read;
    return JournalStamp{*id, version, isReading ? at : -1};
}

bool MarksJournal::forget(qint64 newest, QString *error)
{
    Statement old(m_database, u"SELECT coalesce(group_concat(id), ''), coalesce(sum(articles), 0) FROM"
                              " (SELECT id, undone, articles, sum(articles) OVER (ORDER BY id DESC) AS later"
                              " FROM journal) WHERE undone>0 OR id<=?1-?2 OR (later>?3 AND id<?1)"_s);
    if (!old.bind(newest).bind(mostEntries).bind(mostArticles).execute(error) || !old.next())
        return false;
    const QString ids = u'[' + old.text(0) + u']';
    const bool areFew = old.number(1) <= articlesAtOnce;
    old.finish();
    if (ids.size() == 2)
        return true;
    m_hasForgotten = m_hasForgotten || !areFew;
    Statement changes(m_database,
                      u"DELETE FROM journal_changes WHERE entry IN (SELECT value FROM json_each(?))"_s);
    if (areFew && !changes.bind(ids).execute(error))
        return false;
    Statement entries(m_database, u"DELETE FROM journal WHERE id IN (SELECT value FROM json_each(?))"_s);
    return entries.bind(ids).execute(error);
}

bool MarksJournal::sweep(qsizetype most, QString *error)
{
    if (!m_hasForgotten)
        return false;
    // From entry to entry by the index, which has them all: each is looked up in no time.
    Statement forgotten(m_database,
                        u"WITH RECURSIVE found(id) AS (SELECT min(entry) FROM journal_changes UNION ALL"
                        " SELECT (SELECT min(entry) FROM journal_changes WHERE entry>found.id)"
                        " FROM found WHERE id IS NOT NULL) SELECT id FROM found"
                        " WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM journal) LIMIT 1"_s);
    const std::optional<qint64> entry = firstNumber(forgotten, error);
    m_hasForgotten = entry.has_value();
    if (!entry)
        return false;
    Statement changes(m_database,
                      u"DELETE FROM journal_changes WHERE entry=?1 AND identity IN (SELECT identity"
                      " FROM journal_changes WHERE entry=?1 ORDER BY identity LIMIT ?2)"_s);
    return changes.bind(*entry).bind(qint64(most)).execute(error);
}

bool MarksJournal::note(Marking marking, Identity article, const JournalStamp &stamp, QString *error)
{
    const auto identity = static_cast<qint64>(article);
    if (marking == Marking::Starred || marking == Marking::Unstarred)
        return m_noteStar.bind(stamp.entry)
            .bind(identity)
            .bind(qint64(marking == Marking::Starred))
            .bind(stamp.version)
            .execute(error);
    return m_noteRead.bind(stamp.entry)
        .bind(identity)
        .bind(qint64(marking != Marking::Unread))
        .bind(stamp.version)
        .bind(stamp.readAt)
        .execute(error);
}

std::optional<JournalEntry> MarksJournal::one(Statement &statement, QString *error)
{
    if (!statement.execute(error) || !statement.next())
        return std::nullopt;
    return entryFrom(statement);
}

std::optional<JournalEntry> MarksJournal::lastDone(qint64 newest, QString *error)
{
    Statement last(m_database, entryColumns + u" WHERE j.undone=0 AND j.id<=? ORDER BY j.id DESC LIMIT 1"_s);
    return one(last.bind(newest), error);
}

std::optional<JournalEntry> MarksJournal::lastUndone(QString *error)
{
    Statement last(m_database, entryColumns + u" WHERE j.undone>0 ORDER BY j.undone DESC LIMIT 1"_s);
    return one(last, error);
}

std::optional<JournalEntry> MarksJournal::entry(qint64 id, QString *error)
{
    Statement found(m_database, entryColumns + u" WHERE j.id=?"_s);
    return one(found.bind(id), error);
}

QList<JournalEntry> MarksJournal::entries(int most, QString *error)
{
    QList<JournalEntry> found;
    Statement all(m_database, entryColumns + u" ORDER BY j.id DESC LIMIT ?"_s);
    for (bool more = all.bind(qint64(most)).execute(error) && all.next(); more; more = all.next())
        found << entryFrom(all);
    return found;
}

std::optional<TurnedPart> MarksJournal::turn(const JournalEntry &entry, MarkVersion version,
                                             const TurnedPart &before, qsizetype most, QString *error)
{
    constexpr qint64 end = std::numeric_limits<qint64>::max();
    Statement nextOne(m_database, u"SELECT identity FROM journal_changes WHERE entry=? AND identity>=?"
                                  " ORDER BY identity LIMIT 1 OFFSET ?"_s);
    const std::optional<qint64> next =
        firstNumber(nextOne.bind(entry.id).bind(before.next).bind(qint64(most)), error);
    if (!error->isEmpty() || !turnArticles(entry, version, before.next, next ? *next - 1 : end, error))
        return std::nullopt;
    if (next)
        return TurnedPart{*next, before.turned + most, false};
    Statement horizon(m_database, u"UPDATE horizons SET active=?2, version=?3"
                                  " WHERE id=(SELECT horizon FROM journal WHERE id=?1)"_s);
    Statement noted(m_database, u"UPDATE journal SET undone=?2 WHERE id=?1"_s);
    const bool isDone = horizon.bind(entry.id).bind(qint64(entry.isUndone)).bind(version).execute(error) &&
                        noted.bind(entry.id).bind(entry.isUndone ? 0 : version).execute(error);
    return isDone ? std::optional(TurnedPart{end, before.turned, true}) : std::nullopt;
}

bool MarksJournal::turnArticles(const JournalEntry &entry, MarkVersion version, qint64 first, qint64 last,
                                QString *error)
{
    const auto [from, to] = sidesOf(entry);
    const bool isStar = entry.marking == Marking::Starred || entry.marking == Marking::Unstarred;
    const QString stars = u"UPDATE marks SET starred=c.%2, starred_version=?2 FROM journal_changes c"
                          " WHERE c.entry=?1 AND c.identity BETWEEN ?3 AND ?4 AND c.identity=marks.identity"
                          " AND marks.starred=c.%1"_s;
    const QString reads =
        u"UPDATE marks SET read=nullif(c.%2, -1), read_since=c.%2_since, read_at=nullif(c.%2_at, -1),"
        " read_version=?2 FROM journal_changes c WHERE c.entry=?1 AND c.identity BETWEEN ?3 AND ?4"
        " AND c.identity=marks.identity AND coalesce(marks.read, -1)=c.%1 AND marks.read_since=c.%1_since"_s;
    Statement changes(m_database, (isStar ? stars : reads).arg(from, to));
    return changes.bind(entry.id).bind(version).bind(first).bind(last).execute(error);
}
