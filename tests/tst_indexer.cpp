#include "tests/indexertest.h"
#include "tests/patience.h"

using namespace Qt::StringLiterals;

class TestIndexer final : public IndexerTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void everyFile_isStored();
    void secondPass_readsNothing();
    void changedNewAndGoneFiles_areFollowed();
    void regeneratedArchive_keepsItsRows();
    void copy_isNoMove();
    void firstBatch_isSmall();
    void stopInMidPass_nextPassCompletes();
    void stopBeforePass_doesNothing();
    void awaitedPass_comesBeforeTheListIndexes();
    void changesOnDisk_comeBetweenTwoListIndexes();
    void pass_startsTheWatch();
    void brokenFiles_areCounted();
};

void TestIndexer::everyFile_isStored()
{
    QVERIFY(m_folder->writeMany(700));
    const PassResult result = m_folder->run();
    QCOMPARE(result.error, QString());
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 700);
    QCOMPARE(m_folder->titles().size(), 700);
    QVERIFY(m_folder->titles().contains(u"t699"_s));
}

void TestIndexer::secondPass_readsNothing()
{
    QVERIFY(m_folder->writeMany(100));
    m_folder->run();
    const QSignalSpy stored(m_folder->indexer.get(), &Indexer::batchStored);
    const PassResult result = m_folder->run();
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 100);
    QCOMPARE(stored.size(), 0);
}

void TestIndexer::changedNewAndGoneFiles_areFollowed()
{
    QVERIFY(m_folder->write(u"a.md"_s, "---\ntitle: old\n---\n"));
    QVERIFY(m_folder->write(u"b.md"_s, "---\ntitle: gone\n---\n"));
    QVERIFY(m_folder->write(u"c.md"_s, "---\ntitle: same\n---\n"));
    m_folder->run();
    QVERIFY(m_folder->write(u"a.md"_s, "---\ntitle: changed\n---\n"));
    QVERIFY(m_folder->write(u"d.md"_s, "---\ntitle: new\n---\n"));
    QVERIFY(QFile::remove(m_folder->path(u"b.md"_s)));
    QVERIFY(m_folder->run().complete);
    QCOMPARE(m_folder->titles(), QStringList({u"changed"_s, u"new"_s, u"same"_s}));
}

void TestIndexer::regeneratedArchive_keepsItsRows()
{
    const QByteArray one = "---\ntitle: one\ndate: Tue, 23 Nov 2021 04:19:03 GMT\n---\n<p>text</p>\n";
    QVERIFY(m_folder->write(u"x/one.md"_s, one));
    QVERIFY(m_folder->write(u"x/two.md"_s, "---\ntitle: two\n---\n"));
    QVERIFY(m_folder->write(u"x/same.md"_s, "---\ntitle: same\n---\n"));
    m_folder->run();
    QStringList expected = m_folder->rows();
    QVERIFY(QDir(m_folder->path(u"x"_s)).removeRecursively());
    QVERIFY(m_folder->write(u"y/one-1637639863.md"_s, one));
    QVERIFY(m_folder->write(u"x/two.md"_s, "---\ntitle: two, edited\n---\n"));
    QVERIFY(m_folder->write(u"x/same.md"_s, "---\ntitle: same\n---\n"));
    const QSignalSpy stored(m_folder->indexer.get(), &Indexer::batchStored);
    QVERIFY(m_folder->run().complete);
    expected.replaceInStrings(u"x/one.md"_s, u"y/one-1637639863.md"_s);
    QCOMPARE(m_folder->rows(), expected);
    QCOMPARE(stored.first().at(1).value<QList<ArticleId>>().size(), 3);
}

void TestIndexer::copy_isNoMove()
{
    QVERIFY(m_folder->write(u"a.md"_s, "---\ntitle: t\n---\ntext"));
    m_folder->run();
    QVERIFY(m_folder->write(u"b.md"_s, "---\ntitle: t\n---\ntext"));
    QCOMPARE(m_folder->run().articles, 2);
    QCOMPARE(m_folder->rows(), QStringList({u"1 a.md"_s, u"2 b.md"_s}));
}

void TestIndexer::firstBatch_isSmall()
{
    QVERIFY(m_folder->writeMany(1000));
    int first = 0;
    connect(m_folder->indexer.get(), &Indexer::batchStored, this, [this, &first] {
        if (first == 0)
            first = static_cast<int>(m_folder->titles().size());
    });
    m_folder->run();
    QVERIFY2(first > 0 && first <= 64, qPrintable(QString::number(first)));
}

