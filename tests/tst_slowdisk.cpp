#include "tests/indexedfolder.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

#include <dirent.h>
#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace
{

// Folders named "slow" take as long to list as the test likes, for all threads but the one of the pass. That
// one only waits until another has met such a folder.
std::atomic<QThread *> passThread = nullptr; // null: everything is quick
QSemaphore met;
QSemaphore answered;
std::atomic<bool> isEndless = false; // the test never said that it is enough

void listSlowly()
{
    if (QThread::currentThread() == passThread) {
        met.acquire();
        met.release();
    } else {
        met.release();
        if (!answered.tryAcquire(1, 10'000))
            isEndless = true;
    }
}

}

// Stands in front of the system's.
extern "C" DIR *fdopendir(int folder)
{
    using List = DIR *(*)(int);
    static const List list = reinterpret_cast<List>(::dlsym(RTLD_NEXT, "fdopendir"));
    if (passThread && QFile::symLinkTarget(u"/proc/self/fd/%1"_s.arg(folder)).endsWith("/slow"_L1))
        listSlowly();
    return list(folder);
}

class TestSlowDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reconcile_keepsNothingBack();
};

// What was found, but is less than what is read at once, does not wait until more is found.
void TestSlowDisk::reconcile_keepsNothingBack()
{
    if (QThread::idealThreadCount() < 2)
        QSKIP("one thread does it all here");
    IndexedFolder folder;
    for (int i = 0; i < 4; ++i)
        QVERIFY(folder.write(u"%1/slow/a.md"_s.arg(i), "---\ntitle: slow\n---\n"));
    QCOMPARE(folder.run().articles, 4);
    constexpr int added = 70;
    QVERIFY(folder.writeMany(added));
    connect(folder.indexer.get(), &Indexer::batchStored, this, [&folder] {
        if (folder.titles().size() == 4 + added)
            answered.release(4);
    });
    passThread = QThread::currentThread();
    const PassResult result = folder.run();
    passThread = nullptr;
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 4 + added);
    QVERIFY(!isEndless);
}

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slowdisk.moc"
