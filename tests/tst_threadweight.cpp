#include "app/library/threadweight.h"

#include <QTest>
#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

class TestThreadWeight final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thread_givesWayAlone();
};

void TestThreadWeight::thread_givesWayAlone()
{
#ifdef Q_OS_LINUX
    const auto nice = [] { return getpriority(PRIO_PROCESS, 0); };
    const int before = nice();
    int lowered = before;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        giveWay();
        lowered = nice();
    }));
    thread->start();
    QVERIFY(thread->wait());
    QVERIFY2(lowered > before || before == 19, qPrintable(QString::number(lowered)));
    QCOMPARE(nice(), before);
#else
    QSKIP("Only Linux tells what a thread weighs.");
#endif
}

QTEST_GUILESS_MAIN(TestThreadWeight)
#include "tst_threadweight.moc"
