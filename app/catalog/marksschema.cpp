#include "app/catalog/marksschema.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace
{

QStringList firstSchema()
{
    return {u"CREATE TABLE marks(identity INTEGER PRIMARY KEY, read INTEGER NOT NULL DEFAULT 0,"
            " starred INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL DEFAULT 0, read_at INTEGER)"_s};
}

// What was marked before versions were kept counts as marked in the moment it was read, or long ago: whatever
// another machine says later wins. An article that was not read may only have been starred, and a schema 1
// cannot tell; so nothing was said of its reading.
QStringList secondSchema()
{
    return {
        u"ALTER TABLE marks RENAME TO marks1"_s,
        u"CREATE TABLE marks(identity INTEGER PRIMARY KEY, read INTEGER, read_since INTEGER NOT NULL DEFAULT "
        u"0,"
        " read_at INTEGER, read_version INTEGER NOT NULL DEFAULT 0, starred INTEGER NOT NULL DEFAULT 0,"
        " starred_version INTEGER NOT NULL DEFAULT 0, position REAL NOT NULL DEFAULT 0,"
        " position_version INTEGER NOT NULL DEFAULT 0)"_s,
        u"INSERT INTO marks SELECT identity, nullif(read, 0), coalesce(read_at, 0), read_at,"
        " max(coalesce(read_at, 0), read), starred, starred, position, position>0 FROM marks1"_s,
        u"DROP TABLE marks1"_s,
        u"CREATE INDEX marks_read_at ON marks(read_at) WHERE read_at IS NOT NULL"_s,
        u"CREATE INDEX marks_starred ON marks(identity) WHERE starred"_s,
        u"CREATE TABLE horizons(id INTEGER PRIMARY KEY, archive TEXT NOT NULL, category TEXT NOT NULL,"
        " from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, since INTEGER NOT NULL, active INTEGER NOT NULL,"
        " version INTEGER NOT NULL)"_s,
        u"CREATE TABLE clock(id INTEGER PRIMARY KEY CHECK(id=1), version INTEGER NOT NULL)"_s,
        u"INSERT INTO clock SELECT 1, coalesce(max(read_version), 1) FROM marks"_s,
        u"CREATE TABLE journal(id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,"
        " marking INTEGER NOT NULL, articles INTEGER NOT NULL, horizon INTEGER NOT NULL DEFAULT 0,"
        " undone INTEGER NOT NULL DEFAULT 0)"_s,
        u"CREATE TABLE journal_changes(entry INTEGER NOT NULL, identity INTEGER NOT NULL,"
        " before INTEGER NOT NULL, before_since INTEGER NOT NULL, before_at INTEGER NOT NULL,"
        " after INTEGER NOT NULL, after_since INTEGER NOT NULL, after_at INTEGER NOT NULL,"
        " PRIMARY KEY(entry, identity)) WITHOUT ROWID"_s,
    };
}

QStringList thirdSchema()
{
    return {u"ALTER TABLE horizons ADD COLUMN sample TEXT NOT NULL DEFAULT ''"_s};
}

}

bool bringMarksUpToDate(Database &database, QString *error)
{
    const QList<QStringList> steps{firstSchema(), secondSchema(), thirdSchema()};
    Q_ASSERT(steps.size() == marksSchemaNumber);
    bool isCurrent = false;
    const auto work = [&](QString *reason) {
        const std::optional<int> number = database.schemaNumber(reason);
        if (!number || *number > marksSchemaNumber) // another program may just have written it
            return false;
        if (*number == marksSchemaNumber) {
            // Shows whether it can be written, and is undone: a commit waits for the disk three times.
            isCurrent = database.setSchemaNumber(marksSchemaNumber, reason);
            return false;
        }
        for (qsizetype step = *number; step < steps.size(); ++step) {
            for (const QString &sql : steps[step]) {
                if (!database.execute(sql, reason))
                    return false;
            }
        }
        return database.setSchemaNumber(marksSchemaNumber, reason);
    };
    return database.transact(work, error) || isCurrent;
}
