#include "tests/gui/wallstest.h"
#include "ui/keywatch.h"

#include <QDropEvent>
#include <QMimeData>

using namespace Qt::StringLiterals;

// Where a page leads whoever clicks on it, or drops something there.
class TestWallGestures final : public WallsTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void cleanupTestCase() { endAll(); }
    void click_leadsNowhereInside_data();
    void click_leadsNowhereInside();
    void linkInAFrame_isNotFollowed();
    void drop_isNotFollowed();
    void menuOfTheEngine_isNotShown();
};

void TestWallGestures::click_leadsNowhereInside_data()
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

void TestWallGestures::click_leadsNowhereInside()
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
void TestWallGestures::linkInAFrame_isNotFollowed()
{
    open(
        u"<iframe style='position:fixed;left:0;top:0;width:100%;height:50%' srcdoc=\"<a "
        "style='position:fixed;inset:0' href='http://SERVER/frame' target=_self>link</a>\"></iframe>"
        "<a style='position:fixed;left:0;bottom:0;width:100%;height:40%' href='http://SERVER/page'>link</a>"_s);
    const QSignalSpy activated(&m_engine->page(), &WebPage::linkActivated);
    const QSignalSpy wanted(&m_engine->page(), &WebPage::linkWanted);
    QTest::mouseClick(m_engine->view().focusProxy(), Qt::LeftButton, {}, QPoint(50, 50));
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"document.activeElement.localName"_s).toString(), u"iframe"_s, patience);
    // What the frame's link might have led to would be told before this one.
    QTest::mouseClick(m_engine->view().focusProxy(), Qt::LeftButton, {}, QPoint(50, 350));
    QTRY_VERIFY_WITH_TIMEOUT(!wanted.isEmpty(), patience);
    QCOMPARE(wanted.first().first().toUrl(), QUrl(u"http://%1/page"_s.arg(m_host)));
    checkUntouched();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(activated.size(), 0);
}

void TestWallGestures::drop_isNotFollowed()
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

void TestWallGestures::menuOfTheEngine_isNotShown()
{
    open(u"<p style='position:fixed;inset:0'>page</p>"_s);
    QSignalSpy asked(&m_engine->view(), &QWidget::customContextMenuRequested);
    QTest::mouseClick(m_engine->view().focusProxy(), Qt::RightButton, {}, QPoint(50, 50));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.isEmpty(), patience);
    QVERIFY(!QApplication::activePopupWidget());
    checkUntouched();
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestWallGestures>(argc, argv);
}

#include "tst_wallgestures.moc"
