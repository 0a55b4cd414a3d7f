#include "app/catalog/marksmerger.h"

#include "app/catalog/marksjournal.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace
{

bool isVersion(MarkVersion version, MarkVersion latest)
{
    return version >= 0 && version <= latest;
}

// By this connection, since it was opened.
qint64 changesOf(const Database &database)
{
    QString ignored;
    Statement changes(database, u"SELECT total_changes()"_s);
    return firstNumber(changes, &ignored).value_or(0);
}

}

MarksMerger::MarksMerger(Database &database)
    : m_changesBefore(changesOf(database))
    , m_database(database)
    , m_read(database, u"INSERT INTO marks(identity, read, read_since, read_at, read_version)"
                       " VALUES(?1,nullif(?2,-1),?3,nullif(?4,-1),?5) ON CONFLICT(identity) DO UPDATE SET"
                       " read=excluded.read, read_since=excluded.read_since, read_at=excluded.read_at,"
                       " read_version=excluded.read_version WHERE (?5,?2,?3,?4)>"
                       "(read_version,coalesce(read,-1),read_since,coalesce(read_at,-1))"_s)
    , m_starred(database, u"INSERT INTO marks(identity, starred, starred_version) VALUES(?1,?2,?3)"
                          " ON CONFLICT(identity) DO UPDATE SET starred=?2, starred_version=?3"
                          " WHERE (?3,?2)>(starred_version,starred)"_s)
    , m_position(database, u"INSERT INTO marks(identity, position, position_version) VALUES(?1,?2,?3)"
                           " ON CONFLICT(identity) DO UPDATE SET position=?2, position_version=?3"
                           " WHERE (?3,?2)>(position_version,position)"_s)
    , m_horizon(
          database,
          u"INSERT INTO horizons VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9) ON CONFLICT(id) DO UPDATE"
          " SET archive=?2, category=?3, from_ms=?4, to_ms=?5, since=?6, active=?7, version=?8, sample=?9"
          " WHERE (?8,?7,?6,?5,?4,?3,?2,?9)>"
          "(version,active,since,to_ms,from_ms,category,archive,sample)"_s)
{
}

bool MarksMerger::merge(const MarkRecord &record, QString *error)
{
    m_latest = std::max(
        {m_latest, record.readVersion, record.opinion.since, record.starredVersion, record.positionVersion});
    const auto identity = static_cast<qint64>(record.identity);
    const qint64 read = record.opinion.read ? qint64(*record.opinion.read) : -1;
    return m_read.bind(identity)
               .bind(read)
               .bind(record.opinion.since)
               .bind(record.readAt)
               .bind(record.readVersion)
               .execute(error) &&
           m_starred.bind(identity).bind(qint64(record.starred)).bind(record.starredVersion).execute(error) &&
           m_position.bind(identity).bind(record.position).bind(record.positionVersion).execute(error);
}

bool MarksMerger::merge(const HorizonRecord &record, QString *error)
{
    m_latest = std::max({m_latest, record.version, record.since});
    return m_horizon.bind(record.id)
        .bind(record.horizon.archive)
        .bind(categoryText(record.horizon.category))
        .bind(record.horizon.from)
        .bind(record.horizon.to)
        .bind(record.since)
        .bind(qint64(record.active))
        .bind(record.version)
        .bind(sampleText(record.horizon.sample))
        .execute(error);
}

bool MarksMerger::hasChanged() const
{
    return changesOf(m_database) > m_changesBefore;
}

bool MarksMerger::finish(QString *error)
{
    Statement clock(m_database, u"UPDATE clock SET version=max(version, ?1)+?2 WHERE version<?1 OR ?2"_s);
    return clock.bind(m_latest).bind(qint64(hasChanged())).execute(error);
}

std::optional<MarkVersion> marksVersion(const Database &database, QString *error)
{
    Statement clock(database, u"SELECT version FROM clock"_s);
    return firstNumber(clock, error);
}

bool isSound(const MarkRecord &record, MarkVersion latest)
{
    return isVersion(record.opinion.since, latest) && isVersion(record.readVersion, latest) &&
           isVersion(record.starredVersion, latest) && isVersion(record.positionVersion, latest) &&
           record.readAt >= -1 && record.readAt <= latest && std::isfinite(record.position) &&
           record.position >= 0 && record.position <= 1;
}

bool isSound(const HorizonRecord &record, MarkVersion latest)
{
    return record.id > 0 && isVersion(record.since, latest) && isVersion(record.version, latest) &&
           !record.horizon.archive.isEmpty() && record.horizon.from <= record.horizon.to;
}

bool eachMark(const Database &database, Qt::SortOrder order,
              const std::function<bool(const MarkRecord &)> &take, QString *error)
{
    Statement all(database, u"SELECT identity, coalesce(read, -1), read_since, coalesce(read_at, -1),"
                            " read_version, starred, starred_version, position, position_version FROM marks"
                            " ORDER BY identity "_s +
                                (order == Qt::AscendingOrder ? u"ASC"_s : u"DESC"_s));
    for (bool more = all.execute(error) && all.next(); more; more = all.next()) {
        MarkRecord record;
        record.identity = Identity{static_cast<quint64>(all.number(0))};
        if (all.number(1) >= 0)
            record.opinion.read = all.number(1) != 0;
        record.opinion.since = all.number(2);
        record.readAt = all.number(3);
        record.readVersion = all.number(4);
        record.starred = all.number(5) != 0;
        record.starredVersion = all.number(6);
        record.position = all.real(7);
        record.positionVersion = all.number(8);
        if (!take(record))
            return true;
    }
    return error->isEmpty() && !all.hasFailed(error);
}

bool eachHorizon(const Database &database, const std::function<bool(const HorizonRecord &)> &take,
                 QString *error)
{
    QString ignored;
    Statement column(database, u"SELECT count(*) FROM pragma_table_info('horizons') WHERE name='sample'"_s);
    const QString sample = firstNumber(column, &ignored).value_or(0) > 0 ? u"sample"_s : u"''"_s;
    Statement all(database, u"SELECT id, archive, category, from_ms, to_ms, since, active, version, "_s +
                                sample + u" FROM horizons ORDER BY id"_s);
    for (bool more = all.execute(error) && all.next(); more; more = all.next()) {
        HorizonRecord record;
        record.id = all.number(0);
        record.horizon = {all.text(1), categoryFromText(all.text(2)).value_or(QStringList()), all.number(3),
                          all.number(4), sampleFromText(all.text(8))};
        record.since = all.number(5);
        record.active = all.number(6) != 0;
        record.version = all.number(7);
        if (!take(record))
            return true;
    }
    return error->isEmpty() && !all.hasFailed(error);
}
