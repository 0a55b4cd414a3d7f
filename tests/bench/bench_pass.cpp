#include "barefiles.h"
#include "figures.h"
#include "waiting.h"

#include "app/archive/frontmatterspan.h"
#include "app/archive/scanner.h"
#include "app/archive/textdecoding.h"
#include "app/catalog/catalog.h"
#include "app/library/library.h"
#include "app/library/listquery.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

#include <yaml-cpp/yaml.h>

#include <atomic>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

// bench_pass FOLDER [ROUNDS]: what a pass over an archive costs, beside what the system and yaml-cpp alone
// need for the same files. Prints "name value" lines, milliseconds but for `files`; medians of the rounds.
// The system's cache is warm: the first bare read is thrown away. Nothing is shown, so this is Library alone;
// the catalogue is written to a fresh folder below TMPDIR.

namespace
{

// All that a pass may use: the indexer's own pool has this many threads.
const int allThreads = QThread::idealThreadCount();

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

// The blocks between the marks, decoded, as frontmatter.cpp hands them to yaml-cpp.
std::vector<std::string> frontMatters(const QByteArray &folder)
{
    std::vector<std::string> blocks;
    scanArchive(folder, 1000, [&](const QList<FileEntry> &entries) {
        for (const FileEntry &entry : entries) {
            QFile file(QFile::decodeName(folder + '/' + entry.path));
            if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
                continue;
            const QByteArray bytes = file.read(4096);
            const QString text = decodeText(bytes, guessEncoding(bytes).encoding);
            const FrontMatterSpan span = findFrontMatter(text, file.atEnd());
            if (span.state == FrontMatterSpan::State::Closed && span.kind == FrontMatterSpan::Kind::Yaml)
                blocks.push_back(text.mid(span.begin, span.end - span.begin).toStdString());
        }
        return true;
    });
    return blocks;
}

void parseAll(const std::vector<std::string> &blocks, int threads)
{
    std::atomic<size_t> next = 0;
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back([&] {
            for (size_t at = next++; at < blocks.size(); at = next++) {
                try {
                    const YAML::Node node = YAML::Load(blocks[at]);
                } catch (const YAML::Exception &) {
                    continue; // titles that are not YAML
                }
            }
        });
    }
}

void waitForPass(Library &library, const std::function<void()> &begin)
{
    QEventLoop loop;
    QObject::connect(&library, &Library::passFinished, &loop, &QEventLoop::quit);
    begin();
    loop.exec();
}

struct Opening {
    double firstRows = 0;
    double pass = 0;
};

Opening open(Library &library, const QString &folder)
{
    Opening opening;
    QElapsedTimer timer;
    timer.start();
    QObject::connect(&library, &Library::listChanged, &library, [&] {
        if (opening.firstRows != 0 || library.articles()->rowCount() == 0)
            return;
        opening.firstRows = double(timer.nsecsElapsed()) / 1e6;
        library.rowsShown();
    });
    waitForPass(library, [&] { library.openArchive(folder); });
    opening.pass = double(timer.nsecsElapsed()) / 1e6;
    library.disconnect(&library);
    return opening;
}

// Of all threads of this process, in milliseconds.
double processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

// The processor time as well: on a busy machine it says more.
void measure(Figures &figures, const QByteArray &name, const std::function<void()> &work)
{
    const double before = processorTime();
    figures.add(name, milliseconds(work));
    figures.add(name + "Processor", processorTime() - before);
}

// The first one waits for what the pass before it left for later.
void measureReconciling(Library &library, const QByteArray &folder, Figures &figures)
{
    constexpr int rounds = 5;
    const auto refresh = [&library] { waitForPass(library, [&library] { library.refresh(); }); };
    refresh();
    for (int i = 0; i < rounds; ++i) {
        measure(figures, "bareStatOneThread", [&] { statFiles(folder, 1); });
        measure(figures, "bareStat", [&] { statFiles(folder, allThreads); });
        measure(figures, "refresh", refresh);
    }
}

// Those that are made after a first pass; the author's is the last one.
void waitForIndexes(const LibraryPaths &paths, const QString &folder)
{
    constexpr int patience = 240'000; // milliseconds
    const auto isIndexedByAuthor = [file = catalogFile(paths.cache, QFile::encodeName(folder))] {
        QString ignored;
        Database database;
        return database.open(file, DatabaseUse::Reading, &ignored) && isIndexed(database, SortKey::Author);
    };
    waitFor(isIndexedByAuthor, patience);
}

double wholeOpening(const QString &folder)
{
    const QTemporaryDir place;
    const LibraryPaths paths{place.filePath(u"data"_s), place.filePath(u"cache"_s)};
    Library library(paths);
    return milliseconds([&] {
        open(library, folder);
        waitForIndexes(paths, folder);
    });
}

void measureLibrary(const QString &folder, Figures &figures)
{
    figures.add("firstPassIndexed", wholeOpening(folder));
    const QTemporaryDir place;
    const LibraryPaths paths{place.filePath(u"data"_s), place.filePath(u"cache"_s)};
    {
        Library library(paths);
        const Opening opening = open(library, folder);
        figures.add("firstRows", opening.firstRows);
        figures.add("firstPass", opening.pass);
        figures.add("refreshAtOnce", milliseconds([&] { waitForPass(library, [&] { library.refresh(); }); }));
        waitForIndexes(paths, folder);
    }
    Library library(paths);
    const Opening opening = open(library, folder);
    figures.add("reopenRows", opening.firstRows);
    figures.add("reopenReconcile", opening.pass);
    measureReconciling(library, QFile::encodeName(folder), figures);
}

}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_pass FOLDER [ROUNDS]\n");
        return 2;
    }
    const QByteArray folder = argv[1];
    const int rounds = argc > 2 ? QByteArray(argv[2]).toInt() : 1;

    Figures figures;
    figures.add("files", double(readHeads(folder, allThreads).files));
    {
        const std::vector<std::string> blocks = frontMatters(folder);
        for (int i = 0; i < rounds; ++i) {
            figures.add("yamlOneThread", milliseconds([&] { parseAll(blocks, 1); }));
            figures.add("yaml", milliseconds([&] { parseAll(blocks, allThreads); }));
        }
    }
    for (int i = 0; i < rounds; ++i) {
        figures.add("bareReadOneThread", milliseconds([&] { readHeads(folder, 1); }));
        figures.add("bareRead", milliseconds([&] { readHeads(folder, allThreads); }));
        measureLibrary(QFile::decodeName(folder), figures);
    }
    figures.print();
    for (const auto &[ours, bare] :
         {std::pair("firstPass", "bareRead"), std::pair("firstPass", "yaml"),
          std::pair("refresh", "bareStat"), std::pair("refresh", "bareStatOneThread"),
          std::pair("refreshProcessor", "bareStatProcessor")})
        std::printf("%s/%s %.2f\n", ours, bare, figures.median(ours) / figures.median(bare));
    return 0;
}
