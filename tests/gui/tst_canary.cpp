#include "app/archive/articlereader.h"
#include "app/page/sanitizer.h"
#include "tests/gui/canary.h"
#include "tests/gui/enginetest.h"
#include "tests/hostilecases.h"
#include "tests/testfolders.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// What the sanitizer lets through, given to a page that would run it. LECTERN_LONG=1 takes all that there is,
// else a part of each.

namespace
{

constexpr qsizetype atOnce = 40; // bodies on one page

struct Body {
    QString name;
    QString text;
    BodyFormat format = BodyFormat::Html;
};

bool isLong()
{
    return qEnvironmentVariableIsSet("LECTERN_LONG");
}

// Every `step`th where the run is short.
QList<Body> some(const QList<Body> &all, qsizetype step)
{
    QList<Body> part;
    for (qsizetype at = 0; at < all.size(); at += isLong() ? 1 : step)
        part << all[at];
    return part;
}

QList<Body> articlesBelow(const QString &folder)
{
    QList<Body> bodies;
    QDirIterator files(folder, {u"*.md"_s, u"*.html"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QString error;
        const QByteArray name = QFile::encodeName(path.sliced(folder.size() + 1));
        const std::optional<Article> article = readArticle(QFile::encodeName(folder), name, &error);
        if (article)
            bodies << Body{path, article->body, article->format};
    }
    return bodies;
}

// "#data", the input, "#errors" or another heading; blocks of html5lib's tree tests.
QList<Body> treeTests(const QString &folder)
{
    static const QRegularExpression block(u"#data\\n(.*?)\\n#errors"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    QList<Body> bodies;
    QDirIterator files(folder, {u"*.dat"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QRegularExpressionMatchIterator found = block.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext())
            bodies << Body{file.fileName(), found.next().captured(1)};
    }
    return bodies;
}

// Whatever a Go test writes that holds markup, inputs and expected outputs alike.
QList<Body> goTests(const QString &folder)
{
    static const QRegularExpression literal(uR"re(`([^`]*)`|"((?:[^"\\\n]|\\.)*)")re"_s);
    QSet<QString> texts;
    QDirIterator files(folder, {u"*_test.go"_s}, QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QRegularExpressionMatchIterator found = literal.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QRegularExpressionMatch match = found.next();
            const QString text = match.captured(1) + match.captured(2);
            if (text.contains(u'<'))
                texts << QString(text).replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s);
        }
    }
    QList<Body> bodies;
    for (const QString &text : std::as_const(texts))
        bodies << Body{text.left(60), text};
    std::sort(bodies.begin(), bodies.end(), [](const Body &a, const Body &b) { return a.text < b.text; });
    return bodies;
}

}

class TestCanary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawInput_fires_data();
    void rawInput_fires();
    void plainInput_isQuiet();
    void hostileCases_areQuiet();
    void articles_areQuiet_data();
    void articles_areQuiet();
    void othersInputs_areQuiet_data();
    void othersInputs_areQuiet();

private:
    void checkAll(const QList<Body> &bodies);

    Canary m_canary;
};

void TestCanary::rawInput_fires_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("note");
    QTest::newRow("script") << "<script>alert(1)</script>"_ba << u"script alert"_s;
    QTest::newRow("broken picture") << "<img src=x onerror=confirm(1)>"_ba << u"script confirm"_s;
    QTest::newRow("svg") << "<svg onload=prompt(1)>"_ba << u"script prompt"_s;
    QTest::newRow("hover") << "<p onmouseover=print()>x</p>"_ba << u"script print"_s;
    QTest::newRow("link") << "<a href='javascript:alert(1)'>x</a>"_ba << u"script alert"_s;
    QTest::newRow("data link") << "<a href='data:text/html,x'>x</a>"_ba << u"link data:"_s;
    QTest::newRow("frame") << "<iframe srcdoc='<script>alert(1)</script>'></iframe>"_ba << u"script alert"_s;
    QTest::newRow("mutation")
        << "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"_ba
        << u"tree 0"_s;
    QTest::newRow("refresh") << "<meta http-equiv=refresh content='0;url=https://x.example/'>"_ba
                             << u"navigation https://x.example/"_s;
    QTest::newRow("form")
        << "<form action='https://x.example/'><script>document.forms[0].submit()</script>"_ba
        << u"navigation https://x.example/"_s;
    QTest::newRow("foreign picture") << "<img src='https://x.example/a.png'>"_ba
                                     << u"request https://x.example/a.png"_s;
    QTest::newRow("unknown picture") << "<img src='article-image://i/other'>"_ba
                                     << u"request article-image:"_s;
    QTest::newRow("style") << "<style>@import 'https://x.example/a.css'</style>"_ba
                           << u"request https://x.example/a.css"_s;
    QTest::newRow("title") << "<script>document.title = 'other'</script>"_ba << u"title other"_s;
    QTest::newRow("outside") << "</div><b>x</b>"_ba << u"outside B"_s;
    QTest::newRow("tree") << "<p><div>x</div></p>"_ba << u"tree 0"_s;
}

void TestCanary::rawInput_fires()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QString, note);
    const QStringList faults = m_canary.faults({raw});
    QVERIFY2(!faults.filter(note).isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestCanary::plainInput_isQuiet()
{
    const QStringList faults = m_canary.faults(
        {"<p>One <b>word</b> <a href=\"https://x.example/\">and</a> <img src=\"article-image://i/k1\"></p>",
         "<ul><li>two</li></ul>"},
        ".fg-ffffff{color:#ffffff}", {"k1"});
    QCOMPARE(faults, QStringList());
}

void TestCanary::checkAll(const QList<Body> &bodies)
{
    qInfo("%lld bodies", qlonglong(bodies.size()));
    SanitizerContext context = hostileContext();
    for (qsizetype first = 0; first < bodies.size(); first += atOnce) {
        QList<QByteArray> pages;
        QByteArray rules;
        QSet<QByteArray> pictures;
        QStringList names;
        for (const Body &body : bodies.mid(first, atOnce)) {
            context.token = "t" + QByteArray::number(pages.size()) + "x"; // as each page has its own
            const SafeHtml page = sanitize(body.text, body.format, context);
            pages << page.html();
            rules += page.styleRules();
            for (const PagePicture &picture : page.pictures())
                pictures << picture.key;
            names << u"%1: %2"_s.arg(pages.size() - 1).arg(body.name);
        }
        const QStringList faults = m_canary.faults(pages, rules, pictures);
        QVERIFY2(faults.isEmpty(), qPrintable((faults + names).join(u'\n')));
    }
}

void TestCanary::hostileCases_areQuiet()
{
    QList<Body> rows;
    for (const HostileCase &each : hostileRows())
        rows << Body{each.name, each.html};
    QVERIFY(rows.size() >= 250);
    checkAll(rows);
    QList<Body> all;
    for (const HostileCase &each : hostileCases())
        all << Body{each.name, each.html};
    checkAll(some(all, 16));
}

void TestCanary::articles_areQuiet_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("seeds") << seedsFolder();
    QTest::newRow("corpus") << sharedFolder() + QStringLiteral("/corpus");
}

void TestCanary::articles_areQuiet()
{
    QFETCH(const QString, folder);
    const QList<Body> bodies = articlesBelow(folder);
    if (bodies.isEmpty())
        QSKIP("no articles there");
    checkAll(some(bodies, 4));
}

void TestCanary::othersInputs_areQuiet_data()
{
    QTest::addColumn<QString>("package");
    QTest::newRow("html5lib") << u"golang-golang-x-net-dev"_s;
    QTest::newRow("bluemonday") << u"golang-github-microcosm-cc-bluemonday-dev"_s;
}

// Read where Debian puts them; none is copied.
void TestCanary::othersInputs_areQuiet()
{
    QFETCH(const QString, package);
    const auto source = u"/usr/share/gocode/src/"_s;
    const QList<Body> bodies = package.contains(u"bluemonday"_s)
                                   ? goTests(source + u"github.com/microcosm-cc/bluemonday"_s)
                                   : treeTests(source + u"golang.org/x/net/html/testdata"_s);
    if (bodies.isEmpty())
        QSKIP(qPrintable(u"the package %1 is not installed"_s.arg(package)));
    checkAll(some(bodies, 8));
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestCanary>(argc, argv);
}

#include "tst_canary.moc"
