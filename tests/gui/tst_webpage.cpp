#include "tests/gui/scriptanswer.h"
#include "tests/patience.h"
#include "ui/enginesetup.h"
#include "ui/webpage.h"

#include <QApplication>
#include <QBuffer>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>
#include <QWebEngineUrlSchemeHandler>
#include <QWebEngineView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

QByteArray probeScheme()
{
    return "probe";
}

// Serves one page under any address.
class ProbeHandler final : public QWebEngineUrlSchemeHandler
{
public:
    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        auto *buffer = new QBuffer(job);
        buffer->setData(html);
        buffer->open(QIODevice::ReadOnly);
        job->reply("text/html", buffer);
    }

    QByteArray html;
};

int visibleWindows()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    return int(
        std::count_if(widgets.begin(), widgets.end(), [](const QWidget *each) { return each->isVisible(); }));
}

}

// The navigation policy alone: scripts are on, everything is allowed that settings allow, and the page has an
// origin of its own. Whatever it asks for is refused at once, and nobody is asked.
class TestWebPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void request_isRefused_data();
    void request_isRefused();
    void request_isRefusedWhenClicked_data();
    void request_isRefusedWhenClicked();
    void navigation_isRefused_data();
    void navigation_isRefused();
    void unexpectedPage_isRefused();
    void pageGivenUp_isOpenedAgain();
    void window_opensOnlyByGesture();
    void link_isJudgedAgain_data();
    void link_isJudgedAgain();
    void frame_isNotFilled();

private:
    void open(const QString &body);
    QVariant ask(const QString &script);
    void clickLink(const QString &address);

    ProbeHandler m_handler;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<QWebEngineView> m_view;
    std::unique_ptr<WebPage> m_page;
    QUrl m_address;
    int m_number = 0;
};

void TestWebPage::initTestCase()
{
    m_profile = std::make_unique<QWebEngineProfile>();
    m_profile->installUrlSchemeHandler(probeScheme(), &m_handler);
    using Settings = QWebEngineSettings;
    for (const Settings::WebAttribute each :
         {Settings::JavascriptEnabled, Settings::JavascriptCanOpenWindows, Settings::FullScreenSupportEnabled,
          Settings::ScreenCaptureEnabled, Settings::AllowWindowActivationFromJavaScript})
        m_profile->settings()->setAttribute(each, true);
    m_profile->settings()->setUnknownUrlSchemePolicy(Settings::AllowAllUnknownUrlSchemes);
    m_view = std::make_unique<QWebEngineView>();
    m_page = std::make_unique<WebPage>(m_profile.get());
    m_view->setPage(m_page.get());
    m_view->resize(600, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get(), patience));
}

void TestWebPage::cleanupTestCase()
{
    m_view.reset();
    m_page.reset();
    m_profile.reset();
}

void TestWebPage::open(const QString &body)
{
    m_handler.html = "<!doctype html><meta charset=utf-8><title>open</title><body>" + body.toUtf8();
    m_address = QUrl(u"probe://site.example/%1"_s.arg(++m_number));
    QSignalSpy finished(m_page.get(), &QWebEnginePage::loadFinished);
    m_page->open(m_address);
    QVERIFY(finished.wait(patience));
    QCOMPARE(m_page->url(), m_address);
}

QVariant TestWebPage::ask(const QString &script)
{
    return scriptAnswer([&](const auto &answered) { m_page->run(script, answered); }, patience);
}

void TestWebPage::clickLink(const QString &address)
{
    open(u"<a href='%1' onclick='this.dataset.clicked = 1' "
         "style='position:fixed;inset:0;display:block'>link</a>"_s.arg(address));
    QTest::mouseClick(m_view->focusProxy(), Qt::LeftButton, {}, QPoint(50, 50));
    const QString isClicked = u"document.querySelector('a').dataset.clicked === '1'"_s;
    QTRY_VERIFY_WITH_TIMEOUT(ask(isClicked).toBool(), patience);
}

void TestWebPage::request_isRefused_data()
{
    QTest::addColumn<QString>("script"); // sets the title
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QString &script, const QString &title) {
        QTest::newRow(name) << script << title;
    };
    row("alert", u"document.title = 'alert ' + alert('x')"_s, u"alert undefined"_s);
    row("confirm", u"document.title = 'confirm ' + confirm('x')"_s, u"confirm false"_s);
    row("prompt", u"document.title = 'prompt ' + prompt('x', 'y')"_s, u"prompt null"_s);
    row("place",
        u"navigator.geolocation.getCurrentPosition(() => document.title = 'place', "
        "e => document.title = 'place ' + e.code)"_s,
        u"place 1"_s);
    row("notices", u"Notification.requestPermission().then(p => document.title = 'notices ' + p)"_s,
        u"notices denied"_s);
    row("screen",
        u"navigator.mediaDevices.getDisplayMedia().then(() => document.title = 'screen', "
        "e => document.title = 'screen ' + e.name)"_s,
        u"screen NotAllowedError"_s);
    row("room on the disk",
        u"navigator.webkitPersistentStorage.requestQuota(1e9, n => document.title = 'room ' + n, "
        "e => document.title = 'room ' + e.name)"_s,
        u"room 0"_s);
}

void TestWebPage::request_isRefused()
{
    QFETCH(const QString, script);
    QFETCH(const QString, title);
    open(u"<script>%1</script>"_s.arg(script));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), title, patience);
    QCOMPARE(visibleWindows(), 1);
}

