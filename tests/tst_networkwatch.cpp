#include "app/images/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

using Reachability = QNetworkInformation::Reachability;

class TestNetworkWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void return_isToldOnce_data()
    {
        QTest::addColumn<QList<Reachability>>("states");
        QTest::addColumn<int>("returns");
        using enum Reachability;
        QTest::newRow("always there") << QList{Online, Online} << 0;
        QTest::newRow("not known before") << QList{Unknown, Online} << 0;
        QTest::newRow("lost") << QList{Online, Disconnected} << 0;
        QTest::newRow("lost and back") << QList{Online, Disconnected, Online, Online} << 1;
        QTest::newRow("as far as the router") << QList{Disconnected, Local, Site} << 0;
        QTest::newRow("and further") << QList{Disconnected, Local, Site, Online} << 1;
        QTest::newRow("twice") << QList{Disconnected, Online, Local, Online} << 2;
    }

    void return_isToldOnce()
    {
        QFETCH(const QList<Reachability>, states);
        NetworkWatch watch;
        const QSignalSpy returned(&watch, &NetworkWatch::returned);
        for (const Reachability state : states)
            watch.take(state);
        QTEST(static_cast<int>(returned.size()), "returns");
    }

    // Whatever this machine's system can tell.
    void system_isAskedWithoutHarm()
    {
        NetworkWatch watch;
        const QSignalSpy returned(&watch, &NetworkWatch::returned);
        watch.begin();
        watch.begin();
        QCOMPARE(returned.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
