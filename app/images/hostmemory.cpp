#include "app/images/hostmemory.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr int schemaVersion = 1; // another one is made anew: what is here is learnt again

// 16 bytes of an address' hash: addresses are long, and so are lists of what is gone. No address holds a line
// break.
QByteArray keyOf(const QUrl &address, const QUrl &referrer)
{
    QByteArray asked = address.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment);
    if (!referrer.isEmpty())
        asked += '\n' + referrer.toEncoded(QUrl::FullyEncoded);
    return QCryptographicHash::hash(asked, QCryptographicHash::Sha256).first(16);
}

}

HostMemory::HostMemory()
    // Unique among all connections alive.
    : m_connectionName(u"host-memory-%1"_s.arg(quintptr(this), 0, 16))
{
}

HostMemory::~HostMemory()
{
    if (!QSqlDatabase::contains(m_connectionName))
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

bool HostMemory::open(const QString &file, QString *error)
{
    if (!QSqlDatabase::contains(m_connectionName)) // here, for a connection belongs to its thread
        QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    const QString memory = u":memory:"_s;
    if (use(file.isEmpty() ? memory : file, error))
        return true;
    database().close();
    for (const auto ending : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(file + ending);
    if (use(file, error))
        return true;
    QString ignored;
    use(memory, &ignored);
    return false;
}

bool HostMemory::use(const QString &name, QString *error)
{
    QSqlDatabase connection = database();
    connection.close();
    connection.setDatabaseName(name);
    if (connection.open()) {
        if (!prepare(error))
            return false;
        readStandInHosts();
        return true;
    }
    *error = connection.lastError().text();
    return false;
}

bool HostMemory::prepare(QString *error) const
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next()) {
        *error = query.lastError().text();
        return false;
    }
    const int found = query.value(0).toInt();
    query.finish();
    if (found != 0 && found != schemaVersion) {
        *error = u"schema %1"_s.arg(found);
        return false;
    }
    for (const QString &statement :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s,
          u"CREATE TABLE IF NOT EXISTS worked(host TEXT PRIMARY KEY, rung INTEGER NOT NULL) WITHOUT ROWID"_s,
          u"CREATE TABLE IF NOT EXISTS gone(address BLOB PRIMARY KEY, status TEXT NOT NULL) WITHOUT ROWID"_s,
          u"CREATE TABLE IF NOT EXISTS dead(host TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID"_s,
          // Both came later; an older Lectern lets them be.
          u"CREATE TABLE IF NOT EXISTS standin(id INTEGER PRIMARY KEY, host TEXT NOT NULL,"
          " digest BLOB NOT NULL, verdict INTEGER NOT NULL, climbs INTEGER NOT NULL,"
          " UNIQUE(host, digest))"_s,
          u"CREATE TABLE IF NOT EXISTS workedscheme(host TEXT PRIMARY KEY, scheme TEXT NOT NULL)"
          " WITHOUT ROWID"_s,
          u"PRAGMA user_version=%1"_s.arg(schemaVersion)}) {
        if (!query.exec(statement)) {
            *error = query.lastError().text();
            return false;
        }
    }
    return true;
}

QSqlDatabase HostMemory::database() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

QVariant HostMemory::value(const QString &sql, const QVariant &key) const
{
    QSqlQuery query(database());
    query.prepare(sql);
    query.addBindValue(key);
    return query.exec() && query.next() ? query.value(0) : QVariant();
}

// What cannot be written is learnt again.
void HostMemory::run(const QString &sql, const QList<QVariant> &values) const
{
    QSqlQuery query(database());
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    query.exec();
}

std::optional<WorkedWay> HostMemory::worked(const QString &host) const
{
    const QVariant rung = value(u"SELECT rung FROM worked WHERE host=?"_s, host);
    if (rung.isNull() || rung.toInt() < 0 || rung.toInt() > int(Rung::PublicArchive))
        return std::nullopt;
    WorkedWay way{Rung(rung.toInt())};
    if (way.rung == Rung::OtherScheme)
        way.scheme = value(u"SELECT scheme FROM workedscheme WHERE host=?"_s, host).toString();
    return way;
}

void HostMemory::setWorked(const QString &host, const WorkedWay &way)
{
    run(u"INSERT OR REPLACE INTO worked VALUES(?, ?)"_s, {host, int(way.rung)});
    if (way.rung == Rung::OtherScheme)
        run(u"INSERT OR REPLACE INTO workedscheme VALUES(?, ?)"_s, {host, way.scheme});
    run(u"DELETE FROM dead WHERE host=?"_s, {host});
}

void HostMemory::forgetWorked(const std::function<bool(const QString &)> &isMeant)
{
    QStringList meant;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.exec(u"SELECT host FROM worked"_s);
    while (query.next()) {
        if (isMeant(query.value(0).toString()))
            meant << query.value(0).toString();
    }
    query.finish();
    for (const QString &host : std::as_const(meant))
        run(u"DELETE FROM worked WHERE host=?"_s, {host});
}

QString HostMemory::gone(const QUrl &address, const QUrl &referrer) const
{
    return value(u"SELECT status FROM gone WHERE address=?"_s, keyOf(address, referrer)).toString();
}

void HostMemory::setGone(const QUrl &address, const QString &status, const QUrl &referrer)
{
    run(u"INSERT OR REPLACE INTO gone VALUES(?, ?)"_s, {keyOf(address, referrer), status});
}

bool HostMemory::isDead(const QString &host, qint64 now) const
{
    const QVariant since = value(u"SELECT since FROM dead WHERE host=?"_s, host);
    const qint64 age = now - since.toLongLong(); // below 0 where the clock went back
    return !since.isNull() && age >= 0 && age < restOfTheDead;
}

void HostMemory::setDead(const QString &host, qint64 now)
{
    run(u"INSERT OR REPLACE INTO dead VALUES(?, ?)"_s, {host, now});
}

std::optional<StandInRecord> HostMemory::standIn(const QString &host, const QByteArray &digest) const
{
    if (!hasStandIns(host))
        return std::nullopt;
    QSqlQuery query(database());
    query.prepare(u"SELECT verdict, climbs FROM standin WHERE host=? AND digest=?"_s);
    query.addBindValue(host);
    query.addBindValue(digest);
    if (!query.exec() || !query.next())
        return std::nullopt;
    const int verdict = query.value(0).toInt();
    const bool isKnown = verdict >= 0 && verdict <= int(StandIn::Accepted);
    return StandInRecord{isKnown ? StandIn(verdict) : StandIn::No, query.value(1).toInt()};
}

void HostMemory::setStandIn(const QString &host, const QByteArray &digest, const StandInRecord &record)
{
    m_standInHosts.insert(host);
    run(u"INSERT OR REPLACE INTO standin(host, digest, verdict, climbs) VALUES(?, ?, ?, ?)"_s,
        {host, digest, int(record.verdict), record.vainClimbs});
    run(u"DELETE FROM standin WHERE id <= (SELECT max(id) FROM standin) - ?"_s, {mostStandIns});
}

void HostMemory::readStandInHosts()
{
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.exec(u"SELECT DISTINCT host FROM standin"_s);
    m_standInHosts.clear();
    while (query.next())
        m_standInHosts.insert(query.value(0).toString());
}

void HostMemory::forgetFailures(const QUrl &address, const QUrl &referrer)
{
    run(u"DELETE FROM gone WHERE address=?"_s, {keyOf(address, referrer)});
    run(u"DELETE FROM dead WHERE host=?"_s, {address.host()});
}
