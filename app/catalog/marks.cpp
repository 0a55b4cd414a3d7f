#include "app/catalog/marks.h"

#include <QFile>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace
{

qint64 key(Identity identity)
{
    return static_cast<qint64>(identity); // SQLite's numbers are signed
}

// Looked at before the file is opened for writing, which would already change its header.
bool isNewer(const QString &file)
{
    if (!QFile::exists(file))
        return false;
    QString ignored;
    Database database;
    return database.open(file, DatabaseUse::Reading, &ignored) &&
           database.schemaNumber(&ignored).value_or(0) > Marks::schemaNumber;
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
    close();
    QString error;
    m_name = memoryDatabaseName();
    const bool made = m_database.open(m_name, DatabaseUse::Precious, &error) && makeTables(&error);
    Q_ASSERT_X(made, "Marks", qPrintable(error)); // needs nothing but memory
    Q_UNUSED(made);
    prepare();
    return false;
}

bool Marks::openFile(const QString &file, QString *error)
{
    std::error_code code;
    std::filesystem::create_directories(std::filesystem::path(file.toStdU16String()).parent_path(), code);
    if (code) {
        *error = QString::fromLocal8Bit(code.message().c_str());
        return false;
    }
    if (isNewer(file)) {
        *error = u"newer schema"_s;
        return false;
    }
    return m_database.open(file, DatabaseUse::Precious, error) && makeTables(error);
}

bool Marks::makeTables(QString *error)
{
    const auto make = [this](QString *reason) {
        return m_database.execute(u"CREATE TABLE IF NOT EXISTS marks(identity INTEGER PRIMARY KEY,"
                                  " read INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,"
                                  " position REAL NOT NULL DEFAULT 0, read_at INTEGER)"_s,
                                  reason) &&
               m_database.setSchemaNumber(schemaNumber, reason); // also shows whether it can be written
    };
    return m_database.transact(make, error);
}

void Marks::prepare()
{
    m_find = {m_database,
              u"SELECT read, starred, position, coalesce(read_at, -1) FROM marks WHERE identity=?"_s};
    m_setRead = {m_database, u"INSERT INTO marks(identity, read, read_at) VALUES(?,1,?) ON CONFLICT(identity)"
                             " DO UPDATE SET read=1, read_at=excluded.read_at"_s};
    m_setUnread = {m_database, u"INSERT INTO marks(identity, read) VALUES(?,0) ON CONFLICT(identity)"
                               " DO UPDATE SET read=0"_s};
    m_setStarred = {m_database, u"INSERT INTO marks(identity, starred) VALUES(?,?) ON CONFLICT(identity)"
                                " DO UPDATE SET starred=excluded.starred"_s};
    m_setPosition = {m_database, u"INSERT INTO marks(identity, position) VALUES(?,?) ON CONFLICT(identity)"
                                 " DO UPDATE SET position=excluded.position"_s};
}

void Marks::close()
{
    for (Statement *statement : {&m_find, &m_setRead, &m_setUnread, &m_setStarred, &m_setPosition})
        *statement = {};
    m_database.close();
    m_name.clear();
}

std::optional<Mark> Marks::mark(Identity identity, QString *error)
{
    if (!m_find.bind(key(identity)).execute(error))
        return std::nullopt;
    if (!m_find.next())
        return m_find.hasFailed(error) ? std::nullopt : std::optional(Mark());
    Mark mark{m_find.number(0) != 0, m_find.number(1) != 0, m_find.real(2), {}};
    if (m_find.number(3) >= 0)
        mark.readAt = QDateTime::fromMSecsSinceEpoch(m_find.number(3), Qt::UTC);
    m_find.finish();
    return mark;
}

bool Marks::setRead(Identity identity, bool read, const QDateTime &now, QString *error)
{
    if (!read)
        return m_setUnread.bind(key(identity)).execute(error);
    return m_setRead.bind(key(identity)).bind(now.toMSecsSinceEpoch()).execute(error);
}

bool Marks::setStarred(Identity identity, bool starred, QString *error)
{
    return m_setStarred.bind(key(identity)).bind(qint64(starred)).execute(error);
}

bool Marks::setPosition(Identity identity, double position, QString *error)
{
    return m_setPosition.bind(key(identity)).bind(qBound(0.0, position, 1.0)).execute(error);
}

QString marksFile(const QString &dataFolder)
{
    return dataFolder + u"/marks.sqlite"_s;
}
