#include "app/library/startnotes.h"
#include "scriptanswer.h"
#include "tests/gui/enginetest.h"
#include "ui/pageengine.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPageLayout>
#include <QPushButton>
#include <QSet>
#include <QShortcut>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QVBoxLayout>

#if defined(Q_OS_UNIX)
#include <csignal>
#endif

using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

// A red picture of 40 by 30 pixels, as a data: address.
QString inlinePicture()
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return u"data:image/png;base64,"_s + QString::fromLatin1(bytes.toBase64());
}

}

class WebPaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void article_isShown();
    void missingFile_saysSo();
    void inlinePicture_isShown();
    void failedPicture_leavesBoxOfItsSize();
    void retry_asksOnceMore();
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
    void find_countsAndClears();
    void keys_reachTheWindow_data();
    void keys_reachTheWindow();
    void keyHandler_comesBeforeThePage();
    void paging_endsAtBothEnds();
    void position_comesBack();
    void position_comesBackAfterOvertaking();
    void everyArticle_hasARendererOfItsOwn();
    void killedRenderer_leavesTheText();
    void killedRenderer_againAndAgain();
    void stoppedRenderer_leavesTheText();
    void stoppedRenderer_leavesTheNextArticleAlone();
    void missingEngine_leavesTheText();
    void missingEngine_leavesThePicturesToView();
    void leftByLastRun_isShownAsText();
    void notes_areTakenBack();
    void text_isSearched();
    void text_makesAPdf();
    void text_followsTheTheme();
    void style_changesTheBackground_data();
    void style_changesTheBackground();
    void visible_isSaidOnceThePageIsThere();
    void overtaken_isNotShown();
    void clear_leavesNothing();
    void page_makesAPdf();
    void pdf_isOfTheArticleThatWasOpen();
    void pageThatWaited_goesWithALaterOne();
    void leaving_answersNobody();

private:
    void write(const QString &name, const QString &body) const;
    void show(const QString &name, double position = 0);
    void showBody(const QString &body, double position = 0);
    QVariant ask(const QString &script);
    void remake(const PaneOptions &options); // the pane
    QWidget *target() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImageLoader> m_images;
    std::unique_ptr<StartNotes> m_notes; // of a pane that takes notes, which they outlive
    std::unique_ptr<QWidget> m_window;
    WebPane *m_pane = nullptr;
};

void WebPaneTest::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    ImageLoader::Options options;
    options.storeFolder = m_folder->filePath(u"store"_s);
    options.network = NetworkUse::Offline;
    m_images = std::make_unique<ImageLoader>(options);
    m_images->open();
}

void WebPaneTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    m_pane = new WebPane(*m_images);
    layout->addWidget(m_pane);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patience));
}

void WebPaneTest::cleanup()
{
    QCOMPARE(m_pane->blockedRequests(), 0);
    m_window.reset();
}

void WebPaneTest::write(const QString &name, const QString &body) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString text = u"---\ntitle: 'Title of %1'\ncategories: [one, two]\nauthor: 'Somebody'\n"
                         "date: 2021-11-23 12:19:03\n---\n<div>\n"_s.arg(name) +
                         body + u"\n</div>\n"_s;
    QVERIFY(file.write(text.toUtf8()) > 0);
}

void WebPaneTest::show(const QString &name, double position)
{
    static ArticleId id = 0;
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    ArticleRow row;
    row.id = ++id;
    row.head.path = name.toUtf8();
    row.head.title = name;
    m_pane->showArticle(m_folder->path().toUtf8(), row, position);
    QVERIFY(visible.wait(patience));
}

void WebPaneTest::showBody(const QString &body, double position)
{
    write(u"article.md"_s, body);
    show(u"article.md"_s, position);
}

QVariant WebPaneTest::ask(const QString &script)
{
    return scriptAnswer([&](const auto &answered) { m_pane->page()->run(script, answered); }, patience);
}

