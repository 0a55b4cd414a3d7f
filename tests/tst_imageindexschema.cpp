#include "app/images/imageindexschema.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

class TestImageIndexSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newFile_isEmpty();
    void firstSchema_isMigratedWithItsPictures();
    void currentSchema_isLeftAlone();
    void newerSchema_isRefused();
    void brokenMigration_changesNothing();
    void sum_followsEveryChange();
    void sizeOfWhatGoes_isRemembered();
    void keptOfBefore_staysWhoeverShowsIt();
    void keptOfBefore_isLeftToTheStar();
    void starredOfBefore_isReadOnceMore();

private:
    QSqlDatabase database() const { return QSqlDatabase::database(u"schema"_s, false); }
    void run(const QString &sql) const;
    QVariantList row(const QString &sql) const;
    void makeFirstSchema() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImageIndexSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"schema"_s);
    connection.setDatabaseName(m_folder->filePath(u"index.sqlite"_s));
    QVERIFY(connection.open());
}

void TestImageIndexSchema::cleanup()
{
    database().close();
    QSqlDatabase::removeDatabase(u"schema"_s);
    m_folder.reset();
}

void TestImageIndexSchema::run(const QString &sql) const
{
    QSqlQuery query(database());
    QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
}

QVariantList TestImageIndexSchema::row(const QString &sql) const
{
    QVariantList values;
    QSqlQuery query(database());
    if (query.exec(sql) && query.next()) {
        for (int i = 0; !query.isNull(i); ++i)
            values << query.value(i);
    }
    return values;
}

// As it was before the store had a limit.
void TestImageIndexSchema::makeFirstSchema() const
{
    run(u"CREATE TABLE IF NOT EXISTS picture (key TEXT PRIMARY KEY, length INTEGER NOT NULL,"
        " sha256 BLOB NOT NULL, type INTEGER NOT NULL, width INTEGER NOT NULL,"
        " height INTEGER NOT NULL, stored INTEGER NOT NULL) WITHOUT ROWID"_s);
    run(u"INSERT INTO picture VALUES ('aa', 100, x'01', 1, 30, 20, 1000), ('bb', 11, x'02', 2, 3, 2, 2000)"_s);
    run(u"PRAGMA user_version = 1"_s);
}

void TestImageIndexSchema::newFile_isEmpty()
{
    QCOMPARE(bringImageIndexUpToDate(database()).type(), QSqlError::NoError);
    QCOMPARE(row(u"PRAGMA user_version"_s), QVariantList{imageIndexSchema});
    QCOMPARE(row(u"SELECT bytes, pictures FROM total"_s), QVariantList({0, 0}));
    QCOMPARE(row(u"SELECT count(*), min(part), max(part) FROM stray"_s),
             QVariantList({256, u"00"_s, u"ff"_s}));
}

void TestImageIndexSchema::firstSchema_isMigratedWithItsPictures()
{
    makeFirstSchema();
    const QSqlError error = bringImageIndexUpToDate(database());
    QVERIFY2(error.type() == QSqlError::NoError, qPrintable(error.text()));
    QCOMPARE(row(u"SELECT bytes, pictures FROM total"_s), QVariantList({111, 2}));
    QCOMPARE(row(u"SELECT count(*) FROM stray"_s), QVariantList{0}); // it knew its files
    QCOMPARE(row(u"SELECT length, sha256, type, width, height, stored, shown FROM picture"
                 " WHERE key = 'bb'"_s),
             QVariantList({11, QByteArray("\x02"), 2, 3, 2, 2000, 2000}));
    QCOMPARE(row(u"PRAGMA user_version"_s), QVariantList{imageIndexSchema});
}

void TestImageIndexSchema::currentSchema_isLeftAlone()
{
    bringImageIndexUpToDate(database());
    run(u"INSERT INTO kept (key) VALUES ('aa')"_s);
    QCOMPARE(bringImageIndexUpToDate(database()).type(), QSqlError::NoError);
    QCOMPARE(row(u"SELECT key FROM kept"_s), QVariantList{u"aa"_s});
}

void TestImageIndexSchema::newerSchema_isRefused()
{
    run(u"PRAGMA user_version = 99"_s);
    const QSqlError error = bringImageIndexUpToDate(database());
    QVERIFY(error.type() != QSqlError::NoError);
    QVERIFY(error.text().contains(u"99"_s));
    QCOMPARE(row(u"PRAGMA user_version"_s), QVariantList{99});
}

void TestImageIndexSchema::brokenMigration_changesNothing()
{
    makeFirstSchema();
    run(u"CREATE TABLE total (in_the_way INTEGER)"_s);
    QVERIFY(bringImageIndexUpToDate(database()).type() != QSqlError::NoError);
    QCOMPARE(row(u"PRAGMA user_version"_s), QVariantList{1});
    QCOMPARE(row(u"SELECT count(*) FROM pragma_table_info('picture') WHERE name = 'shown'"_s),
             QVariantList{0});
    run(u"DROP TABLE total"_s);
    QCOMPARE(bringImageIndexUpToDate(database()).type(), QSqlError::NoError);
    QCOMPARE(row(u"SELECT bytes, pictures FROM total"_s), QVariantList({111, 2}));
}

