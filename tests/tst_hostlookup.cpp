#include "app/images/hostlookup.h"
#include "pictureserver.h"
#include "tests/patience.h"

#include <QtTest>

using namespace Qt::StringLiterals;

class TestHostLookup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyAtOnce_askOnce();
    void laterOnes_askAgain();
    void missingHost_isAskedOnce();
    void missingHost_isAskedAgainLater();
    void forgottenHost_isAskedAgain();
    void goneContext_isNotCalled();
    void askingFromTheAnswer_works();
    void systemResolver_findsLiterals();
    void systemResolver_saysWhyNot();

private:
    qint64 m_now = 1'700'000'000'000;
};

void TestHostLookup::manyAtOnce_askOnce()
{
    WrittenHosts hosts;
    hosts.answers[u"a.org"_s] = {{QHostAddress(u"192.0.2.1"_s)}};
    hosts.answers[u"b.org"_s] = {{QHostAddress(u"192.0.2.2"_s)}};
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    QStringList answers;
    const auto note = [&answers](const HostAddresses &found) {
        answers << found.addresses.first().toString();
    };
    lookup.lookUp(u"a.org"_s, this, note);
    lookup.lookUp(u"b.org"_s, this, note);
    lookup.lookUp(u"a.org"_s, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 3, patience);
    answers.sort();
    QCOMPARE(answers, QStringList({u"192.0.2.1"_s, u"192.0.2.1"_s, u"192.0.2.2"_s}));
    QCOMPARE(hosts.asked, QStringList({u"a.org"_s, u"b.org"_s}));
}

void TestHostLookup::laterOnes_askAgain()
{
    WrittenHosts hosts;
    hosts.answers[u"a.org"_s] = {{QHostAddress(u"192.0.2.1"_s)}, {QHostAddress(u"192.0.2.2"_s)}};
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    QList<QHostAddress> answers;
    for (int i = 0; i < 2; ++i) {
        lookup.lookUp(u"a.org"_s, this,
                      [&answers](const HostAddresses &found) { answers << found.addresses.first(); });
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), i + 1, patience);
    }
    QCOMPARE(answers, QList<QHostAddress>({QHostAddress(u"192.0.2.1"_s), QHostAddress(u"192.0.2.2"_s)}));
}

void TestHostLookup::missingHost_isAskedOnce()
{
    WrittenHosts hosts;
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    QStringList errors;
    for (int i = 0; i < 3; ++i) {
        lookup.lookUp(u"a.org"_s, this, [&errors](const HostAddresses &found) { errors << found.error; });
        QTRY_COMPARE_WITH_TIMEOUT(errors.size(), i + 1, patience);
    }
    QCOMPARE(errors, QStringList(3, u"no such host"_s));
    QCOMPARE(hosts.asked.size(), 1);
}

// It may have been the network that was missing.
void TestHostLookup::missingHost_isAskedAgainLater()
{
    WrittenHosts hosts;
    hosts.answers[u"a.org"_s] = {{}, {QHostAddress(u"192.0.2.1"_s)}};
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    QList<qsizetype> counts;
    const auto note = [&counts](const HostAddresses &found) { counts << found.addresses.size(); };
    for (const qint64 pause : {qint64(0), HostLookup::restOfTheMissing - 1, qint64(1)}) {
        m_now += pause;
        const qsizetype before = counts.size();
        lookup.lookUp(u"a.org"_s, this, note);
        QTRY_COMPARE_WITH_TIMEOUT(counts.size(), before + 1, patience);
    }
    QCOMPARE(counts, QList<qsizetype>({0, 0, 1}));
}

void TestHostLookup::forgottenHost_isAskedAgain()
{
    WrittenHosts hosts;
    hosts.answers[u"a.org"_s] = {{}, {QHostAddress(u"192.0.2.1"_s)}};
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    QList<qsizetype> counts;
    const auto note = [&counts](const HostAddresses &found) { counts << found.addresses.size(); };
    lookup.lookUp(u"a.org"_s, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(counts.size(), 1, patience);
    lookup.forget(u"a.org"_s);
    lookup.lookUp(u"a.org"_s, this, note);
    QTRY_COMPARE_WITH_TIMEOUT(counts, QList<qsizetype>({0, 1}), patience);
}

void TestHostLookup::goneContext_isNotCalled()
{
    WrittenHosts hosts;
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    auto context = std::make_unique<QObject>();
    int gone = 0;
    int here = 0;
    lookup.lookUp(u"a.org"_s, context.get(), [&gone](const HostAddresses &) { ++gone; });
    lookup.lookUp(u"a.org"_s, this, [&here](const HostAddresses &) { ++here; });
    context.reset();
    QTRY_COMPARE_WITH_TIMEOUT(here, 1, patience);
    QCOMPARE(gone, 0);
}

void TestHostLookup::askingFromTheAnswer_works()
{
    WrittenHosts hosts;
    HostLookup lookup(hosts.resolver(), [this] { return m_now; });
    int answers = 0;
    lookup.lookUp(u"a.org"_s, this, [&](const HostAddresses &) {
        ++answers;
        lookup.lookUp(u"a.org"_s, this, [&answers](const HostAddresses &) { ++answers; });
    });
    QTRY_COMPARE_WITH_TIMEOUT(answers, 2, patience);
}

void TestHostLookup::systemResolver_findsLiterals()
{
    QList<QHostAddress> addresses;
    systemResolver()(u"127.0.0.1"_s, this, [&](const HostAddresses &found) { addresses = found.addresses; });
    QTRY_COMPARE_WITH_TIMEOUT(addresses, QList<QHostAddress>({QHostAddress(QHostAddress::LocalHost)}),
                              patience);
}

// A label of more than 63 characters is no name at all: nobody is asked.
void TestHostLookup::systemResolver_saysWhyNot()
{
    std::optional<HostAddresses> answer;
    systemResolver()(QString(70, u'a') + u".org"_s, this,
                     [&](const HostAddresses &found) { answer = found; });
    QTRY_VERIFY_WITH_TIMEOUT(answer, patience);
    QVERIFY(answer->addresses.isEmpty());
    QVERIFY(!answer->error.isEmpty());
}

QTEST_GUILESS_MAIN(TestHostLookup)
#include "tst_hostlookup.moc"
