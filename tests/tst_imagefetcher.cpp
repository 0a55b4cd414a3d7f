#include "app/images/imagefetcher.h"
#include "deafserver.h"
#include "pictureserver.h"
#include "samplepictures.h"
#include "testcertificates.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QHostAddress serverAddress(QHostAddress::LocalHost);

QByteArray statusLine(const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

QSslConfiguration serverWith(const QByteArray &certificate, const QByteArray &key)
{
    QSslConfiguration server = QSslConfiguration::defaultConfiguration();
    server.setLocalCertificate(QSslCertificate(certificate));
    server.setPrivateKey(QSslKey(key, QSsl::Ec));
    server.setPeerVerifyMode(QSslSocket::VerifyNone);
    return server;
}

} // namespace

class TestImageFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void picture_arrives_data();
    void picture_arrives();
    void request_saysWhatItShould();
    void referrer_isSentOnlyWhereGiven();
    void cookies_areNeitherKeptNorSent();

    void redirects_areFollowed_data();
    void redirects_areFollowed();
    void redirectToNowhere_isRefused_data();
    void redirectToNowhere_isRefused();
    void redirectsWithoutEnd_stop();
    void redirectWithoutLocation_isAStatus();

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

    void badAnswer_isAReason_data();
    void badAnswer_isAReason();
    void longAnimation_becomesItsFirstFrame();
    void nobodyThere_isNoConnection();
    void hostNotFound_saysWhich();
    void slowServer_timesOut_data();
    void slowServer_timesOut();
    void slowResolver_timesOut();
    void endlessBody_stopsAtTheLimit_data();
    void endlessBody_stopsAtTheLimit();
    void deleted_givesUpSilently();

private:
    FetchedImage fetch(const QUrl &url, const QUrl &referrer = {});
    void makeTheWaySlow(std::chrono::milliseconds pause);

    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    WrittenHosts m_hosts;
    FetchOptions m_options;
    std::function<bool()> m_mayTryBeside; // empty: as it is by itself
};

void TestImageFetcher::init()
{
    m_server = std::make_unique<PictureServer>();
    QVERIFY(m_server->isListening());
    m_network = pictureNetwork();
    m_hosts = {};
    m_hosts.answers[u"pictures.example.org"_s] = {{serverAddress}};
    m_mayTryBeside = {};
    m_options = {};
    m_options.userAgent = "Lectern/test";
    m_options.limits.firstByte = 5s;
    m_options.limits.total = 10s;
    m_options.resolve = m_hosts.resolver();
    m_options.isAllowed = [](const QHostAddress &address) { return address == serverAddress; };
}

void TestImageFetcher::cleanup()
{
    m_network.reset();
    m_server.reset();
}

