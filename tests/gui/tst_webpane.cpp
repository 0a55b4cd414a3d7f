#include "tests/gui/panetest.h"

#include <QBuffer>
#include <QImage>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace
{

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

// An article as the engine shows it, and what its reader does with it.
class WebPaneTest final : public PaneTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void article_isShown();
    void missingFile_saysSo();
    void inlinePicture_isShown();
    void failedPicture_leavesBoxOfItsSize();
    void retry_asksOnceMore();
    void find_countsAndClears();
    void keys_reachTheWindow_data();
    void keys_reachTheWindow();
    void keyHandler_comesBeforeThePage();
    void paging_endsAtBothEnds();
    void position_comesBack();
    void position_comesBackAfterOvertaking();
    void style_changesTheBackground_data();
    void style_changesTheBackground();
    void visible_isSaidOnceThePageIsThere();
    void overtaken_isNotShown();
    void clear_leavesNothing();
    void leaving_answersNobody();
};

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
