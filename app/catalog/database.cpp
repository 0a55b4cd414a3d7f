#include "app/catalog/database.h"

#include "app/catalog/statement.h"

#include <QFile>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

constexpr int busyTimeout = 5000; // milliseconds that a statement waits for another program's lock
// Bytes until the writer's log is copied back: at SQLite's 4 MiB a first pass rewrites the same index pages
// over and over (measured: a third more time).
constexpr qint64 longestLog = 64 * 1024 * 1024;

// The writer's cache holds the inner pages of all indexes of a million articles; a reader touches few pages.
// Pages of 16 KiB: who reads what is in the log asks the system for each
// page, and a first pass reads it all, for the lists and for the indexes (measured: 4 % of its time).
QStringList pragmas(DatabaseUse use)
{
    switch (use) {
    case DatabaseUse::Disposable:
        return {u"PRAGMA page_size=16384"_s,
                u"PRAGMA synchronous=OFF"_s, // a file that is new has nothing to lose
                u"PRAGMA journal_mode=WAL"_s,  u"PRAGMA synchronous=NORMAL"_s,
                u"PRAGMA cache_size=-16384"_s, u"PRAGMA journal_size_limit=%1"_s.arg(longestLog),
                u"PRAGMA threads=2"_s}; // sort the rows of a new index on both cores
    case DatabaseUse::Precious:
        return {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"PRAGMA cache_size=-4096"_s};
    case DatabaseUse::Reading:
    case DatabaseUse::Unchanging:
        return {u"PRAGMA cache_size=-16384"_s, u"PRAGMA query_only=ON"_s};
    }
    return {};
}

QByteArray addressOf(const QString &name, DatabaseUse use)
{
    if (use != DatabaseUse::Unchanging)
        return name.toUtf8();
    return "file:" + QUrl::toPercentEncoding(name, "/") + "?immutable=1";
}

// Whoever reads makes no file, but what SQLite needs beside one that is there.
int accessFor(DatabaseUse use)
{
    switch (use) {
    case DatabaseUse::Disposable:
    case DatabaseUse::Precious:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case DatabaseUse::Reading:
        return SQLITE_OPEN_READWRITE;
    case DatabaseUse::Unchanging:
        break;
    }
    return SQLITE_OPEN_READONLY;
}

// SQLite counts it in pages, and a file keeps the size of those that it was made with.
bool limitLog(Database &database, QString *error)
{
    Statement size(database, u"PRAGMA page_size"_s);
    const std::optional<qint64> bytes = firstNumber(size, error);
    return bytes && database.execute(u"PRAGMA wal_autocheckpoint=%1"_s.arg(longestLog / *bytes), error);
}

bool isDamage(int code)
{
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

}

Database::~Database()
{
    close();
}

bool Database::open(const QString &name, DatabaseUse use, QString *error)
{
    close();
    // One thread uses one connection, so SQLite need not lock it.
    const int flags = accessFor(use) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(addressOf(name, use).constData(), &m_connection, flags, nullptr);
    bool isUsable = code == SQLITE_OK;
    if (!isUsable)
        *error = lastError();
    else
        sqlite3_busy_timeout(m_connection, busyTimeout);
    for (const QString &pragma : pragmas(use))
        isUsable = isUsable && execute(pragma, error);
    if (use == DatabaseUse::Disposable)
        isUsable = isUsable && limitLog(*this, error);
    const bool isBroken = m_connection && isDamage(sqlite3_errcode(m_connection));
    const bool isBusy = !isUsable && isLocked();
    if (isUsable)
        m_name = name;
    else
        close();
    m_foundDamage = isBroken;
    m_foundLock = isBusy;
    return isUsable;
}

void Database::close()
{
    // Statements that are still alive keep the connection until they die.
    sqlite3_close_v2(std::exchange(m_connection, nullptr));
    m_name.clear();
    m_foundDamage = m_foundLock = false;
}

bool Database::isDamaged() const
{
    return m_foundDamage || (m_connection && isDamage(sqlite3_errcode(m_connection)));
}

bool Database::isLocked() const
{
    return m_foundLock || (m_connection && sqlite3_errcode(m_connection) == SQLITE_BUSY);
}

bool Database::isWritable(QString *error) const
{
    if (sqlite3_db_readonly(m_connection, "main") == 0)
        return true;
    *error = QString::fromUtf8(sqlite3_errstr(SQLITE_READONLY));
    return false;
}

bool Database::copyInto(const QString &file, QString *error)
{
    if (!execute(u"PRAGMA query_only=OFF"_s, error)) // it forbids writing other files too
        return false;
    Statement statement(*this, u"VACUUM INTO ?"_s);
    return statement.bind(file).execute(error);
}

bool Database::checkIntegrity(QString *error)
{
    Statement check(*this, u"PRAGMA integrity_check(1)"_s);
    if (!check.execute(error) || !check.next())
        return false;
    const QString answer = check.text(0);
    if (answer == u"ok"_s)
        return true;
    *error = answer;
    return false;
}

QString Database::lastError() const
{
    return m_connection ? QString::fromUtf8(sqlite3_errmsg(m_connection)) : u"no database"_s;
}

bool Database::execute(const QString &sql, QString *error)
{
    if (sqlite3_exec(m_connection, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK)
        return true;
    *error = lastError();
    return false;
}

void Database::patiently(const std::function<bool()> &mayGoOn, const std::function<void()> &work)
{
    constexpr int stepsBetweenQuestions = 10'000; // of SQLite's machine
    const auto ask = [](void *question) {
        return (*static_cast<const std::function<bool()> *>(question))() ? 0 : 1;
    };
    std::function<bool()> question = mayGoOn;
    sqlite3_progress_handler(m_connection, stepsBetweenQuestions, ask, &question);
    work();
    sqlite3_progress_handler(m_connection, 0, nullptr, nullptr);
}

bool Database::transact(const std::function<bool(QString *error)> &work, QString *error)
{
    if (!execute(u"BEGIN IMMEDIATE"_s, error))
        return false;
    if (work(error) && execute(u"COMMIT"_s, error))
        return true;
    // SQLite may have rolled back by itself (disk full, I/O error): the first reason is the one to report.
    m_foundDamage = isDamaged();
    QString ignored;
    execute(u"ROLLBACK"_s, &ignored);
    return false;
}

bool Database::hastily(const std::function<bool()> &work)
{
    QString ignored;
    execute(u"PRAGMA synchronous=OFF"_s, &ignored);
    const bool isDone = work();
    execute(u"PRAGMA synchronous=NORMAL"_s, &ignored);
    return isDone;
}

bool Database::attach(const QString &name, const QString &schema, QString *error)
{
    Statement statement(*this, u"ATTACH ? AS "_s + schema);
    if (!statement.bind(name).execute(error))
        return false;
    return execute(u"PRAGMA "_s + schema + u".cache_size=-16384"_s, error);
}

std::optional<int> Database::schemaNumber(QString *error) const
{
    Statement statement(*this, u"PRAGMA user_version"_s);
    const std::optional<qint64> number = firstNumber(statement, error);
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool Database::setSchemaNumber(int number, QString *error)
{
    return execute(u"PRAGMA user_version=%1"_s.arg(number), error); // a pragma takes no bound value
}

QString memoryDatabaseName()
{
    return u"file:/lectern-"_s + QUuid::createUuid().toString(QUuid::Id128) + u"?vfs=memdb"_s;
}

bool removeDatabase(const QString &file, QString *error)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u"-journal"_s, QString()}) {
        QFile part(file + suffix);
        if (part.exists() && !part.remove()) {
            *error = part.errorString();
            return false;
        }
    }
    return true;
}
