#include "app/images/imageloader.h"
#include "app/page/articlepage.h"
#include "app/page/sanitizer.h"
#include "tests/gui/enginetest.h"
#include "tests/gui/scriptanswer.h"
#include "tests/hostilecases.h"
#include "tests/samplepictures.h"
#include "ui/imagehandler.h"
#include "ui/keywatch.h"
#include "ui/pageengine.h"
#include "ui/pagehandler.h"
#include "ui/pagescheme.h"
#include "ui/requestguard.h"
#include "ui/webpage.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineUrlRequestInterceptor>
#include <QWebEngineView>

#include <algorithm>

using namespace Qt::StringLiterals;

// The walls behind the sanitizer, each alone: pages as a stranger wrote them, without a content security
// policy, in the product's own engine. SERVER stands for a server on 127.0.0.1 that nobody may call.
// LECTERN_LONG=1 takes every hostile case, else a part of them.

namespace
{

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait

int visibleWindows()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    return int(
        std::count_if(widgets.begin(), widgets.end(), [](const QWidget *each) { return each->isVisible(); }));
}

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

class TestWalls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void server_noticesACall();
    void rawPage_reachesNothing_data();
    void rawPage_reachesNothing();
    void hostileCases_reachNothing();
    void withoutTheGuard_namesLeadNowhere();
    void click_leadsNowhereInside_data();
    void click_leadsNowhereInside();
    void linkInAFrame_isNotFollowed();
    void drop_isNotFollowed();
    void menuOfTheEngine_isNotShown();
    void bytesOfThePage_areJudged();
    void pixelsOfAPage_areCounted();
    void policy_holdsAlone_data();
    void policy_holdsAlone();
    void largePage_isShown();

private:
    void open(const QString &body, const QList<PagePicture> &pictures = {});
    QVariant ask(const QString &script);
    void checkUntouched();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<PageEngine> m_engine;
    QString m_host;
    QUrl m_address;
    int m_blocked = 0; // before the page was opened
};

void TestWalls::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_host = u"127.0.0.1:%1"_s.arg(m_server->serverPort());
    ImageLoader::Options options;
    options.storeFolder = m_folder->path();
    options.network = NetworkUse::Offline;
    m_images = std::make_unique<ImageLoader>(options);
    m_images->open();
    m_engine = std::make_unique<PageEngine>(*m_images);
    m_engine->view().resize(600, 400);
    m_engine->view().show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_engine->view(), patience));
}

void TestWalls::cleanupTestCase()
{
    m_engine.reset();
    m_images.reset();
}

void TestWalls::open(const QString &body, const QList<PagePicture> &pictures)
{
    LoadedPage page;
    page.html = "<!DOCTYPE html><meta charset=\"utf-8\"><title>walls</title><body>" +
                QString(body).replace(u"SERVER"_s, m_host).toUtf8();
    page.pictures = pictures;
    m_blocked = m_engine->guard().blocked();
    QSignalSpy finished(&m_engine->page(), &QWebEnginePage::loadFinished);
    m_engine->open(page, themeColors(Theme::Light), QString());
    QVERIFY(finished.wait(patience));
    m_address = m_engine->page().url();
    QCOMPARE(m_address.scheme().toLatin1(), pageScheme());
}

QVariant TestWalls::ask(const QString &script)
{
    return scriptAnswer([&](const auto &answered) { m_engine->page().run(script, answered); }, patience);
}

// A whole turn through the renderer is over: what the page wanted has come as far as it comes.
void TestWalls::checkUntouched()
{
    QCOMPARE(ask(u"document.title + (document.documentElement.dataset.fired || '') + ' ' + "
                 "location.href.split('#')[0]"_s)
                 .toString(),
             u"walls "_s + m_address.toString());
    QCOMPARE(m_engine->page().url().adjusted(QUrl::RemoveFragment), m_address);
    QVERIFY2(!m_server->hasPendingConnections(), "a page reached the network");
    QCOMPARE(visibleWindows(), 1);
}

void TestWalls::server_noticesACall()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_server->serverPort());
    QTRY_VERIFY(m_server->hasPendingConnections());
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