// What gets the keys while the article has the focus.
QWidget *WebPaneTest::target() const
{
    m_pane->setFocus();
    return QApplication::focusWidget();
}

void WebPaneTest::article_isShown()
{
    showBody(u"<p>First paragraph</p>"_s);
    QCOMPARE(ask(u"document.querySelector('h1').textContent"_s).toString(), u"Title of article.md"_s);
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"First paragraph"_s);
    QVERIFY(ask(u"document.querySelector('.page-byline').textContent"_s).toString().contains(u"2021"_s));
    QCOMPARE(ask(u"getComputedStyle(document.querySelector('h1')).fontWeight"_s).toString(), u"600"_s);
}

void WebPaneTest::missingFile_saysSo()
{
    show(u"nowhere.md"_s);
    QCOMPARE(ask(u"document.querySelector('h1').textContent"_s).toString(), u"nowhere.md"_s);
    QVERIFY(ask(u"document.querySelector('.page-notice').textContent.length"_s).toInt() > 20);
}

void WebPaneTest::inlinePicture_isShown()
{
    showBody(u"<p><img src=\"%1\"></p>"_s.arg(inlinePicture()));
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt(), 40, patience);
    QCOMPARE(ask(u"document.images[0].width"_s).toInt(), 40);
}

void WebPaneTest::failedPicture_leavesBoxOfItsSize()
{
    showBody(u"<p><img src=\"http://host.example/a.jpg\" data-size=\"400,300\"></p>"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt(), 400, patience);
    QCOMPARE(ask(u"document.images[0].height"_s).toInt(), 300);
}

void WebPaneTest::retry_asksOnceMore()
{
    showBody(u"<p><img src=\"http://host.example/a.jpg\"></p>"_s);
    QTRY_VERIFY_WITH_TIMEOUT(ask(u"document.images[0].naturalWidth"_s).toInt() > 0, patience);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        QSignalSpy answered(m_images.get(), &ImageLoader::answered);
        m_pane->retryPictures();
        QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(
            ask(u"document.images[0].complete && document.images[0].naturalWidth > 0"_s).toBool(), patience);
    }
}

void WebPaneTest::unknownKey_isRefused()
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
void WebPaneTest::foreignRequest_isBlockedAndCounted()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    showBody(u"<p>Body</p>"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"blocked.*127"_s));
    m_pane->page()->download(QUrl(u"http://127.0.0.1:%1/x"_s.arg(server.serverPort())));
    QTRY_COMPARE_WITH_TIMEOUT(m_pane->blockedRequests(), 1, patience);
    QVERIFY(!server.hasPendingConnections());
    init();
}

void WebPaneTest::navigation_isRefused_data()
{
    QTest::addColumn<QString>("address");
    for (const char *address : {"http://host.example/", "data:text/html,x", "file:///etc/passwd",
                                "article://other/1", "blob:null/x", "javascript:document.title=3"})
        QTest::newRow(address) << QString::fromLatin1(address);
}

void WebPaneTest::navigation_isRefused()
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

void WebPaneTest::scripts_areOff()
{
    showBody(u"<p id=\"x\">Body</p>"_s);
    ask(u"const script = document.createElement('script'); script.textContent = 'document.title = 1';"
        "document.body.append(script); document.body.setAttribute('onclick', 'document.title = 2');"
        "document.body.click(); 0"_s);
    QCOMPARE(ask(u"document.title"_s).toString(), u"Title of article.md"_s);
}

// Our own addresses say nothing to a reader.
void WebPaneTest::linkUnderThePointer_isSaidUnlessItIsOurs()
{
    const QSignalSpy hovered(m_pane, &WebPane::linkHovered);
    Q_EMIT m_pane->page()->linkHovered(u"https://example.org/a"_s);
    Q_EMIT m_pane->page()->linkHovered(u"article-command://category/1"_s);
    QCOMPARE(hovered.size(), 2);
    QCOMPARE(hovered[0][0].toString(), u"https://example.org/a"_s);
    QCOMPARE(hovered[1][0].toString(), QString());
}

