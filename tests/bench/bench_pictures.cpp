#include "drawinghere.h"
#include "figures.h"
#include "picturealbum.h"
#include "processtree.h"
#include "ui/imagethread.h"
#include "ui/pagescheme.h"
#include "ui/webpage.h"
#include "ui/webpane.h"
#include "ui/webprofile.h"
#include "waiting.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>
#include <QWebEngineView>

#include <cstdio>

using namespace Qt::StringLiterals;

// bench_pictures time PICTURES: an article with so many stored pictures in Lectern's pane, and the same page
// with the same files in a bare view, and over a scheme that has all in memory, turn by turn. Prints "name
// value" lines: medians in milliseconds from the call until all pictures have arrived (Loaded), and until all
// are decoded and a frame is drawn (Painted).
//
// bench_pictures memory ours|bare PICTURES: what the process and its children occupy once such an article is
// painted, in MiB: "picturesMemory" or "barePicturesMemory".

namespace
{

constexpr int rounds = 7;
constexpr int roundsBefore = 2; // until every process of the engine is there; not counted
constexpr int breath = 300;     // milliseconds
constexpr int patience = 120'000;

// Decodes every picture, whether it is in sight or not, and waits for the frame after that.
const QString decodeScript =
    u"window.benchDone = false; Promise.all([...document.images].map(image => image.decode()))"
    ".finally(() => requestAnimationFrame(() => requestAnimationFrame(() => { window.benchDone = true; })));"_s;

struct Times {
    double loaded = -1; // milliseconds
    double painted = -1;
};

bool isTrue(QWebEnginePage &page, const QString &script)
{
    bool answered = false;
    bool done = false;
    page.runJavaScript(script, QWebEngineScript::ApplicationWorld, [&](const QVariant &value) {
        answered = true;
        done = value.toBool();
    });
    return waitFor([&] { return answered; }, patience) && done;
}

// `load` begins to show a page in `page`.
Times measure(QWebEnginePage &page, const std::function<void()> &load)
{
    Times times;
    QElapsedTimer clock;
    QObject context;
    QObject::connect(&page, &QWebEnginePage::loadFinished, &context,
                     [&] { times.loaded = double(clock.nsecsElapsed()) / 1e6; });
    clock.start();
    load();
    if (!waitFor([&] { return times.loaded >= 0; }, patience))
        return {};
    page.runJavaScript(decodeScript, QWebEngineScript::ApplicationWorld);
    while (!isTrue(page, u"window.benchDone === true"_s) && clock.elapsed() < patience) {
    }
    times.painted = double(clock.nsecsElapsed()) / 1e6;
    // A box in the place of one is never as wide.
    if (!isTrue(page, u"[...document.images].every(image => image.naturalWidth =="
                      " image.getAttribute('width'))"_s)) {
        std::fprintf(stderr, "bench_pictures: not all pictures came\n");
        std::exit(1);
    }
    pause(breath);
    return times;
}

class Ours final
{
public:
    explicit Ours(const PictureAlbum &album)
        : m_album(album)
        , m_images(album.storeFolder(), NetworkUse::Offline)
        , m_pane(m_images.loader())
    {
        m_pane.resize(620, 700); // about the pane
        m_pane.show();
    }

    Times show()
    {
        return measure(*m_pane.page(), [this] { m_pane.showArticle(m_album.root(), m_album.article(), 0); });
    }

private:
    const PictureAlbum &m_album;
    ImageThread m_images;
    WebPane m_pane;
};

class Bare final
{
public:
    explicit Bare(const PictureAlbum &album)
        : m_album(album)
        , m_profile(makeProfile())
        , m_page(m_profile.get())
    {
        m_page.settings()->setAttribute(QWebEngineSettings::LocalContentCanAccessFileUrls, true);
        m_view.setPage(&m_page);
        m_view.resize(620, 700);
        m_view.show();
    }

    Times show()
    {
        const QUrl address = m_album.barePage(++m_round);
        return measure(m_page, [this, address] { m_page.load(address); });
    }

private:
    const PictureAlbum &m_album;
    std::unique_ptr<QWebEngineProfile> m_profile;
    QWebEngineView m_view;
    QWebEnginePage m_page; // before its view and profile
    int m_round = 0;
};

// Pages and pictures out of memory, at once: what Chromium takes for a scheme that is not its own.
class Memory final : public QWebEngineUrlSchemeHandler
{
public:
    explicit Memory(const PictureAlbum &album)
        : m_pages(album.memoryPages())
        , m_profile(makeProfile())
        , m_page(m_profile.get())
    {
        m_profile->installUrlSchemeHandler(pageScheme(), this);
        m_profile->installUrlSchemeHandler(imageScheme(), this);
        m_view.setPage(&m_page);
        m_view.resize(620, 700);
        m_view.show();
    }

    Times show()
    {
        ++m_round;
        return measure(m_page, [this] {
            m_page.load(QUrl(QString::fromLatin1(pageScheme()) + u"://bench/"_s + QString::number(m_round)));
        });
    }

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        const bool isPage = job->requestUrl().scheme().toLatin1() == pageScheme();
        auto *buffer = new QBuffer(job);
        QByteArray bytes = isPage ? m_pages.html : m_pages.files.value(job->requestUrl().path().toLatin1());
        if (isPage) // Chromium keeps what it has decoded
            bytes.replace(".jpg\"", ".jpg?" + QByteArray::number(m_round) + '"');
        buffer->setData(bytes);
        job->reply(isPage ? "text/html" : "image/jpeg", buffer);
    }

private:
    const MemoryPages m_pages;
    std::unique_ptr<QWebEngineProfile> m_profile;
    QWebEngineView m_view;
    QWebEnginePage m_page; // before its view and profile
    int m_round = 0;
};

void note(Figures &figures, const char *loaded, const char *painted, const Times &times)
{
    figures.add(loaded, times.loaded);
    figures.add(painted, times.painted);
}

void compareTimes(const PictureAlbum &album)
{
    Figures figures;
    Ours ours(album);
    Bare bare(album);
    Memory memory(album);
    for (int round = 0; round < roundsBefore + rounds; ++round) {
        const Times own = ours.show();
        const Times other = bare.show();
        const Times scheme = memory.show();
        if (round < roundsBefore)
            continue;
        note(figures, "picturesLoaded", "picturesPainted", own);
        note(figures, "barePicturesLoaded", "barePicturesPainted", other);
        note(figures, "schemePicturesLoaded", "schemePicturesPainted", scheme);
    }
    figures.print();
}

template <typename View>
void printMemory(const PictureAlbum &album, const char *name)
{
    View view(album);
    view.show();
    pause(2000);
    std::printf("%s %.1f\n", name, double(treeMemory(QCoreApplication::applicationPid())) / 1024);
}

}

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window, drawingHere()))
        return refused;
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    PictureAlbum album;
    if (arguments.size() < 3 || !album.make(arguments.last().toInt())) {
        std::fprintf(stderr, "usage: bench_pictures time PICTURES | memory ours|bare PICTURES\n");
        return 2;
    }
    if (arguments.at(1) == u"time")
        compareTimes(album);
    else if (arguments.at(2) == u"ours")
        printMemory<Ours>(album, "picturesMemory");
    else
        printMemory<Bare>(album, "barePicturesMemory");
    return 0;
}
