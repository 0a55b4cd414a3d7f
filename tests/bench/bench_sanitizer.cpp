#include "figures.h"

#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"
#include "app/page/articlepage.h"
#include "app/page/markdown.h"
#include "app/page/sanitizer.h"
#include "tests/hostilecases.h"

#include <QCoreApplication>
#include <QFile>

#include <gumbo.h>

#include <cstdio>
#include <ctime>
#include <malloc.h>

using namespace Qt::StringLiterals;

// bench_sanitizer FOLDER…: sanitize() and articlePage() over every article of the folders, beside gumbo alone
// over the same bytes. Prints "name value" lines: `articles`, `bytes`, and the medians of five rounds in
// milliseconds.
// bench_sanitizer --bombs: one line "milliseconds MiB name" for each of hostileBombs(); the memory is what
// the process grew by at its highest.

namespace
{

constexpr int rounds = 5;

struct Body {
    QString text;
    BodyFormat format = BodyFormat::Html;
    QByteArray html; // what the parser is given
};

QList<Body> bodies(const QByteArray &folder)
{
    QList<Body> all;
    scanArchive(folder, 1000, [&](const QList<FileEntry> &entries) {
        for (const FileEntry &entry : entries) {
            QString error;
            const std::optional<Article> article = readArticle(folder, entry.path, &error);
            if (!article)
                continue;
            const QByteArray bytes = article->body.toUtf8();
            const bool isMarkdown = article->format == BodyFormat::Markdown;
            all.append({article->body, article->format, isMarkdown ? markdownToHtml(bytes) : bytes});
        }
        return true;
    });
    return all;
}

void parseBare(const QByteArray &html)
{
    GumboOutput *output =
        gumbo_parse_with_options(&kGumboDefaultOptions, html.constData(), static_cast<size_t>(html.size()));
    gumbo_destroy_output(&kGumboDefaultOptions, output);
}

QByteArray makeSafePage(const QString &body, BodyFormat format)
{
    SanitizerContext context;
    context.token = "bench";
    context.colors = themeColors(Theme::Light);
    return articlePage({}, {}, sanitize(body, format, context), {}, "bench");
}

// Of the processor, not of the clock on the wall: both do nothing but compute, and others may be at work.
template <typename Work>
double milliseconds(Work work)
{
    const std::clock_t start = std::clock();
    work();
    return 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC;
}

void measureArticles(const QList<Body> &all)
{
    Figures figures;
    qint64 bytes = 0;
    for (const Body &body : all)
        bytes += body.html.size();
    figures.add("articles", double(all.size()));
    figures.add("bytes", double(bytes));
    for (int i = 0; i < rounds; ++i) {
        figures.add("bareGumbo", milliseconds([&] {
                        for (const Body &body : all)
                            parseBare(body.html);
                    }));
        figures.add("safePage", milliseconds([&] {
                        for (const Body &body : all)
                            makeSafePage(body.text, body.format);
                    }));
    }
    figures.print();
}

// "VmRSS" or "VmHWM" (the highest) of proc(5), in MiB.
double memory(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name + ':'))
                return line.mid(name.size() + 1).trimmed().split(' ').value(0).toDouble() / 1024;
        }
    }
    return 0;
}

void forgetHighest()
{
    malloc_trim(0);
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // proc(5): resets VmHWM
}

void measureBombs()
{
    for (const HostileCase &bomb : hostileBombs()) {
        forgetHighest();
        const double before = memory("VmRSS");
        const double time = milliseconds([&] { makeSafePage(bomb.html, BodyFormat::Html); });
        std::printf("%.0f %.0f %s\n", time, memory("VmHWM") - before, qPrintable(bomb.name));
    }
}

}

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_sanitizer FOLDER...\n       bench_sanitizer --bombs\n");
        return 2;
    }
    if (argv[1] == "--bombs"_ba) {
        measureBombs();
        return 0;
    }
    QList<Body> all;
    for (int i = 1; i < argc; ++i)
        all += bodies(argv[i]);
    measureArticles(all);
    return 0;
}
