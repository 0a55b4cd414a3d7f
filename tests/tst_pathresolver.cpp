#include "app/library/pathresolver.h"
#include "tests/samplecatalogue.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestPathResolver final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void known_areFound_data();
    void known_areFound();
    void stopped_findsNothing_data() { known_areFound_data(); }
    void stopped_findsNothing();
    void brokenCatalogue_saysSo();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Database> m_database;
};

void TestPathResolver::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    m_database = std::make_unique<Database>();
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY(m_catalog->store(sampleFiles() << sampleFile("\xff", {}, 0, 99), {}, &error));
    QVERIFY(m_catalog->store(manySampleFiles(5000), {}, &error));
    QVERIFY(m_database->open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
}

void TestPathResolver::known_areFound_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("while a first pass runs") << false;
    QTest::newRow("later") << true;
}

void TestPathResolver::known_areFound()
{
    QFETCH(const bool, isIndexed);
    QString error;
    QVERIFY(!isIndexed || m_catalog->makeIndexes(&error));
    std::optional<QList<ArticleId>> ids = resolvePaths(
        *m_database, {"\xff", "not there", "1"}, [] { return true; }, &error);
    QVERIFY2(ids, qPrintable(error));
    std::sort(ids->begin(), ids->end());
    QCOMPARE(*ids, QList<ArticleId>({1, 6}));
    QCOMPARE(resolvePaths(
                 *m_database, {}, [] { return true; }, &error),
             QList<ArticleId>());
}

void TestPathResolver::stopped_findsNothing()
{
    QFETCH(const bool, isIndexed);
    QString error;
    QVERIFY(!isIndexed || m_catalog->makeIndexes(&error));
    QVERIFY(!resolvePaths(
        *m_database, {"1"}, [] { return false; }, &error));
    QVERIFY(error.isEmpty());
}

void TestPathResolver::brokenCatalogue_saysSo()
{
    QString error;
    QVERIFY(m_database->execute(u"DROP TABLE articles"_s, &error));
    QVERIFY(!resolvePaths(
        *m_database, {"a", "b"}, [] { return true; }, &error));
    QVERIFY(!error.isEmpty());
}

QTEST_GUILESS_MAIN(TestPathResolver)
#include "tst_pathresolver.moc"