void WebPaneTest::link_isReported()
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

void WebPaneTest::trackers_areKeptWhereWanted()
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
void WebPaneTest::linkWithoutGesture_isToBeAskedAbout()
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

void WebPaneTest::categoryLink_isReported()
{
    showBody(u"<p>Body</p>"_s);
    QSignalSpy activated(m_pane, &WebPane::categoryActivated);
    ask(u"document.querySelectorAll('.page-path a')[1].click(); 0"_s);
    QTRY_COMPARE_WITH_TIMEOUT(activated.count(), 1, patience);
    QCOMPARE(activated.first().first().toInt(), 2);
}

void WebPaneTest::find_countsAndClears()
{
    showBody(u"<p>needle hay needle</p><p>hay 针 hay</p><p>needle</p>"_s);
    QSignalSpy found(m_pane, &WebPane::findResult);
    m_pane->find(u"needle"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!found.isEmpty() && found.last() == QVariantList({1, 3}), patience);
    m_pane->findAgain(WebPane::Direction::Forward);
    QTRY_COMPARE_WITH_TIMEOUT(found.last(), QVariantList({2, 3}), patience);
    m_pane->findAgain(WebPane::Direction::Back);
    QTRY_COMPARE_WITH_TIMEOUT(found.last(), QVariantList({1, 3}), patience);
    m_pane->find(u"针"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.last(), QVariantList({1, 1}), patience);
    m_pane->find(u"nothing of it"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found.last(), QVariantList({0, 0}), patience);
    m_pane->find({});
    QCOMPARE(found.last(), QVariantList({0, 0}));
}

void WebPaneTest::keys_reachTheWindow_data()
{
    QTest::addColumn<QKeySequence>("keys");
    QTest::newRow("j") << QKeySequence(Qt::Key_J);
    QTest::newRow("J") << QKeySequence(Qt::SHIFT | Qt::Key_J);
    QTest::newRow("Space") << QKeySequence(Qt::Key_Space);
    QTest::newRow("Shift+Space") << QKeySequence(Qt::SHIFT | Qt::Key_Space);
    QTest::newRow("Left") << QKeySequence(Qt::Key_Left);
    QTest::newRow("Tab") << QKeySequence(Qt::Key_Tab);
    QTest::newRow("slash") << QKeySequence(Qt::Key_Slash);
    QTest::newRow("Ctrl+F") << QKeySequence(Qt::CTRL | Qt::Key_F);
    QTest::newRow("Ctrl+P") << QKeySequence(Qt::CTRL | Qt::Key_P);
    QTest::newRow("Escape") << QKeySequence(Qt::Key_Escape);
    QTest::newRow("F11") << QKeySequence(Qt::Key_F11);
    QTest::newRow("g g") << QKeySequence(Qt::Key_G, Qt::Key_G);
}

void WebPaneTest::keys_reachTheWindow()
{
    QFETCH(QKeySequence, keys);
    showBody(u"<p><a href=\"http://host.example/\">A link</a></p>"_s);
    QWidget *receiver = target();
    QVERIFY(receiver && m_pane->isAncestorOf(receiver));
    QShortcut shortcut(keys, m_window.get());
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    for (int i = 0; i < keys.count(); ++i)
        QTest::keyClick(receiver, keys[i].key(), keys[i].keyboardModifiers());
    QCOMPARE(activated.count(), 1);
}

void WebPaneTest::keyHandler_comesBeforeThePage()
{
    showBody(u"<p>%1</p>"_s.arg(u"word "_s.repeated(5000)));
    QList<int> seen;
    m_pane->setKeyHandler([&](QKeyEvent *event) {
        seen.append(event->key());
        return true;
    });
    QTest::keyClick(target(), Qt::Key_End);
    QCOMPARE(seen, QList<int>{Qt::Key_End});
    QCOMPARE(ask(u"scrollY"_s).toInt(), 0);
}

