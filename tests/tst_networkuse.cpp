#include "app/images/networkuse.h"

#include <QTest>

class TestNetworkUse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void use_saysWhatMayBeAsked_data()
    {
        QTest::addColumn<NetworkUse>("use");
        QTest::addColumn<bool>("unasked");
        QTest::addColumn<bool>("asked");
        QTest::addColumn<ImageFailure>("reason");
        QTest::newRow("offline") << NetworkUse::Offline << false << false << ImageFailure::Offline;
        QTest::newRow("never") << NetworkUse::Never << false << false << ImageFailure::NotWanted;
        QTest::newRow("when asked") << NetworkUse::WhenAsked << false << true << ImageFailure::NotAsked;
        QTest::newRow("always") << NetworkUse::Allowed << true << true << ImageFailure::NotAsked;
    }

    void use_saysWhatMayBeAsked()
    {
        QFETCH(const NetworkUse, use);
        QTEST(mayAsk(use, false), "unasked");
        QTEST(mayAsk(use, true), "asked");
        QTEST(whyNotAsked(use), "reason");
    }

    void missingNetwork_isNoServersFault()
    {
        QVERIFY(mayBeOfTheNetwork(ImageFailure::HostNotFound));
        QVERIFY(mayBeOfTheNetwork(ImageFailure::NoConnection));
        QVERIFY(mayBeOfTheNetwork(ImageFailure::TimedOut));
        QVERIFY(!mayBeOfTheNetwork(ImageFailure::HttpStatus)); // somebody said so
        QVERIFY(!mayBeOfTheNetwork(ImageFailure::NotAllowed));
    }
};

QTEST_GUILESS_MAIN(TestNetworkUse)
#include "tst_networkuse.moc"
