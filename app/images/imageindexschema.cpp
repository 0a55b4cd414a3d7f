#include "app/images/imageindexschema.h"

#include <QSqlQuery>
#include <QStringList>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace
{

bool isError(const QSqlError &error)
{
    return error.type() != QSqlError::NoError;
}

QSqlError runAll(const QSqlDatabase &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        QSqlQuery query(database);
        if (!query.exec(statement))
            return query.lastError();
    }
    return {};
}

QSqlError readVersion(const QSqlDatabase &database, int *version)
{
    QSqlQuery query(database);
    if (query.exec(u"PRAGMA user_version"_s) && query.next())
        *version = query.value(0).toInt();
    return query.lastError();
}

QStringList firstSchema()
{
    return {u"CREATE TABLE picture (key TEXT PRIMARY KEY, length INTEGER NOT NULL, sha256 BLOB NOT NULL,"
            " type INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,"
            " stored INTEGER NOT NULL) WITHOUT ROWID"_s};
}

// The first schema had no size and forgot nothing. What it holds counts as shown when it was stored.
QStringList fromFirstToSecond()
{
    return {
        u"ALTER TABLE picture ADD COLUMN shown INTEGER NOT NULL DEFAULT 0"_s,
        u"UPDATE picture SET shown = stored"_s,
        u"CREATE INDEX picture_shown ON picture (shown, length)"_s,
        u"CREATE TABLE kept (key TEXT PRIMARY KEY) WITHOUT ROWID"_s,
        u"CREATE TABLE total (bytes INTEGER NOT NULL, pictures INTEGER NOT NULL)"_s,
        u"INSERT INTO total SELECT coalesce(sum(length), 0), count(*) FROM picture"_s,
        u"CREATE TRIGGER picture_added AFTER INSERT ON picture BEGIN"
        " UPDATE total SET bytes = bytes + new.length, pictures = pictures + 1; END"_s,
        u"CREATE TRIGGER picture_removed AFTER DELETE ON picture BEGIN"
        " UPDATE total SET bytes = bytes - old.length, pictures = pictures - 1; END"_s,
        u"CREATE TRIGGER picture_replaced AFTER UPDATE OF length ON picture BEGIN"
        " UPDATE total SET bytes = bytes - old.length + new.length; END"_s,
    };
}

// The second forgot the size of what it removed, which the page reserves space by.
QStringList fromSecondToThird()
{
    return {
        u"CREATE TABLE former (key TEXT PRIMARY KEY, width INTEGER NOT NULL, height INTEGER NOT NULL)"
        " WITHOUT ROWID"_s,
        u"CREATE TRIGGER picture_remembered AFTER DELETE ON picture BEGIN"
        " INSERT OR REPLACE INTO former VALUES (old.key, old.width, old.height); END"_s,
    };
}

// The third kept the pictures of starred articles by a list of its own, which did not follow the marks. What
// stands there stays: nobody knows which article it is kept for.
QStringList fromThirdToFourth()
{
    return {
        u"CREATE TABLE owner (picture TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (picture, "
        u"article))"
        " WITHOUT ROWID"_s,
        u"CREATE TRIGGER picture_disowned AFTER DELETE ON picture BEGIN"
        " DELETE FROM owner WHERE picture = old.key; END"_s,
    };
}

// The fourth kept it only until any article was known that shows it, starred or not.
QStringList fromFourthToFifth()
{
    return {u"DROP TRIGGER IF EXISTS owner_added"_s};
}

// The fifth knew the owners of what had been shown or fetched for them alone.
QStringList fromFifthToSixth()
{
    return {u"CREATE TABLE starred (article INTEGER PRIMARY KEY)"_s,
            u"CREATE INDEX owner_article ON owner (article)"_s,
            u"CREATE TRIGGER starred_added AFTER INSERT ON starred BEGIN DELETE FROM kept WHERE key IN"
            " (SELECT picture FROM owner WHERE article = new.article); END"_s};
}

// The sixth knew of what a starred article shows only what was stored when it was read.
QStringList fromSixthToSeventh()
{
    return {u"DROP TRIGGER picture_disowned"_s,
            u"CREATE TRIGGER picture_disowned AFTER DELETE ON picture BEGIN DELETE FROM owner"
            " WHERE picture = old.key AND article NOT IN (SELECT article FROM starred); END"_s,
            u"DELETE FROM starred"_s};
}

// The seventh, begun anew in the place of a damaged one, knew nothing of the files that were there already.
QStringList fromSeventhToEighth(bool isBegun)
{
    const QString table = u"CREATE TABLE stray (part TEXT PRIMARY KEY) WITHOUT ROWID"_s;
    const QString allParts = u"WITH RECURSIVE number(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM number"
                             " WHERE i < 255) INSERT INTO stray SELECT printf('%02x', i) FROM number"_s;
    return isBegun ? QStringList{table, allParts} : QStringList{table};
}

QSqlError migrate(const QSqlDatabase &database)
{
    int version = 0; // read again: another process may have been faster
    if (const QSqlError error = readVersion(database, &version); isError(error))
        return error;
    QStringList statements;
    if (version < 1)
        statements << firstSchema();
    if (version < 2)
        statements << fromFirstToSecond();
    if (version < 3)
        statements << fromSecondToThird();
    if (version < 4)
        statements << fromThirdToFourth();
    if (version < 5)
        statements << fromFourthToFifth();
    if (version < 6)
        statements << fromFifthToSixth();
    if (version < 7)
        statements << fromSixthToSeventh();
    if (version < 8)
        statements << fromSeventhToEighth(version < 1);
    statements << u"PRAGMA user_version = %1"_s.arg(imageIndexSchema);
    return version < imageIndexSchema ? runAll(database, statements) : QSqlError();
}

} // namespace

QSqlError bringImageIndexUpToDate(const QSqlDatabase &database)
{
    int version = 0;
    if (const QSqlError error = readVersion(database, &version); isError(error))
        return error;
    if (version > imageIndexSchema)
        return QSqlError({}, u"%1: schema %2 is newer"_s.arg(database.databaseName()).arg(version),
                         QSqlError::UnknownError);
    if (version == imageIndexSchema)
        return {};
    if (const QSqlError error = runAll(database, {u"BEGIN IMMEDIATE"_s}); isError(error))
        return error;
    const QSqlError error = migrate(database);
    const QSqlError end = runAll(database, {isError(error) ? u"ROLLBACK"_s : u"COMMIT"_s});
    return isError(error) ? error : end;
}
