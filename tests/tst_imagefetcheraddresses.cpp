#include "deafserver.h"
#include "samplefetcher.h"
#include "testcertificates.h"

#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QSslConfiguration serverWith(const QByteArray &certificate, const QByteArray &key)
{
    QSslConfiguration server = QSslConfiguration::defaultConfiguration();
    server.setLocalCertificate(QSslCertificate(certificate));
    server.setPrivateKey(QSslKey(key, QSsl::Ec));
    server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return server;
}

}

// Which addresses of a host are connected to, in which order, and who must answer there.
class TestImageFetcherAddresses final : public SampleFetcher
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void addressesOfTheHost_areChecked_data();
    void addressesOfTheHost_areChecked();
    void rebinding_isCheckedEveryTime();
    void connection_goesToTheCheckedAddress();
    void unreachableAddress_givesWayToTheNext();
    void silentAddress_givesWayToTheNext();
    void slowWay_isGivenTime();
    void slowWay_isGivenTimeBesideSilentOnes();
    void manySilentAddresses_keepFewConnections();
    void noRoomBeside_givesEachItsTurn();
    void refusedAddress_isNeverConnectedTo();
    void certificate_isVerifiedForTheName_data();
    void certificate_isVerifiedForTheName();

private:
    void makeTheWaySlow(std::chrono::milliseconds pause);
};

void TestImageFetcherAddresses::addressesOfTheHost_areChecked_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("private") << QStringList{u"192.168.1.1"_s};
    QTest::newRow("loopback, v6") << QStringList{u"::1"_s};
    QTest::newRow("mapped") << QStringList{u"::ffff:10.0.0.1"_s};
    QTest::newRow("one of several") << QStringList{u"8.8.8.8"_s, u"1.1.1.1"_s, u"10.0.0.1"_s};
    QTest::newRow("v6 beside v4") << QStringList{u"8.8.8.8"_s, u"fd00::1"_s};
}

// With the product's own filter.
void TestImageFetcherAddresses::addressesOfTheHost_areChecked()
{
    QFETCH(const QStringList, addresses);
    QList<QHostAddress> list;
    for (const QString &address : addresses)
        list << QHostAddress(address);
    m_hosts.answers[u"pictures.example.org"_s] = {list};
    m_options.isAllowed = FetchOptions().isAllowed;
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::NotAllowed);
    QCOMPARE(image.host, u"pictures.example.org"_s);
    QCOMPARE(image.detail, addresses.last());
}

