#include "ui/exporter.h"

#include "app/archive/articlereader.h"
#include "ui/commandline.h"
#include "ui/embeddedpage.h"
#include "ui/imagethread.h"
#include "ui/webpage.h"
#include "ui/webpane.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QPixmap>
#include <QSaveFile>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

// The paper of a picture of the page: the measure of looks.md and its margins.
constexpr int pictureWidth = 900;      // CSS pixels
constexpr int tallestPicture = 16'384; // CSS pixels; above it Chromium's textures end

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Exporter)
};

struct Source {
    QByteArray root;
    ArticleRow article;
};

Source sourceOf(const QFileInfo &file)
{
    Source source;
    source.root = QFile::encodeName(file.absolutePath());
    FileEntry entry;
    entry.path = QFile::encodeName(file.fileName());
    entry.size = file.size();
    entry.modified = file.lastModified().toMSecsSinceEpoch();
    source.article.id = 1;
    source.article.head = readArticleHead(source.root, entry);
    return source;
}

int fail(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

int write(const QString &file, const std::function<bool(QIODevice &)> &content)
{
    QSaveFile out(file);
    if (out.open(QIODevice::WriteOnly) && content(out) && out.commit())
        return 0;
    return fail(
        Text::tr("“%1” cannot be written: %2").arg(QDir::toNativeSeparators(file), out.errorString()));
}

int exportHtml(const QString &file, const Source &source, ImageThread &images, const PageStyle &style)
{
    const LoadedPage page = makePage({source.root, source.article.head, style, QLocale()});
    EmbeddedPage embedded(page, themeColors(style), images.loader());
    QEventLoop loop;
    QByteArray html;
    QObject::connect(&embedded, &EmbeddedPage::finished, &loop, [&](const QByteArray &made) {
        html = made;
        loop.quit();
    });
    QMetaObject::invokeMethod(&embedded, &EmbeddedPage::fetch, Qt::QueuedConnection);
    loop.exec();
    return write(file, [&html](QIODevice &out) { return out.write(html) == html.size(); });
}

// Shows the article and returns when all its pictures have come or failed: the page counts as loading until
// then.
void showWhole(WebPane &pane, const Source &source)
{
    QEventLoop loop;
    QObject::connect(&pane, &WebPane::articleVisible, &loop, &QEventLoop::quit);
    pane.resize(pictureWidth, pictureWidth);
    pane.show();
    pane.showArticle(source.root, source.article, 0);
    loop.exec();
    if (pane.showsText() || !pane.page()->isLoading())
        return;
    QObject::connect(pane.page(), &QWebEnginePage::loadFinished, &loop, &QEventLoop::quit);
    QObject::connect(pane.page(), &QWebEnginePage::renderProcessTerminated, &loop, &QEventLoop::quit);
    loop.exec();
}

int exportPdf(const QString &file, WebPane &pane)
{
    QEventLoop loop;
    QByteArray pdf;
    QObject::connect(&pane, &WebPane::pdfMade, &loop, [&](const QByteArray &made) {
        pdf = made;
        loop.quit();
    });
    QMetaObject::invokeMethod(
        &pane, [&pane] { pane.makePdf(); }, Qt::QueuedConnection);
    loop.exec();
    if (pdf.isEmpty())
        return fail(Text::tr("The web engine made no PDF of the article."));
    return write(file, [&pdf](QIODevice &out) { return out.write(pdf) == pdf.size(); });
}

// Two frames after the next one Chromium has painted what the page is now; its own clock says so.
void waitUntilPainted(WebPane &pane)
{
    QEventLoop loop;
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &loop, [&] {
        pane.page()->run(u"window.framesPainted"_s, [&loop](const QVariant &painted) {
            if (painted.toInt() >= 3)
                loop.quit();
        });
    });
    constexpr int patience = 10'000; // milliseconds; a page that is not painted by then is taken as it is
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    pane.page()->run(
        u"window.framesPainted = 0;"
        "requestAnimationFrame(function next() { ++window.framesPainted; requestAnimationFrame(next); }); 0"_s);
    constexpr int interval = 16; // milliseconds: one frame
    clock.start(interval);
    loop.exec();
}

int pageHeight(WebPane &pane)
{
    QEventLoop loop;
    int height = 1;
    pane.page()->run(u"document.documentElement.scrollHeight"_s, [&](const QVariant &pixels) {
        height = std::max(1, pixels.toInt());
        loop.quit();
    });
    loop.exec();
    return height;
}

int exportPicture(const QString &file, WebPane &pane)
{
    const int height = pageHeight(pane);
    if (height > tallestPicture)
        return fail(Text::tr("The article is too long for one picture; a PDF or HTML file can hold it."));
    pane.resize(pictureWidth, height);
    waitUntilPainted(pane);
    const QPixmap picture = pane.grab();
    return write(file, [&picture](QIODevice &out) { return picture.save(&out, "PNG"); });
}

}

int exportArticle(const CommandLine &command, ImageThread &images, const PageStyle &style,
                  const PaneOptions &options)
{
    const QFileInfo file(command.path);
    QString error;
    if (!readArticle(QFile::encodeName(file.absolutePath()), QFile::encodeName(file.fileName()), &error))
        return fail(Text::tr("“%1” cannot be read: %2").arg(QDir::toNativeSeparators(command.path), error));
    const Source source = sourceOf(file);
    const QString ending = QFileInfo(command.exportFile).suffix().toLower();
    if (ending.startsWith("htm"_L1))
        return exportHtml(command.exportFile, source, images, style);
    WebPane pane(images.loader(), nullptr, options);
    pane.setPageStyle(style);
    showWhole(pane, source);
    // A PDF can hold the text alone; a picture would have to be drawn by the engine.
    if (pane.showsText() && ending != "pdf"_L1)
        return fail(Text::tr("The web engine cannot draw the article; a PDF file can hold its text."));
    return ending == "pdf"_L1 ? exportPdf(command.exportFile, pane) : exportPicture(command.exportFile, pane);
}
