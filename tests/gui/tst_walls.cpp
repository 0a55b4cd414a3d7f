#include "app/page/articlepage.h"
#include "app/page/sanitizer.h"
#include "tests/gui/wallstest.h"
#include "tests/hostilecases.h"
#include "tests/samplepictures.h"
#include "ui/imagehandler.h"
#include "ui/pagehandler.h"

#include <QTcpSocket>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineUrlRequestInterceptor>

using namespace Qt::StringLiterals;

namespace
{

class CountingInterceptor final : public QWebEngineUrlRequestInterceptor
{
public:
    void interceptRequest(QWebEngineUrlRequestInfo &info) override { seen << info.requestUrl(); }
    QList<QUrl> seen;
};

// The policy's complaints are many.
class QuietPage final : public QWebEnginePage
{
public:
    using QWebEnginePage::QWebEnginePage;

protected:
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int,
                                  const QString &) override
    {
    }
};

}

// What a page asks for by itself. LECTERN_LONG=1 takes every hostile case, else a part of them.
class TestWalls final : public WallsTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void cleanupTestCase() { endAll(); }
    void server_noticesACall();
    void rawPage_reachesNothing_data();
    void rawPage_reachesNothing();
    void hostileCases_reachNothing();
    void withoutTheGuard_namesLeadNowhere();
    void bytesOfThePage_areJudged();
    void pixelsOfAPage_areCounted();
    void policy_holdsAlone_data();
    void policy_holdsAlone();
    void largePage_isShown();
};

void TestWalls::server_noticesACall()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY_WITH_TIMEOUT(m_server->hasPendingConnections(), patience);
    delete m_server->nextPendingConnection();
    QVERIFY(!m_server->hasPendingConnections());
}

void TestWalls::rawPage_reachesNothing_data()
{
    QTest::addColumn<QString>("body");
    // By the guard, which counts it; what has no request at all, or a navigation, is stopped before.
    QTest::addColumn<bool>("isRefused");
    const auto row = [](const char *name, const QString &body, bool isRefused) {
        QTest::newRow(name) << body << isRefused;
    };
    const auto fire = u"document.documentElement.dataset.fired=1"_s;
    row("script", u"<script>%1</script>"_s.arg(fire), false);
    row("script from elsewhere", u"<script src='http://SERVER/a.js'></script>"_s, false);
    row("handler", u"<img src=x onerror='%1'>"_s.arg(fire), true);
    row("svg", u"<svg onload='%1'><image href='http://SERVER/a.svg'/></svg>"_s.arg(fire), true);
    row("picture", u"<img src='http://SERVER/a.png'>"_s, true);
    row("picture of another host of ours", u"<img src='article-image://j/k1'>"_s, true);
    row("picture of ours as a style sheet", u"<link rel=stylesheet href='article-image://i/k1'>"_s, true);
    row("srcset", u"<img srcset='http://SERVER/a.png 1x, http://SERVER/b.png 2x'>"_s, true);
    row("file", u"<img src='file:///etc/hostname'>"_s, false);
    row("style sheet", u"<link rel=stylesheet href='http://SERVER/a.css'>"_s, true);
    row("import", u"<style>@import 'http://SERVER/a.css'</style>"_s, true);
    row("background", u"<p style='background:url(http://SERVER/a.png)'>x</p>"_s, true);
    row("font",
        u"<style>@font-face{font-family:f;src:url(http://SERVER/a.woff)}p{font-family:f}</style><p>x"_s,
        false);
    row("frame", u"<iframe src='http://SERVER/a.html'></iframe>"_s, false);
    row("frame with a document", u"<iframe srcdoc='<script>%1</script>'></iframe>"_s.arg(fire), false);
    row("frame with a picture of ours", u"<iframe src='article-image://i/k1'></iframe>"_s, false);
    row("object", u"<object data='http://SERVER/a.pdf'></object>"_s, false);
    row("embed", u"<embed src='http://SERVER/a.swf'>"_s, false);
    row("video", u"<video src='http://SERVER/a.mp4' autoplay></video>"_s, true);
    row("audio", u"<audio src='http://SERVER/a.mp3' autoplay></audio>"_s, true);
    row("track", u"<video src='http://SERVER/a.mp4'><track default src='http://SERVER/a.vtt'></video>"_s,
        true);
    row("input", u"<input type=image src='http://SERVER/a.png'>"_s, true);
    row("icon", u"<link rel=icon href='http://SERVER/a.ico'>"_s, false);
    row("preconnect", u"<link rel=preconnect href='http://SERVER'><link rel=dns-prefetch href='//SERVER'>"_s,
        false);
    row("preload", u"<link rel=preload as=image href='http://SERVER/a.png'>"_s, true);
    row("prefetch", u"<link rel=prefetch href='http://SERVER/a.html'>"_s, false);
    row("manifest", u"<link rel=manifest href='http://SERVER/a.json'>"_s, false);
    row("base", u"<base href='http://SERVER/'><img src='a.png'>"_s, true);
    row("refresh", u"<meta http-equiv=refresh content='0;url=http://SERVER/'>"_s, false);
    row("refresh to a script", u"<meta http-equiv=refresh content='0;url=javascript:%1'>"_s.arg(fire), false);
    row("looser policy",
        u"<meta http-equiv=Content-Security-Policy content='default-src *'><img src='http://SERVER/a'>"_s,
        true);
    row("another encoding", u"<meta charset=utf-7>+ADw-script+AD4-%1+ADw-/script+AD4-"_s.arg(fire), false);
    row("download", u"<a download href='http://SERVER/a.zip' autofocus>x</a>"_s, false);
    row("form", u"<form id=f action='http://SERVER/'><input autofocus onfocus='f.submit()'></form>"_s, false);
}

