#include "app/images/imageindex.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace
{

constexpr int schemaVersion = 1;

bool isError(const QSqlError &error)
{
    return error.type() != QSqlError::NoError;
}

// SQLite's primary result codes for a file that is no database any more.
bool isCorrupt(const QSqlError &error)
{
    constexpr int primaryCode = 0xff;
    constexpr int sqliteCorrupt = 11;
    constexpr int sqliteNotADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    return code == sqliteCorrupt || code == sqliteNotADatabase;
}

QSqlError run(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.exec(statement);
    return query.lastError();
}

} // namespace

ImageIndex::ImageIndex()
    // Unique among all connections alive.
    : m_connectionName(u"image-index-%1"_s.arg(quintptr(this), 0, 16))
{
}

ImageIndex::~ImageIndex()
{
    close();
}

bool ImageIndex::open(const QString &path, QString *error)
{
    close();
    m_path = path;
    const QSqlError failure = openFile();
    if (!isError(failure))
        return true;
    if (isCorrupt(failure))
        return replace(error);
    *error = failure.text();
    close();
    return false;
}

std::optional<ImageFacts> ImageIndex::facts(const QString &key)
{
    std::optional<ImageFacts> facts;
    QString ignored;
    if (isCorrupt(read(key, &facts)))
        replace(&ignored);
    return facts;
}

bool ImageIndex::setFacts(const QString &key, const ImageFacts &facts, QString *error)
{
    QSqlError failure = write(key, facts);
    if (isCorrupt(failure) && replace(error))
        failure = write(key, facts);
    if (!isError(failure))
        return true;
    *error = failure.text();
    return false;
}

void ImageIndex::remove(const QString &key)
{
    QSqlQuery query(database());
    query.prepare(u"DELETE FROM picture WHERE key = ?"_s);
    query.addBindValue(key);
    query.exec();
}

void ImageIndex::close()
{
    if (!QSqlDatabase::contains(m_connectionName))
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

// Put aside, not deleted: whoever wants to look at it can.
bool ImageIndex::replace(QString *error)
{
    close();
    const QString aside = m_path + ".damaged"_L1;
    QFile::remove(aside);
    if (QFile::exists(m_path) && !QFile::rename(m_path, aside)) {
        *error = u"%1: damaged, and cannot be renamed"_s.arg(m_path);
        return false;
    }
    // A log left behind would be played back into the new file.
    QFile::remove(m_path + "-wal"_L1);
    QFile::remove(m_path + "-shm"_L1);
    const QSqlError failure = openFile();
    *error = failure.text();
    return !isError(failure);
}

QSqlDatabase ImageIndex::database() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

QSqlError ImageIndex::openFile()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    connection.setDatabaseName(m_path);
    return connection.open() ? prepareSchema() : connection.lastError();
}

QSqlError ImageIndex::prepareSchema()
{
    QSqlQuery query(database());
    if (!query.exec(u"PRAGMA user_version"_s) || !query.next())
        return query.lastError();
    const int found = query.value(0).toInt();
    query.finish();
    if (found > schemaVersion)
        return QSqlError({}, u"%1: schema %2 is newer"_s.arg(m_path).arg(found), QSqlError::UnknownError);
    QStringList statements{u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s};
    if (found == 0) {
        statements << u"CREATE TABLE IF NOT EXISTS picture (key TEXT PRIMARY KEY, length INTEGER NOT NULL,"
                      " sha256 BLOB NOT NULL, type INTEGER NOT NULL, width INTEGER NOT NULL,"
                      " height INTEGER NOT NULL, stored INTEGER NOT NULL) WITHOUT ROWID"_s
                   << u"PRAGMA user_version = %1"_s.arg(schemaVersion);
    }
    statements << u"SELECT key FROM picture LIMIT 1"_s; // damage shows now rather than at the first picture
    for (const QString &statement : std::as_const(statements)) {
        if (const QSqlError error = run(database(), statement); isError(error))
            return error;
    }
    return {};
}

QSqlError ImageIndex::read(const QString &key, std::optional<ImageFacts> *facts) const
{
    QSqlQuery query(database());
    query.prepare(u"SELECT length, sha256, type, width, height, stored FROM picture WHERE key = ?"_s);
    query.addBindValue(key);
    if (query.exec() && query.next()) {
        *facts = {query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toInt(),
                  QSize(query.value(3).toInt(), query.value(4).toInt()), query.value(5).toLongLong()};
    }
    return query.lastError();
}

QSqlError ImageIndex::write(const QString &key, const ImageFacts &facts) const
{
    QSqlQuery query(database());
    query.prepare(u"INSERT OR REPLACE INTO picture (key, length, sha256, type, width, height, stored)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?)"_s);
    query.addBindValue(key);
    query.addBindValue(facts.length);
    query.addBindValue(facts.sha256);
    query.addBindValue(facts.type);
    query.addBindValue(facts.size.width());
    query.addBindValue(facts.size.height());
    query.addBindValue(facts.stored);
    query.exec();
    return query.lastError();
}
