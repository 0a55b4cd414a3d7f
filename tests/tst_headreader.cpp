#include "app/library/headreader.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;

class TestHeadReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads_areTheSameByEveryWay();
    void toldToStop_handsTheRestBack();
    void fileThatIsGone_isLeftOut();
    void twoPortions_areTakenInTurn();
    void portion_followsTheDisk();
    void stopped_readsNoMore();
    void threadsThatRead_giveWay();
    void nothing_isNothing();

private:
    QList<ReadFile> files(int count) const;

    QTemporaryDir m_folder;
    QThreadPool m_threads;
};

// In two folders in turn, none of them looked at.
QList<ReadFile> TestHeadReader::files(int count) const
{
    QList<ReadFile> made;
    for (int i = 0; i < count; ++i) {
        const QString path = u"%1/%2.md"_s.arg(i % 2).arg(i);
        QDir(m_folder.path()).mkpath(QString::number(i % 2));
        QFile file(m_folder.filePath(path));
        if (file.open(QIODevice::WriteOnly))
            file.write("---\ntitle: t" + QByteArray::number(i) + "\n---\ntext");
        made << ReadFile{{path.toUtf8(), FileEntry::unknownSize, 0, 0, {}}, {}};
    }
    return made;
}

void TestHeadReader::heads_areTheSameByEveryWay()
{
    constexpr int count = 300;
    HeadReader reader(QFile::encodeName(m_folder.path()), [] { return false; });
    QVERIFY(reader.read(files(count), [] { return true; }).isEmpty());
    QCOMPARE(reader.underWay(), count);
    const QList<ReadFile> alone = reader.take();
    QCOMPARE(reader.underWay(), 0);
    reader.begin(&m_threads, files(count));
    const QList<ReadFile> together = reader.take();
    QCOMPARE(alone.size(), count);
    QCOMPARE(together.size(), count);
    for (int i = 0; i < count; ++i) {
        QCOMPARE(alone[i].head.text(PackedHead::Title), "t" + QByteArray::number(i));
        QCOMPARE(together[i].head.text(PackedHead::Title), "t" + QByteArray::number(i));
        QCOMPARE(together[i].head.identity, alone[i].head.identity);
        QVERIFY(alone[i].entry.size > 0 && together[i].entry.size == alone[i].entry.size);
    }
}

// One is read all the same, or nobody would ever get on.
void TestHeadReader::toldToStop_handsTheRestBack()
{
    HeadReader reader(QFile::encodeName(m_folder.path()), [] { return false; });
    int more = 2;
    const QList<ReadFile> rest = reader.read(files(10), [&more] { return more-- > 0; });
    QCOMPARE(rest.size(), 7);
    QCOMPARE(rest.first().entry.path, "1/3.md");
    QCOMPARE(reader.take().size(), 3);
    QCOMPARE(reader.read(rest, [] { return false; }).size(), 6);
    QCOMPARE(reader.take().first().head.text(PackedHead::Title), QByteArray("t3"));
}

void TestHeadReader::fileThatIsGone_isLeftOut()
{
    QList<ReadFile> some = files(3);
    QVERIFY(QFile::remove(m_folder.filePath(u"1/1.md"_s)));
    HeadReader reader(QFile::encodeName(m_folder.path()), [] { return false; });
    reader.begin(&m_threads, some);
    const QList<ReadFile> there = reader.take();
    QCOMPARE(there.size(), 2);
    QCOMPARE(there.last().entry.path, "0/2.md");
}

