#include "tests/gui/enginetest.h"
#include "ui/readinghistory.h"

#include "tests/gui/testprogram.h"
#include "tests/patience.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace
{
int rowOf(const TestProgram &program)
{
    return program.library.articles()->rowOf(program.pane->articleId());
}

void show(TestProgram &program, int row)
{
    const auto shown = program.visible.size();
    program.list()->setCurrentIndex(program.library.articles()->index(row));
    QTRY_VERIFY_WITH_TIMEOUT(program.visible.size() > shown &&
                                 program.pane->articleId() == program.library.articles()->idAt(row),
                             patience);
}
}

class TestReadingHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void backAndForward_followWhatWasOpened()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        QVERIFY(!program.action(u"actionBack"_s)->isEnabled());
        const int first = rowOf(program);
        show(program, 7);
        show(program, 3);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), first, patience);
        QVERIFY(!program.action(u"actionBack"_s)->isEnabled());
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
        show(program, 5); // what was ahead is forgotten
        QVERIFY(!program.action(u"actionForward"_s)->isEnabled());
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
    }

    void twoSteps_fasterThanTheAnswers()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        for (const int row : {7, 3, 5})
            show(program, row);
        program.action(u"actionBack"_s)->trigger();
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
        program.action(u"actionForward"_s)->trigger();
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 5, patience);
    }

    void back_leadsOutOfTheCategory()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        const int all = program.library.articles()->rowCount();
        show(program, all - 1);
        const ArticleId there = program.pane->articleId();
        const QString title = program.window.windowTitle();
        auto *tree = program.window.findChild<CategoryTree *>();
        for (int row = 0; row < program.library.categories()->rowCount(tree->model()->index(0, 0)); ++row) {
            const QModelIndex category = tree->model()->index(row, 0, tree->model()->index(0, 0));
            QSignalSpy changed(&program.library, &Library::listChanged);
            tree->setCurrentIndex(category);
            QTRY_COMPARE_WITH_TIMEOUT(program.library.articles()->rowCount(),
                                      category.data(CategoryModel::ArticlesRole).toInt(), patience);
            if (program.library.articles()->rowOf(there) < 0)
                break;
        }
        QVERIFY(program.library.articles()->rowOf(there) < 0);
        show(program, 0);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.window.windowTitle(), title, patience); // or that of a copy
    }

    void way_isThereAfterARestart()
    {
        {
            TestProgram program(m_home->path());
            program.open(TestProgram::seeds());
            show(program, 7);
            show(program, 3);
            program.window.close();
        }
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 3, patience);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 3, patience);
    }

    void mouseButtons_goBackAndForward()
    {
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        const int first = rowOf(program);
        show(program, 7);
        QTest::mouseClick(program.window.findChild<ArticleList *>()->viewport(), Qt::BackButton);
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), first, patience);
        QTest::mouseClick(program.pane, Qt::ForwardButton);
        QTRY_COMPARE_WITH_TIMEOUT(rowOf(program), 7, patience);
    }

    void hiddenArticle_isOpenedInTheListThatHidesIt_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("what is read is hidden") << u"actionHideRead"_s;
        QTest::newRow("what is unread alone is shown") << u"actionShowUnread"_s;
    }

    void hiddenArticle_isOpenedInTheListThatHidesIt()
    {
        QFETCH(QString, list);
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        show(program, 7);
        const ArticleId there = program.pane->articleId();
        program.action(u"actionMarkRead"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(7)->read, patience);
        show(program, 3);
        program.action(list)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->rowOf(there) < 0, patience);
        show(program, 0);
        program.action(u"actionBack"_s)->trigger(); // to the fourth
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.pane->articleId(), there, patience);
        QVERIFY(rowOf(program) >= 0);
        QVERIFY(program.library.articles()->rowCount() > 1);
        QCOMPARE(program.library.category(), wholeArchive);
    }

    void readArticle_isOpenAfterARestart_data()
    {
        hiddenArticle_isOpenedInTheListThatHidesIt_data();
        QTest::newRow("what is starred alone is shown") << u"actionShowStarred"_s;
    }

    void readArticle_isOpenAfterARestart()
    {
        QFETCH(QString, list);
        QString title;
        {
            TestProgram program(m_home->path());
            program.open(TestProgram::seeds());
            show(program, 3);
            program.action(u"actionStar"_s)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(3)->starred, patience);
            QSignalSpy changed(&program.library, &Library::listChanged);
            program.action(list)->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), patience);
            program.action(u"actionMarkRead"_s)->trigger();
            program.action(u"actionStar"_s)->trigger(); // stays in the list until that is left
            title = program.window.windowTitle();
            program.window.close();
        }
        TestProgram program(m_home->path());
        program.open(TestProgram::seeds());
        QCOMPARE(program.window.windowTitle(), title);
        QTRY_VERIFY_WITH_TIMEOUT(rowOf(program) >= 0, patience); // the list may still be coming
    }

    void place_isFoundAgain_data()
    {
        QTest::addColumn<bool>("restart");
        QTest::newRow("in the same run") << false;
        QTest::newRow("in the next") << true;
    }

    void place_isFoundAgain()
    {
        QFETCH(bool, restart);
        const QString archive = m_home->filePath(u"archive"_s);
        QVERIFY(QDir().mkpath(archive));
        const QByteArray body = QByteArray("<p>a line of text</p>\n").repeated(4000);
        for (const char *name : {"a", "b"}) {
            QFile file(archive + u'/' + QLatin1StringView(name) + u".md"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("---\ntitle: " + QByteArray(name) + "\n---\n\n<div>" + body + "</div>\n");
        }
        auto program = std::make_unique<TestProgram>(m_home->path());
        program->open(archive);
        show(*program, 1);
        QSignalSpy scrolled(program->pane, &WebPane::scrollPositionChanged);
        const auto scroll = [&program] { // a page that has no height yet does not scroll
            program->pane->scrollPage(WebPane::Direction::Forward);
            return program->pane->scrollPosition();
        };
        QTRY_VERIFY_WITH_TIMEOUT(scroll() > 0.001, patience);
        while (scrolled.wait(600)) { // until the engine has come to rest
        }
        const double place = program->pane->scrollPosition();
        show(*program, 0);
        QCOMPARE(program->pane->scrollPosition(), 0.0);
        if (restart) {
            program->window.close();
            program.reset();
            program = std::make_unique<TestProgram>(m_home->path());
            program->open(archive);
        }
        show(*program, 1);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(program->pane->scrollPosition() - place) < 0.01, patience);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestReadingHistory>(argc, argv);
}
#include "tst_readinghistory.moc"
