#include "samplefetcher.h"

using namespace Qt::StringLiterals;

// Where a server may send us, and where not.
class TestImageFetcherRedirects final : public SampleFetcher
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void redirects_areFollowed_data();
    void redirects_areFollowed();
    void redirectToNowhere_isRefused_data();
    void redirectToNowhere_isRefused();
    void redirectsWithoutEnd_stop();
    void redirectWithoutLocation_isAStatus();
};

void TestImageFetcherRedirects::redirects_areFollowed_data()
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

void TestImageFetcherRedirects::redirects_areFollowed()
{
    QFETCH(QByteArray, location);
    QFETCH(const QByteArray, status);
    m_hosts.answers[u"other.example.org"_s] = {{m_address}};
    m_server->redirect("/a", location.replace("$PORT", QByteArray::number(m_server->serverPort())), status);
    m_server->send("/end", png(1, 1));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QVERIFY2(image.failure == ImageFailure::None, qPrintable(image.detail));
    QCOMPARE(image.bytes, png(1, 1));
}

void TestImageFetcherRedirects::redirectToNowhere_isRefused_data()
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

void TestImageFetcherRedirects::redirectToNowhere_isRefused()
{
    QFETCH(QByteArray, location);
    m_hosts.answers[u"private.example.org"_s] = {{QHostAddress(u"10.0.0.1"_s)}};
    m_hosts.answers[u"mixed.example.org"_s] = {{m_address, QHostAddress(u"10.0.0.1"_s)}};
    m_server->redirect("/a", location.replace("$PORT", QByteArray::number(m_server->serverPort())));
    m_server->send("/end", png(1, 1));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::NotAllowed);
    QCOMPARE(image.bytes, QByteArray());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageFetcherRedirects::redirectsWithoutEnd_stop()
{
    for (int i = 0; i < 10; ++i)
        m_server->redirect("/" + QByteArray::number(i), "/" + QByteArray::number(i + 1));
    m_server->send("/5", png(1, 1));
    QCOMPARE(fetch(m_server->url(u"/0"_s)).bytes, png(1, 1));
    m_server->redirect("/5", "/6");
    QCOMPARE(fetch(m_server->url(u"/0"_s)).failure, ImageFailure::TooManyRedirects);
    QCOMPARE(m_server->requestCount("/6"), 0);
}

void TestImageFetcherRedirects::redirectWithoutLocation_isAStatus()
{
    m_server->sendRaw("/a", statusLine("302 Found"));
    const FetchedImage image = fetch(m_server->url(u"/a"_s));
    QCOMPARE(image.failure, ImageFailure::HttpStatus);
    QCOMPARE(image.detail, u"302"_s);
}

QTEST_GUILESS_MAIN(TestImageFetcherRedirects)
#include "tst_imagefetcherredirects.moc"