void WebPaneTest::paging_endsAtBothEnds()
{
    showBody(u"<p>%1</p>"_s.arg(u"word "_s.repeated(2000)));
    QSignalSpy end(m_pane, &WebPane::endReached);
    QSignalSpy start(m_pane, &WebPane::startReached);
    m_pane->scrollPage(WebPane::Direction::Back);
    QTRY_COMPARE_WITH_TIMEOUT(start.count(), 1, patience);
    m_pane->scrollPage(WebPane::Direction::Forward);
    QVERIFY(ask(u"scrollY"_s).toInt() > 300);
    QCOMPARE(end.count(), 0);
    m_pane->scrollToEnd();
    m_pane->scrollPage(WebPane::Direction::Forward);
    QTRY_COMPARE_WITH_TIMEOUT(end.count(), 1, patience);
    QCOMPARE(start.count(), 1);
}

void WebPaneTest::position_comesBack()
{
    const QString body = u"<p>%1</p>"_s.arg(u"word "_s.repeated(5000));
    showBody(body, 0.5);
    const QString place = u"scrollY / (document.scrollingElement.scrollHeight - innerHeight)"_s;
    QTRY_VERIFY_WITH_TIMEOUT(qAbs(ask(place).toDouble() - 0.5) < 0.01, patience);
    QSignalSpy scrolled(m_pane, &WebPane::scrollPositionChanged);
    m_pane->scrollToEnd();
    QTRY_VERIFY_WITH_TIMEOUT(!scrolled.isEmpty() && scrolled.last().first().toDouble() > 0.99, patience);
}

void WebPaneTest::position_comesBackAfterOvertaking()
{
    const QString body = u"<p>%1</p>"_s.arg(u"word "_s.repeated(5000));
    write(u"first.md"_s, body);
    showBody(body, 0.9);
    ArticleRow first;
    first.id = 5000;
    first.head.path = "first.md";
    m_pane->showArticle(m_folder->path().toUtf8(), first, 0.2);
    m_pane->scrollToTop();
    write(u"second.md"_s, body);
    show(u"second.md"_s, 0.5);
    const QString place = u"scrollY / (document.scrollingElement.scrollHeight - innerHeight)"_s;
    QTRY_VERIFY_WITH_TIMEOUT(qAbs(ask(place).toDouble() - 0.5) < 0.01, patience);
    QVERIFY(qAbs(m_pane->scrollPosition() - 0.5) < 0.01);
}

// Whatever an article did to its renderer, the next one is not drawn by it.
void WebPaneTest::everyArticle_hasARendererOfItsOwn()
{
    QSet<qint64> renderers;
    for (int turn = 1; turn <= 3; ++turn) {
        showBody(u"<p>Article %1</p>"_s.arg(turn));
        renderers.insert(m_pane->page()->renderProcessPid());
        QCOMPARE(renderers.size(), turn);
    }
}

void WebPaneTest::killedRenderer_leavesTheText()
{
#if defined(Q_OS_UNIX)
    showBody(u"<p>Words that stay</p>"_s);
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    QVERIFY(m_pane->page()->renderProcessPid() > 0);
    QCOMPARE(kill(pid_t(m_pane->page()->renderProcessPid()), SIGKILL), 0);
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    const auto *text = m_pane->findChild<QTextEdit *>(u"articleText"_s);
    QVERIFY(text && text->isVisible());
    QVERIFY(text->toPlainText().contains(u"Words that stay"_s));
    QVERIFY(target() == text);
    showBody(u"<p>The next one</p>"_s);
    QVERIFY(!text->isVisible());
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"The next one"_s);
#else
    QSKIP("kills a process the Unix way");
#endif
}

