#include "tests/gui/statuslinetest.h"
#include "ui/fetchstatus.h"
#include "ui/passstatus.h"

#include <QAction>
#include <QLabel>

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

// Which works are shown, how wide, and what the count says of the others.
class TestStatusLine final : public StatusLineTest
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
    // Folding once more does not bring or take it.
    static bool isFoldedAsItIs(StatusLine &line, const QWidget &work)
    {
        const bool before = work.isVisible();
        QEvent again(QEvent::LayoutRequest);
        QCoreApplication::sendEvent(&line, &again);
        return work.isVisible() == before;
    }
};

QTEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
