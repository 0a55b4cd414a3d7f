#include "app/library/reloadtimer.h"

#include "tests/patience.h"

#include <QSignalSpy>
#include <QTest>

class TestReloadTimer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstBatch_isShownAtOnce();
    void intervals_double();
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

void TestReloadTimer::intervals_double()
{
    ReloadTimer timer;
    QList<int> intervals;
    for (int i = 0; i < 10; ++i) {
        timer.schedule();
        intervals << timer.interval();
        timer.stop();
    }
    QCOMPARE(intervals.first(4), QList<int>({0, 300, 600, 1200}));
    QCOMPARE(intervals.last(), ReloadTimer::longestInterval);
}

void TestReloadTimer::manyBatches_areShownTogether()
{
    ReloadTimer timer;
    QSignalSpy due(&timer, &QTimer::timeout);
    for (int i = 0; i < 10; ++i)
        timer.schedule();
    QVERIFY(due.wait(patience));
    QVERIFY(!timer.isActive());
    QCOMPARE(due.size(), 1);
}

QTEST_GUILESS_MAIN(TestReloadTimer)
#include "tst_reloadtimer.moc"
