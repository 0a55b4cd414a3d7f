#include "tests/gui/looks/longwork.h"

#include "app/library/markingwork.h"
#include "tests/gui/fetcharchive.h"
#include "tests/gui/looks/camera.h"
#include "tests/gui/looks/desk.h"
#include "ui/fetchstatus.h"
#include "ui/passstatus.h"

#include <QAction>
#include <QApplication>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace
{

// While the first article of a large archive is still looked for.
void takeFirstPass(Desk &desk, const Camera &camera, const QString &folder)
{
    bool isOver = false;
    QObject listening;
    QObject::connect(&desk.library(), &Library::passFinished, &listening, [&isOver] { isOver = true; });
    desk.window().openPath(folder);
    while (!isOver && !desk.find<QWidget>(u"passBar"_s)->isVisible())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    camera.takeAtOnce(u"first-pass"_s);
    while (!isOver)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

CollectTally fetchTally(int articles)
{
    CollectTally tally;
    tally.articles = 60;
    tally.allArticles = articles;
    tally.pictures = 190;
    tally.fetched = 120;
    return tally;
}

// Until nothing is fetched any more.
void waitForFetching(Desk &desk)
{
    while (desk.action(u"actionStopFetching"_s)->isEnabled())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

}

void takeLongWork(Desk &desk, const Camera &camera)
{
    constexpr int articles = 150;
    constexpr int manyArticles = 1'500; // so many that the program asks before it fetches all their pictures
    desk.find<FetchStatus>()->hide();   // of what was fetched before
    PassProgress progress;
    progress.walking = true;
    progress.done = 4210;
    desk.find<PassStatus>()->showProgress(progress);
    camera.take(u"walking-the-folder"_s);
    progress.walking = false;
    progress.found = 29'591;
    desk.find<PassStatus>()->showProgress(progress);
    camera.take(u"reading-the-folder"_s);
    PassResult read;
    read.articles = progress.found;
    read.complete = true;
    desk.find<PassStatus>()->showResult(read);
    MarkingWork marking;
    marking.articles = 40'000;
    marking.done = 0.4;
    Q_EMIT desk.library().markingProgressed(marking);
    camera.take(u"marking"_s);
    desk.find<PassStatus>()->showProgress(progress);
    desk.find<FetchStatus>()->showProgress(fetchTally(read.articles));
    desk.window().statusBar()->showMessage(desk.action(u"actionFetchList"_s)->statusTip());
    camera.take(u"three-works"_s);
    desk.find<FetchStatus>()->hide();
    desk.find<PassStatus>()->showResult(read);
    Q_EMIT desk.library().markingEnded(marking);
    const QTemporaryDir many;
    writeFetchArchive(many, manyArticles);
    takeFirstPass(desk, camera, fetchArchive(many));
    camera.takeDialog([&desk] { desk.action(u"actionFetchList"_s)->trigger(); }, u"dialog-fetch-question"_s,
                      desk.window());

    const QTemporaryDir home;
    writeFetchArchive(home, articles);
    desk.open(fetchArchive(home));
    desk.find<FetchStatus>()->showProgress(fetchTally(articles));
    camera.take(u"fetching"_s);
    desk.action(u"actionFetchList"_s)->trigger();
    waitForFetching(desk);
    camera.take(u"fetched"_s);
    camera.takeDialog([&desk] { desk.action(u"actionFetchReport"_s)->trigger(); }, u"fetch-report"_s,
                      desk.window());
}
