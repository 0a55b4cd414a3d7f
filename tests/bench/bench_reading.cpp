#include "app/library/library.h"
#include "app/library/settings.h"
#include "drawinghere.h"
#include "figures.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"
#include "ui/webpage.h"
#include "ui/webpane.h"
#include "waiting.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;

// bench_reading FOLDER LIST: the whole program but main(), in which somebody opens a folder that it does not
// know and reads one article after the other with the key j. Prints "name value" lines in milliseconds: the
// median from key press to articleVisible(), and from openPath() to the first painted rows. The paths of
// these articles are written to LIST, NUL after each, for bench_page.

namespace
{

constexpr int articlesRead = 40;
constexpr int articlesBefore = 5; // until every process of the engine is there; not counted
constexpr int breath = 60;        // milliseconds after each page, so that none pays for the one before
constexpr int patience = 240'000; // milliseconds

struct Program {
    explicit Program(const QTemporaryDir &home)
        : settings(home.filePath(u"settings.ini"_s))
        , images(home.filePath(u"pictures"_s), NetworkUse::Offline)
        , library({home.filePath(u"data"_s), home.filePath(u"cache"_s)})
        , window(library, settings, images, {})
    {
        window.resize(1180, 760);
        window.show();
    }

    Settings settings;
    ImageThread images;
    Library library;
    MainWindow window;
};

// Sees the first paint of a view that has rows.
class RowWatch final : public QObject
{
public:
    explicit RowWatch(QAbstractItemView &view)
        : m_view(view)
    {
        m_clock.start();
        view.viewport()->installEventFilter(this);
    }

    double milliseconds = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        const QModelIndex first = m_view.model()->index(0, 0);
        const bool hasRow = first.isValid() && !first.data().toString().isEmpty();
        if (event->type() == QEvent::Paint && milliseconds == 0 && hasRow)
            milliseconds = double(m_clock.nsecsElapsed()) / 1e6;
        return false;
    }

private:
    QAbstractItemView &m_view;
    QElapsedTimer m_clock;
};

void wait(const std::function<bool()> &isOver)
{
    if (!waitFor(isOver, patience)) {
        std::fprintf(stderr, "bench_reading: what it waits for does not come\n");
        std::exit(1);
    }
}

void openFolder(Program &program, QAbstractItemView &list, const QString &folder, Figures &figures)
{
    const QSignalSpy finished(&program.library, &Library::passFinished);
    const RowWatch rows(list);
    program.window.openPath(folder);
    wait([&] { return !finished.isEmpty() && rows.milliseconds > 0; });
    figures.add("newFolderRows", rows.milliseconds);
}

// Milliseconds from the key to the text; the path of the article.
double readNext(WebPane &pane, QAbstractItemView &list)
{
    const QSignalSpy visible(&pane, &WebPane::articleVisible);
    const QSignalSpy loaded(pane.page(), &QWebEnginePage::loadFinished);
    QElapsedTimer clock;
    clock.start();
    double milliseconds = 0;
    const QMetaObject::Connection timing = QObject::connect(
        &pane, &WebPane::articleVisible, &list, [&] { milliseconds = double(clock.nsecsElapsed()) / 1e6; },
        Qt::SingleShotConnection);
    QTest::keyClick(&list, Qt::Key_J);
    wait([&] { return !visible.isEmpty() && !loaded.isEmpty(); });
    QObject::disconnect(timing);
    pause(breath);
    return milliseconds;
}

bool readOn(Program &program, QAbstractItemView &list, const QString &listFile, Figures &figures)
{
    QFile file(listFile);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    auto *pane = program.window.findChild<WebPane *>();
    list.setFocus();
    for (int i = 0; i < articlesBefore + articlesRead; ++i) {
        const double milliseconds = readNext(*pane, list);
        if (i >= articlesBefore)
            figures.add("nextArticle", milliseconds);
        const std::optional<ArticleRow> article =
            program.library.articles()->article(list.currentIndex().row());
        if (article)
            file.write(article->head.path + '\0');
    }
    return file.flush();
}

}

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window, drawingHere()))
        return refused;
    const QApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_reading FOLDER LIST\n");
        return 2;
    }
    const QTemporaryDir home;
    Program program(home);
    auto *list = program.window.findChild<QAbstractItemView *>(u"articleList"_s);
    program.window.activateWindow(); // shortcuts work in the active window alone
    wait([&] { return program.window.isActiveWindow(); });
    pause(1000); // the engine has come up, as it has when somebody chooses a folder

    Figures figures;
    openFolder(program, *list, QFile::decodeName(argv[1]), figures);
    if (!readOn(program, *list, QFile::decodeName(argv[2]), figures))
        return 1;
    figures.print();
    return 0;
}