// What browsers listen to only while the reader has just clicked.
void TestWebPage::request_isRefusedWhenClicked_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("title");
    QTest::newRow("files of the reader")
        << u"showOpenFilePicker().then(() => document.title = 'files', e => document.title = 'refused')"_s
        << u"refused"_s;
    QTest::newRow("file field") << u"const i = document.createElement('input'); i.type = 'file'; "
                                   "i.onchange = () => document.title = 'file'; i.click(); "
                                   "window.onfocus = null; setTimeout(() => document.title = 'refused', 50)"_s
                                << u"refused"_s;
}

void TestWebPage::request_isRefusedWhenClicked()
{
    QFETCH(const QString, script);
    QFETCH(const QString, title);
    open(u"<p style='position:fixed;inset:0' onclick=\"%1\">page</p>"_s.arg(script));
    QWidget *target = m_view->focusProxy();
    QVERIFY(target);
    QTest::mouseClick(target, Qt::LeftButton, {}, QPoint(50, 50));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), title, patience);
    QCOMPARE(visibleWindows(), 1);
}

void TestWebPage::navigation_isRefused_data()
{
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const QString &body) { QTest::newRow(name) << body; };
    row("script", u"<script>location.href = 'probe://site.example/other'</script>"_s);
    row("script, same page again", u"<script>if (document.title === 'open') location.reload()</script>"_s);
    row("refresh", u"<meta http-equiv=refresh content='0;url=probe://site.example/other'>"_s);
    row("form", u"<form action='probe://site.example/other'></form>"
                "<script>document.forms[0].submit()</script>"_s);
    row("program", u"<script>location.href = 'mailto:a@site.example'</script>"_s);
    row("file", u"<script>location.href = 'file:///etc/hostname'</script>"_s);
}

void TestWebPage::navigation_isRefused()
{
    QFETCH(const QString, body);
    const QSignalSpy activated(m_page.get(), &WebPage::linkActivated);
    const QSignalSpy wanted(m_page.get(), &WebPage::linkWanted);
    open(u"<script>setTimeout(() => document.title = 'still here', 50)</script>"_s + body);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), u"still here"_s, patience);
    QCOMPARE(ask(u"1"_s).toInt(), 1);
    QCOMPARE(m_page->url(), m_address);
    QCOMPARE(activated.size() + wanted.size(), 0);
}

// Whoever of us loads it, but by open().
void TestWebPage::unexpectedPage_isRefused()
{
    open(u"<p>page</p>"_s);
    QSignalSpy finished(m_page.get(), &QWebEnginePage::loadFinished);
    m_page->load(QUrl(u"probe://site.example/unexpected"_s));
    QVERIFY(finished.wait(patience));
    QCOMPARE(ask(u"location.href"_s).toString(), m_address.toString());
    QCOMPARE(m_page->url(), m_address);
}

// Chromium may drop a page that is opened in the moment in which the one before it gets its renderer: it says
// that all is loaded, and the one before stands. It does the same with one that is stopped.
void TestWebPage::pageGivenUp_isOpenedAgain()
{
    open(u"<p>before</p>"_s);
    m_address.setPath(u"/%1"_s.arg(++m_number));
    QSignalSpy started(m_page.get(), &QWebEnginePage::loadStarted);
    m_page->open(m_address);
    QVERIFY(started.wait(patience));
    m_page->triggerAction(QWebEnginePage::Stop);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"location.href"_s).toString(), m_address.toString(), patience);
    QCOMPARE(m_page->url(), m_address);
}

void TestWebPage::window_opensOnlyByGesture()
{
    const QSignalSpy asked(m_page.get(), &QWebEnginePage::newWindowRequested);
    const QSignalSpy activated(m_page.get(), &WebPage::linkActivated);
    const QSignalSpy wanted(m_page.get(), &WebPage::linkWanted);
    open(u"<script>window.open('https://site.example/a'); document.title = 'asked'</script>"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), u"asked"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, patience);
    QCOMPARE(ask(u"1"_s).toInt(), 1);
    QCOMPARE(activated.size() + wanted.size(), 0);
    QCOMPARE(visibleWindows(), 1);
}

void TestWebPage::link_isJudgedAgain_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("followed");
    QTest::newRow("web") << u"https://site.example/link"_s << QStringList{u"https://site.example/link"_s};
    QTest::newRow("mail") << u"mailto:a@site.example"_s << QStringList{u"mailto:a@site.example"_s};
    for (const char *address :
         {"ftp://site.example/", "file:///etc/hostname", "javascript:document.title=1", "data:text/html,x",
          "tel:1", "probe://site.example/other", "https://user:secret@site.example/", "smb://site.example/"})
        QTest::newRow(address) << QString::fromLatin1(address) << QStringList();
}

void TestWebPage::link_isJudgedAgain()
{
    QFETCH(const QString, address);
    QFETCH(const QStringList, followed);
    const QSignalSpy wanted(m_page.get(), &WebPage::linkWanted);
    clickLink(address);
    // Another one behind it: once it has come through, what became of the first is settled.
    const QString last = u"https://site.example/%1"_s.arg(m_number);
    clickLink(last);
    const auto addresses = [&wanted] {
        QStringList result;
        for (const QVariantList &each : wanted)
            result << each.first().toUrl().toString(QUrl::FullyEncoded);
        return result;
    };
    QTRY_COMPARE_WITH_TIMEOUT(addresses(), followed + QStringList(last), patience);
    QCOMPARE(m_page->url(), m_address);
}

void TestWebPage::frame_isNotFilled()
{
    open(u"<iframe src='probe://site.example/other'></iframe>"
         "<script>onload = () => document.title = frames[0].location.href + ' ' + "
         "frames[0].document.body.textContent</script>"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->title(), u"about:blank"_s, patience);
}

int main(int argc, char *argv[])
{
    QWebEngineUrlScheme scheme(probeScheme());
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    TestWebPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_webpage.moc"
