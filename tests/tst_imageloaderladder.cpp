#include "sampleloader.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Which ways to a picture are tried, in which order and for how long.
class TestImageLoaderLadder final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void others_areTriedInOrder();
    void othersToo_failAsTheFirst();
    void ladder_reachesThePicture_data();
    void ladder_reachesThePicture();
    void hostThatRefusesReferrers_takesOneWayAPicture();
    void hostThatHides_isAskedWithAReferrer();
    void redirectingHost_takesOneWayAPicture();
    void redirectToNowhere_isARefusal_data();
    void redirectToNowhere_isARefusal();
    void ways_areTold();
    void silentHost_isNotAskedInOtherWords();
    void ladder_endsInTime();
    void ladder_endsInsideARung();
    void whatWorked_isKnownInTheNextRun();
};

void TestImageLoaderLadder::others_areTriedInOrder()
{
    m_server->send("/b", "<html>no</html>");
    m_server->send("/c", png(30, 20));
    m_server->send("/d", png(2, 2));
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/a"_s), m_server->url(u"/b"_s), m_server->url(u"/c"_s),
                             m_server->url(u"/d"_s)};
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
    QCOMPARE(m_server->requestCount("/a"), 2); // also with a Referer, as nothing is known of the host
    QCOMPARE(m_server->requestCount("/b"), 1);
    QCOMPARE(m_server->requestCount("/d"), 0);
    // Kept under its first address.
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), 4);
}

void TestImageLoaderLadder::othersToo_failAsTheFirst()
{
    m_server->send("/b", "<html>no</html>");
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/b"_s)};
    const ImageAnswer answer = loaded(wanted);
    QCOMPARE(answer.failure, ImageFailure::HttpStatus);
    QCOMPARE(answer.detail, u"404"_s);
    QCOMPARE(answer.host, u"pictures.example.org"_s);
}

void TestImageLoaderLadder::ladder_reachesThePicture_data()
{
    QTest::addColumn<QByteArray>("policy"); // of the host
    QTest::addColumn<int>("requests");      // for the first picture; 0: it cannot be had

    QTest::newRow("demands what is known of it") << QByteArray("Referer: https://site.example/") << 1;
    QTest::newRow("demands the article's site") << QByteArray("Referer: https://feed.example/") << 3;
    QTest::newRow("demands its own") << QByteArray("Referer: http://pictures.example.org") << 4;
    QTest::newRow("demands what nobody knows") << QByteArray("Referer: https://secret.example/") << 0;
}

// A host that sends pages or a single pixel in place of the picture to whom it does not like.
void TestImageLoaderLadder::ladder_reachesThePicture()
{
    QFETCH(QByteArray, policy);
    QFETCH(int, requests);
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    const auto serve = [&](const QByteArray &path, const QByteArray &otherwise) {
        m_server->handle(path, [this, policy, otherwise](QTcpSocket *socket) {
            const QByteArray &head = m_server->requests().last();
            const bool isWelcome = head.contains(policy);
            const QByteArray body = isWelcome ? png(30, 20) : otherwise;
            socket->write(PictureServer::head(body.size(), {}) + body);
            socket->disconnectFromHost();
        });
    };
    serve("/1", "<html>no hot-linking</html>");
    serve("/2", png(1, 1));
    ImageRequest first = request(u"/1"_s);
    first.address.proxyReferrer = QUrl(u"https://feed.example/"_s);
    const ImageAnswer answer = loaded(first);
    if (requests == 0) {
        QCOMPARE(answer.failure, ImageFailure::NotAPicture);
        QCOMPARE(answer.tried.size(), 4);
        return;
    }
    QCOMPARE(answer.bytes, png(30, 20));
    QCOMPARE(answer.tried.size(), requests);
    QCOMPARE(m_server->requests().size(), requests);
    ImageRequest second = request(u"/2"_s, 2);
    second.address.proxyReferrer = first.address.proxyReferrer;
    QCOMPARE(loaded(second).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), requests + 1);
}

void TestImageLoaderLadder::hostThatRefusesReferrers_takesOneWayAPicture()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome = !m_server->requests().last().contains("Referer:");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
        ImageRequest wanted = request(QString::fromLatin1(path));
        wanted.address.proxyReferrer = QUrl(u"https://feed.example/"_s);
        QCOMPARE(loaded(wanted).bytes, png(30, 20));
    }
    QCOMPARE(m_server->requests().size(), 2);
}

// It answers 404 to whom it does not like.
void TestImageLoaderLadder::hostThatHides_isAskedWithAReferrer()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome =
                m_server->requests().last().contains("Referer: http://pictures.example.org");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
        QCOMPARE(loaded(request(QString::fromLatin1(path))).bytes, png(30, 20));
    }
    QCOMPARE(m_server->requestCount("/1"), 2);
    QCOMPARE(m_server->requestCount("/2"), 1);
}

