#include "tests/gui/looks/longwork.h"

#include "tests/gui/fetcharchive.h"
#include "tests/gui/looks/camera.h"
#include "tests/gui/looks/desk.h"
#include "ui/fetchstatus.h"
#include "ui/passstatus.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;

namespace
{

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
    PassProgress progress;
    progress.done = 4210;
    progress.found = 29'591;
    desk.find<PassStatus>()->showProgress(progress);
    camera.take(u"reading-the-folder"_s);

    const QTemporaryDir home;
    writeFetchArchive(home, articles);
    desk.open(fetchArchive(home));
    CollectTally tally;
    tally.articles = 60;
    tally.allArticles = articles;
    tally.pictures = 190;
    tally.fetched = 120;
    desk.find<FetchStatus>()->showProgress(tally);
    camera.take(u"fetching"_s);
    desk.action(u"actionFetchList"_s)->trigger();
    waitForFetching(desk);
    camera.take(u"fetched"_s);
    camera.takeDialog([&desk] { desk.action(u"actionFetchReport"_s)->trigger(); }, u"fetch-report"_s,
                      desk.window());
}