FetchedImage TestImageFetcher::fetch(const QUrl &url, const QUrl &referrer)
{
    ImageFetcher fetcher(*m_network, m_options);
    if (m_mayTryBeside)
        fetcher.setMayTryBeside(m_mayTryBeside);
    QList<FetchedImage> answers;
    connect(&fetcher, &ImageFetcher::finished, this,
            [&answers](const FetchedImage &image) { answers << image; });
    fetcher.start(url, referrer);
    if (!QTest::qWaitFor([&answers] { return !answers.isEmpty(); }, 20'000))
        return {.failure = ImageFailure::None, .detail = u"no answer at all"_s};
    QCoreApplication::processEvents(); // a second answer would come now
    return answers.size() == 1 ? answers.first() : FetchedImage{.detail = u"answered twice"_s};
}

void TestImageFetcher::picture_arrives_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QByteArray>("body");
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
    QByteArray chunks;
    for (const char byte : png(30, 20))
        chunks += "1\r\n" + QByteArray(1, byte) + "\r\n";
    const QByteArray large = png(30, 20) + QByteArray(3'000'000, 'x');
    QTest::newRow("png") << PictureServer::head(png(30, 20).size(), {}) + png(30, 20) << png(30, 20);
    QTest::newRow("jpeg, called png")
        << PictureServer::head(jpeg(3, 2).size(), {}) + jpeg(3, 2) << jpeg(3, 2);
    QTest::newRow("gif, called html") << "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
                                             QByteArray::number(gif(3, 2).size()) + "\r\n\r\n" + gif(3, 2)
                                      << gif(3, 2);
    QTest::newRow("3 MB") << PictureServer::head(large.size(), {}) + large << large;
    QTest::newRow("chunks") << chunked + chunks + "0\r\n\r\n" << png(30, 20);
    QTest::newRow("no length") << "HTTP/1.0 200 OK\r\n\r\n" + png(30, 20) << png(30, 20);
    QTest::newRow("length too short, still a picture")
        << PictureServer::head(png(30, 20).size(), {}) + png(30, 20) + "trailing" << png(30, 20);
}

void TestImageFetcher::picture_arrives()
{
    QFETCH(const QByteArray, response);
    m_server->sendRaw("/a", response);
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QVERIFY2(image.failure == ImageFailure::None, qPrintable(image.detail));
    QTEST(image.bytes, "body");
    QCOMPARE(image.host, QString());
}

void TestImageFetcher::request_saysWhatItShould()
{
    m_server->send("/a%20b?x=%E5%9B%BE", png(1, 1));
    QUrl url = m_server->url(u"/a b"_s);
    url.setQuery(u"x=图"_s);
    url.setFragment(u"part"_s);
    QCOMPARE(fetch(url).bytes, png(1, 1));
    const QByteArray request = m_server->requests().value(0).toLower();
    QVERIFY(request.contains("\r\nhost: pictures.example.org:" + QByteArray::number(m_server->serverPort()) +
                             "\r\n"));
    QVERIFY(request.contains("\r\naccept: image/webp,image/png,image/jpeg,image/gif\r\n"));
    QVERIFY(request.contains("\r\naccept-encoding: identity\r\n"));
    QVERIFY(request.contains("\r\nuser-agent: lectern/test\r\n"));
    QVERIFY(!request.contains("\r\ncookie"));
    QVERIFY(!request.contains("\r\nreferer"));
    QVERIFY(!request.contains("part"));
}

void TestImageFetcher::referrer_isSentOnlyWhereGiven()
{
    m_server->send("/a", png(1, 1));
    fetch(m_server->url(u"/a"_s), QUrl(u"https://site.example.org/文#x"_s));
    QVERIFY(m_server->requests().value(0).contains("\r\nReferer: https://site.example.org/%E6%96%87\r\n"));
}

void TestImageFetcher::cookies_areNeitherKeptNorSent()
{
    m_server->send("/a", png(1, 1), "Set-Cookie: one=1; Path=/\r\n");
    m_server->sendRaw(
        "/b", "HTTP/1.1 302 Found\r\nSet-Cookie: two=2; Path=/\r\nLocation: /a\r\nContent-Length: 0\r\n"
              "\r\n");
    fetch(m_server->url(u"/a"_s));
    fetch(m_server->url(u"/b"_s));
    fetch(m_server->url(u"/a"_s));
    QCOMPARE(m_server->requests().size(), 4);
    for (const QByteArray &request : m_server->requests())
        QVERIFY(!request.toLower().contains("cookie"));
}

void TestImageFetcher::redirects_areFollowed_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("status");
    const QByteArray port = ":$PORT";
    QTest::newRow("path") << QByteArray("/end") << QByteArray("302 Found");
    QTest::newRow("relative") << QByteArray("end") << QByteArray("301 Moved Permanently");
    QTest::newRow("address") << "http://pictures.example.org" + port + "/end" << QByteArray("303 See Other");
    QTest::newRow("no scheme") << "//pictures.example.org" + port + "/end"
                               << QByteArray("307 Temporary Redirect");
    QTest::newRow("other host") << "http://other.example.org" + port + "/end"
                                << QByteArray("308 Permanent Redirect");
}

void TestImageFetcher::redirects_areFollowed()
{
    QFETCH(QByteArray, location);
    QFETCH(const QByteArray, status);
    m_hosts.answers[u"other.example.org"_s] = {{serverAddress}};
    m_server->redirect("/a", location.replace("$PORT", QByteArray::number(m_server->serverPort())), status);
    m_server->send("/end", png(1, 1));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QVERIFY2(image.failure == ImageFailure::None, qPrintable(image.detail));
    QCOMPARE(image.bytes, png(1, 1));
}