void TestHeadReader::twoPortions_areTakenInTurn()
{
    const QList<ReadFile> all = files(50);
    HeadReader reader(QFile::encodeName(m_folder.path()), [] { return false; });
    QVERIFY(reader.isEmpty());
    reader.begin(&m_threads, all.first(20));
    QVERIFY(!reader.isEmpty() && !reader.isFull());
    reader.begin(&m_threads, all.sliced(20));
    QVERIFY(reader.isFull());
    QCOMPARE(reader.underWay(), 50);
    const QList<ReadFile> first = reader.take();
    QCOMPARE(first.size(), 20);
    QCOMPARE(first.first().head.text(PackedHead::Title), QByteArray("t0"));
    QVERIFY(!reader.isEmpty() && !reader.isFull());
    QCOMPARE(reader.underWay(), 30);
    QCOMPARE(reader.take().last().head.text(PackedHead::Title), QByteArray("t49"));
    QVERIFY(reader.isEmpty());
}

// The disk gives nothing before somebody waits for it, and takes as long for it as the test says.
void TestHeadReader::portion_followsTheDisk()
{
    constexpr int count = 4;
    const QList<ReadFile> few = files(count);
    QSemaphore disk;
    std::atomic<qint64> now = 0;
    std::atomic<qint64> each = 0; // milliseconds for a file
    const auto readOne = [&] {
        disk.acquire();
        now += each;
        return false;
    };
    const auto clock = [&] {
        const qint64 time = now; // before the threads go on
        disk.release(2 * count);
        return time;
    };
    HeadReader reader(QFile::encodeName(m_folder.path()), readOne, clock);
    const auto portionAfter = [&](qint64 wait) {
        each = wait / count;
        disk.acquire(disk.available());
        reader.begin(&m_threads, few);
        return reader.take().size() == count ? reader.portion() : 0;
    };
    const qsizetype first = reader.portion();
    QVERIFY(first > 64 && first < 4096);
    QVERIFY(reader.read(few, [] { return true; }).isEmpty());
    disk.release();
    QCOMPARE(reader.take().size(), count); // nobody has waited
    QCOMPARE(reader.portion(), first);
    QCOMPARE(portionAfter(0), 2 * first);
    QCOMPARE(portionAfter(60), 2 * first); // neither quick nor slow
    QCOMPARE(portionAfter(200), first);
    QCOMPARE(portionAfter(200), first / 2);
    for (int i = 0; i < 20; ++i)
        portionAfter(4000);
    QCOMPARE(reader.portion(), 64);
    for (int i = 0; i < 20; ++i)
        portionAfter(0);
    QCOMPARE(reader.portion(), 4096);
}

void TestHeadReader::stopped_readsNoMore()
{
    std::atomic<int> asked = 0;
    HeadReader reader(QFile::encodeName(m_folder.path()), [&asked] { return ++asked > 10; });
    reader.begin(&m_threads, files(200));
    reader.begin(&m_threads, files(200));
    QVERIFY(reader.take().isEmpty()); // some of them are read, and nobody knows which
    QVERIFY(reader.take().isEmpty());
    QVERIFY(reader.isEmpty());
    QVERIFY(asked > 10 && asked < 200);
}

// Who finds files and stores what was read comes first.
void TestHeadReader::threadsThatRead_giveWay()
{
#ifdef Q_OS_LINUX
    const auto nice = [] { return getpriority(PRIO_PROCESS, 0); };
    const int usual = nice();
    std::atomic<int> least = 100;
    HeadReader reader(QFile::encodeName(m_folder.path()), [&] {
        least = std::min(least.load(), nice());
        return false;
    });
    reader.begin(&m_threads, files(1));
    while (least == 100) // the last question is this thread's
        QThread::yieldCurrentThread();
    QVERIFY(least > usual || usual == 19);
    QCOMPARE(nice(), usual);
#else
    QSKIP("Only Linux tells what a thread weighs.");
#endif
}

void TestHeadReader::nothing_isNothing()
{
    HeadReader reader("/", [] { return false; });
    QVERIFY(reader.take().isEmpty());
    reader.begin(&m_threads, {});
    QVERIFY(reader.take().isEmpty());
}

QTEST_GUILESS_MAIN(TestHeadReader)
#include "tst_headreader.moc"