void TestIndexer::stopInMidPass_nextPassCompletes()
{
    QVERIFY(m_folder->writeMany(1000));
    connect(m_folder->indexer.get(), &Indexer::batchStored, m_folder->indexer.get(),
            [this] { m_folder->indexer->stop(1); });
    const PassResult stopped = m_folder->run();
    QVERIFY(!stopped.complete);
    QCOMPARE(stopped.error, QString());
    QVERIFY(stopped.articles > 0 && stopped.articles < 1000);
    QCOMPARE(m_folder->titles().size(), stopped.articles);
    QString error;
    Database database;
    QVERIFY(database.open(m_folder->name, DatabaseUse::Reading, &error));
    Statement check(database, u"PRAGMA integrity_check"_s);
    QVERIFY(check.execute(&error) && check.next());
    QCOMPARE(check.text(0), u"ok"_s);
    const PassResult whole = m_folder->run();
    QVERIFY(whole.complete);
    QCOMPARE(whole.articles, 1000);
}

void TestIndexer::stopBeforePass_doesNothing()
{
    QVERIFY(m_folder->writeMany(10));
    m_folder->indexer->stop(1);
    const PassResult result = m_folder->run();
    QVERIFY(!result.complete);
    QCOMPARE(result.articles, 0);
    QCOMPARE(m_folder->run().articles, 10);
}

void TestIndexer::awaitedPass_comesBeforeTheListIndexes()
{
    QVERIFY(m_folder->writeMany(10));
    const QSignalSpy made(m_folder->indexer.get(), &Indexer::listIndexesMade);
    QVERIFY(m_folder->run().complete);
    m_folder->indexer->makeWay(m_folder->pass); // as F5 may be pressed in this moment
    m_folder->indexer->makeListIndexes(1, m_folder->pass);
    QCOMPARE(made.size(), 0);
    m_folder->indexer->makeWay(m_folder->pass + 1); // or before the pass has begun
    QVERIFY(m_folder->run().complete);
    m_folder->indexer->makeListIndexes(1, m_folder->pass);
    QCOMPARE(made.size(), 0);
    QVERIFY(m_folder->run().complete);
    m_folder->indexer->makeListIndexes(1, m_folder->pass);
    m_folder->indexer->makeListIndexes(1, m_folder->pass);
    QCOMPARE(made.size(), 1);
}

// Who writes all the time keeps nobody from making them.
void TestIndexer::changesOnDisk_comeBetweenTwoListIndexes()
{
    if (!FolderEvents::isAvailable())
        QSKIP("nothing tells what changes here");
    QVERIFY(m_folder->writeMany(10));
    const QSignalSpy made(m_folder->indexer.get(), &Indexer::listIndexesMade);
    int passes = 0;
    for (; made.isEmpty() && passes < 10; ++passes) {
        QVERIFY(m_folder->run().complete);
        QVERIFY(m_folder->write(u"new%1.md"_s.arg(m_folder->pass), "---\ntitle: new\n---\n"));
        m_folder->indexer->makeListIndexes(1, m_folder->pass);
    }
    QCOMPARE(passes, 5); // of six indexes the pass makes one itself
    QCOMPARE(m_folder->titles().size(), 10 + passes - 1);
}

void TestIndexer::pass_startsTheWatch()
{
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: one\n---\n"));
    m_folder->run();
    QSignalSpy changed(m_folder->indexer.get(), &Indexer::filesChanged);
    QVERIFY(m_folder->write(u"a/2.md"_s, "---\ntitle: two\n---\n"));
    QVERIFY(changed.wait(patience));
    QCOMPARE(changed[0][0].value<ArchiveChanges>().files, QSet<QByteArray>{"a/2.md"});
}

void TestIndexer::brokenFiles_areCounted()
{
    QVERIFY(m_folder->write(u"good.md"_s,
                            "---\ntitle: good\ndate: 2021-11-23 12:00:00\ncategories: [a]\n---\ntext"));
    QVERIFY(m_folder->write(u"spoilt.md"_s, "---\ntitle: \"\"\"\"x'y'\"\"\"\"\n---\ntext"));
    const PassResult result = m_folder->run();
    QCOMPARE(result.articles, 2);
    QCOMPARE(result.withProblems, 1);
}

QTEST_GUILESS_MAIN(TestIndexer)
#include "tst_indexer.moc"
