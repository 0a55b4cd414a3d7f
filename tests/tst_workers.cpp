#include "app/library/workers.h"

#include "tests/patience.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QDateTime fixedNow()
{
    return QDateTime(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
}

}

class TestWorkers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void work_isDoneOnThreadsOfItsOwn();
    void firstWord_isHeard();
    void questions_areAnsweredInOrder();
    void queuedMarks_areOnDiskAtTheEnd();
    void runningPass_endsWithTheWorkers();
};

void TestWorkers::work_isDoneOnThreadsOfItsOwn()
{
    const QTemporaryDir folder;
    Workers workers(folder.path(), QTimeZone::utc(), &fixedNow);
    workers.start();
    QVERIFY(workers.reader()->thread() != QThread::currentThread());
    QVERIFY(workers.indexer()->thread() != QThread::currentThread());
    QVERIFY(workers.reader()->thread() != workers.indexer()->thread());
}

void TestWorkers::firstWord_isHeard()
{
    const QTemporaryDir folder;
    QVERIFY(QFile(folder.filePath(u"file"_s)).open(QIODevice::WriteOnly));
    Workers workers(folder.filePath(u"file"_s), QTimeZone::utc(), &fixedNow);
    const QSignalSpy unusable(workers.reader(), &CatalogReader::marksUnusable);
    workers.start();
    QTRY_COMPARE_WITH_TIMEOUT(unusable.size(), 1, patience);
}

void TestWorkers::questions_areAnsweredInOrder()
{
    const QTemporaryDir folder;
    Workers workers(folder.path(), QTimeZone::utc(), &fixedNow);
    workers.start();
    QSignalSpy known(workers.reader(), &CatalogReader::positionRead);
    Workers::ask(workers.reader(), &CatalogReader::readPosition, Identity{1});
    Workers::ask(workers.reader(), &CatalogReader::setPosition, Identity{1}, 0.5);
    Workers::ask(workers.reader(), &CatalogReader::readPosition, Identity{1});
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 2, patience);
    QCOMPARE(known[0][1].toDouble(), 0.0);
    QCOMPARE(known[1][1].toDouble(), 0.5);
}

void TestWorkers::queuedMarks_areOnDiskAtTheEnd()
{
    const QTemporaryDir folder;
    {
        Workers workers(folder.path(), QTimeZone::utc(), &fixedNow);
        workers.start();
        for (quint64 i = 0; i < 100; ++i)
            Workers::ask(workers.reader(), &CatalogReader::setRead, ArticleId(1), Identity{i}, true);
    }
    QString error;
    Marks marks;
    QVERIFY2(marks.open(marksFile(folder.path()), &error), qPrintable(error));
    for (quint64 i = 0; i < 100; ++i)
        QCOMPARE(marks.mark(Identity{i}, &error)->readAt, fixedNow());
}

void TestWorkers::runningPass_endsWithTheWorkers()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 500; ++i)
        QVERIFY(QFile(folder.filePath(u"%1.md"_s.arg(i))).open(QIODevice::WriteOnly));
    const QString file = folder.filePath(u"c.sqlite"_s);
    {
        Workers workers(folder.path(), QTimeZone::utc(), &fixedNow);
        workers.start();
        Workers::ask(workers.indexer(), &Indexer::openCatalogue, quint64(1), file);
        Workers::ask(workers.indexer(), &Indexer::runPass, quint64(1), quint64(1),
                     QFile::encodeName(folder.path()), PassOrder());
    }
    QString error;
    Catalog catalog;
    QVERIFY2(catalog.open(file, &error), qPrintable(error));
}

QTEST_GUILESS_MAIN(TestWorkers)
#include "tst_workers.moc"