void WebPaneTest::killedRenderer_againAndAgain()
{
#if defined(Q_OS_UNIX)
    const auto *text = m_pane->findChild<QTextEdit *>(u"articleText"_s);
    for (int time = 1; time <= 5; ++time) {
        const QString words = u"Words of time %1"_s.arg(time);
        showBody(u"<p>%1</p>"_s.arg(words));
        QVERIFY(!m_pane->showsText());
        QSignalSpy visible(m_pane, &WebPane::articleVisible);
        QCOMPARE(kill(pid_t(m_pane->page()->renderProcessPid()), SIGKILL), 0);
        QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
        QVERIFY(m_pane->showsText());
        QVERIFY(text->toPlainText().contains(words));
    }
    // The same article again is not tried again, unless the reader says so.
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    m_pane->setPageStyle({Theme::Dark, FontStyle::Sans, 20});
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    QVERIFY(m_pane->showsText());
    auto *again = m_pane->findChild<QPushButton *>(u"showPageAgain"_s);
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 2, patience);
    QVERIFY(!m_pane->showsText());
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"Words of time 5"_s);
#else
    QSKIP("kills a process the Unix way");
#endif
}

// A renderer that hangs: the text comes, and the next article is drawn by another process.
void WebPaneTest::stoppedRenderer_leavesTheText()
{
#if defined(Q_OS_UNIX)
    showBody(u"<p>First</p>"_s);
    m_pane->setPatience(1000);
    QList<pid_t> stopped;
    const auto release = qScopeGuard([&stopped] {
        for (const pid_t renderer : stopped)
            kill(renderer, SIGKILL);
    });
    connect(m_pane->page(), &QWebEnginePage::renderProcessPidChanged, this, [&](qint64 renderer) {
        if (renderer <= 0 || kill(pid_t(renderer), SIGSTOP) != 0)
            return;
        stopped << pid_t(renderer);
        m_pane->makePdf(7);
    });
    const QSignalSpy made(m_pane, &WebPane::pdfMade);
    showBody(u"<p>Words that stay</p>"_s);
    QVERIFY(!stopped.isEmpty());
    QVERIFY(!made.isEmpty()); // who waits for it waits no longer
    QVERIFY(made.first().first().toByteArray().isEmpty());
    QVERIFY(m_pane->showsText());
    QVERIFY(m_pane->findChild<QTextEdit *>(u"articleText"_s)->toPlainText().contains(u"Words that stay"_s));
    QVERIFY(m_pane->findChild<QLabel *>(u"articleTextNotice"_s)->text().contains(u"too long"_s));
    m_pane->setPatience(patience);
    showBody(u"<p>The next one</p>"_s);
    QVERIFY(!m_pane->showsText());
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"The next one"_s);
#else
    QSKIP("stops a process the Unix way");
#endif
}

// It would hold up all that come after it, if they had the same.
void WebPaneTest::stoppedRenderer_leavesTheNextArticleAlone()
{
#if defined(Q_OS_UNIX)
    showBody(u"<p>First</p>"_s);
    const auto renderer = pid_t(m_pane->page()->renderProcessPid());
    QCOMPARE(kill(renderer, SIGSTOP), 0);
    const auto release = qScopeGuard([renderer] { kill(renderer, SIGKILL); });
    showBody(u"<p>The next one</p>"_s);
    QVERIFY(!m_pane->showsText());
    QCOMPARE(ask(u"document.querySelector('.page-body p').textContent"_s).toString(), u"The next one"_s);
#else
    QSKIP("stops a process the Unix way");
#endif
}

void WebPaneTest::remake(const PaneOptions &options)
{
    auto *layout = m_window->layout();
    delete m_pane;
    m_pane = new WebPane(*m_images, nullptr, options);
    layout->addWidget(m_pane);
}

