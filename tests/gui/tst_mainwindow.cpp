#include "tests/gui/enginetest.h"
#include "tests/gui/fetcharchive.h"
#include "tests/gui/testprogram.h"
#include "tests/testfolders.h"
#include "ui/busystatus.h"
#include "ui/listheading.h"
#include "ui/passstatus.h"
#include "ui/reportdialog.h"
#include "ui/startpage.h"
#include "ui/webpage.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScopeGuard>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

namespace
{
bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

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

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
    }

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
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
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

    void keys_data()
    {
        QTest::addColumn<QString>("pane");
        QTest::newRow("tree") << u"categoryTree"_s;
        QTest::newRow("list") << u"articleList"_s;
        QTest::newRow("article") << QString();
    }

    void keys()
    {
        QFETCH(const QString, pane);
        TestProgram program(m_home->path());
        openSeeds(program);
        QWidget *const target = pane.isEmpty() ? program.pane : program.find<QWidget>(pane);
        TestProgram::focus(target);
        const int row = program.list()->currentIndex().row();
        program.press(Qt::Key_J);
        QTRY_COMPARE_WITH_TIMEOUT(program.list()->currentIndex().row(), row + 1, patience);
        program.press(Qt::Key_G, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(program.list()->currentIndex().row(),
                                  program.library.articles()->rowCount() - 1, patience);
        program.press(Qt::Key_G);
        program.press(Qt::Key_G);
        QTRY_COMPARE_WITH_TIMEOUT(program.list()->currentIndex().row(), 0, patience);
        program.press(Qt::Key_D);
        QCOMPARE(program.settings.pageStyle().theme, Theme::Dark);
        program.press(Qt::Key_Plus);
        QCOMPARE(program.settings.pageStyle().textSize, 19);
        program.press(Qt::Key_Minus);
        program.press(Qt::Key_Minus);
        QCOMPARE(program.settings.pageStyle().textSize, 17);
        program.press(Qt::Key_0);
        QCOMPARE(program.settings.pageStyle().textSize, 18);
        program.press(Qt::Key_F9);
        QVERIFY(!program.tree()->isVisible());
        program.press(Qt::Key_F9);
        QVERIFY(program.tree()->isVisible());
    }

    void arrows_moveBetweenThePanes()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        program.list()->setFocus();
        program.press(Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(program.pane->isAncestorOf(QApplication::focusWidget()), patience);
        program.press(Qt::Key_Left);
        QTRY_VERIFY_WITH_TIMEOUT(program.list()->hasFocus(), patience);
        program.press(Qt::Key_Left);
        QTRY_VERIFY_WITH_TIMEOUT(program.tree()->hasFocus(), patience);
    }

    void arrows_goWhereTheyPoint()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
        TestProgram program(m_home->path());
        openSeeds(program);
        program.list()->setFocus();
        program.press(Qt::Key_Left);
        QTRY_VERIFY_WITH_TIMEOUT(program.pane->isAncestorOf(QApplication::focusWidget()), patience);
        program.press(Qt::Key_Right);
        QTRY_VERIFY_WITH_TIMEOUT(program.list()->hasFocus(), patience);
        // The branches of the tree grow to the left.
        CategoryTree *tree = program.tree();
        TestProgram::focus(tree);
        const QModelIndex root = tree->currentIndex();
        program.press(Qt::Key_Right);
        QVERIFY(tree->hasFocus() && !tree->isExpanded(root));
        program.press(Qt::Key_Left);
        QVERIFY(tree->hasFocus() && tree->isExpanded(root));
        program.press(Qt::Key_Down);
        program.press(Qt::Key_Right);
        QVERIFY(tree->hasFocus() && tree->currentIndex() == root);
    }

    void nextCategory_showsItsArticlesAlone()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        const int all = program.library.articles()->rowCount();
        program.press(Qt::Key_J, Qt::ShiftModifier);
        const auto count = [&program] {
            return program.tree()->currentIndex().data(CategoryModel::ArticlesRole).toInt();
        };
        QTRY_VERIFY_WITH_TIMEOUT(count() > 0 && count() < all, patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), count(), patience);
        program.press(Qt::Key_K, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), all, patience);
    }

    void anotherCategory_opensNothingByItself()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        program.press(Qt::Key_G, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(program.list()->currentIndex().row(),
                                  program.library.articles()->rowCount() - 1, patience);
        const QString title = program.openTitle();
        const ArticleId open = program.library.articles()->idAt(program.list()->currentIndex().row());
        for (QModelIndex category = program.tree()->indexBelow(program.tree()->currentIndex());
             category.isValid(); category = program.tree()->indexBelow(category)) {
            program.tree()->setCurrentIndex(category);
            QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(),
                                      category.data(CategoryModel::ArticlesRole).toInt(), patience);
            QCOMPARE(program.openTitle(), title);
            QCOMPARE(program.list()->currentIndex().isValid(), program.library.articles()->rowOf(open) >= 0);
        }
    }

    void reportsArticles_areLeftWithEscFromAnyPane_data() { keys_data(); }

    void reportsArticles_areLeftWithEscFromAnyPane()
    {
        QFETCH(const QString, pane);
        TestProgram program(m_home->path());
        openSeeds(program);
        const int all = program.library.articles()->rowCount();
        program.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = program.find<ReportDialog>(u"ReportDialog"_s);
        QVERIFY(dialog);
        auto *tree = dialog->findChild<QTreeView *>(u"reportTree"_s);
        QTRY_VERIFY_WITH_TIMEOUT(tree->currentIndex().isValid(), patience);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 2, patience);
        QVERIFY(program.find<ListHeading>(u"listHeading"_s)->isVisible());
        dialog->close();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QWidget *const target = pane.isEmpty() ? program.pane : program.find<QWidget>(pane);
        TestProgram::focus(target);
        program.press(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), all, patience);
        QVERIFY(!program.find<ListHeading>(u"listHeading"_s)->isVisible());
    }

    // It stays until the reader has done something about it.
    void refusedLink_canBeCopied()
    {
        TestProgram program(m_home->path(), NetworkUse::Offline, PaneOptions{nullptr, false});
        Q_EMIT program.pane->linkActivated(QUrl(u"file:///etc/passwd"_s), {});
        QVERIFY(program.notices().contains(u"file"_s));
        program.find<NoticeBar>()->findChild<QToolButton *>(u"choice"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), u"file:///etc/passwd"_s);
        QCOMPARE(program.notices(), QString());
    }

    void find_countsThePlaces()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(writeFile(folder + u"/a.md"_s, "---\ntitle: one\n---\n\n<div>tea and tea and TEA</div>\n"));
        TestProgram program(m_home->path());
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        program.window.openPath(folder);
        QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0, patience);
        program.press(Qt::Key_F, Qt::ControlModifier);
        auto *text = program.find<QLineEdit>(u"findText"_s);
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, u"tea"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.find<QLabel>(u"findCount"_s)->text(), u"1 of 3"_s, patience);
        program.press(Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(program.find<QLabel>(u"findCount"_s)->text(), u"2 of 3"_s, patience);
        QCOMPARE(text->accessibleDescription(), u"2 of 3"_s); // what a screen reader hears in the field
        // Single keys are text while a text field has the focus.
        QTest::keyClicks(text, u"jd"_s);
        QCOMPARE(text->text(), u"teajd"_s);
        QTest::keyClick(text, Qt::Key_Backspace);
        QTest::keyClick(text, Qt::Key_Backspace);
        // Who has left the bar looks for the same again.
        for (const Qt::KeyboardModifiers modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
            QTest::keyClick(text, Qt::Key_Escape);
            QVERIFY(!text->isVisible());
            program.press(Qt::Key_F3, modifiers);
            QVERIFY(text->hasFocus());
            QTRY_VERIFY_WITH_TIMEOUT(program.find<QLabel>(u"findCount"_s)->text().endsWith(u" of 3"_s),
                                     patience);
        }
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!text->isVisible());
    }

    void anotherTheme_readsNothing()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        program.press(Qt::Key_U);
        QVERIFY(!program.library.articles()->article(0)->read);
        QSignalSpy visible(program.pane, &WebPane::articleVisible);
        program.press(Qt::Key_D);
        QTRY_VERIFY_WITH_TIMEOUT(visible.count() > 0, patience);
        QVERIFY(!program.library.articles()->article(0)->read);
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
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        program.find<QPushButton>(u"openSampleButton"_s)->setFocus();
        program.press(Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->rowCount() > 30, patience);
    }

    void buttonWithTheFocus_leavesShiftSpaceToTheArticle()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        auto *button = new QPushButton(program.find<QWidget>(u"listSide"_s));
        button->show();
        program.focus(button);
        const QSignalSpy pressed(button, &QPushButton::pressed);
        const QSignalSpy back(program.action(u"actionReadBack"_s), &QAction::triggered);
        program.press(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(back.size(), 1);
        QCOMPARE(pressed.size(), 0);
        program.press(Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
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

    void typedTitle_isJumpedTo()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        for (const QByteArray title : {"one", "2021 in review", "three"})
            QVERIFY(writeFile(folder + u"/%1.md"_s.arg(QString::fromUtf8(title)),
                              "---\ntitle: " + title + "\n---\n\n<div>text</div>\n"));
        TestProgram program(m_home->path());
        program.window.openPath(folder);
        QTRY_VERIFY_WITH_TIMEOUT(!program.openTitle().isEmpty() && !program.library.isPassRunning(),
                                 patience);
        program.list()->setFocus();
        QTest::keyClick(program.list(), Qt::Key_Plus);
        const int size = program.settings.pageStyle().textSize;
        QTest::keyClicks(program.list(), u"20"_s); // 0 alone is a command
        QTRY_VERIFY_WITH_TIMEOUT(program.openTitle().startsWith(u"2021 in review"_s), patience);
        QCOMPARE(program.settings.pageStyle().textSize, size);
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
            QVERIFY(QTest::qWaitForWindowActive(&program.window));
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

    void unusablePictureStore_isSaid()
    {
        QVERIFY(writeFile(m_home->filePath(u"pictures"_s), "a file where the folder should be"));
        TestProgram program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.notices().contains(u"pictures"_s), patience);
    }

    void clearingPictures_asksFirst()
    {
        QVERIFY(writeFetchArchive(*m_home, 1)); // with one picture that is stored
        TestProgram program(m_home->path());
        QSignalSpy sizes(&program.images.loader(), &ImageLoader::storeSize);
        program.find<QAction>(u"actionClearPictures"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QMessageBox>(u"question"_s), patience);
        auto *box = program.find<QMessageBox>(u"question"_s);
        QVERIFY(!box->isModal());
        QVERIFY(box->text().contains(u'1'));
        QCOMPARE(box->button(QMessageBox::Yes)->text(), u"&Delete"_s);
        box->button(QMessageBox::Yes)->click();
        QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), 2, patience); // when asked, and when cleared
        program.trigger(u"actionClearPictures"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.window.statusBar()->currentMessage(), u"No pictures are stored."_s,
                                  patience);
        QTRY_VERIFY(!program.find<QMessageBox>(u"question"_s)); // there is nothing left
    }

    // The page may raise one at any time.
    void questionOfAPage_leavesOthersOpen()
    {
        QVERIFY(writeFetchArchive(*m_home, 1)); // with one picture that is stored
        TestProgram program(m_home->path());
        program.trigger(u"actionClearPictures"_s);
        QTRY_VERIFY_WITH_TIMEOUT(program.find<QMessageBox>(u"question"_s), patience);
        const QPointer<QMessageBox> clearing = program.find<QMessageBox>(u"question"_s);
        Q_EMIT program.pane->linkWanted(QUrl(u"https://example.org/"_s), {});
        QCOMPARE(program.window.findChildren<QMessageBox *>(u"question"_s).size(), 2);
        QVERIFY(clearing && clearing->isVisible());
    }

    // No window of ours holds the others up; what chooses a file holds its own alone.
    void dialogs_holdNothingUp()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        for (const QString &name :
             {u"actionAbout"_s, u"actionKeys"_s, u"actionPreferences"_s, u"actionReport"_s,
              u"actionHistory"_s, u"actionMarkings"_s, u"actionPictureServers"_s}) {
            program.trigger(name);
            QVERIFY2(program.find<QDialog>(), qPrintable(name));
            QVERIFY2(!QApplication::activeModalWidget(), qPrintable(name));
            delete program.find<QDialog>();
        }
    }

    // By key: under the menu bar, with the first one chosen.
    void recentFolders_openUnderTheMenus()
    {
        TestProgram program(m_home->path());
        program.settings.addRecentFolder(m_home->path());
        program.window.move(120, 80);
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
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
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QVERIFY(program.settings.recentFolders().isEmpty());
        auto *menu = program.find<QMenu>(u"menuRecent"_s);
        program.trigger(u"actionRecent"_s);
        QVERIFY(menu->isVisible());
        const QAction *first = menu->actions().first();
        QVERIFY(!first->isSeparator() && !first->isEnabled() && first->text().startsWith(u"Folders"_s));
        QTest::keyClick(menu, Qt::Key_Escape);
        QVERIFY(!menu->isVisible());
    }

    // What comes meanwhile takes none of them out of the reader's hand.
    void selection_outlivesANewArticle()
    {
        const QString folder = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(folder));
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY(writeFile(folder + u'/' + name + u".md"_s,
                              "---\ntitle: " + name.toUtf8() + "\n---\n\n<div>text</div>\n"));
        TestProgram program(m_home->path());
        program.open(folder);
        const QString title = program.openTitle();
        program.list()->selectAll();
        QVERIFY(writeFile(folder + u"/d.md"_s, "---\ntitle: d\n---\n\n<div>text</div>\n"));
        program.trigger(u"actionReload"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 4, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.isPassRunning(), patience);
        QItemSelectionModel *selection = program.list()->selectionModel();
        QCOMPARE(selection->selectedRows().size(), 3);
        QCOMPARE(program.openTitle(), title);
        // Nor puts it another in, where what is open is none of them.
        const int other = selection->currentIndex().row() == 0 ? 1 : 0;
        selection->select(program.library.articles()->index(other), QItemSelectionModel::ClearAndSelect);
        const ArticleId chosen = program.library.articles()->idAt(other);
        QVERIFY(writeFile(folder + u"/e.md"_s, "---\ntitle: e\n---\n\n<div>text</div>\n"));
        program.trigger(u"actionReload"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), 5, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.isPassRunning(), patience);
        QCOMPARE(selection->selectedRows().size(), 1);
        QCOMPARE(program.library.articles()->idAt(selection->selectedRows().first().row()), chosen);
    }

    // By a key: a button in the status bar is out of Tab's way.
    void stop_meansWhatTheStatusBarShows()
    {
        TestProgram program(m_home->path());
        openSeeds(program);
        QAction *stop = program.action(u"actionStop"_s);
        QVERIFY(!stop->shortcuts().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(!program.library.isPassRunning(), patience);
        QVERIFY(!stop->isEnabled()); // all is read
        for (auto *status : program.window.findChildren<BusyStatus *>()) {
            QSignalSpy stopped(status, &BusyStatus::stopWanted);
            status->begin(u"Something is done…"_s, BusyStatus::Stopping::Possible);
            QVERIFY(stop->isEnabled());
            stop->trigger();
            QCOMPARE(stopped.size(), 1);
            status->begin(u"It ends…"_s, BusyStatus::Stopping::Impossible);
            QVERIFY(!stop->isEnabled());
            status->end();
        }
        auto *reading = program.find<PassStatus>();
        QSignalSpy stoppable(reading, &PassStatus::stoppableChanged);
        QSignalSpy stopped(reading, &PassStatus::stopWanted);
        Q_EMIT program.library.progressChanged({}); // so few articles are read before anybody says how far
        QVERIFY(stop->isEnabled());
        stop->trigger();
        QCOMPARE(stopped.size(), 1);
        program.trigger(u"actionReload"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stoppable, (QList<QVariantList>{{true}, {false}}), patience);
        QVERIFY(!stop->isEnabled());
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

private:
    void openSeeds(TestProgram &program)
    {
        program.open(TestProgram::seeds());
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMainWindow>(
        argc, argv, [](QApplication &) { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); });
}

#include "tst_mainwindow.moc"