void TestImageFetcher::redirectToNowhere_isRefused_data()
{
    QTest::addColumn<QByteArray>("location");
    static constexpr const char *locations[] = {
        "http://127.0.0.1:$PORT/end",
        "http://[::1]:$PORT/end",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/end",
        "http://0x7f.1:$PORT/end",
        "http://2130706433:$PORT/end",
        "http://localhost:$PORT/end",
        "//127.0.0.1:$PORT/end",
        "http://private.example.org:$PORT/end",
        "http://mixed.example.org:$PORT/end",
        "http://user@pictures.example.org:$PORT/end",
        "http://pictures.example.org:25/end",
        "file:///etc/passwd",
        "data:image/png;base64,iVBORw0KGgo=",
        "ftp://pictures.example.org/end",
        "javascript:1",
    };
    for (const char *location : locations)
        QTest::newRow(location) << QByteArray(location);
}

void TestImageFetcher::redirectToNowhere_isRefused()
{
    QFETCH(QByteArray, location);
    m_hosts.answers[u"private.example.org"_s] = {{QHostAddress(u"10.0.0.1"_s)}};
    m_hosts.answers[u"mixed.example.org"_s] = {{serverAddress, QHostAddress(u"10.0.0.1"_s)}};
    m_server->redirect("/a", location.replace("$PORT", QByteArray::number(m_server->serverPort())));
    m_server->send("/end", png(1, 1));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::NotAllowed);
    QCOMPARE(image.bytes, QByteArray());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageFetcher::redirectsWithoutEnd_stop()
{
    for (int i = 0; i < 10; ++i)
        m_server->redirect("/" + QByteArray::number(i), "/" + QByteArray::number(i + 1));
    m_server->send("/5", png(1, 1));
    QCOMPARE(fetch(m_server->url(u"/0"_s)).bytes, png(1, 1));
    m_server->redirect("/5", "/6");
    QCOMPARE(fetch(m_server->url(u"/0"_s)).failure, ImageFailure::TooManyRedirects);
    QCOMPARE(m_server->requestCount("/6"), 0);
}

void TestImageFetcher::redirectWithoutLocation_isAStatus()
{
    m_server->sendRaw("/a", statusLine("302 Found"));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::HttpStatus);
    QCOMPARE(image.detail, u"302"_s);
}

void TestImageFetcher::addressesOfTheHost_areChecked_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("private") << QStringList{u"192.168.1.1"_s};
    QTest::newRow("loopback, v6") << QStringList{u"::1"_s};
    QTest::newRow("mapped") << QStringList{u"::ffff:10.0.0.1"_s};
    QTest::newRow("one of several") << QStringList{u"8.8.8.8"_s, u"1.1.1.1"_s, u"10.0.0.1"_s};
    QTest::newRow("v6 beside v4") << QStringList{u"8.8.8.8"_s, u"fd00::1"_s};
}

// With the product's own filter.
void TestImageFetcher::addressesOfTheHost_areChecked()
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