void WebPaneTest::missingEngine_leavesThePicturesToView()
{
    remake({nullptr, false});
    showBody(u"<p>Words</p><p><img src=\"https://host.example/a.png\" alt=\"One\"></p>"_s);
    QSignalSpy chosen(m_pane, &WebPane::picturesChosen);
    QSignalSpy fetched(m_pane, &WebPane::pictureFetched);
    m_pane->choosePicture();
    QCOMPARE(chosen.count(), 1);
    const auto pictures = chosen.first().first().value<QList<ViewedPicture>>();
    QCOMPARE(pictures.size(), 1);
    QCOMPARE(pictures.first().caption, u"One"_s);
    const quint64 number = m_pane->fetchPicture(pictures.first().picture, Asking::Usual);
    QTRY_COMPARE_WITH_TIMEOUT(fetched.count(), 1, patience);
    QCOMPARE(fetched.first().first().value<ImageAnswer>().number, number);
}

void WebPaneTest::missingEngine_leavesTheText()
{
    remake({nullptr, false});
    QVERIFY(!m_pane->page());
    showBody(u"<p>Words &amp; more</p><script>no words</script>"_s);
    const auto *text = m_pane->findChild<QTextEdit *>(u"articleText"_s);
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), u"Title of article.md\nWords & more"_s);
    QVERIFY(m_pane->findChild<QLabel *>(u"articleTextNotice"_s)->text().contains(u"user namespaces"_s));
    QVERIFY(!m_pane->findChild<QPushButton *>(u"showPageAgain"_s)->isVisible());
    QVERIFY(m_pane->isAncestorOf(target()));
    // Everything that the window may ask of a pane is borne.
    m_pane->setPageStyle({Theme::Dark, FontStyle::Sans, 22});
    m_pane->retryPictures();
    m_pane->copySelection();
    m_pane->scrollToTop();
    m_pane->scrollToEnd();
    m_pane->showPageAgain();
    QSignalSpy end(m_pane, &WebPane::endReached);
    m_pane->scrollPage(WebPane::Direction::Forward);
    QCOMPARE(end.count(), 1);
    QCOMPARE(m_pane->blockedRequests(), 0);
    m_pane->clear();
    QVERIFY(text->toPlainText().trimmed().isEmpty());
}

