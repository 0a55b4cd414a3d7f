#include "figures.h"
#include "markedarchive.h"
#include "waiting.h"

#include "app/library/bulkmarking.h"
#include "app/library/library.h"
#include "ui/articlelist.h"
#include "ui/categorytree.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

// bench_held N: how long the window's thread is held at most, and so answers to no key, in an archive of N
// articles with tree and list on the screen. Prints "name value" lines: milliseconds of the longest event
// while somebody opens the archive, marks one article, marks all, takes that back, opens the unread, stars
// all one by one; the same in processor time (…Work), which a busy machine does not lengthen; and
// `rowsBehindBulk`, how long an answer takes at most while all are being starred.

namespace
{

constexpr int patience = 240'000; // milliseconds

double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Measures every event that the event loop of the windows' thread hands out.
class WatchedApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    double longest = 0;     // milliseconds
    double longestWork = 0; // milliseconds of processor time

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0 || QThread::currentThread() != thread()) // the library's threads come by here, too
            return QApplication::notify(receiver, event);
        const double work = processorTime();
        QElapsedTimer clock;
        clock.start();
        ++m_depth;
        const bool isTaken = QApplication::notify(receiver, event);
        --m_depth;
        longest = std::max(longest, static_cast<double>(clock.nsecsElapsed()) / 1e6);
        longestWork = std::max(longestWork, processorTime() - work);
        return isTaken;
    }

private:
    int m_depth = 0;
};

struct Bench {
    WatchedApplication &application;
    Library &library;
    Figures figures;

    int unread() const { return library.categories()->index(0, 0).data(CategoryModel::UnreadRole).toInt(); }

    void measure(const QByteArray &name, const std::function<void()> &act,
                 const std::function<bool()> &isOver)
    {
        application.longest = application.longestWork = 0;
        act();
        if (!waitFor(isOver, patience)) {
            std::fprintf(stderr, "bench_held: %s does not end\n", name.constData());
            std::exit(1);
        }
        constexpr int echo = 300; // milliseconds in which the views are painted
        pause(echo);
        figures.add(name, application.longest);
        figures.add(name + "Work", application.longestWork);
    }
};

void measureAll(Bench &bench, const QString &folder, int articles)
{
    Library &library = bench.library;
    const QSignalSpy finished(&library, &Library::passFinished);
    bench.measure(
        "heldOpen", [&] { library.openArchive(folder); },
        [&] { return !finished.isEmpty() && library.articles()->rowCount() == articles; });
    const int unread = bench.unread();
    bench.measure(
        "heldMarkOne", [&] { library.setRead(*library.articles()->article(1), true); },
        [&] { return bench.unread() == unread - 1; });
    bench.measure(
        "heldMarkAll", [&] { library.markPart(ListPart::Whole, 0); }, [&] { return bench.unread() == 0; });
    bench.measure(
        "heldUndo", [&] { library.undoMarking(); }, [&] { return bench.unread() == unread - 1; });
    bench.measure(
        "heldUnread", [&] { library.showView(ArticleView::Unread); },
        [&] { return library.articles()->rowCount() == unread - 1; });
}

// Somebody reads on while all that is unread is being starred.
void measureBulk(Bench &bench)
{
    Library &library = bench.library;
    const Identity wanted = library.articles()->article(0)->head.identity;
    double longest = 0; // milliseconds until an answer came
    QElapsedTimer asked;
    QObject::connect(&library, &Library::articleLocated, &library, [&] {
        longest = std::max(longest, static_cast<double>(asked.nsecsElapsed()) / 1e6);
        asked.start();
        library.locate(wanted);
    });
    const QSignalSpy changed(&library, &Library::marksChanged);
    QElapsedTimer whole;
    whole.start();
    bench.measure(
        "heldBulk",
        [&] {
            library.mark(Marking::Starred,
                         library.articles()->idsBetween(0, library.articles()->rowCount() - 1));
            asked.start();
            library.locate(wanted);
        },
        [&] { return !changed.isEmpty(); });
    bench.figures.add("rowsBehindBulk", longest);
    bench.figures.add("bulk", static_cast<double>(whole.elapsed()));
    QObject::disconnect(&library, &Library::articleLocated, &library, nullptr);
}

void fill(const QTemporaryDir &home, const QString &folder, int articles)
{
    QString error;
    Catalog catalog;
    Marks marks;
    demand(catalog.open(catalogFile(home.filePath(u"cache"_s), QFile::encodeName(folder)), &error), error);
    demand(marks.open(marksFile(home.filePath(u"data"_s)), &error), error);
    fillMarkedArchive(catalog, marks, articles);
}

}

int main(int argc, char *argv[])
{
    WatchedApplication application(argc, argv);
    const int articles = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    if (articles <= 0) {
        std::fprintf(stderr, "usage: bench_held N\n");
        return 2;
    }
    const QTemporaryDir home;
    const QString folder = home.filePath(u"away"_s); // a folder that is not there keeps the list
    fill(home, folder, articles);

    Library library({home.filePath(u"data"_s), home.filePath(u"cache"_s)});
    QWidget window;
    auto *tree = new CategoryTree(&window);
    auto *list = new ArticleList(&window);
    tree->setCategoryModel(library.categories());
    tree->setExpanded(library.categories()->index(0, 0), true);
    list->setArticleModel(library.articles());
    auto *layout = new QHBoxLayout(&window);
    layout->addWidget(tree);
    layout->addWidget(list);
    window.resize(1180, 760);
    window.show();

    Bench bench{application, library, {}};
    measureAll(bench, folder, articles);
    measureBulk(bench);
    bench.figures.print();
    return 0;
}
