#include "tests/catalogtest.h"
#include "tests/notroot.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// A file that is not as a catalogue left it, or that is not to be had.
class TestCatalogFile final : public CatalogTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void fileThatAnotherWrites_isOpened();
    void lockedFile_memoryStandsIn();
    void fileThatMayNotBeWritten_memoryStandsIn();
    void otherSchema_isRebuilt();
    void garbage_isRebuilt();
    void damagedPages_canBeRebuilt();
    void fileInPlaceOfFolder_memoryStandsIn();
    void folderInPlaceOfFile_memoryStandsIn();
    void archives_haveFilesOfTheirOwn();

private:
    bool makeWithOne() const;
};

bool TestCatalogFile::makeWithOne() const
{
    QString error;
    Catalog catalog;
    return catalog.open(m_file, &error) && catalog.store({made("1", {})}, {}, &error);
}

// Another window makes its indexes, which takes longer than anybody waits for the rows.
void TestCatalogFile::fileThatAnotherWrites_isOpened()
{
    QString error;
    QVERIFY(makeWithOne());
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"BEGIN IMMEDIATE"_s, &error));
    Catalog catalog;
    QVERIFY2(catalog.open(m_file, &error), qPrintable(error));
    QCOMPARE(catalog.databaseName(), m_file);
    QCOMPARE(catalog.articleCount(), 1);
    QVERIFY(other.execute(u"ROLLBACK"_s, &error));
    QVERIFY2(catalog.store({made("2", {})}, {}, &error), qPrintable(error));
}

// Another program holds it for longer than anybody waits: nobody may even read it.
void TestCatalogFile::lockedFile_memoryStandsIn()
{
    QString error;
    QVERIFY(makeWithOne());
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"PRAGMA journal_mode=DELETE"_s, &error));
    QVERIFY(other.execute(u"BEGIN EXCLUSIVE"_s, &error));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.databaseName() != m_file);
    error.clear();
    QVERIFY2(catalog.store({made("2", {})}, {}, &error), qPrintable(error));
    QVERIFY(other.execute(u"ROLLBACK"_s, &error));
    QVERIFY(catalog.open(m_file, &error)); // untouched
    QCOMPARE(catalog.articleCount(), 1);
}

void TestCatalogFile::fileThatMayNotBeWritten_memoryStandsIn()
{
    const NotRoot user;
    const QTemporaryDir folder;
    m_file = folder.filePath(u"c.sqlite"_s);
    QString error;
    QVERIFY(makeWithOne());
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.databaseName() != m_file);
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(catalog.open(m_file, &error)); // untouched
    QCOMPARE(catalog.articleCount(), 1);
}

void TestCatalogFile::otherSchema_isRebuilt()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error) && catalog.store({made("1", {})}, {}, &error));
    {
        Database other;
        QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
        QVERIFY(other.setSchemaNumber(Catalog::schemaNumber + 1, &error));
    }
    QVERIFY(catalog.open(m_file, &error));
    QCOMPARE(catalog.articleCount(), 0);
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
}

void TestCatalogFile::garbage_isRebuilt()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100000, 'x'));
    file.close();
    QString error;
    Catalog catalog;
    QVERIFY2(catalog.open(m_file, &error), qPrintable(error));
    QCOMPARE(catalog.databaseName(), m_file);
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
}

void TestCatalogFile::damagedPages_canBeRebuilt()
{
    QString error;
    {
        Catalog catalog;
        QList<ReadFile> files;
        for (int i = 0; i < 2000; ++i)
            files << made(QByteArray::number(i) + ".md", {u"a"_s});
        QVERIFY(catalog.open(m_file, &error) && catalog.store(files, {}, &error));
        QVERIFY(catalog.makeIndexes(&error));
    }
    qint64 page = 0;
    {
        Database other;
        QVERIFY(other.open(m_file, DatabaseUse::Reading, &error));
        // Not the first: opening looks at that.
        Statement last(other, u"SELECT pageno FROM dbstat WHERE name='articles_place' AND pagetype='leaf'"
                              " ORDER BY path DESC LIMIT 1"_s);
        page = firstNumber(last, &error).value_or(0);
    }
    QFile file(m_file);
    QVERIFY(page > 1 && file.open(QIODevice::ReadWrite));
    constexpr int pageSize = 16384; // as database.cpp has it
    file.seek((page - 1) * pageSize);
    file.write(QByteArray(pageSize, 'x'));
    file.close();
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    error.clear();
    QVERIFY(catalog.knownFiles(&error).files().empty());
    QVERIFY(!error.isEmpty());
    QVERIFY2(catalog.rebuild(&error), qPrintable(error));
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
    QCOMPARE(tree(m_file), u"=1"_s);
}

void TestCatalogFile::fileInPlaceOfFolder_memoryStandsIn()
{
    QString error;
    QVERIFY(QFile(QFileInfo(m_file).path()).open(QIODevice::WriteOnly));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {u"a"_s})}, {}, &error));
    QCOMPARE(tree(catalog.databaseName()), u"=1 /a=1"_s);
}

void TestCatalogFile::folderInPlaceOfFile_memoryStandsIn()
{
    QString error;
    QVERIFY(QDir().mkpath(m_file + u"/full"_s));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
    QVERIFY(QDir(m_file + u"/full"_s).exists());
}

void TestCatalogFile::archives_haveFilesOfTheirOwn()
{
    QVERIFY(catalogFile(u"/c"_s, "/a") != catalogFile(u"/c"_s, "/b"));
    QCOMPARE(catalogFile(u"/c"_s, "/a"), catalogFile(u"/c"_s, "/a"));
    QVERIFY(catalogFile(u"/c"_s, "/a").startsWith(u"/c/"_s));
}

QTEST_GUILESS_MAIN(TestCatalogFile)
#include "tst_catalogfile.moc"