void WebPaneTest::leftByLastRun_isShownAsText()
{
    const QString home = m_folder->filePath(u"left"_s);
    write(u"deadly.md"_s, u"<p>Words <b>that</b> stay</p>"_s);
    ArticleHead head;
    head.path = "deadly.md";
    StartNotes(home).begin(StartNotes::Stage::Making, noteName(m_folder->path().toUtf8(), head));
    m_notes = std::make_unique<StartNotes>(home);
    remake({m_notes.get(), true});
    show(u"deadly.md"_s);
    const auto *text = m_pane->findChild<QTextEdit *>(u"articleText"_s);
    QVERIFY(text->isVisible());
    QVERIFY(text->toPlainText().contains(u"Words that stay"_s));
    QVERIFY(m_pane->findChild<QLabel *>(u"articleTextNotice"_s)->text().contains(u"before"_s));
    // Another article is none of its business.
    showBody(u"<p>Harmless</p>"_s);
    QVERIFY(!m_pane->showsText());
    show(u"deadly.md"_s);
    QVERIFY(m_pane->showsText());
    QVERIFY(StartNotes(home).drawsInSoftware() == false);
    QVERIFY(StartNotes(home).wasLeft(noteName(m_folder->path().toUtf8(), head)));

    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    m_pane->findChild<QPushButton *>(u"showPageAgain"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    QVERIFY(!m_pane->showsText());
    QVERIFY(!m_notes->wasLeft(noteName(m_folder->path().toUtf8(), head)));
}

void WebPaneTest::notes_areTakenBack()
{
    const QString home = m_folder->filePath(u"notes"_s);
    m_notes = std::make_unique<StartNotes>(home);
    remake({m_notes.get(), true});
    const QDir opening(home + u"/opening"_s);
    const auto left = [&opening] { return opening.entryList(QDir::Files).size(); };
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    write(u"article.md"_s, u"<p>Body</p>"_s);
    ArticleRow row;
    row.id = 7000;
    row.head.path = "article.md";
    m_pane->showArticle(m_folder->path().toUtf8(), row, 0);
    QTRY_VERIFY_WITH_TIMEOUT(left() > 0, patience);
    // Once it has been seen there is nothing to fear.
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(left(), 0, patience);
    // Left on the way.
    row.id = 7001;
    m_pane->showArticle(m_folder->path().toUtf8(), row, 0);
    remake({});
    QCOMPARE(left(), 0);
}

void WebPaneTest::text_isSearched()
{
    remake({nullptr, false});
    showBody(u"<p>needle hay Needle</p><p>hay 针 hay</p><p>needle</p>"_s);
    QSignalSpy found(m_pane, &WebPane::findResult);
    m_pane->find(u"needle"_s);
    QCOMPARE(found.last(), QVariantList({1, 3}));
    m_pane->findAgain(WebPane::Direction::Back);
    QCOMPARE(found.last(), QVariantList({3, 3}));
    m_pane->findAgain(WebPane::Direction::Forward);
    QCOMPARE(found.last(), QVariantList({1, 3}));
    m_pane->find(u"针"_s);
    QCOMPARE(found.last(), QVariantList({1, 1}));
    m_pane->find(u"nothing of it"_s);
    QCOMPARE(found.last(), QVariantList({0, 0}));
    m_pane->find({});
    QCOMPARE(found.last(), QVariantList({0, 0}));
}

void WebPaneTest::text_makesAPdf()
{
    remake({nullptr, false});
    showBody(u"<p>Body</p>"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    QVERIFY(made.last().first().toByteArray().startsWith("%PDF-"));
}

void WebPaneTest::text_followsTheTheme()
{
    remake({nullptr, false});
    m_pane->setPageStyle({Theme::Dark, FontStyle::Sans, 22});
    showBody(u"<p>Body</p>"_s);
    const auto *text = m_pane->findChild<QTextEdit *>(u"articleText"_s);
    QCOMPARE(text->palette().color(QPalette::Base), QColor(27, 28, 30));
    QCOMPARE(text->font().pixelSize(), 22);
    const QImage picture = m_pane->grab().toImage();
    QCOMPARE(picture.pixelColor(5, picture.height() - 5), QColor(27, 28, 30));
}

void WebPaneTest::style_changesTheBackground_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("light") << Theme::Light << u"rgb(251, 250, 247)"_s;
    QTest::newRow("dark") << Theme::Dark << u"rgb(27, 28, 30)"_s;
    QTest::newRow("sepia") << Theme::Sepia << u"rgb(245, 236, 217)"_s;
}

void WebPaneTest::style_changesTheBackground()
{
    QFETCH(Theme, theme);
    QFETCH(QString, wanted);
    showBody(u"<p>Body</p>"_s);
    m_pane->setPageStyle({theme, FontStyle::Sans, 22});
    const QString background = u"getComputedStyle(document.documentElement).backgroundColor"_s;
    QTRY_COMPARE_WITH_TIMEOUT(ask(background).toString(), wanted, patience);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"getComputedStyle(document.body).fontSize"_s).toString(), u"22px"_s,
                              patience);
}

// Whoever presses a key then means this page, not the one before.
void WebPaneTest::visible_isSaidOnceThePageIsThere()
{
    QStringList titles;
    int answers = 0;
    const auto listening = connect(m_pane, &WebPane::articleVisible, this, [&] {
        m_pane->page()->run(u"(document.querySelector('h1') || document.body).textContent"_s,
                            [&](const QVariant &title) {
                                titles << title.toString();
                                ++answers;
                            });
    });
    QStringList wanted;
    for (int turn = 0; turn < 10; ++turn) {
        const QString name = u"%1.md"_s.arg(turn);
        write(name, u"<p>paragraph</p>"_s.repeated(500));
        show(name);
        wanted << u"Title of %1"_s.arg(name);
    }
    QTRY_VERIFY_WITH_TIMEOUT(answers >= 10, patience);
    disconnect(listening);
    QCOMPARE(titles, wanted);
}

