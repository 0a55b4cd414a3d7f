#include "tests/gui/panetest.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;

// Where a page leads, and what it asks for: reported to the window, or refused.
class WebPaneLinksTest final : public PaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void unknownKey_isRefused();
    void foreignRequest_isBlockedAndCounted();
    void navigation_isRefused_data();
    void navigation_isRefused();
    void scripts_areOff();
    void linkUnderThePointer_isSaidUnlessItIsOurs();
    void link_isReported();
    void trackers_areKeptWhereWanted();
    void linkWithoutGesture_isToBeAskedAbout();
    void categoryLink_isReported();
};

void WebPaneLinksTest::unknownKey_isRefused()
{
    showBody(u"<p>Body</p>"_s);
    QSignalSpy answered(m_images.get(), &ImageLoader::answered);
    ask(u"window.probe = new Image(); window.done = '';"
        "probe.onload = () => { done = 'loaded' }; probe.onerror = () => { done = 'failed' };"
        "probe.src = 'article-image://i/unknown'; 0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"window.done"_s).toString(), u"failed"_s, patience);
    QCOMPARE(answered.count(), 0);
}

// The guard alone: a request of the pane's own profile that neither the sanitizer nor the CSP has seen.
void WebPaneLinksTest::foreignRequest_isBlockedAndCounted()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    showBody(u"<p>Body</p>"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"blocked.*127"_s));
    m_pane->page()->download(QUrl(u"http://127.0.0.1:%1/x"_s.arg(server.serverPort())));
    QTRY_COMPARE_WITH_TIMEOUT(m_pane->blockedRequests(), 1, patience);
    QVERIFY(!server.hasPendingConnections());
    begin();
}

void WebPaneLinksTest::navigation_isRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"http://host.example/", "data:text/html,x", "file:///etc/passwd",
                                "article://other/1", "blob:null/x", "javascript:document.title=3"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void WebPaneLinksTest::navigation_isRefused()
{
    QFETCH(QString, address);
    showBody(u"<p>Body</p>"_s);
    const QUrl before = m_pane->page()->url();
    ask(u"location.href = '%1'; 0"_s.arg(address));
    ask(u"const link = document.createElement('a'); link.href = '%1'; link.click(); 0"_s.arg(address));
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"Body"_s);
    QCOMPARE(ask(u"location.href"_s).toString(), before.toString());
    QCOMPARE(m_pane->page()->url(), before);
}

void WebPaneLinksTest::scripts_areOff()
{
    showBody(u"<p id=\"x\">Body</p>"_s);
    ask(u"const script = document.createElement('script'); script.textContent = 'document.title = 1';"
        "document.body.append(script); document.body.setAttribute('onclick', 'document.title = 2');"
        "document.body.click(); 0"_s);
    QCOMPARE(ask(u"document.title"_s).toString(), u"Title of article.md"_s);
}

// Our own addresses say nothing to a reader.
void WebPaneLinksTest::linkUnderThePointer_isSaidUnlessItIsOurs()
{
    const QSignalSpy hovered(m_pane, &WebPane::linkHovered);
    Q_EMIT m_pane->page()->linkHovered(u"https://example.org/a"_s);
    Q_EMIT m_pane->page()->linkHovered(u"article-command://category/1"_s);
    QCOMPARE(hovered.size(), 2);
    QCOMPARE(hovered[0][0].toString(), u"https://example.org/a"_s);
    QCOMPARE(hovered[1][0].toString(), QString());
}

void WebPaneLinksTest::link_isReported()
{
    showBody(u"<p><a href=\"https://host.example/a?utm_source=x\">the text</a></p>"_s);
    QSignalSpy activated(m_pane, &WebPane::linkActivated);
    m_pane->setFocus();
    ask(u"document.querySelector('.page-body a').focus(); 0"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, patience);
    QCOMPARE(activated.first().at(0).toUrl(), QUrl(u"https://host.example/a"_s));
    QCOMPARE(activated.first().at(1).toString(), u"the text"_s);
    QCOMPARE(ask(u"document.querySelector('.page-body a').textContent"_s).toString(), u"the text"_s);
}

void WebPaneLinksTest::trackers_areKeptWhereWanted()
{
    showBody(u"<p><a href=\"https://host.example/a?utm_source=x\">the text</a></p>"_s);
    const QString address = u"document.querySelector('.page-body a').getAttribute('href')"_s;
    QCOMPARE(ask(address).toString(), u"https://host.example/a"_s);
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    PageStyle style;
    style.links = Tracking::Kept;
    m_pane->setPageStyle(style);
    QVERIFY(visible.wait(patience));
    QCOMPARE(ask(address).toString(), u"https://host.example/a?utm_source=x"_s);
}

// As a renderer in a stranger's hands would do it, and as a screen reader does.
void WebPaneLinksTest::linkWithoutGesture_isToBeAskedAbout()
{
    showBody(u"<p><a href=\"https://host.example/1\">1</a> <a href=\"https://host.example/2\">2</a></p>"_s);
    QSignalSpy activated(m_pane, &WebPane::linkActivated);
    QSignalSpy wanted(m_pane, &WebPane::linkWanted);
    const auto follow = [this](int link) {
        ask(u"document.querySelectorAll('.page-body a')[%1].click(); 0"_s.arg(link));
    };
    follow(0);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 1, patience);
    QCOMPARE(wanted.first().at(0).toUrl(), QUrl(u"https://host.example/1"_s));
    // One gesture is good for one link.
    m_pane->page()->noteGesture();
    follow(1);
    follow(0);
    QTRY_COMPARE_WITH_TIMEOUT(activated.count() + wanted.count(), 3, patience);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().at(0).toUrl(), QUrl(u"https://host.example/2"_s));
    // And for this page alone.
    m_pane->page()->noteGesture();
    showBody(u"<p><a href=\"https://host.example/3\">3</a></p>"_s);
    follow(0);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.count(), 3, patience);
    QCOMPARE(activated.count(), 1);
}

void WebPaneLinksTest::categoryLink_isReported()
{
    showBody(u"<p>Body</p>"_s);
    QSignalSpy activated(m_pane, &WebPane::categoryActivated);
    ask(u"document.querySelectorAll('.page-path a')[1].click(); 0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, patience);
    QCOMPARE(activated.first().first().toInt(), 2);
}

int main(int argc, char *argv[])
{
    return runWithEngine<WebPaneLinksTest>(argc, argv);
}

#include "tst_webpanelinks.moc"
