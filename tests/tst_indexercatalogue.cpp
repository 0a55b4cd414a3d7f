#include "tests/indexertest.h"
#include "tests/patience.h"

#if defined(Q_OS_UNIX)
#include "tests/filelimit.h"

#include <optional>
#endif

#include <QThread>

using namespace Qt::StringLiterals;

class TestIndexerCatalogue final : public IndexerTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void damagedCatalogueInPass_isMadeAnew();
    void damagedForGood_memoryStandsIn();
    void unwritableCache_saysWhyAndWorks();
    void fullDiskInPass_saysWhyAndWorks();
    void otherWindowWritesForLong_isWaitedFor();
    void rebuild_startsEmpty();
};

void TestIndexerCatalogue::damagedCatalogueInPass_isMadeAnew()
{
    QVERIFY(m_folder->writeMany(10));
    QVERIFY(m_folder->damage(u"DROP TABLE categories"_s));
    const PassResult result = m_folder->run();
    QVERIFY2(result.complete, qPrintable(result.error));
    QCOMPARE(result.articles, 10);
    QCOMPARE(m_folder->name, m_folder->file);
    QCOMPARE(m_folder->titles().size(), 10);
}

void TestIndexerCatalogue::damagedForGood_memoryStandsIn()
{
    QVERIFY(m_folder->writeMany(10));
    QVERIFY(m_folder->damage(u"DROP TABLE categories"_s));
    // A folder where the new file has to be, as soon as the old one is gone, cannot be had; one beside it
    // can.
    QVERIFY(QFile::remove(m_folder->file + u"-journal"_s) || !QFile::exists(m_folder->file + u"-journal"_s));
    QVERIFY(QDir().mkpath(m_folder->file + u"-journal/in the way"_s));
    QString reason;
    connect(m_folder->indexer.get(), &Indexer::catalogueOpened, this,
            [&reason](quint64, const QString &, const QString &why) { reason = why; });
    const PassResult result = m_folder->run();
    QVERIFY2(result.complete, qPrintable(result.error));
    QVERIFY(m_folder->name != m_folder->file);
    QVERIFY(!reason.isEmpty());
    QCOMPARE(m_folder->titles().size(), 10);
}

void TestIndexerCatalogue::unwritableCache_saysWhyAndWorks()
{
    QVERIFY(m_folder->writeMany(10));
    const QString blocked = m_folder->folder.filePath(u"blocked"_s);
    QVERIFY(QFile(blocked).open(QIODevice::WriteOnly));
    const QSignalSpy opened(m_folder->indexer.get(), &Indexer::catalogueOpened);
    m_folder->indexer->openCatalogue(2, blocked + u"/c.sqlite"_s);
    QCOMPARE(opened.size(), 1);
    QVERIFY(!opened[0][2].toString().isEmpty());
    QCOMPARE(m_folder->run().articles, 10);
    QCOMPARE(m_folder->titles().size(), 10);
}

void TestIndexerCatalogue::fullDiskInPass_saysWhyAndWorks()
{
#if defined(Q_OS_UNIX)
    QVERIFY(m_folder->writeMany(3000));
    QString reason;
    connect(m_folder->indexer.get(), &Indexer::catalogueOpened, this,
            [&reason](quint64, const QString &, const QString &why) { reason = why; });
    std::optional<FileLimit> limit(192 * 1024);
    QVERIFY(limit->isSet());
    const PassResult result = m_folder->run();
    limit.reset();
    QVERIFY2(result.complete, qPrintable(result.error));
    QVERIFY(m_folder->name != m_folder->file);
    QVERIFY(!reason.isEmpty());
    QCOMPARE(m_folder->titles().size(), 3000);
#else
    QSKIP("Only Unix limits how large a file may grow.");
#endif
}

// SQLite waits for five seconds, and a million articles need more for an index.
void TestIndexerCatalogue::otherWindowWritesForLong_isWaitedFor()
{
    constexpr int longerThanSqliteWaits = 6000; // milliseconds
    QVERIFY(m_folder->writeMany(10));
    QCOMPARE(m_folder->run().articles, 10);
    QString error;
    Database other;
    QVERIFY(other.open(m_folder->file, DatabaseUse::Disposable, &error) &&
            other.execute(u"BEGIN IMMEDIATE"_s, &error));
    QVERIFY(m_folder->write(u"new.md"_s, "---\ntitle: new\n---\ntext"));
    QThread thread;
    m_folder->indexer->moveToThread(&thread);
    thread.start();
    QSignalSpy opened(m_folder->indexer.get(), &Indexer::catalogueOpened);
    QSignalSpy finished(m_folder->indexer.get(), &Indexer::passFinished);
    QMetaObject::invokeMethod(m_folder->indexer.get(), [this] { m_folder->run(); });
    const bool isMadeAnew = opened.wait(longerThanSqliteWaits);
    const bool isLeft = other.execute(u"COMMIT"_s, &error);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    connect(&thread, &QThread::finished, m_folder->indexer.release(), &QObject::deleteLater); // in its thread
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(!isMadeAnew && isLeft && opened.isEmpty());
    QVERIFY(finished[0][1].value<PassResult>().complete);
    QCOMPARE(m_folder->titles().size(), 11);
}

void TestIndexerCatalogue::rebuild_startsEmpty()
{
    QVERIFY(m_folder->writeMany(10));
    m_folder->run();
    m_folder->indexer->rebuildCatalogue(1);
    QCOMPARE(m_folder->titles().size(), 0);
    QCOMPARE(m_folder->run().articles, 10);
}

QTEST_GUILESS_MAIN(TestIndexerCatalogue)
#include "tst_indexercatalogue.moc"
