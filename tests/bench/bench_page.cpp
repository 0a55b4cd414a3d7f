#include "drawinghere.h"
#include "figures.h"

#include "app/archive/articlereader.h"
#include "ui/pageloader.h"
#include "ui/pagescheme.h"
#include "ui/webprofile.h"
#include "waiting.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QMainWindow>
#include <QTimer>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>
#include <QWebEngineView>

#include <cstdio>

using namespace Qt::StringLiterals;

// bench_page FOLDER LIST: a bare view loads the very pages that Lectern makes of the articles of LIST (below
// FOLDER, NUL after each path), out of memory. Prints "barePage value": the median in milliseconds from
// load() until the text is parsed, asked for in the same steps as WebPane does.

namespace
{

constexpr int pagesBefore = 5; // as bench_reading
constexpr int breath = 60;     // milliseconds
constexpr int patience = 30'000;

class OnePage final : public QWebEngineUrlSchemeHandler
{
public:
    QByteArray html;

    void requestStarted(QWebEngineUrlRequestJob *job) override
    {
        auto *buffer = new QBuffer(job);
        buffer->setData(html);
        job->reply("text/html", buffer);
    }
};

class BareView final : public QMainWindow
{
public:
    BareView()
        : m_profile(makeProfile())
        , m_page(m_profile.get())
    {
        m_profile->installUrlSchemeHandler(pageScheme(), &m_handler);
        m_view.setPage(&m_page);
        m_view.setParent(this);
        setCentralWidget(&m_view);
        connect(&m_page, &QWebEnginePage::urlChanged, this, &BareView::settle);
        connect(&m_page, &QWebEnginePage::loadFinished, this, [this] { m_loaded = true; });
    }
    ~BareView() override { m_view.setParent(nullptr); }
    Q_DISABLE_COPY_MOVE(BareView)

    // Milliseconds; negative where it never came.
    double show(const QByteArray &html)
    {
        m_handler.html = html;
        m_milliseconds = -1;
        m_loaded = false;
        m_clock.start();
        m_page.load(QUrl(QString::fromLatin1(pageScheme()) + u"://bench/"_s + QString::number(++m_number)));
        const bool came = waitFor([this] { return m_milliseconds >= 0 && m_loaded; }, patience);
        pause(breath);
        return came ? m_milliseconds : -1;
    }

private:
    void settle()
    {
        m_page.runJavaScript(u"document.readyState"_s, QWebEngineScript::ApplicationWorld,
                             [this, number = m_number](const QVariant &state) {
                                 if (number != m_number)
                                     return;
                                 if (state.toString() == u"loading"_s)
                                     QTimer::singleShot(5, this, &BareView::settle);
                                 else
                                     m_milliseconds = double(m_clock.nsecsElapsed()) / 1e6;
                             });
    }

    OnePage m_handler;
    std::unique_ptr<QWebEngineProfile> m_profile;
    QWebEngineView m_view;
    QWebEnginePage m_page; // before its view and profile
    QElapsedTimer m_clock;
    double m_milliseconds = -1;
    bool m_loaded = false;
    int m_number = 0;
};

QList<QByteArray> pages(const QByteArray &folder, const QString &listFile)
{
    QFile file(listFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> paths = file.readAll().split('\0');
    paths.removeLast(); // nothing follows the last NUL
    QList<QByteArray> made;
    for (const QByteArray &path : paths) {
        QString error;
        const std::optional<Article> article = readArticle(folder, path, &error);
        if (!article)
            continue;
        PageRequest request;
        request.root = folder;
        request.head = article->head;
        made << makePage(request).html;
    }
    return made;
}

}

int main(int argc, char *argv[])
{
    if (const int refused = prepareEngine(argc, argv, DisplayUse::Window, drawingHere()))
        return refused;
    const QApplication application(argc, argv);
    if (argc != 3) {
        std::fprintf(stderr, "usage: bench_page FOLDER LIST\n");
        return 2;
    }
    const QList<QByteArray> all = pages(argv[1], QFile::decodeName(argv[2]));
    BareView view;
    view.resize(620, 700); // about the pane
    view.QMainWindow::show();

    Figures figures;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const double milliseconds = view.show(all[i]);
        if (milliseconds < 0)
            return 1;
        if (i >= pagesBefore)
            figures.add("barePage", milliseconds);
    }
    figures.print();
    return 0;
}
