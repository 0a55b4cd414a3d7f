#include "samplefetcher.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What is asked of a server, and what its answer is taken for.
class TestImageFetcher final : public SampleFetcher
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void picture_arrives_data();
    void picture_arrives();
    void request_saysWhatItShould();
    void referrer_isSentOnlyWhereGiven();
    void cookies_areNeitherKeptNorSent();
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
};

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
    const FetchedImage image = fetch(m_server->url(path));
    QCOMPARE(image.failure, ImageFailure::TimedOut);
    QCOMPARE(image.bytes, QByteArray());
}

void TestImageFetcher::slowResolver_timesOut()
{
    m_options.limits.firstByte = 100ms;
    m_options.limits.total = 1h; // beyond what a test waits
    m_options.resolve = [](const QString &, QObject *, const HostAnswer &) {};
    QCOMPARE(fetch(m_server->url(u"/a"_s)).failure, ImageFailure::TimedOut);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, patience);
    QPointer<QTcpSocket> socket = m_server->findChild<QTcpSocket *>();
    QVERIFY(socket);
    fetcher.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!socket, patience);
    QCOMPARE(answers.size(), 0);
}

QTEST_GUILESS_MAIN(TestImageFetcher)
#include "tst_imagefetcher.moc"