void WebPaneTest::overtaken_isNotShown()
{
    write(u"slow.md"_s, u"<p>%1</p>"_s.arg(u"word "_s.repeated(100'000)));
    write(u"fast.md"_s, u"<p>fast</p>"_s);
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    ArticleRow row;
    for (const char *name : {"slow.md", "fast.md"}) {
        row.id += 1000;
        row.head.path = name;
        m_pane->showArticle(m_folder->path().toUtf8(), row, 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    QCOMPARE(ask(u"document.querySelector('h1').textContent"_s).toString(), u"Title of fast.md"_s);
}

void WebPaneTest::clear_leavesNothing()
{
    showBody(u"<p>Body</p>"_s);
    m_pane->clear();
    QVERIFY(!m_pane->hasArticle());
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.body.textContent"_s).toString(), QString(), patience);
}

void WebPaneTest::page_makesAPdf()
{
    showBody(u"<p>Body</p>"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, patience);
    QVERIFY(made.first().first().toByteArray().startsWith("%PDF-"));
}

// Who goes on while it is being made has asked for this one, not for the next.
void WebPaneTest::pdf_isOfTheArticleThatWasOpen()
{
    QString pictures; // whose boxes take their time on the way to the paper
    for (int picture = 0; picture < 250; ++picture)
        pictures += u"<p><img src=\"http://host.example/%1.png\"></p>"_s.arg(picture);
    write(u"first.md"_s, pictures);
    write(u"second.md"_s, u"<p>Body</p>"_s);
    show(u"first.md"_s);
    QSignalSpy made(m_pane, &WebPane::pdfMade);
    m_pane->makePdf();
    show(u"second.md"_s);
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, patience);
    m_pane->makePdf();
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 2, patience);
    const auto pages = [&made](qsizetype document) {
        return made.at(document).first().toByteArray().count("/Type /Page\n");
    };
    QCOMPARE(pages(1), 1);
    QVERIFY2(pages(0) > 1, qPrintable(QString::number(pages(0))));
    QCOMPARE(ask(u"document.querySelector('h1').textContent"_s).toString(), u"Title of second.md"_s);
}

// Two articles on while a document is made: the first of them waits, and comes no more when the other is
// there.
void WebPaneTest::pageThatWaited_goesWithALaterOne()
{
    PageEngine engine(*m_images);
    QSignalSpy loaded(&engine.page(), &QWebEnginePage::loadFinished);
    LoadedPage page;
    page.html = "<!DOCTYPE html><title>One</title><p>One</p>";
    engine.open(page, themeColors({}), {});
    QVERIFY(loaded.wait(patience));
    bool hasCome = false;
    bool hasLaterToWait = true;
    QByteArray document;
    const QPageLayout layout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(20, 20, 20, 20));
    engine.makePdf(layout, [&](const QByteArray &pdf) {
        document = pdf;
        hasLaterToWait = engine.defer([] {});
    });
    QVERIFY(engine.defer([&hasCome] { hasCome = true; }));
    QTRY_VERIFY_WITH_TIMEOUT(!document.isEmpty(), patience);
    QVERIFY(!hasLaterToWait);
    scriptAnswer([&engine](const auto &answered) { engine.page().run(u"1"_s, answered); }, patience);
    QVERIFY(!hasCome);
}

// The engine answers open questions while it is being destroyed; the pane that asked is half gone by then.
void WebPaneTest::leaving_answersNobody()
{
    bool wasAnswered = false;
    {
        const WebPane pane(*m_images);
        pane.page()->run(u"1"_s, [&wasAnswered](const QVariant &) { wasAnswered = true; });
    }
    QVERIFY(!wasAnswered);
}

int main(int argc, char *argv[])
{
    return runWithEngine<WebPaneTest>(argc, argv);
}

#include "tst_webpane.moc"