void TestWalls::click_leadsNowhereInside_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<Qt::MouseButton>("button");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<bool>("isReported"); // for the reader's browser
    struct Way {
        const char *name;
        Qt::MouseButton button;
        Qt::KeyboardModifiers modifiers;
    };
    const Way ways[] = {{"click", Qt::LeftButton, Qt::NoModifier},
                        {"middle click", Qt::MiddleButton, Qt::NoModifier},
                        {"Ctrl+click", Qt::LeftButton, Qt::ControlModifier},
                        {"Shift+click", Qt::LeftButton, Qt::ShiftModifier}};
    for (const char *address :
         {"http://SERVER/", "javascript:document.title=1", "file:///etc/hostname", "data:text/html,x",
          "blob:null/x", "article://other/1", "article-image://i/k1", "view-source:http://SERVER/", "#x"}) {
        for (const Way &way : ways) {
            // One address twice within half a second is one gesture, and opened once.
            const bool isWeb = *address == 'h';
            const QString own = isWeb ? QString::fromLatin1(way.name).remove(u' ') : QString();
            QTest::addRow("%s, %s", address, way.name)
                << QString::fromLatin1(address) + own << way.button << way.modifiers << isWeb;
        }
    }
}

void TestWalls::click_leadsNowhereInside()
{
    QFETCH(const QString, address);
    QFETCH(const Qt::MouseButton, button);
    QFETCH(const Qt::KeyboardModifiers, modifiers);
    QFETCH(const bool, isReported);
    open(u"<a href='%1' style='position:fixed;inset:0;display:block'>link</a>"_s.arg(address));
    QCOMPARE(ask(u"document.elementFromPoint(50, 50).localName"_s).toString(), u"a"_s);
    const KeyWatch watch(&m_engine->view(), nullptr);
    connect(&watch, &KeyWatch::pressed, &m_engine->page(), &WebPage::noteGesture);
    const QSignalSpy activated(&m_engine->page(), &WebPage::linkActivated);
    QWidget *target = m_engine->view().focusProxy();
    QVERIFY(target);
    QTest::mouseClick(target, button, modifiers, QPoint(50, 50));
    checkUntouched();
    if (isReported)
        QTRY_COMPARE_WITH_TIMEOUT(activated.size(), 1, patience);
    checkUntouched();
    QCOMPARE(activated.size(), isReported ? 1 : 0);
}

// There is no frame in a page of ours: who clicks there has been led on.
void TestWalls::linkInAFrame_isNotFollowed()
{
    open(u"<iframe style='position:fixed;inset:0;width:100%;height:100%' srcdoc=\"<a "
         "style='position:fixed;inset:0' href='http://SERVER/' target=_self>link</a>\"></iframe>"_s);
    const QSignalSpy activated(&m_engine->page(), &WebPage::linkActivated);
    const QSignalSpy wanted(&m_engine->page(), &WebPage::linkWanted);
    QTest::mouseClick(m_engine->view().focusProxy(), Qt::LeftButton, {}, QPoint(50, 50));
    checkUntouched();
    checkUntouched();
    QCOMPARE(activated.size() + wanted.size(), 0);
}

void TestWalls::drop_isNotFollowed()
{
    open(u"<p>page</p>"_s);
    QVERIFY(!m_engine->view().acceptDrops());
    QMimeData data;
    data.setUrls({QUrl(u"http://%1/"_s.arg(m_host))});
    for (QWidget *target : {static_cast<QWidget *>(&m_engine->view()), m_engine->view().focusProxy()}) {
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &drop);
        checkUntouched();
    }
}

void TestWalls::menuOfTheEngine_isNotShown()
{
    open(u"<p style='position:fixed;inset:0'>page</p>"_s);
    QSignalSpy asked(&m_engine->view(), &QWidget::customContextMenuRequested);
    QTest::mouseClick(m_engine->view().focusProxy(), Qt::RightButton, {}, QPoint(50, 50));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patience);
    QVERIFY(!QApplication::activePopupWidget());
    checkUntouched();
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