void TestImageIndexSchema::sum_followsEveryChange()
{
    makeFirstSchema();
    bringImageIndexUpToDate(database());
    const QString sum = u"SELECT bytes, pictures FROM total"_s;
    run(u"INSERT INTO picture VALUES ('cc', 1000, x'03', 1, 1, 1, 1, 1)"_s);
    QCOMPARE(row(sum), QVariantList({1111, 3}));
    run(u"UPDATE picture SET length = 1 WHERE key = 'cc'"_s);
    QCOMPARE(row(sum), QVariantList({112, 3}));
    run(u"DELETE FROM picture WHERE key = 'aa'"_s);
    QCOMPARE(row(sum), QVariantList({12, 2}));
    run(u"DELETE FROM picture"_s);
    QCOMPARE(row(sum), QVariantList({0, 0}));
}

void TestImageIndexSchema::sizeOfWhatGoes_isRemembered()
{
    makeFirstSchema();
    bringImageIndexUpToDate(database());
    run(u"DELETE FROM picture WHERE key = 'aa'"_s);
    QCOMPARE(row(u"SELECT key, width, height FROM former"_s), QVariantList({u"aa"_s, 30, 20}));
    run(u"INSERT INTO picture VALUES ('aa', 10, x'03', 1, 7, 5, 1, 1)"_s);
    run(u"DELETE FROM picture"_s);
    QCOMPARE(row(u"SELECT width, height FROM former WHERE key = 'aa'"_s), QVariantList({7, 5}));
    QCOMPARE(row(u"SELECT count(*) FROM former"_s), QVariantList{2});
}

// What an earlier version kept may be kept for another article than the one that is opened.
void TestImageIndexSchema::keptOfBefore_staysWhoeverShowsIt()
{
    makeFirstSchema();
    bringImageIndexUpToDate(database());
    run(u"INSERT INTO kept (key) VALUES ('aa'), ('bb')"_s);
    run(u"CREATE TRIGGER owner_added AFTER INSERT ON owner BEGIN"
        " DELETE FROM kept WHERE key = new.picture; END"_s);
    run(u"DROP TABLE starred"_s);
    run(u"DROP INDEX owner_article"_s);
    run(u"DROP TABLE stray"_s);
    run(u"PRAGMA user_version = 4"_s); // which did so
    QCOMPARE(bringImageIndexUpToDate(database()).type(), QSqlError::NoError);
    run(u"INSERT INTO owner VALUES ('aa', 7)"_s);
    QCOMPARE(row(u"SELECT group_concat(key) FROM kept"_s), QVariantList{u"aa,bb"_s});
    run(u"DELETE FROM picture WHERE key = 'aa'"_s);
    QCOMPARE(row(u"SELECT count(*) FROM owner"_s), QVariantList{0});
}

// Once a starred article is known to show it.
void TestImageIndexSchema::keptOfBefore_isLeftToTheStar()
{
    makeFirstSchema();
    bringImageIndexUpToDate(database());
    run(u"INSERT INTO kept (key) VALUES ('aa'), ('bb')"_s);
    run(u"INSERT INTO owner VALUES ('aa', 7), ('bb', 8)"_s);
    run(u"INSERT INTO starred VALUES (7)"_s);
    QCOMPARE(row(u"SELECT group_concat(key) FROM kept"_s), QVariantList{u"bb"_s});
}

// Of an article that was read by a version which passed over what was not stored then.
void TestImageIndexSchema::starredOfBefore_isReadOnceMore()
{
    makeFirstSchema();
    bringImageIndexUpToDate(database());
    run(u"INSERT INTO starred VALUES (7)"_s);
    run(u"INSERT INTO owner VALUES ('aa', 7), ('bb', 8)"_s);
    run(u"DROP TABLE stray"_s);
    run(u"PRAGMA user_version = 6"_s);
    QCOMPARE(bringImageIndexUpToDate(database()).type(), QSqlError::NoError);
    QCOMPARE(row(u"SELECT count(*) FROM starred"_s), QVariantList{0});
    QCOMPARE(row(u"SELECT count(*) FROM owner"_s), QVariantList{2}); // they are kept meanwhile
    run(u"INSERT INTO starred VALUES (7)"_s);
    run(u"DELETE FROM picture"_s);
    QCOMPARE(row(u"SELECT group_concat(picture) FROM owner"_s), QVariantList{u"aa"_s});
}

QTEST_GUILESS_MAIN(TestImageIndexSchema)
#include "tst_imageindexschema.moc"
