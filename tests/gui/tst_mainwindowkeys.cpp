#include "tests/gui/windowtest.h"
#include "ui/listheading.h"
#include "ui/reportdialog.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QTreeView>

using namespace Qt::StringLiterals;

// The window by the keyboard: between the panes, in tree and list, and in the article.
class TestMainWindowKeysKeys final : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

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
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
        QWidget *const target = pane.isEmpty() ? program.pane : program.find<QWidget>(pane);
        TestProgram::focus(target);
        program.press(Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(), all, patience);
        QVERIFY(!program.find<ListHeading>(u"listHeading"_s)->isVisible());
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

    void buttonWithTheFocus_leavesShiftSpaceToTheArticle()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        QVERIFY(QTest::qWaitForWindowActive(&program.window, patience));
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
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestMainWindowKeysKeys>(argc, argv);
}

#include "tst_mainwindowkeys.moc"
