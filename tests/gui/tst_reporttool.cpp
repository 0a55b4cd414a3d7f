#include "tests/testfolders.h"
#include "ui/reporttool.h"

#include "app/library/library.h"
#include "tests/patience.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"
#include "ui/listheading.h"
#include "ui/reportdialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{

// The panes that the tool works with, without the page.
struct Window {
    explicit Window(const QString &home)
        : library({home + u"/data"_s, home + u"/cache"_s})
    {
        auto *row = new QHBoxLayout(&widget);
        row->addWidget(tree);
        row->addWidget(heading);
        row->addWidget(list);
        tree->setModel(library.categories());
        list->setArticleModel(library.articles());
        new ReportTool({&action, tree, heading, list}, library, &widget);
        leave.setShortcut(Qt::Key_Escape);
        widget.addAction(&leave);
        heading->setLeaveAction(&leave);
        widget.resize(900, 600);
        widget.show();
        library.openArchive(seedsFolder());
    }

    ReportDialog *dialog() const { return widget.findChild<ReportDialog *>(); }
    int rows() const { return library.articles()->rowCount(); }
    QString text() const { return heading->findChild<QLabel *>(u"headingText"_s)->text(); }

    QAction action;
    QAction leave;
    Library library;
    QWidget widget;
    CategoryTree *tree = new CategoryTree(&widget);
    ListHeading *heading = new ListHeading(&widget);
    ArticleList *list = new ArticleList(&widget);
};

}

class TestReportTool final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<Window>(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->library.isPassRunning(), patience);
        QVERIFY(QTest::qWaitForWindowActive(&m_window->widget, patience));
        m_all = m_window->rows();
    }

    void cleanup() { m_window.reset(); }

    void action_opensOneDialog()
    {
        m_window->action.trigger();
        m_window->action.trigger();
        QCOMPARE(m_window->widget.findChildren<ReportDialog *>().size(), 1);
        QVERIFY(m_window->dialog()->isVisible() && !m_window->dialog()->isModal());
        m_window->dialog()->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->dialog(), patience);
        m_window->action.trigger();
        QVERIFY(m_window->dialog());
    }

    void articles_areListedAndEscGoesBack()
    {
        want({"notes/walking-slowly.md", "notes/old-site/lighthouse-keeping.html"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 2, patience);
        QVERIFY(m_window->heading->isVisible());
        QVERIFY(m_window->text().contains(u"No date"_s) && m_window->text().contains(u"2"_s));
        QVERIFY(!m_window->list->currentIndex().isValid());
        m_window->widget.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->list->hasFocus(), patience);
        QTest::keyClick(m_window->list, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), m_all, patience);
        QVERIFY(!m_window->heading->isVisible());
    }

    void oneArticle_isOpened()
    {
        want({"notes/walking-slowly.md"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->list->currentIndex().row(), 0, patience);
    }

    void anyCategory_leavesThem()
    {
        want({"notes/walking-slowly.md"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 1, patience);
        // The category that is current already.
        const QModelIndex top = m_window->tree->model()->index(0, 0);
        QTest::mouseClick(m_window->tree->viewport(), Qt::LeftButton, {},
                          m_window->tree->visualRect(top).center());
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), m_all, patience);
        QVERIFY(!m_window->heading->isVisible());
    }

    void backButton_leavesThem()
    {
        want({"notes/walking-slowly.md"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 1, patience);
        QTest::mouseClick(m_window->heading->findChild<QToolButton *>(u"headingBack"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), m_all, patience);
    }

    void leaveCommand_isThereWhileTheyAre()
    {
        QVERIFY(!m_window->leave.isEnabled());
        want({"notes/walking-slowly.md"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 1, patience);
        QVERIFY(m_window->leave.isEnabled());
        m_window->leave.trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), m_all, patience);
        QVERIFY(!m_window->leave.isEnabled());
    }

    void anotherArchive_closesTheDialog()
    {
        want({"notes/walking-slowly.md"});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->rows(), 1, patience);
        m_window->library.openArchive(m_home->path());
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->dialog(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->heading->isVisible(), patience);
    }

    // Whose table is still being saved, and which therefore stays until that is done.
    void reportOfAnotherArchive_isAnotherReport()
    {
        m_window->action.trigger();
        const QPointer<ReportDialog> first = m_window->dialog();
        QTRY_VERIFY_WITH_TIMEOUT(!first->findChild<QWidget *>(u"reportProgressRow"_s)->isVisible(), patience);
        for (QWidget *shown : std::initializer_list<QWidget *>{&m_window->widget, first})
            shown->setUpdatesEnabled(false); // for the threads that are held here paint, too
        QThreadPool *threads = QThreadPool::globalInstance();
        threads->waitForDone();
        const int usual = threads->maxThreadCount();
        threads->setMaxThreadCount(1);
        QSemaphore goesOn;
        threads->start([&goesOn] { goesOn.acquire(); });
        first->saveTable(m_home->filePath(u"report.csv"_s));
        m_window->library.openArchive(m_home->path());
        const bool isOther =
            QTest::qWaitFor([this, first] { return first->root() != m_window->library.root(); }, patience);
        goesOn.release();
        threads->setMaxThreadCount(usual);
        QVERIFY(isOther && first);
        m_window->action.trigger(); // before any event says that it is saved
        const QList<ReportDialog *> dialogs = m_window->widget.findChildren<ReportDialog *>();
        QCOMPARE(dialogs.size(), 2);
        QCOMPARE(dialogs.last()->root(), m_window->library.root());
        QTRY_VERIFY_WITH_TIMEOUT(!first, patience);
        QVERIFY(QFile::exists(m_home->filePath(u"report.csv"_s)));
        QVERIFY(m_window->dialog() && m_window->dialog()->isVisible());
    }

private:
    void want(const QList<QByteArray> &paths)
    {
        m_window->action.trigger();
        Q_EMIT m_window->dialog()->articlesWanted(paths, u"No date"_s);
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Window> m_window;
    int m_all = 0;
};

QTEST_MAIN(TestReportTool)

#include "tst_reporttool.moc"
