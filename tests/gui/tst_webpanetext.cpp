#include "tests/gui/panetest.h"

#include <QDir>
#include <QFileSystemWatcher>
#include <QLabel>
#include <QPushButton>
#include <QTextEdit>

#if defined(Q_OS_UNIX)
#include <csignal>
#endif

using namespace Qt::StringLiterals;

// The text that stands in for a page where the engine fails, hangs or is not there.
class WebPaneTextTest final : public PaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void everyArticle_hasARendererOfItsOwn();
    void killedRenderer_leavesTheText();
    void killedRenderer_againAndAgain();
    void stoppedRenderer_leavesTheText();
    void stoppedRenderer_leavesTheNextArticleAlone();
    void missingEngine_leavesThePicturesToView();
    void missingEngine_leavesTheText();
    void leftByLastRun_isShownAsText();
    void notes_areTakenBack();
    void text_isSearched();
    void text_followsTheTheme();
};

// Whatever an article did to its renderer, the next one is not drawn by it.
void WebPaneTextTest::everyArticle_hasARendererOfItsOwn()
{
    QSet<qint64> renderers;
    for (int turn = 1; turn <= 3; ++turn) {
        showBody(u"<p>Article %1</p>"_s.arg(turn));
        renderers.insert(m_pane->page()->renderProcessPid());
        QCOMPARE(renderers.size(), turn);
    }
}

void WebPaneTextTest::killedRenderer_leavesTheText()
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

void WebPaneTextTest::killedRenderer_againAndAgain()
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
void WebPaneTextTest::stoppedRenderer_leavesTheText()
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
void WebPaneTextTest::stoppedRenderer_leavesTheNextArticleAlone()
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

void WebPaneTextTest::missingEngine_leavesThePicturesToView()
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

void WebPaneTextTest::missingEngine_leavesTheText()
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

void WebPaneTextTest::leftByLastRun_isShownAsText()
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

void WebPaneTextTest::notes_areTakenBack()
{
    const QString home = m_folder->filePath(u"notes"_s);
    m_notes = std::make_unique<StartNotes>(home);
    remake({m_notes.get(), true});
    const QDir opening(home + u"/opening"_s);
    const auto left = [&opening] { return opening.entryList(QDir::Files).size(); };
    QVERIFY(QDir().mkpath(opening.path()));
    QFileSystemWatcher watcher({opening.path()}); // a note may come and go between two looks
    const QSignalSpy noted(&watcher, &QFileSystemWatcher::directoryChanged);
    QSignalSpy visible(m_pane, &WebPane::articleVisible);
    write(u"article.md"_s, u"<p>Body</p>"_s);
    ArticleRow row;
    row.id = 7000;
    row.head.path = "article.md";
    m_pane->showArticle(m_folder->path().toUtf8(), row, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!noted.isEmpty(), patience);
    // Once it has been seen there is nothing to fear.
    QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(left(), 0, patience);
    // Left on the way.
    row.id = 7001;
    m_pane->showArticle(m_folder->path().toUtf8(), row, 0);
    remake({});
    QCOMPARE(left(), 0);
}

void WebPaneTextTest::text_isSearched()
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

void WebPaneTextTest::text_followsTheTheme()
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

int main(int argc, char *argv[])
{
    return runWithEngine<WebPaneTextTest>(argc, argv);
}

#include "tst_webpanetext.moc"
