#include "tests/patience.h"
#include "ui/busystatus.h"
#include "ui/fetchstatus.h"
#include "ui/passstatus.h"
#include "ui/statusline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

// How often something is laid out; after a hundred times it is no more, so that the test ends.
class LayoutCounter final : public QObject
{
public:
    bool eventFilter(QObject *, QEvent *event) override
    {
        return event->type() == QEvent::LayoutRequest && ++m_count > 100;
    }

    int take() { return std::exchange(m_count, 0); }

private:
    int m_count = 0;
};

}

class TestStatusLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void message_isShownWhileItLasts()
    {
        StatusLine line;
        line.resize(600, line.sizeHint().height());
        line.show();
        const auto *message = line.findChild<QLabel *>(u"statusMessage"_s);
        QVERIFY(!message->isVisible());
        line.showMessage(u"5 articles marked as read. Ctrl+Z takes it back."_s);
        QVERIFY(message->isVisible());
        QCOMPARE(message->text(), line.currentMessage());
        line.clearMessage();
        QVERIFY(!message->isVisible());
    }

    // Qt lets the message run into them, and stops it in the middle of a letter.
    void messageBesideWorks_sharesTheRoom()
    {
        StatusLine line;
        const QList<BusyStatus *> works = addWorks(line, {u"Marking 5,000 articles…"_s, u"Saving…"_s});
        line.resize(600, line.sizeHint().height());
        line.show();
        line.showMessage(u"What is said here is longer than the room that the works leave to it."_s);
        QCoreApplication::sendPostedEvents();
        const auto *message = line.findChild<QLabel *>(u"statusMessage"_s);
        QVERIFY(message->width() > 80);
        QVERIFY(message->geometry().left() >= 0);
        int before = message->geometry().right();
        for (const BusyStatus *work : {works.last(), works.first()}) { // the newer one is further left
            QVERIFY(left(line, *work) > before);
            QVERIFY(work->width() > 80);
            before = left(line, *work) + work->width();
        }
        QVERIFY(before <= line.width());
    }

    // A few letters of each would say nothing. The newest is the one that Stop stops.
    void worksWithoutRoom_areCounted()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QStringList sentences{u"Reading 4,210 of 29,591 articles…"_s, u"Marking 40,000 articles…"_s,
                                    u"Saving all the pictures of the folder…"_s};
        const QList<BusyStatus *> works = addWorks(line, sentences);
        window.resize(1600, 100);
        window.show();
        const auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(works[0]->isVisible() && works[1]->isVisible() && works[2]->isVisible(),
                                 patience);
        QVERIFY(!rest->isVisible());

        window.resize(500, 100);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible() && works[2]->isVisible(), patience);
        QVERIFY(!works[0]->isVisible() && !works[1]->isVisible());
        QVERIFY(rest->text().contains(u'2'));
        for (const QString &hidden : sentences.first(2)) {
            QVERIFY(rest->toolTip().contains(hidden));
            QVERIFY(rest->accessibleDescription().contains(hidden));
        }
        const auto *sentence = works[2]->findChild<QLabel *>(u"busyText"_s);
        QVERIFY(sentence->width() >= sentence->sizeHint().width() * 2 / 3);

        works[2]->end();
        QTRY_VERIFY_WITH_TIMEOUT(works[1]->isVisible(), patience);
        QVERIFY(rest->text().contains(u'1'));
        works[1]->end();
        QTRY_VERIFY_WITH_TIMEOUT(works[0]->isVisible() && !rest->isVisible(), patience);
        works[1]->begin(sentences[1], BusyStatus::Stopping::Possible); // is the newest now
        QTRY_VERIFY_WITH_TIMEOUT(works[1]->isVisible() && !works[0]->isVisible(), patience);
    }

    // Though it was there before, with what is there to read.
    void passThatBegins_isTheNewest()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        auto *pass = new PassStatus;
        line.insertWork(pass);
        PassResult result;
        result.articles = 29'591;
        pass->showResult(result);
        const BusyStatus *work = addWorks(line, {u"Marking 40,000 articles…"_s}).first();
        window.resize(320, 100);
        window.show();
        const auto *rest = line.findChild<QWidget *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(work->isVisible() && !pass->isVisible(), patience);
        QVERIFY(!rest->isVisible()); // it counts what is under way
        pass->showProgress({});
        QTRY_VERIFY_WITH_TIMEOUT(pass->isVisible() && !work->isVisible(), patience);
        QVERIFY(rest->isVisible());
        pass->showResult(result);
        QTRY_VERIFY_WITH_TIMEOUT(work->isVisible() && !pass->isVisible(), patience);
        QVERIFY(!rest->isVisible());
    }

    // That of the pictures waits until it is put away; the count of articles is always there.
    void resultThatWaits_isShownBeforeTheCount_data()
    {
        QTest::addColumn<bool>("isPassFirst");
        QTest::newRow("the pass ends first") << true;
        QTest::newRow("the pass ends last") << false;
    }

    void resultThatWaits_isShownBeforeTheCount()
    {
        QFETCH(const bool, isPassFirst);
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        auto *pass = new PassStatus;
        line.insertWork(pass);
        QAction pause;
        QAction stop;
        QAction report;
        auto *fetch = new FetchStatus(&pause, &stop, &report);
        line.insertWork(fetch);
        BusyStatus *other = addWorks(line, {u"Marking 40,000 articles…"_s}).first();
        window.resize(320, 100);
        window.show();
        pass->showProgress({});
        fetch->showProgress({});
        PassResult articles;
        articles.articles = 29'591;
        if (isPassFirst)
            pass->showResult(articles);
        fetch->showResult({}, CollectEnd::Done);
        if (!isPassFirst)
            pass->showResult(articles);
        QTRY_VERIFY_WITH_TIMEOUT(other->isVisible(), patience);
        other->end();
        QTRY_VERIFY_WITH_TIMEOUT(fetch->isVisible(), patience);
        QVERIFY(!pass->isVisible());
        fetch->hide();
        QTRY_VERIFY_WITH_TIMEOUT(pass->isVisible(), patience);
    }

    // A folded one that is shorter now is not laid out, and so would not be folded anew.
    void resultsOfTheFolded_areMeasuredAtOnce()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        QAction pause;
        QAction stop;
        QAction report(u"Report"_s);
        auto *fetch = new FetchStatus(&pause, &stop, &report);
        line.insertWork(fetch);
        auto *pass = new PassStatus;
        line.insertWork(pass);
        addWorks(line, {u"Saving…"_s});
        window.show();
        PassProgress reading;
        reading.done = 4'210;
        reading.found = 29'591;
        for (int width = 1400; width >= 300; width -= 5) {
            window.resize(width, 100);
            QCoreApplication::sendPostedEvents();
            pass->showProgress(reading);
            fetch->showProgress({});
            pass->showResult({});
            QVERIFY2(isFoldedAsItIs(line, *pass), qPrintable(QString::number(width)));
            fetch->showResult({}, CollectEnd::Done);
            QVERIFY2(isFoldedAsItIs(line, *fetch), qPrintable(QString::number(width)));
        }
    }

    // Though nobody sees how they go on.
    void sentencesOfTheCounted_areThoseOfNow()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Reading 4,210 of 29,591 articles…"_s, u"Saving all the pictures…"_s});
        window.resize(400, 100);
        window.show();
        const auto *rest = line.findChild<QToolButton *>(u"statusRest"_s);
        QTRY_VERIFY_WITH_TIMEOUT(rest->isVisible(), patience);
        works[0]->begin(u"Reading 20,000 of 29,591 articles…"_s, BusyStatus::Stopping::Possible);
        QVERIFY(!works[0]->isVisible());
        for (const QString &said :
             {rest->toolTip(), rest->accessibleDescription(), entriesOf(*rest).join(u'\n')})
            QVERIFY2(said.contains(u"20,000"_s), qPrintable(said));
        QVERIFY(rest->accessibleName().contains(u'1'));
    }

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

    // Whichever are shown: none is squeezed for the sake of another.
    void sentencesShown_canBeRead()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Short…"_s, u"Saving all the pictures that are stored in one folder…"_s,
                            u"Marking 40,000 articles…"_s});
        window.show();
        line.showMessage(u"What is said here is longer than the room that the works leave to it."_s);
        for (int width = 1400; width >= 500; width -= 20) {
            window.resize(width, 100);
            QCoreApplication::sendPostedEvents();
            QCOMPARE(line.width(), width);
            for (const BusyStatus *work : works) {
                const auto *sentence = work->findChild<QLabel *>(u"busyText"_s);
                QVERIFY2(!work->isVisible() || sentence->width() >= sentence->sizeHint().width() * 3 / 5,
                         qPrintable(u"%1 at %2"_s.arg(sentence->text()).arg(width)));
            }
        }
    }

    // Nor does it lie over a work's Stop, whatever the message takes.
    void count_hasRoomOfItsOwn()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works =
            addWorks(line, {u"Reading 4,210 of 29,591 articles…"_s,
                            u"Saving all the pictures of the folder…"_s, u"Marking 40,000 articles…"_s});
        window.show();
        line.showMessage(u"What is said here is longer than the room that the works leave to it."_s);
        const auto *rest = line.findChild<QWidget *>(u"statusRest"_s);
        LayoutCounter layouts;
        line.installEventFilter(&layouts);
        int counted = 0;
        for (int width = 1400; width >= 300; --width) {
            window.resize(width, 100);
            for (int turn = 0; turn < 5; ++turn) {
                layouts.take();
                QCoreApplication::sendPostedEvents();
            }
            QVERIFY2(layouts.take() == 0, qPrintable(QString::number(width)));
            if (!rest->isVisible())
                continue;
            ++counted;
            QVERIFY2(rest->width() >= rest->sizeHint().width() && line.rect().contains(rest->geometry()),
                     qPrintable(QString::number(width)));
            for (const BusyStatus *work : works) {
                QVERIFY2(!work->isVisible() || left(line, *work) + work->width() <= rest->x(),
                         qPrintable(QString::number(width)));
            }
        }
        QVERIFY(counted > 0);
    }

    // However wide: the eye finds what belongs together.
    void sentence_standsBesideItsBar()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works = addWorks(line, {u"Saving…"_s, u"Marking 40,000 articles…"_s});
        window.resize(1600, 100);
        window.show();
        QCoreApplication::sendPostedEvents();
        for (const BusyStatus *work : works) {
            QVERIFY(work->isVisible());
            QCOMPARE(work->width(), work->sizeHint().width());
        }
    }

    // However narrow: cut, with the whole in its tool tip.
    void oneWork_isAlwaysShown()
    {
        QMainWindow window;
        auto &line = *new StatusLine;
        window.setStatusBar(&line);
        const QList<BusyStatus *> works = addWorks(line, {u"Marking 40,000 articles…"_s});
        window.resize(120, 100);
        window.show();
        QCoreApplication::sendPostedEvents();
        QVERIFY(works[0]->isVisible());
        QVERIFY(!line.findChild<QWidget *>(u"statusRest"_s)->isVisible());
        QVERIFY(line.minimumSizeHint().width() < 400); // nor does it keep the window wide
    }

private:
    static QList<BusyStatus *> addWorks(StatusLine &line, const QStringList &sentences)
    {
        QList<BusyStatus *> works;
        for (const QString &sentence : sentences) {
            works << new BusyStatus;
            line.insertWork(works.last());
            works.last()->begin(sentence, BusyStatus::Stopping::Possible);
        }
        return works;
    }

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

    // Folding once more does not bring or take it.
    static bool isFoldedAsItIs(StatusLine &line, const QWidget &work)
    {
        const bool before = work.isVisible();
        QEvent again(QEvent::LayoutRequest);
        QCoreApplication::sendEvent(&line, &again);
        return work.isVisible() == before;
    }

    static QToolButton *stopOf(const BusyStatus &work)
    {
        return work.findChild<QToolButton *>(u"busyStop"_s);
    }

    static QStringList entriesOf(const QToolButton &rest)
    {
        QStringList entries;
        for (const QAction *entry : rest.menu()->actions()) {
            if (entry->isVisible())
                entries << entry->text();
        }
        return entries;
    }

    static int left(const StatusLine &line, const QWidget &work)
    {
        return work.mapTo(&line, QPoint(0, 0)).x();
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
