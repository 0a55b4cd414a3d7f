#include "tests/gui/statuslinetest.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

// How the works are reached and stopped: by Tab, in the menu of the counted; and where the focus goes.
class TestStatusLineKeys final : public StatusLineTest
{
    Q_OBJECT

private Q_SLOTS:
    // By Tab, Space, the arrows and Enter, as any menu.
    void countedWork_isStoppedByKey()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Fetching R&D pictures…"_s, u"Saving the article…"_s,
                            u"Marking 40,000 articles…"_s, u"Reading 4,210 of 29,591 articles…"_s});
        works[1]->begin(u"Saving the article…"_s, BusyStatus::Stopping::Impossible);
        works[3]->begin(u"Reading 4,211 of 29,591 articles…"_s, BusyStatus::Stopping::Possible);
        window.resize(400, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible() && works[3]->isVisible(), patience);
        QCOMPARE(entriesOf(*rest), QStringList({u"Stop: Fetching R&&D pictures…"_s, u"Saving the article…"_s,
                                                u"Stop: Marking 40,000 articles…"_s}));
        works[3]->findChild<QToolButton *>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), rest);

        QList<const BusyStatus *> stopped;
        for (const BusyStatus *work : works)
            connect(work, &BusyStatus::stopWanted, work, [&stopped, work] { stopped << work; });
        QTimer::singleShot(0, rest, [rest] { // the menu waits for its choice
            QWidget *menu = rest->menu();
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
                QTest::keyClick(menu, key);
        });
        QTest::keyClick(rest, Qt::Key_Space);
        QCOMPARE(stopped, QList<const BusyStatus *>({works[2]})); // what cannot be stopped is passed over
    }

    // While one reads in it, works end.
    void menuOfTheCounted_goesWithThem()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Fetching 300 pictures…"_s, u"Saving the pictures…"_s,
                            u"Reading 4,210 of 29,591 articles…"_s});
        window.resize(400, 100);
        window.show();
        auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible() && works[2]->isVisible(), patience);
        QStringList left;
        QTimer::singleShot(0, rest, [&] {
            QTRY_VERIFY_WITH_TIMEOUT(rest->menu()->isVisible(), patience);
            works[1]->end();
            left = entriesOf(*rest);
            QVERIFY(rest->menu()->isVisible());
            works[0]->end();
            QVERIFY(!rest->menu()->isVisible());
        });
        rest->showMenu();
        QCOMPARE(left, QStringList({u"Stop: Fetching 300 pictures…"_s, u"Saving the pictures…"_s}));
        QVERIFY(entriesOf(*rest).isEmpty());
    }

    // Or the hand that is on its way to one of them stops another.
    void entriesOfTheOpenMenu_standStill()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Comparing…"_s, u"Fetching 300 pictures…"_s, u"Saving the pictures…"_s,
                            u"Marking 40,000 articles…"_s, u"Reading 4,210 of 29,591 articles…"_s});
        works[0]->end();
        window.resize(400, 100);
        window.show();
        auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible() && works[4]->isVisible(), patience);
        QList<const BusyStatus *> stopped;
        for (const BusyStatus *work : works)
            connect(work, &BusyStatus::stopWanted, work, [&stopped, work] { stopped << work; });
        QTimer::singleShot(0, rest, [&] {
            QTRY_VERIFY_WITH_TIMEOUT(rest->menu()->isVisible(), patience);
            const auto close = qScopeGuard([rest] { rest->menu()->close(); });
            QAction *aim = rest->menu()->actions().at(2);
            const QRect place = rest->menu()->actionGeometry(aim);
            works[0]->begin(u"Comparing the pictures…"_s, BusyStatus::Stopping::Possible); // folds the fourth
            works[1]->end();
            QVERIFY(!rest->menu()->actions().at(1)->isEnabled());
            QCOMPARE(rest->menu()->actionGeometry(aim).topLeft(), place.topLeft());
            QTest::mouseClick(rest->menu(), Qt::LeftButton, {}, place.center());
            QVERIFY(!rest->menu()->isVisible());
        });
        rest->showMenu();
        QCOMPARE(stopped, QList<const BusyStatus *>({works[2]}));
        QCOMPARE(entriesOf(*rest),
                 QStringList({u"Stop: Saving the pictures…"_s, u"Stop: Marking 40,000 articles…"_s,
                              u"Stop: Reading 4,210 of 29,591 articles…"_s}));
    }

    // Whatever was put in first.
    void tab_goesFromWorkToWorkAsTheEyeDoes()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Fetching…"_s, u"Saving…"_s, u"Marking…"_s, u"Reading…"_s});
        window.resize(900, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        works[3]->findChild<QToolButton *>()->setFocus();
        int before = -1;
        for (int shown = 0; shown < 4; ++shown) {
            const QWidget *stop = QApplication::focusWidget();
            QVERIFY(left(line, *stop) > before);
            before = left(line, *stop);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
    }

    // Not whatever Qt finds next.
    void focusOfWorkThatEnds_goesBack_data()
    {
        QTest::addColumn<std::function<void(BusyStatus &)>>("end");
        const auto row = [](const char *name, const std::function<void(BusyStatus &)> &end) {
            QTest::newRow(name) << end;
        };
        row("it ends", [](BusyStatus &work) { work.end(); });
        row("its button goes",
            [](BusyStatus &work) { work.begin(u"Stopping…"_s, BusyStatus::Stopping::Impossible); });
        row("stopped by key", [](BusyStatus &work) {
            connect(&work, &BusyStatus::stopWanted, &work, &BusyStatus::end);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        });
        row("it is disabled", [](BusyStatus &work) { stopOf(work)->setEnabled(false); });
        row("while another window is active", [](BusyStatus &work) {
            QWidget other;
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other, patience));
            work.end();
            other.close();
            work.window()->activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(work.window(), patience));
        });
    }

    void focusOfWorkThatEnds_goesBack()
    {
        QFETCH(const std::function<void(BusyStatus &)>, end);
        QMainWindow window;
        const QList<QPushButton *> panes = addPanes(window);
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works = addWorks(line, {u"Reading…"_s, u"Marking…"_s});
        window.resize(900, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        panes[1]->setFocus();
        stopOf(*works[1])->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), stopOf(*works[0]));
        const QSignalSpy lost(&line, &StatusLine::focusLost);
        end(*works[0]);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), panes[1], patience);
        QCOMPARE(lost.size(), 0);
    }

    void focusOfTheCount_goesBack()
    {
        QMainWindow window;
        const QList<QPushButton *> panes = addPanes(window);
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Reading the folder…"_s, u"Marking 400 articles…"_s});
        window.resize(400, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible(), patience);
        panes[1]->setFocus();
        rest->setFocus();
        works[0]->end();
        QCOMPARE(QApplication::focusWidget(), panes[1]);

        // Unless that is gone.
        works[0]->begin(u"Reading the folder…"_s, BusyStatus::Stopping::Possible);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible(), patience);
        rest->setFocus();
        panes[1]->hide();
        const QSignalSpy lost(&line, &StatusLine::focusLost);
        works[1]->end();
        QCOMPARE(lost.size(), 1);
    }

    // Where what one was about to stop goes on, and never where Space is another command.
    void focusOfWorkThatIsFolded_goesToTheCount_data()
    {
        QTest::addColumn<bool>("isActive");
        QTest::newRow("in the active window") << true;
        QTest::newRow("while another window is active") << false;
    }

    void focusOfWorkThatIsFolded_goesToTheCount()
    {
        QFETCH(const bool, isActive);
        QMainWindow window;
        const QList<QPushButton *> panes = addPanes(window);
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works = addWorks(line, {u"Marking 40,000 articles…"_s, u"Fetching…"_s});
        works[1]->end();
        window.resize(320, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        panes[1]->setFocus();
        stopOf(*works[0])->setFocus();
        QCOMPARE(QApplication::focusWidget(), stopOf(*works[0]));
        QWidget other;
        if (!isActive) {
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other, patience));
        }
        works[1]->begin(u"Fetching 300 pictures…"_s, BusyStatus::Stopping::Possible);
        QVERIFY(!works[0]->isVisible());
        other.close();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window, patience));
        QCOMPARE(QApplication::focusWidget(), line.findChild<QWidget *>(u"statusRest"_s));
        works[0]->end();
        QCOMPARE(QApplication::focusWidget(), panes[1]);
    }

private:
    static QList<QPushButton *> addPanes(QMainWindow &window)
    {
        auto *panes = new QWidget;
        auto *layout = new QHBoxLayout(panes);
        QList<QPushButton *> buttons;
        for (const QString &name : {u"tree"_s, u"list"_s, u"article"_s}) {
            buttons << new QPushButton(name);
            layout->addWidget(buttons.last());
        }
        window.setCentralWidget(panes);
        return buttons;
    }

    static QToolButton *stopOf(const BusyStatus &work)
    {
        return work.findChild<QToolButton *>(u"busyStop"_s);
    }
};

QTEST_MAIN(TestStatusLineKeys)
#include "tst_statuslinekeys.moc"