void TestWalls::rawPage_reachesNothing()
{
    QFETCH(const QString, body);
    QFETCH(const bool, isRefused);
    PagePicture picture;
    picture.key = "k1";
    picture.inlineData = "<script>document.documentElement.dataset.fired=1</script>";
    open(body, {picture});
    checkUntouched();
    if (isRefused)
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->guard().blocked() > m_blocked, patience);
    checkUntouched();
}

void TestWalls::hostileCases_reachNothing()
{
    const bool isLong = qEnvironmentVariableIsSet("LECTERN_LONG");
    const QList<HostileCase> &cases = hostileRows();
    for (qsizetype at = 0; at < cases.size(); at += isLong ? 1 : 40) {
        open(QString(cases[at].html).replace(u"s.example"_s, u"SERVER"_s));
        const QVariant place = ask(u"location.href.split('#')[0]"_s);
        QVERIFY2(place.toString() == m_address.toString(), qPrintable(cases[at].name));
        QVERIFY2(!m_server->hasPendingConnections(), qPrintable(cases[at].name));
    }
}

// Scripts on and nobody to refuse a request: Chromium itself finds no way to any host.
void TestWalls::withoutTheGuard_namesLeadNowhere()
{
    QWebEngineProfile profile;
    CountingInterceptor interceptor;
    profile.setUrlRequestInterceptor(&interceptor);
    QWebEnginePage page(&profile);
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    page.setHtml(u"<img src='http://%1/a.png'><img src='http://localhost:%2/b.png'><script>"
                 "fetch('http://%1/c').catch(() => document.title = 'refused')</script>"_s.arg(m_host)
                     .arg(m_server->serverPort()),
                 QUrl(u"http://%1/"_s.arg(m_host)));
    QVERIFY(finished.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(page.title(), u"refused"_s, patience);
    QVERIFY(interceptor.seen.contains(QUrl(u"http://%1/a.png"_s.arg(m_host))));
    QVERIFY(interceptor.seen.contains(QUrl(u"http://%1/c"_s.arg(m_host))));
    QVERIFY(!m_server->hasPendingConnections());
}

// Those that stand in the page itself are served by the same rules as those of the network.
void TestWalls::bytesOfThePage_areJudged()
{
    PagePicture picture;
    for (const char *bytes : {"<script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", ""}) {
        picture.inlineData = bytes;
        const ImageAnswer answer = inlineAnswer(picture);
        QCOMPARE(answer.failure, ImageFailure::NotAPicture);
        QCOMPARE(answer.bytes, QByteArray());
    }
}

// 40 megapixels in 7 KB each: one may be shown, a hundred would take 16 GB.
void TestWalls::pixelsOfAPage_areCounted()
{
    QList<PagePicture> pictures;
    QString body;
    for (int i = 0; i < 5; ++i) {
        PagePicture picture;
        picture.key = 'k' + QByteArray::number(i);
        picture.inlineData = png(8'000, 5'000);
        pictures << picture;
        body += u"<img style='display:none' src='article-image://i/k%1'>"_s.arg(i);
    }
    open(body, pictures);
    QCOMPARE(ask(u"[...document.images].filter(i => i.naturalWidth === 8000).length"_s).toInt(), 3);
    QCOMPARE(ask(u"[...document.images].filter(i => i.naturalWidth > 0).length"_s).toInt(), 5);
}

void TestWalls::policy_holdsAlone_data()
{
    rawPage_reachesNothing_data();
}

// The policy of the page's own template: scripts on, and nobody refuses a request. Pictures of ours are asked
// for; what leads away is no policy's, but the navigation's.
void TestWalls::policy_holdsAlone()
{
    QFETCH(QString, body);
    if (body.contains(u"http-equiv=refresh"_s))
        QSKIP("no policy forbids it");
    SanitizerContext context;
    context.token = "t";
    QByteArray html = articlePage({}, {}, sanitize({}, BodyFormat::Html, context), {}, "random");
    const QByteArray mark = "<div class=\"page-body\">";
    QVERIFY(html.contains(mark));
    html.replace(mark, mark + body.replace(u"SERVER"_s, m_host).toUtf8());

    PageHandler pages;
    ImageHandler pictures;
    CountingInterceptor interceptor;
    QWebEngineProfile profile;
    profile.installUrlSchemeHandler(pageScheme(), &pages);
    profile.installUrlSchemeHandler(imageScheme(), &pictures);
    profile.setUrlRequestInterceptor(&interceptor);
    QuietPage page(&profile);
    const QUrl address = pages.setPage(html);
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    page.load(address);
    QVERIFY(finished.wait(patience));
    const QVariant seen = scriptAnswer(
        [&page](const auto &answered) {
            page.runJavaScript(u"document.documentElement.dataset.fired || 'quiet'"_s,
                               QWebEngineScript::ApplicationWorld, answered);
        },
        patience);
    QCOMPARE(seen.toString(), u"quiet"_s);
    interceptor.seen.removeAll(address);
    interceptor.seen.removeIf([](const QUrl &each) { return each.scheme().toLatin1() == imageScheme(); });
    QCOMPARE(interceptor.seen, QList<QUrl>());
    QVERIFY(!m_server->hasPendingConnections());
}

// Beyond what a data: address, and so setHtml(), can hold.
void TestWalls::largePage_isShown()
{
    const QString paragraph =
        u"<p>"_s + u"字"_s.repeated(1000); // one line of all of it takes seconds to lay out
    open(paragraph.repeated(1200) + u"<p id=end>the end</p>"_s);
    QCOMPARE(ask(u"document.getElementById('end').textContent"_s).toString(), u"the end"_s);
    checkUntouched();
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestWalls>(argc, argv);
}

#include "tst_walls.moc"