void TestImageFetcherAddresses::rebinding_isCheckedEveryTime()
{
    m_server->send("/a", png(1, 1));
    m_hosts.answers[u"pictures.example.org"_s] = {{m_address}, {QHostAddress(u"10.0.0.1"_s)}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requests().size(), 1);
    // Within one fetch: the second hop asks again.
    m_hosts.answers[u"pictures.example.org"_s] = {{m_address}, {QHostAddress(u"10.0.0.1"_s)}};
    m_server->redirect("/b", "/a");
    QCOMPARE(fetch(m_server->url(u"/b"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requestCount("/a"), 1);
}

// This name exists nowhere but in the test's resolver: had Qt looked it up itself, nothing would arrive.
void TestImageFetcherAddresses::connection_goesToTheCheckedAddress()
{
    m_server->send("/a", png(1, 1));
    m_hosts.answers[u"nowhere.invalid"_s] = {{m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s, u"nowhere.invalid"_s)).bytes, png(1, 1));
    QCOMPARE(m_hosts.asked, QStringList{u"nowhere.invalid"_s});
}

void TestImageFetcherAddresses::unreachableAddress_givesWayToTheNext()
{
    const QHostAddress nobody(u"127.0.0.2"_s); // the server listens on 127.0.0.1 alone
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_hosts.answers[u"pictures.example.org"_s] = {{nobody, m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    m_hosts.answers[u"pictures.example.org"_s] = {{QHostAddress(QHostAddress::LocalHostIPv6), m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
}

void TestImageFetcherAddresses::silentAddress_givesWayToTheNext()
{
#if defined(Q_OS_LINUX)
    const DeafServer deaf(m_server->serverPort(), "127.0.0.2");
    QVERIFY(deaf.isDeaf);
    const QHostAddress silent(u"127.0.0.2"_s);
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 1s;
    m_options.limits.firstByte = 6s; // a turn is a third of it
    m_options.limits.total = 60s;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/a"), 1);
    // One that answers takes what time it likes, once it has the request.
    m_server->handle("/slow", [this](QTcpSocket *socket) {
        QTimer::singleShot(m_options.limits.connection + 200ms, socket, [socket] {
            socket->write(PictureServer::head(png(1, 1).size(), {}) + png(1, 1));
            socket->disconnectFromHost();
        });
    });
    m_hosts.answers[u"pictures.example.org"_s] = {{m_address, silent}};
    QCOMPARE(fetch(m_server->url(u"/slow"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/slow"), 1);
    m_options.limits.firstByte = 500ms;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::TimedOut);
#else
    QSKIP("No way to make such a socket here.");
#endif
}

// Its handshake takes so long. From then on everybody trusts its authority.
void TestImageFetcherAddresses::makeTheWaySlow(std::chrono::milliseconds pause)
{
    m_server->useTls(serverWith(goodCertificatePem, goodKeyPem), pause);
    m_server->send("/a", png(1, 1));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(authorityPem));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

// Every address answers, but later than the next one is tried.
void TestImageFetcherAddresses::slowWay_isGivenTime()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    m_options.limits.connection = 200ms;
    m_options.limits.firstByte = 20s;
    makeTheWaySlow(400ms);
    m_hosts.answers[u"pictures.example.org"_s] = {{m_address, m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/a"), 1); // whoever is there first is asked, and nobody else
    m_mayTryBeside = [] { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
}

// Two that nobody answers at, and one that takes a third of the time that there is.
void TestImageFetcherAddresses::slowWay_isGivenTimeBesideSilentOnes()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
#if defined(Q_OS_LINUX)
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    const DeafServer deaf(m_server->serverPort(), "127.0.0.2");
    QVERIFY(deaf.isDeaf);
    const QHostAddress silent(u"127.0.0.2"_s);
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 1200ms;
    m_options.limits.firstByte = 6s;
    makeTheWaySlow(2s);
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, m_address}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
#else
    QSKIP("No way to make such a socket here.");
#endif
}

void TestImageFetcherAddresses::manySilentAddresses_keepFewConnections()
{
#if defined(Q_OS_LINUX)
    const DeafServer deaf(0);
    QVERIFY(deaf.isDeaf);
    QList<QHostAddress> silent;
    for (int i = 2; i < 42; ++i)
        silent << QHostAddress(u"127.0.0.%1"_s.arg(i));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 200ms;
    m_options.limits.firstByte = 2s;
    m_hosts.answers[u"pictures.example.org"_s] = {silent};
    QUrl url = m_server->url(u"/a"_s);
    url.setPort(deaf.port);
    qsizetype mostAtOnce = 0;
    QTimer look;
    connect(&look, &QTimer::timeout, this, [this, &mostAtOnce] {
        const auto replies = m_network->findChildren<QNetworkReply *>();
        mostAtOnce = std::max<qsizetype>(mostAtOnce,
                                         std::count_if(replies.cbegin(), replies.cend(),
                                                       [](const auto *reply) { return reply->isRunning(); }));
    });
    look.start(5);
    QCOMPARE(fetch(url).failure, ImageFailure::TimedOut);
    QCOMPARE(mostAtOnce, 2);
    QCOMPARE(deaf.addresses.size(), mostAddressesTried);
    QVERIFY2(deaf.mostAtOnce <= mostAddressesTried, qPrintable(QString::number(deaf.mostAtOnce)));
#else
    QSKIP("No way to make such a socket here.");
#endif
}

void TestImageFetcherAddresses::noRoomBeside_givesEachItsTurn()
{
#if defined(Q_OS_LINUX)
    const DeafServer deaf(m_server->serverPort(), "127.0.0.2");
    QVERIFY(deaf.isDeaf);
    const QHostAddress silent(u"127.0.0.2"_s);
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 100ms;
    m_options.limits.firstByte = 6s;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, m_address}};
    m_mayTryBeside = [] { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(deaf.mostAtOnce, 1);
#else
    QSKIP("No way to make such a socket here.");
#endif
}

void TestImageFetcherAddresses::refusedAddress_isNeverConnectedTo()
{
    m_options.isAllowed = [](const QHostAddress &) { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(fetch(QUrl(u"http://8.8.8.8/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestImageFetcherAddresses::certificate_isVerifiedForTheName_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<ImageFailure>("failure");
    const QString right = u"pictures.example.org"_s;
    QTest::newRow("good") << right << true << goodCertificatePem << goodKeyPem << ImageFailure::None;
    QTest::newRow("unknown authority")
        << right << false << goodCertificatePem << goodKeyPem << ImageFailure::NoConnection;
    QTest::newRow("signed by itself")
        << right << true << selfSignedCertificatePem << selfSignedKeyPem << ImageFailure::NoConnection;
    QTest::newRow("wrong host") << u"other.example.org"_s << true << goodCertificatePem << goodKeyPem
                                << ImageFailure::NoConnection;
    QTest::newRow("expired") << right << true << expiredCertificatePem << expiredKeyPem
                             << ImageFailure::NoConnection;
}

void TestImageFetcherAddresses::certificate_isVerifiedForTheName()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    QFETCH(const QString, host);
    QFETCH(const bool, isTrusted);
    QFETCH(const QByteArray, certificate);
    QFETCH(const QByteArray, key);
    m_server->useTls(serverWith(certificate, key));
    m_server->send("/a", png(1, 1));
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration trusting = before;
    if (isTrusted)
        trusting.addCaCertificate(QSslCertificate(authorityPem));
    QSslConfiguration::setDefaultConfiguration(trusting);
    m_hosts.answers[u"other.example.org"_s] = {{m_address}};
    const FetchedImage image = fetch(m_server->url(u"/a"_s, host));
    QTEST(image.failure, "failure");
    QCOMPARE(image.detail.isEmpty(), image.failure == ImageFailure::None);
    QCOMPARE(m_server->requests().size(), image.failure == ImageFailure::None ? 1 : 0);
}

QTEST_GUILESS_MAIN(TestImageFetcherAddresses)
#include "tst_imagefetcheraddresses.moc"
