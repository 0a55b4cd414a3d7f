#include "app/catalog/database.h"
#include "app/catalog/statement.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDatabase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaNumber_isKept();
    void file_isInWalMode();
    void log_isAsLongWhateverThePages();
    void folderInPlaceOfFile_fails();
    void garbage_fails();
    void failedTransaction_isUndone();
    void reading_refusesToWrite();
    void memory_isSharedByName();
    void attached_isReadable();
    void longStatement_canBeAbandoned();
    void remove_takesWhatLiesBeside();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void TestDatabase::schemaNumber_isKept()
{
    QString error;
    Database database;
    QVERIFY(database.open(path(u"a.sqlite"_s), DatabaseUse::Precious, &error));
    QCOMPARE(database.schemaNumber(&error), 0);
    QVERIFY(database.setSchemaNumber(3, &error));
    QVERIFY(database.open(path(u"a.sqlite"_s), DatabaseUse::Reading, &error));
    QCOMPARE(database.schemaNumber(&error), 3);
}

void TestDatabase::file_isInWalMode()
{
    QString error;
    Database database;
    QVERIFY(database.open(path(u"wal.sqlite"_s), DatabaseUse::Disposable, &error));
    Statement mode(database, u"PRAGMA journal_mode"_s);
    QVERIFY(mode.execute(&error) && mode.next());
    QCOMPARE(mode.text(0), u"wal"_s);
}

void TestDatabase::log_isAsLongWhateverThePages()
{
    QString error;
    Database database;
    QVERIFY(database.open(path(u"old.sqlite"_s), DatabaseUse::Precious, &error)); // has SQLite's pages
    QVERIFY(database.setSchemaNumber(1, &error));
    for (const QString &name : {u"old.sqlite"_s, u"new.sqlite"_s}) {
        QVERIFY(database.open(path(name), DatabaseUse::Disposable, &error));
        Statement size(database, u"PRAGMA page_size"_s);
        Statement pages(database, u"PRAGMA wal_autocheckpoint"_s);
        const qint64 bytes = firstNumber(size, &error).value_or(0);
        QCOMPARE(bytes, qint64(name == u"old.sqlite"_s ? 4096 : 16384));
        QCOMPARE(firstNumber(pages, &error).value_or(0) * bytes, qint64(64 * 1024 * 1024));
    }
}

void TestDatabase::folderInPlaceOfFile_fails()
{
    QString error;
    Database database;
    QVERIFY(!database.open(m_folder.path(), DatabaseUse::Disposable, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(!database.isOpen());
}

void TestDatabase::garbage_fails()
{
    QFile file(path(u"garbage.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QString error;
    Database database;
    QVERIFY(!database.open(file.fileName(), DatabaseUse::Disposable, &error));
    QVERIFY(!error.isEmpty());
}

void TestDatabase::failedTransaction_isUndone()
{
    QString error;
    Database database;
    QVERIFY(database.open(memoryDatabaseName(), DatabaseUse::Disposable, &error));
    QVERIFY(database.execute(u"CREATE TABLE t(a)"_s, &error));
    const auto work = [&database](QString *reason) {
        database.execute(u"INSERT INTO t VALUES(1)"_s, reason);
        *reason = u"no"_s;
        return false;
    };
    QVERIFY(!database.transact(work, &error));
    QCOMPARE(error, u"no"_s);
    Statement count(database, u"SELECT count(*) FROM t"_s);
    QCOMPARE(firstNumber(count, &error), 0);
}

void TestDatabase::reading_refusesToWrite()
{
    QString error;
    Database writer, database;
    QVERIFY(!database.open(path(u"read.sqlite"_s), DatabaseUse::Reading, &error));
    QVERIFY(!QFile::exists(path(u"read.sqlite"_s)));
    QVERIFY(writer.open(path(u"read.sqlite"_s), DatabaseUse::Precious, &error));
    QVERIFY2(database.open(path(u"read.sqlite"_s), DatabaseUse::Reading, &error), qPrintable(error));
    QVERIFY(!database.execute(u"CREATE TABLE t(a)"_s, &error));
}

void TestDatabase::memory_isSharedByName()
{
    QString error;
    const QString name = memoryDatabaseName();
    Database writer, reader, stranger;
    QVERIFY(writer.open(name, DatabaseUse::Disposable, &error));
    QVERIFY(writer.execute(u"CREATE TABLE t(a)"_s, &error));
    QVERIFY(reader.open(name, DatabaseUse::Reading, &error));
    QVERIFY2(reader.execute(u"SELECT a FROM t"_s, &error), qPrintable(error));
    QVERIFY(stranger.open(memoryDatabaseName(), DatabaseUse::Reading, &error));
    QVERIFY(!stranger.execute(u"SELECT a FROM t"_s, &error));
}

void TestDatabase::attached_isReadable()
{
    QString error;
    Database other, database;
    QVERIFY(other.open(path(u"it's here.sqlite"_s), DatabaseUse::Precious, &error));
    QVERIFY(other.execute(u"CREATE TABLE t AS SELECT 5 AS a"_s, &error));
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    QVERIFY2(database.attach(path(u"it's here.sqlite"_s), u"other"_s, &error), qPrintable(error));
    Statement select(database, u"SELECT a FROM other.t"_s);
    const std::optional<qint64> number = firstNumber(select, &error);
    QVERIFY2(number == 5, qPrintable(error));
}

void TestDatabase::longStatement_canBeAbandoned()
{
    QString error;
    Database database;
    QVERIFY(database.open(memoryDatabaseName(), DatabaseUse::Disposable, &error));
    const QString endless =
        u"WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n) SELECT max(i) FROM n"_s;
    int questions = 0;
    bool isDone = true;
    database.patiently([&questions] { return ++questions < 3; },
                       [&] { isDone = database.execute(endless, &error); });
    QVERIFY(!isDone);
    QVERIFY(!error.isEmpty());
    QCOMPARE(questions, 3);
    QVERIFY(database.execute(u"SELECT 1"_s, &error)); // nobody is asked any more
}

void TestDatabase::remove_takesWhatLiesBeside()
{
    QString error;
    const QString file = path(u"gone.sqlite"_s);
    for (const QString &name : {file, file + u"-wal"_s, file + u"-shm"_s})
        QVERIFY(QFile(name).open(QIODevice::WriteOnly));
    QVERIFY(removeDatabase(file, &error));
    QVERIFY(!QFile::exists(file) && !QFile::exists(file + u"-wal"_s) && !QFile::exists(file + u"-shm"_s));
    QVERIFY(removeDatabase(file, &error));
    QVERIFY(!removeDatabase(m_folder.path(), &error));
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
