#include "app/images/standins.h"

#include "samplepictures.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStandIns final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        start();
    }

    void sameBytes_areSuspectedAtTheThirdAddress()
    {
        QCOMPARE(judge(u"/1"_s, m_sign), StandIn::No);
        QCOMPARE(judge(u"/2"_s, m_sign), StandIn::No);
        QCOMPARE(judge(u"/3"_s, m_sign), StandIn::Suspected);
        QCOMPARE(judge(u"/4"_s, m_sign), StandIn::Suspected);
        QCOMPARE(m_standIns->known(u"a.example"_s, m_sign), StandIn::Suspected);
        QCOMPARE(m_standIns->known(u"b.example"_s, m_sign), StandIn::No);
        start(); // the next run
        QCOMPARE(judge(u"/5"_s, m_sign), StandIn::Suspected);
    }

    void repeatedPicture_isNotSuspected_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QByteArrayList>("pictures"); // that they bring
        const QByteArray sign = m_sign;
        const QByteArray emoji = png(63, 64);
        QTest::newRow("between others") << QStringList({u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s, u"/5"_s})
                                        << QByteArrayList({sign, png(90, 90), sign, sign, sign});
        QTest::newRow("one address") << QStringList({u"/1"_s, u"/1"_s, u"/1"_s, u"/1"_s})
                                     << QByteArrayList({sign, sign, sign, sign});
        QTest::newRow("other sizes of one") << QStringList({u"/1"_s, u"/1?w=1"_s, u"/1?w=2"_s, u"/1#f"_s})
                                            << QByteArrayList({sign, sign, sign, sign});
        QTest::newRow("emoji") << QStringList({u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s})
                               << QByteArrayList({emoji, emoji, emoji, emoji});
    }

    void repeatedPicture_isNotSuspected()
    {
        QFETCH(const QStringList, addresses);
        QFETCH(const QByteArrayList, pictures);
        for (qsizetype i = 0; i < addresses.size(); ++i)
            QCOMPARE(judge(addresses.at(i), pictures.at(i)), StandIn::No);
    }

    void eachWay_isCountedForItself()
    {
        QCOMPARE(judge(u"/1"_s, m_sign), StandIn::No);
        QCOMPARE(judge(u"/2"_s, m_sign, Rung::OwnReferrer), StandIn::No);
        QCOMPARE(judge(u"/3"_s, m_sign), StandIn::No);
        QCOMPARE(judge(u"/4"_s, m_sign), StandIn::Suspected);
    }

    void betterPicture_makesCertain()
    {
        suspect();
        const LadderStep better = step(u"/1"_s, Rung::OwnReferrer);
        m_standIns->judge(better, png(80, 80));
        m_standIns->noteBetter(m_seen, better);
        QCOMPARE(judge(u"/4"_s, m_sign), StandIn::Suspected); // this way may send always the same, too
        m_standIns->judge(step(u"/2"_s, Rung::OwnReferrer), png(90, 90));
        m_standIns->noteBetter(m_seen, better);
        QCOMPARE(judge(u"/5"_s, m_sign), StandIn::Certain);
        m_standIns->noteNothingBetter(m_seen);
        start();
        QCOMPARE(judge(u"/6"_s, m_sign), StandIn::Certain);
    }

    // A proxy packs pictures anew: that they differ says nothing.
    void copyElsewhere_provesNothing()
    {
        suspect();
        LadderStep elsewhere = step(u"/1"_s, Rung::OtherAddress);
        elsewhere.address.setHost(u"proxy.example"_s);
        m_standIns->judge(elsewhere, png(80, 80));
        m_standIns->judge(elsewhere, png(90, 90));
        m_standIns->noteBetter(m_seen, elsewhere);
        QCOMPARE(judge(u"/4"_s, m_sign), StandIn::Suspected);
    }

    void vainClimbs_endTheSuspicion()
    {
        suspect();
        for (int i = 0; i < StandIns::vainClimbs; ++i) {
            QCOMPARE(judge(u"/4"_s, m_sign), StandIn::Suspected);
            m_standIns->noteNothingBetter(m_seen);
        }
        QCOMPARE(judge(u"/5"_s, m_sign), StandIn::No);
        start();
        for (const QString &path : {u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s})
            QCOMPARE(judge(path, m_sign), StandIn::No);
    }

private:
    void start()
    {
        m_standIns.reset();
        m_memory = std::make_unique<HostMemory>();
        QString error;
        QVERIFY2(m_memory->open(m_folder->filePath(u"hosts.sqlite"_s), &error), qPrintable(error));
        m_standIns = std::make_unique<StandIns>(*m_memory);
    }

    static LadderStep step(const QString &path, Rung rung)
    {
        return {QUrl(u"https://a.example"_s + path), {}, rung};
    }

    StandIn judge(const QString &path, const QByteArray &bytes, Rung rung = Rung::Plain)
    {
        return m_standIns->judge(step(path, rung), bytes);
    }

    void suspect()
    {
        for (const QString &path : {u"/1"_s, u"/2"_s, u"/3"_s})
            judge(path, m_sign);
    }

    const QByteArray m_sign = png(200, 100);
    const QList<StandInSeen> m_seen{{u"a.example"_s, StandIns::digest(m_sign)}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HostMemory> m_memory;
    std::unique_ptr<StandIns> m_standIns;
};

QTEST_GUILESS_MAIN(TestStandIns)
#include "tst_standins.moc"
