#include "tests/gui/windowtest.h"
#include "tests/testfolders.h"
#include "ui/startpage.h"
#include "ui/webpage.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace
{

// Answers the folder dialog as soon as it is there.
void answerFolderDialog(const QString &folder)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, folder] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->deleteLater();
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(folder);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"fileNameEdit"_s), Qt::Key_Return);
    });
    timer->start(20);
}

}

// How an archive is opened, what is said where that fails, and what comes back at the next start.
class TestMainWindow final : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void firstStart_offersAFolderAndTheSample()
    {
        TestProgram program(m_home->path());
        program.window.openLast();
        QVERIFY(program.find<StartPage>(u"startPage"_s)->isVisible());
        QTest::mouseClick(program.find<QPushButton>(u"openSampleButton"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(program.list()->isVisible() && program.library.articles()->rowCount() > 30,
                                 patience);
    }

    void openFolderFromTheMenu_thenTenArticlesByKey()
    {
        TestProgram program(m_home->path());
        program.settings.setReadWhen(ReadWhen::AtOnce);
        program.window.openLast();
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
        answerFolderDialog(seedsFolder());
        program.press(Qt::Key_O, Qt::ControlModifier);
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.isPassRunning() && visible.count() > 0, patience);
        QVERIFY(program.library.articles()->rowCount() > 30);
        program.window.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget(), patience);

        QStringList titles{program.openTitle()};
        for (int i = 0; i < 10; ++i) {
            visible.clear();
            program.press(Qt::Key_J);
            QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
            titles << program.openTitle();
        }
        QCOMPARE(titles.size(), 11);
        QCOMPARE(program.list()->currentIndex().row(), 10);
        for (int row = 0; row <= 10; ++row)
            QVERIFY(program.library.articles()->article(row)->read);
        visible.clear();
        program.press(Qt::Key_K);
        QTRY_COMPARE_WITH_TIMEOUT(visible.count(), 1, patience);
        QCOMPARE(program.openTitle(), titles.at(9));
    }

    void fileThatIsNoArticle_opensTheFirstBesideIt()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeFile(folder + u"/a.md"_s, "---\ntitle: beside\n---\n\n<div>text</div>\n"));
        QVERIFY(writeFile(folder + u"/picture.png"_s, "no article"));
        TestProgram program(m_home->path());
        program.window.openPath(folder + u"/picture.png"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.openTitle().startsWith(u"beside"_s), patience);
    }

    void file_opensAsTheArticle()
    {
        TestProgram program(m_home->path());
        program.window.openPath(seedsFolder() + QStringLiteral("/notes/walking-slowly.md"));
        QTRY_VERIFY_WITH_TIMEOUT(program.openTitle().startsWith(u"Walking Slowly"_s), patience);
    }

    void startPage_keepsItsKeys()
    {
        TestProgram program(m_home->path());
        program.window.openLast();
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
        program.find<QPushButton>(u"openSampleButton"_s)->setFocus();
        program.press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->rowCount() > 30, patience);
    }

    void droppedFolder_isOpened()
    {
        TestProgram program(m_home->path());
        program.window.openLast();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(seedsFolder())});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&program.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&program.window, &drop);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->rowCount() > 30, patience);
    }

    void droppedAddress_isNotTaken()
    {
        TestProgram program(m_home->path());
        QMimeData data;
        data.setUrls({QUrl(u"https://example.com/"_s)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&program.window, &enter);
        QVERIFY(!enter.isAccepted());
    }

    void place_comesBack()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        const QByteArray body = QByteArray("<p>a line of text</p>\n").repeated(400);
        QVERIFY(writeFile(folder + u"/long.md"_s, "---\ntitle: long\n---\n\n<div>" + body + "</div>\n"));
        double left = 0;
        {
            TestProgram program(m_home->path());
            QSignalSpy visible(program.pane, &WebPane::articleVisible);
            program.window.openPath(folder);
            QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0 && !program.library.isPassRunning(), patience);
            QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
            program.press(Qt::Key_Space);
            QTRY_VERIFY_WITH_TIMEOUT(program.pane->scrollPosition() > 0.01, patience);
            left = program.pane->scrollPosition();
            program.window.close();
        }
        TestProgram program(m_home->path());
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        program.window.openLast();
        QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(program.pane->page()->scrollPosition().y() > 100, patience);
        QVERIFY(qAbs(program.pane->scrollPosition() - left) < 0.01);
    }

    void emptyFolder_saysSo()
    {
        TestProgram program(m_home->path());
        QVERIFY(QDir().mkpath(m_home->filePath(u"empty"_s)));
        program.window.openPath(m_home->filePath(u"empty"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QLabel>(u"startText"_s)->text().contains(u"empty"_s), patience);
        QVERIFY(program.find<StartPage>(u"startPage"_s)->isVisible());
    }

    void missingFolder_saysWhy()
    {
        TestProgram program(m_home->path());
        program.window.openPath(m_home->filePath(u"nowhere"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QLabel>(u"startText"_s)->text().contains(u"nowhere"_s) &&
                                     program.find<StartPage>(u"startPage"_s)->isVisible(),
                                 patience);
    }

    // Nobody presses a key: what happens on disk shows.
    void vanishedFolder_keepsTheListAndComesBack()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeFile(folder + u"/a.md"_s, "---\ntitle: still here\n---\n\n<div>text</div>\n"));
        if (!FolderEvents::isAvailable())
            QSKIP("this system does not watch folders");
        TestProgram program(m_home->path());
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        program.window.openPath(folder);
        QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0 && !program.library.isPassRunning(), patience);
        QVERIFY(QDir().rename(folder, folder + u".away"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices().contains(u"archive"_s), patience);
        QCOMPARE(program.library.articles()->rowCount(), 1);
        QVERIFY(program.list()->isVisible());
        QVERIFY(writeFile(folder + u".away/b.md"_s, "---\ntitle: new\n---\n\n<div>text</div>\n"));
        QVERIFY(QDir().rename(folder + u".away"_s, folder));
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 2, patience);
        QVERIFY(program.openTitle().startsWith(u"still here"_s));
        QTRY_VERIFY_WITH_TIMEOUT(program.notices().isEmpty(), patience);
    }

    void session_comesBack()
    {
        QString title;
        {
            TestProgram program(m_home->path());
            openSeeds(program);
            program.press(Qt::Key_G, Qt::ShiftModifier);
            QTRY_COMPARE_WITH_TIMEOUT(program.list()->currentIndex().row(),
                                      program.library.articles()->rowCount() - 1, patience);
            title = program.openTitle();
            program.window.close();
        }
        TestProgram program(m_home->path());
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        program.window.openLast();
        QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0, patience);
        QCOMPARE(program.openTitle(), title);
    }

    void withoutSession_theFirstArticleComesWithItsRow()
    {
        {
            TestProgram program(m_home->path());
            openSeeds(program);
        }
        TestProgram program(m_home->path());
        program.settings.forgetSessions();
        QString title;
        connect(
            &program.library, &Library::archiveOpened, this, [&] { title = program.openTitle(); },
            Qt::SingleShotConnection);
        program.window.openPath(seedsFolder());
        QTRY_VERIFY_WITH_TIMEOUT(!title.isEmpty(), patience);
        QVERIFY(program.library.isPassRunning());
        QVERIFY2(title.endsWith(u" – Lectern"_s), qPrintable(title));
    }

    // By key: under the menu bar, with the first one chosen.
    void recentFolders_openUnderTheMenus()
    {
        TestProgram program(m_home->path());
        program.settings.addRecentFolder(m_home->path());
        program.window.move(120, 80);
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
        auto *menu = program.find<QMenu>(u"menuRecent"_s);
        program.trigger(u"actionRecent"_s);
        QVERIFY(menu->isVisible());
        const QMenuBar *bar = program.window.menuBar();
        QCOMPARE(menu->pos(), bar->mapToGlobal(QPoint(0, bar->height())));
        QVERIFY(menu->activeAction());
        QCOMPARE(menu->activeAction(), menu->actions().first());
        menu->close();
    }

    // Else its status bar lies below the edge where the screen is low.
    void firstWindow_isWithinTheScreen()
    {
        TestProgram program(m_home->path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        const MainWindow window(program.library, program.settings, program.images, TestProgram::seeds(),
                                PaneOptions{nullptr, false});
        const QSize room = window.screen()->availableSize();
        QVERIFY(window.width() <= room.width() && window.height() < room.height());
    }

    // An empty menu would only seem not to work.
    void noRecentFolders_areSaidToBeNone()
    {
        TestProgram program(m_home->path());
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
        QVERIFY(program.settings.recentFolders().isEmpty());
        auto *menu = program.find<QMenu>(u"menuRecent"_s);
        program.trigger(u"actionRecent"_s);
        QVERIFY(menu->isVisible());
        const QAction *first = menu->actions().first();
        QVERIFY(!first->isSeparator() && !first->isEnabled() && first->text().startsWith(u"Folders"_s));
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }

    void switches_areKept()
    {
        {
            TestProgram program(m_home->path());
            for (const QString &name : {u"actionPublicArchive"_s, u"actionHideRead"_s, u"actionOffline"_s})
                program.find<QAction>(name)->setChecked(true);
        }
        TestProgram program(m_home->path());
        for (const QString &name : {u"actionPublicArchive"_s, u"actionHideRead"_s, u"actionOffline"_s})
            QVERIFY2(program.find<QAction>(name)->isChecked(), qPrintable(name));
    }
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMainWindow>(
        argc, argv, [](QApplication &) { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); });
}

#include "tst_mainwindow.moc"
