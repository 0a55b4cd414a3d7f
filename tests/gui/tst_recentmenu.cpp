#include "ui/recentmenu.h"

#include "tests/patience.h"

#include <QMainWindow>
#include <QMenuBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRecentMenu final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
        m_window = std::make_unique<QMainWindow>();
        m_window->statusBar(); // makes it
        m_menu = m_window->menuBar()->addMenu(u"&File"_s)->addMenu(u"Open &Recent"_s);
        m_recent = new RecentMenu(m_menu, new QAction(u"&Clear"_s, m_window.get()), *m_settings);
    }

    void cleanup() { m_window.reset(); }

    void noFolder_isSaid()
    {
        Q_EMIT m_menu->aboutToShow();
        const QAction *sentence = m_menu->actions().first();
        QVERIFY(!sentence->isEnabled());
        QVERIFY(!sentence->objectName().isEmpty());
        QVERIFY(!sentence->statusTip().isEmpty());
        QVERIFY(!sentence->icon().isNull());
    }

    void folder_isChosenByKey()
    {
        m_settings->addRecentFolder(u"/archives/one"_s);
        m_settings->addRecentFolder(u"/archives/two"_s);
        const QSignalSpy chosen(m_recent, &RecentMenu::chosen);
        show(Qt::LeftToRight);
        QTest::keyClick(m_menu, Qt::Key_Down);
        QTest::keyClick(m_menu, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), m_settings->recentFolders().at(1));
    }

    // Both its ends tell what it is.
    void longPath_isCutInItsMiddle()
    {
        const QString folder = u"/archives/"_s + QString(400, u'x') + u"/garden"_s;
        m_settings->addRecentFolder(folder);
        show(Qt::LeftToRight);
        const QAction *entry = m_menu->actions().first();
        QVERIFY(entry->text().startsWith(u"/archives"_s) && entry->text().endsWith(u"garden"_s));
        QVERIFY(m_menu->sizeHint().width() < m_window->screen()->availableSize().width());
        QVERIFY(entry->statusTip().contains(folder));
    }

    // As where it hangs on the menu bar.
    void entry_isToldInTheStatusBar()
    {
        m_settings->addRecentFolder(u"/archives/one"_s);
        m_settings->addRecentFolder(u"/archives/two"_s);
        show(Qt::LeftToRight);
        QCOMPARE(m_window->statusBar()->currentMessage(), m_menu->actions().first()->statusTip());
        QTest::keyClick(m_menu, Qt::Key_Down);
        QCOMPARE(m_window->statusBar()->currentMessage(), m_menu->actions().at(1)->statusTip());
        QTest::keyClick(m_menu, Qt::Key_Escape);
        QCOMPARE(m_window->statusBar()->currentMessage(), QString());
    }

    void key_opensWhereTheBarBegins_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<int>("folders");
        for (const int folders : {0, 1}) {
            QTest::addRow("from the left, %d", folders) << Qt::LeftToRight << folders;
            QTest::addRow("from the right, %d", folders) << Qt::RightToLeft << folders;
        }
    }

    void key_opensWhereTheBarBegins()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QFETCH(const int, folders);
        for (int i = 0; i < folders; ++i)
            m_settings->addRecentFolder(u"/archives/of a name that is a good deal longer than any other"_s);
        show(direction);
        const QMenuBar *bar = m_window->menuBar();
        const QRect place(bar->mapToGlobal(QPoint(0, 0)), bar->size());
        QCOMPARE(m_menu->y(), place.bottom() + 1);
        if (direction == Qt::LeftToRight)
            QCOMPARE(m_menu->x(), place.left());
        else
            QCOMPARE(m_menu->geometry().right(), place.right());
    }

private:
    // Well within the screen: Qt moves what would reach over its edge.
    void show(Qt::LayoutDirection direction)
    {
        const QRect screen = m_window->screen()->availableGeometry();
        m_window->setLayoutDirection(direction);
        m_window->setGeometry(QRect(screen.topLeft() + QPoint(20, 20), screen.size() - QSize(40, 200)));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get(), patience));
        m_menu->menuAction()->trigger();
        QVERIFY(m_menu->isVisible());
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QMainWindow> m_window;
    QMenu *m_menu = nullptr;
    RecentMenu *m_recent = nullptr;
};

QTEST_MAIN(TestRecentMenu)
#include "tst_recentmenu.moc"
