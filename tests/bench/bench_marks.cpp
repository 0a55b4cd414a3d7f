#include "figures.h"
#include "markedarchive.h"

#include "app/library/categoryreader.h"
#include "app/library/listreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

// bench_marks N: what marking costs in an archive of N articles in 1,000 categories, every tenth read one by
// one, beside the SQL that does the least work for the same end, in the same files. Prints "name value"
// lines: medians of five rounds in milliseconds.

namespace
{

constexpr int rounds = 5;

QDateTime now()
{
    return markedArchiveNow();
}

template <typename Work>
double milliseconds(const Work &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void measureMarking(Marks &marks, Database &bare, Figures *figures)
{
    QString error;
    quint64 next = 1;
    demand(bare.execute(u"CREATE TABLE bare(identity INTEGER PRIMARY KEY, read INTEGER)"_s, &error), error);
    Statement insert(bare, u"INSERT INTO bare VALUES(?,1)"_s);
    for (int round = 0; round < rounds * 10; ++round) {
        figures->add("markOne", milliseconds([&] {
                         demand(marks.set(Marking::Read, {Identity{++next}}, now(), &error), error);
                     }));
        figures->add("bareMark", milliseconds([&] {
                         demand(insert.bind(static_cast<qint64>(next)).execute(&error), error);
                     }));
    }
    for (int round = 0; round < rounds; ++round) {
        figures->add("markAll", milliseconds([&] {
                         demand(marks.addHorizon({u"/archive"_s, {}}, {}, now(), &error), error);
                     }));
        demand(marks.undo(now(), &error).has_value(), error);
    }
}

void measureReading(const QString &catalogue, const QString &marks, Database &bare, Figures *figures)
{
    QString error;
    CategoryReader categories(QTimeZone::utc(), &now);
    ListReader lists(QTimeZone::utc(), &now);
    categories.openCatalogue(1, catalogue, marks, u"/archive"_s);
    lists.openCatalogue(1, catalogue);
    lists.attachMarks(1, catalogue, marks, u"/archive"_s);
    QElapsedTimer timer;
    double first = -1; // milliseconds until the first answer
    QObject::connect(&lists, &ListReader::listFound, &lists, [&] {
        if (first < 0)
            first = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    });
    for (int round = 0; round < rounds; ++round) {
        figures->add("counts", milliseconds([&] { categories.readCategories(1); }));
        figures->add("bareCounts", milliseconds([&] {
                         Statement count(bare, u"SELECT a.category, count(*) FROM marks.marks m CROSS JOIN"
                                               " catalogue.articles a ON a.identity=m.identity WHERE m.read"
                                               " GROUP BY a.category"_s);
                         for (bool more = count.execute(&error); more && count.next();) {
                         }
                     }));
        first = -1;
        ListRequest request;
        request.number = static_cast<quint64>(round) + 1;
        request.isFresh = true;
        request.view = ArticleView::Unread;
        timer.start();
        lists.readList(request);
        figures->add("unreadView", static_cast<double>(timer.nsecsElapsed()) / 1e6);
        figures->add("unreadFirst", first);
        figures->add("bareList", milliseconds([&] {
                         Statement all(bare, u"SELECT id FROM catalogue.articles ORDER BY sort_ms DESC"_s);
                         for (bool more = all.execute(&error); more && all.next();) {
                         }
                     }));
    }
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    if (count <= 0) {
        std::fprintf(stderr, "usage: bench_marks N\n");
        return 2;
    }
    QString error;
    const QTemporaryDir folder;
    const QString catalogueFile = folder.filePath(u"catalogue.sqlite"_s);
    Catalog catalog;
    Marks marks;
    Database bare, reading;
    demand(catalog.open(catalogueFile, &error), error);
    demand(marks.open(marksFile(folder.path()), &error), error);
    fillMarkedArchive(catalog, marks, count);
    demand(bare.open(folder.filePath(u"bare.sqlite"_s), DatabaseUse::Precious, &error), error);
    demand(reading.open(u":memory:"_s, DatabaseUse::Reading, &error) &&
               reading.attach(marks.databaseName(), u"marks"_s, &error) &&
               reading.attach(catalogueFile, u"catalogue"_s, &error),
           error);
    Figures figures;
    measureMarking(marks, bare, &figures);
    measureReading(catalogueFile, marks.databaseName(), reading, &figures);
    figures.print();
    return 0;
}