void TestImageFetcher::rebinding_isCheckedEveryTime()
{
    m_server->send("/a", png(1, 1));
    m_hosts.answers[u"pictures.example.org"_s] = {{serverAddress}, {QHostAddress(u"10.0.0.1"_s)}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requests().size(), 1);
    // Within one fetch: the second hop asks again.
    m_hosts.answers[u"pictures.example.org"_s] = {{serverAddress}, {QHostAddress(u"10.0.0.1"_s)}};
    m_server->redirect("/b", "/a");
    QCOMPARE(fetch(m_server->url(u"/b"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requestCount("/a"), 1);
}

// This name exists nowhere but in the test's resolver: had Qt looked it up itself, nothing would arrive.
void TestImageFetcher::connection_goesToTheCheckedAddress()
{
    m_server->send("/a", png(1, 1));
    m_hosts.answers[u"nowhere.invalid"_s] = {{serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s, u"nowhere.invalid"_s)).bytes, png(1, 1));
    QCOMPARE(m_hosts.asked, QStringList{u"nowhere.invalid"_s});
}

void TestImageFetcher::unreachableAddress_givesWayToTheNext()
{
    const QHostAddress nobody(u"127.0.0.2"_s); // the server listens on 127.0.0.1 alone
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_hosts.answers[u"pictures.example.org"_s] = {{nobody, serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    m_hosts.answers[u"pictures.example.org"_s] = {{QHostAddress(QHostAddress::LocalHostIPv6), serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
}

#if defined(Q_OS_LINUX)
void TestImageFetcher::silentAddress_givesWayToTheNext()
{
    const DeafServer deaf(m_server->serverPort(), "127.0.0.2");
    QVERIFY(deaf.isDeaf);
    const QHostAddress silent(u"127.0.0.2"_s);
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 1s;
    m_options.limits.firstByte = 6s; // a turn is a third of it
    m_options.limits.total = 60s;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/a"), 1);
    // One that answers takes what time it likes, once it has the request.
    m_server->handle("/slow", [this](QTcpSocket *socket) {
        QTimer::singleShot(m_options.limits.connection + 200ms, socket, [socket] {
            socket->write(PictureServer::head(png(1, 1).size(), {}) + png(1, 1));
            socket->disconnectFromHost();
        });
    });
    m_hosts.answers[u"pictures.example.org"_s] = {{serverAddress, silent}};
    QCOMPARE(fetch(m_server->url(u"/slow"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/slow"), 1);
    m_options.limits.firstByte = 500ms;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::TimedOut);
}
#else
void TestImageFetcher::silentAddress_givesWayToTheNext()
{
    QSKIP("No way to make such a socket here.");
}
#endif

// Its handshake takes so long. From then on everybody trusts its authority.
void TestImageFetcher::makeTheWaySlow(std::chrono::milliseconds pause)
{
    m_server->useTls(serverWith(goodCertificatePem, goodKeyPem), pause);
    m_server->send("/a", png(1, 1));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(QSslCertificate(authorityPem));
    QSslConfiguration::setDefaultConfiguration(trusting);
}

// Every address answers, but later than the next one is tried.
void TestImageFetcher::slowWay_isGivenTime()
{
    if (!QSslSocket::supportsSsl())
        QSKIP("Qt has no TLS here");
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    m_options.limits.connection = 200ms;
    m_options.limits.firstByte = 20s;
    makeTheWaySlow(400ms);
    m_hosts.answers[u"pictures.example.org"_s] = {{serverAddress, serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(m_server->requestCount("/a"), 1); // whoever is there first is asked, and nobody else
    m_mayTryBeside = [] { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
}

// Two that nobody answers at, and one that takes a third of the time that there is.
void TestImageFetcher::slowWay_isGivenTimeBesideSilentOnes()
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
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, serverAddress}};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
#else
    QSKIP("No way to make such a socket here.");
#endif
}

#if defined(Q_OS_LINUX)
void TestImageFetcher::manySilentAddresses_keepFewConnections()
{
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
}

void TestImageFetcher::noRoomBeside_givesEachItsTurn()
{
    const DeafServer deaf(m_server->serverPort(), "127.0.0.2");
    QVERIFY(deaf.isDeaf);
    const QHostAddress silent(u"127.0.0.2"_s);
    m_server->send("/a", png(1, 1));
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.limits.connection = 100ms;
    m_options.limits.firstByte = 6s;
    m_hosts.answers[u"pictures.example.org"_s] = {{silent, silent, serverAddress}};
    m_mayTryBeside = [] { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, png(1, 1));
    QCOMPARE(deaf.mostAtOnce, 1);
}
#else
void TestImageFetcher::manySilentAddresses_keepFewConnections()
{
    QSKIP("No way to make such a socket here.");
}

void TestImageFetcher::noRoomBeside_givesEachItsTurn()
{
    QSKIP("No way to make such a socket here.");
}
#endif

void TestImageFetcher::refusedAddress_isNeverConnectedTo()
{
    m_options.isAllowed = [](const QHostAddress &) { return false; };
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(fetch(QUrl(u"http://8.8.8.8/a"_s)).failure, ImageFailure::NotAllowed);
    QCOMPARE(m_server->requests().size(), 0);
}

void TestImageFetcher::certificate_isVerifiedForTheName_data()
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

void TestImageFetcher::certificate_isVerifiedForTheName()
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
    m_hosts.answers[u"other.example.org"_s] = {{serverAddress}};
    const FetchedImage image = fetch(m_server->url(u"/a"_s, host));
    QTEST(image.failure, "failure");
    QCOMPARE(image.detail.isEmpty(), image.failure == ImageFailure::None);
    QCOMPARE(m_server->requests().size(), image.failure == ImageFailure::None ? 1 : 0);
}

void TestImageFetcher::badAnswer_isAReason_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<ImageFailure>("failure");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &response, ImageFailure failure,
                        const QString &detail) { QTest::newRow(name) << response << failure << detail; };
    const auto body = [](const QByteArray &bytes, const QByteArray &headers = {}) {
        return PictureServer::head(bytes.size(), headers) + bytes;
    };
    const QString any = u"*"_s;
    // Ten megabytes of one byte, packed by gzip: 10 KB.
    const QByteArray packed = qCompress(QByteArray(10'000'000, '\0'));
    const QByteArray bomb = QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + packed.sliced(6);
    using enum ImageFailure;
    row("404", statusLine("404 Not Found"), HttpStatus, u"404"_s);
    row("403 with a picture", "HTTP/1.1 403 Forbidden\r\n\r\n" + png(1, 1), HttpStatus, u"403"_s);
    row("401",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        HttpStatus, u"401"_s);
    row("407", "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n",
        HttpStatus, u"407"_s);
    row("500", statusLine("500 Oops"), HttpStatus, u"500"_s);
    row("304", "HTTP/1.1 304 Not Modified\r\n\r\n", HttpStatus, u"304"_s);
    row("html as png", body("<!doctype html><p>hotlinking forbidden"), NotAPicture, u"HTML"_s);
    row("long html as png", body("<!doctype html>" + QByteArray(100'000, 'x')), NotAPicture, u"HTML"_s);
    row("svg as png", body("<svg xmlns='http://www.w3.org/2000/svg'/>"), NotAPicture, u"SVG"_s);
    row("avif", body(QByteArray("\0\0\0\x1c", 4) + "ftypavif"), NotAPicture, u"AVIF"_s);
    row("empty", body({}), NotAPicture, {});
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", NotAPicture, {});
    row("gzip although not asked for", body(bomb, "Content-Encoding: gzip\r\n"), NotAPicture, u"gzip"_s);
    row("deflate", body(packed.sliced(4), "Content-Encoding: deflate\r\n"), NotAPicture, {});
    row("64 megapixels", body(png(8'000, 8'000)), TooLarge, {});
    row("header only", body(pngSignature), Damaged, {});
    row("length too long", PictureServer::head(1'000, {}) + png(1, 1), Damaged, any);
    row("length too long by one", PictureServer::head(png(1, 1).size() + 1, {}) + png(1, 1), Damaged, any);
    row("length beyond the limit", PictureServer::head(maximumImageBytes + 1, {}) + png(1, 1), TooLarge, {});
    row("length so short that the header is cut", PictureServer::head(20, {}) + png(1, 1), Damaged, {});
    row("no length, cut", "HTTP/1.0 200 OK\r\n\r\n" + png(30, 20).chopped(5), Damaged, {});
    row("chunks, cut", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1000\r\n" + png(30, 20), Damaged,
        any);
    row("nothing at all", {}, NoConnection, any);
    row("not http", "SSH-2.0-OpenSSH_9.2\r\n", NoConnection, any);
}

void TestImageFetcher::badAnswer_isAReason()
{
    QFETCH(const QByteArray, response);
    QFETCH(const QString, detail);
    m_server->sendRaw("/a", response);
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QTEST(image.failure, "failure");
    QCOMPARE(image.bytes, QByteArray());
    QCOMPARE(image.host, u"pictures.example.org"_s);
    if (detail != u"*"_s)
        QCOMPARE(image.detail, detail);
}

void TestImageFetcher::longAnimation_becomesItsFirstFrame()
{
    m_server->send("/a", gif(30, 20, 10'000));
    QCOMPARE(fetch(m_server->url(u"/a"_s)).bytes, gif(30, 20, 1));
    m_server->send("/b", gif(30, 20, 100));
    QCOMPARE(fetch(m_server->url(u"/b"_s)).bytes, gif(30, 20, 100));
}

void TestImageFetcher::nobodyThere_isNoConnection()
{
    const QUrl url = m_server->url(u"/a"_s);
    m_server->close();
    const FetchedImage image = fetch(url);
    QCOMPARE(image.failure, ImageFailure::NoConnection);
    QCOMPARE(image.host, u"pictures.example.org"_s);
    QVERIFY(!image.detail.isEmpty());
}

void TestImageFetcher::hostNotFound_saysWhich()
{
    m_server->redirect("/a", "http://gone.example.org/b");
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::HostNotFound);
    QCOMPARE(image.host, u"gone.example.org"_s);
    QCOMPARE(image.detail, u"no such host"_s);
}

void TestImageFetcher::slowServer_timesOut_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("silent") << u"/silent"_s;
    QTest::newRow("a head that drips") << u"/head"_s;
    QTest::newRow("a body that drips") << u"/body"_s;
    QTest::newRow("hops, each in time") << u"/hops"_s;
}

void TestImageFetcher::slowServer_timesOut()
{
    QFETCH(const QString, path);
    m_options.limits.firstByte = 150ms;
    m_options.limits.total = 400ms;
    m_options.limits.redirects = 1'000;
    m_server->keepSilent("/silent");
    m_server->drip("/head", PictureServer::head(1'000, {}), 10ms);
    m_server->handle("/body", [](QTcpSocket *socket) {
        socket->write(PictureServer::head(100'000, {}) + pngSignature);
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        timer->start(10);
    });
    m_server->handle("/hops", [](QTcpSocket *socket) {
        QTimer::singleShot(50, socket, [socket] {
            socket->write("HTTP/1.1 302 Found\r\nLocation: /hops\r\nContent-Length: 0\r\n\r\n");
        });
    });
    QElapsedTimer clock;
    clock.start();
    const FetchedImage image = fetch(m_server->url(path));
    QCOMPARE(image.failure, ImageFailure::TimedOut);
    QCOMPARE(image.bytes, QByteArray());
    // Not Qt's own time, which is minutes; wide, because the machine may be busy.
    QVERIFY(clock.elapsed() < 5'000);
}

void TestImageFetcher::slowResolver_timesOut()
{
    m_options.limits.firstByte = 100ms;
    m_options.resolve = [](const QString &, QObject *, const HostAnswer &) {};
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::TimedOut);
    QVERIFY(clock.elapsed() < 5'000); // of the 10 s that all of it may take
}

void TestImageFetcher::endlessBody_stopsAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<ImageFailure>("failure");
    const QByteArray head = "HTTP/1.1 200 OK\r\n\r\n";
    QTest::newRow("picture") << head + png(30, 20) << ImageFailure::TooLarge;
    QTest::newRow("html") << head + "<html>" << ImageFailure::NotAPicture;
    QTest::newRow("lying length") << PictureServer::head(50, {}) + png(30, 20) << ImageFailure::None;
}

void TestImageFetcher::endlessBody_stopsAtTheLimit()
{
    QFETCH(const QByteArray, start);
    QFETCH(const ImageFailure, failure);
    m_options.limits.bytes = 300'000;
    const QByteArray more(50'000, 'x');
    m_server->sendForever("/a", start, more);
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, failure);
    QVERIFY(image.bytes.size() <= 50);
}

void TestImageFetcher::deleted_givesUpSilently()
{
    m_server->keepSilent("/a");
    auto fetcher = std::make_unique<ImageFetcher>(*m_network, m_options);
    const QSignalSpy answers(fetcher.get(), &ImageFetcher::finished);
    fetcher->start(m_server->url(u"/a"_s));
    QTRY_COMPARE(m_server->requests().size(), 1);
    QPointer<QTcpSocket> socket = m_server->findChild<QTcpSocket *>();
    QVERIFY(socket);
    fetcher.reset();
    QTRY_VERIFY(!socket);
    QCOMPARE(answers.size(), 0);
}

QTEST_GUILESS_MAIN(TestImageFetcher)
#include "tst_imagefetcher.moc"
