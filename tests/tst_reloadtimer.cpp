#include "app/library/reloadtimer.h"

#include <QSignalSpy>
#include <QTest>

class TestReloadTimer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstBatch_isShownAtOnce();
    void intervals_growByHalf();
    void manyBatches_areShownTogether();
};

void TestReloadTimer::firstBatch_isShownAtOnce()
{
    ReloadTimer timer;
    timer.schedule();
    QCOMPARE(timer.interval(), 0);
    timer.stop();
    timer.schedule();
    QCOMPARE(timer.interval(), ReloadTimer::firstInterval);
    timer.stop();
    timer.beginPass();
    timer.schedule();
    QCOMPARE(timer.interval(), 0);
}

void TestReloadTimer::intervals_growByHalf()
{
    ReloadTimer timer;
    QList<int> intervals;
    for (int i = 0; i < 4; ++i) {
        timer.schedule();
        intervals << timer.interval();
        timer.stop();
    }
    QCOMPARE(intervals, QList<int>({0, 200, 300, 450}));
}

void TestReloadTimer::manyBatches_areShownTogether()
{
    ReloadTimer timer;
    QSignalSpy due(&timer, &QTimer::timeout);
    for (int i = 0; i < 10; ++i)
        timer.schedule();
    QVERIFY(due.wait());
    QVERIFY(!timer.isActive());
    QCOMPARE(due.size(), 1);
}

QTEST_GUILESS_MAIN(TestReloadTimer)
#include "tst_reloadtimer.moc"
