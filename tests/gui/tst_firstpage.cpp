#include "tests/gui/enginetest.h"
#include "tests/gui/testprogram.h"
#include "tests/patience.h"
#include "ui/appearance.h"

#include <QTemporaryDir>
#include <QWebEngineView>
#include <QWindow>

using namespace Qt::StringLiterals;

class TestFirstPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstArticle_comesIntoTheSameWindow();
    void untilThen_theGroundOfThePageIsSeen();
    void focus_followsTheArticle();
};

// A window that has been shown without the engine's widget in it would be made anew for the first page: it
// flickers, and may lose the keyboard.
void TestFirstPage::firstArticle_comesIntoTheSameWindow()
{
    const QTemporaryDir home;
    TestProgram program(home.path());
    QVERIFY(QTest::qWaitForWindowExposed(&program.window, patience));
    const auto *view = program.find<QWebEngineView>();
    QVERIFY(!view->isVisible());
    const WId window = program.window.winId();
    const QWindow::SurfaceType surface = program.window.windowHandle()->surfaceType();
    program.open(TestProgram::seeds());
    QVERIFY(view->isVisible());
    QCOMPARE(program.window.winId(), window);
    QCOMPARE(program.window.windowHandle()->surfaceType(), surface);
}

void TestFirstPage::untilThen_theGroundOfThePageIsSeen()
{
    const QTemporaryDir home;
    TestProgram program(home.path());
    program.trigger(u"actionThemeDark"_s);
    const QColor dark = QColor::fromRgb(themeColors(program.find<Appearance>()->style()).background);
    program.pane->resize(200, 200);
    const QImage picture = program.pane->grab().toImage();
    QCOMPARE(picture.pixelColor(picture.rect().center()), dark);
}

void TestFirstPage::focus_followsTheArticle()
{
    const QTemporaryDir home;
    TestProgram program(home.path());
    QVERIFY(QTest::qWaitForWindowExposed(&program.window, patience));
    program.window.openPath(TestProgram::seeds());
    QTRY_VERIFY_WITH_TIMEOUT(program.pane->isVisible(), TestProgram::longest);
    program.focus(program.pane);
    QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), TestProgram::longest);
    const auto *view = program.find<QWebEngineView>();
    QTRY_VERIFY_WITH_TIMEOUT(TestProgram::isIn(view), TestProgram::longest);
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestFirstPage>(argc, argv);
}

#include "tst_firstpage.moc"
