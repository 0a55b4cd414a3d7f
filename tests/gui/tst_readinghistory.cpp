#include "ui/readinghistory.h"

#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/enginesetup.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/webpane.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds; a deadline, never a wait: the machine may be busy

namespace
{
// The whole program but main(), with folders of its own.
struct Program {
    explicit Program(const QString &home, const QString &archive = QStringLiteral(LECTERN_SEEDS))
        : settings(home + u"/settings.ini"_s)
        , images(home + u"/pictures"_s, NetworkUse::Never)
        , library({home + u"/data"_s, home + u"/cache"_s})
        , window(library, settings, images, QStringLiteral(LECTERN_SEEDS))
    {
        window.resize(1180, 760);
        window.show();
        window.openPath(archive);
    }

    bool isReady() const { return !library.isPassRunning() && pane->hasArticle() && visible.size() > 0; }
    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }
    int row() const { return library.articles()->rowOf(pane->articleId()); }
    void show(int row)
    {
        const auto shown = visible.size();
        window.findChild<ArticleList *>()->setCurrentIndex(library.articles()->index(row));
        QTRY_VERIFY_WITH_TIMEOUT(visible.size() > shown && pane->articleId() == library.articles()->idAt(row),
                                 patience);
    }

    Settings settings;
    ImageThread images;
    Library library;
    MainWindow window;
    WebPane *pane = window.findChild<WebPane *>();
    QSignalSpy visible{pane, &WebPane::articleVisible};
};
}

class TestReadingHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void backAndForward_followWhatWasOpened()
    {
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QVERIFY(!program.action(u"actionBack"_s)->isEnabled());
        const int first = program.row();
        program.show(7);
        program.show(3);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), first, patience);
        QVERIFY(!program.action(u"actionBack"_s)->isEnabled());
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
        program.show(5); // what was ahead is forgotten
        QVERIFY(!program.action(u"actionForward"_s)->isEnabled());
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
    }

    void twoSteps_fasterThanTheAnswers()
    {
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        for (const int row : {7, 3, 5})
            program.show(row);
        program.action(u"actionBack"_s)->trigger();
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
        program.action(u"actionForward"_s)->trigger();
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 5, patience);
    }

    void back_leadsOutOfTheCategory()
    {
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        const int all = program.library.articles()->rowCount();
        program.show(all - 1);
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
        program.show(0);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.window.windowTitle(), title, patience); // or that of a copy
    }

    void way_isThereAfterARestart()
    {
        {
            Program program(m_home->path());
            QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
            program.show(7);
            program.show(3);
            program.window.close();
        }
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 3, patience);
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
        program.action(u"actionForward"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 3, patience);
    }

    void mouseButtons_goBackAndForward()
    {
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        const int first = program.row();
        program.show(7);
        QTest::mouseClick(program.window.findChild<ArticleList *>()->viewport(), Qt::BackButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), first, patience);
        QTest::mouseClick(program.pane, Qt::ForwardButton);
        QTRY_COMPARE_WITH_TIMEOUT(program.row(), 7, patience);
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
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        program.show(7);
        const ArticleId there = program.pane->articleId();
        program.action(u"actionMarkRead"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->article(7)->read, patience);
        program.show(3);
        program.action(list)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(program.library.articles()->rowOf(there) < 0, patience);
        program.show(0);
        program.action(u"actionBack"_s)->trigger(); // to the fourth
        program.action(u"actionBack"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(program.pane->articleId(), there, patience);
        QVERIFY(program.row() >= 0);
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
            Program program(m_home->path());
            QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
            program.show(3);
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
        Program program(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(program.isReady(), patience);
        QCOMPARE(program.window.windowTitle(), title);
        QTRY_VERIFY_WITH_TIMEOUT(program.row() >= 0, patience); // the list may still be coming
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
        auto program = std::make_unique<Program>(m_home->path(), archive);
        QTRY_VERIFY_WITH_TIMEOUT(program->isReady(), patience);
        program->show(1);
        QSignalSpy scrolled(program->pane, &WebPane::scrollPositionChanged);
        const auto scroll = [&program] { // a page that has no height yet does not scroll
            program->pane->scrollPage(WebPane::Direction::Forward);
            return program->pane->scrollPosition();
        };
        QTRY_VERIFY_WITH_TIMEOUT(scroll() > 0.001, patience);
        while (scrolled.wait(600)) { // until the engine has come to rest
        }
        const double place = program->pane->scrollPosition();
        program->show(0);
        QCOMPARE(program->pane->scrollPosition(), 0.0);
        if (restart) {
            program->window.close();
            program.reset();
            program = std::make_unique<Program>(m_home->path(), archive);
            QTRY_VERIFY_WITH_TIMEOUT(program->isReady(), patience);
        }
        program->show(1);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(program->pane->scrollPosition() - place) < 0.01, patience);
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window))
        return refused;
    QApplication application(argc, argv);
    TestReadingHistory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_readinghistory.moc"