void TestImageLoaderLadder::redirectingHost_takesOneWayAPicture()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->redirect(path, "/real" + path);
        m_server->send("/real" + path, png(30, 20));
        const ImageAnswer answer = loaded(request(QString::fromLatin1(path)));
        QCOMPARE(answer.bytes, png(30, 20));
        QCOMPARE(answer.tried.size(), 1);
    }
    QCOMPARE(m_server->requests().size(), 4); // two hops each
}

void TestImageLoaderLadder::redirectToNowhere_isARefusal_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("to the visitor itself") << QByteArray("http://127.0.0.1/");
    QTest::newRow("to a host that is not there") << QByteArray("http://gone.example.org/");
    QTest::newRow("in circles") << QByteArray("/a");
}

// For visitors who do not come from its own pages.
void TestImageLoaderLadder::redirectToNowhere_isARefusal()
{
    QFETCH(const QByteArray, location);
    const QHostAddress server(u"127.0.0.2"_s);
    m_server->close();
    QVERIFY(m_server->listen(server));
    m_hosts.answers[u"pictures.example.org"_s] = {{server}};
    m_options.isAllowed = [server](const QHostAddress &address) { return address == server; };
    start();
    m_server->handle("/a", [this, location](QTcpSocket *socket) {
        const bool isWelcome = m_server->requests().last().contains("Referer: http://pictures.example.org");
        socket->write(isWelcome
                          ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                          : "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
        socket->disconnectFromHost();
    });
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.bytes, png(30, 20));
    QCOMPARE(answer.tried.size(), 2);
}

// Which ways, and what came of each, the last one included.
void TestImageLoaderLadder::ways_areTold()
{
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    m_server->handle("/a", [this](QTcpSocket *socket) {
        const bool isFirst = m_server->requests().size() == 1;
        socket->write(isFirst ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                              : PictureServer::head(6, {}) + "<html>");
        socket->disconnectFromHost();
    });
    const QString host = u"pictures.example.org"_s;
    const QList<TriedWay> ways{
        {Rung::KnownReferrer, u"http"_s, host, u"site.example"_s, ImageFailure::HttpStatus, u"403"_s},
        {Rung::Plain, u"http"_s, host, {}, ImageFailure::NotAPicture, u"HTML"_s},
        {Rung::OwnReferrer, u"http"_s, host, host, ImageFailure::NotAPicture, u"HTML"_s},
    };
    QCOMPARE(loaded(request(u"/a"_s)).tried, ways);
    QCOMPARE(loaded(request(u"/a"_s)).tried, ways); // remembered
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(request(u"/b"_s)).tried,
             (QList<TriedWay>{{Rung::KnownReferrer, u"http"_s, host, u"site.example"_s}}));
    QCOMPARE(loaded(request(u"/b"_s)).tried, QList<TriedWay>()); // stored
}

void TestImageLoaderLadder::silentHost_isNotAskedInOtherWords()
{
    m_options.limits.firstByte = 1s; // in which it is asked
    start();
    m_server->keepSilent("/a");
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::TimedOut);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageLoaderLadder::ladder_endsInTime()
{
    auto time = std::make_shared<qint64>(1'700'000'000'000);
    m_options.now = [time] { return *time; };
    start();
    m_server->handle("/a", [time](QTcpSocket *socket) {
        *time += 60'000;
        socket->write(PictureServer::head(4, {}) + "text");
        socket->disconnectFromHost();
    });
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::NotAPicture);
    QCOMPARE(m_server->requests().size(), 1);
}

// A host that takes nearly all of the picture's time, then one that says nothing and has but the rest of it.
void TestImageLoaderLadder::ladder_endsInsideARung()
{
    constexpr qint64 begun = 1'700'000'000'000;
    auto time = std::make_shared<qint64>(begun);
    m_options.now = [time] { return *time; };
    m_options.limits.ladder = 60s;
    m_options.limits.firstByte = m_options.limits.total = 1h; // of an address, beyond what a test waits
    start();
    m_server->handle("/a", [time](QTcpSocket *socket) {
        *time = begun + 58'000;
        socket->write(PictureServer::head(4, {}) + "text");
        socket->disconnectFromHost();
    });
    m_server->keepSilent("/b");
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/b"_s, u"host1.example.org"_s)};
    QCOMPARE(loaded(wanted).failure, ImageFailure::NotAPicture);
    QCOMPARE(m_server->requestCount("/b"), 1);
}

void TestImageLoaderLadder::whatWorked_isKnownInTheNextRun()
{
    for (const char *path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome = m_server->requests().last().contains("Referer:");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    }
    QCOMPARE(loaded(request(u"/1"_s)).tried.size(), 2);
    start();
    QCOMPARE(loaded(request(u"/2"_s)).tried.size(), 1);
    QCOMPARE(m_server->requests().size(), 3);
}

QTEST_GUILESS_MAIN(TestImageLoaderLadder)
#include "tst_imageloaderladder.moc"
