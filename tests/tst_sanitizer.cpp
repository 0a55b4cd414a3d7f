#include "app/page/htmlparser.h"
#include "app/page/sanitizer.h"
#include "tests/hostilecases.h"
#include "tests/safehtmlinvariants.h"
#include "tests/testfolders.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

SafeHtml safe(const QString &html)
{
    return sanitize(html, BodyFormat::Html, hostileContext());
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}]+"_s);
    QStringList result;
    QRegularExpressionMatchIterator words = word.globalMatch(text);
    while (words.hasNext())
        result.append(words.next().captured());
    return result;
}

}

class TestSanitizer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deepNesting_staysWithinDepth();
    void manyPictures_leaveTheirLinks();
    void markdown_isSanitised();
    void colours_areMendedForTheTheme();
    void tooMuch_isShownAsText();
    void plainText_hasNoTags();
    void corpus_keepsItsText();
    void speed();
};

void TestSanitizer::deepNesting_staysWithinDepth()
{
    const SafeHtml page = safe(u"<div>"_s.repeated(1'000) + u"deep"_s + u"</div>"_s.repeated(1'000));
    QVERIFY(!page.isSimplified());
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY(page.html().contains("deep"));
}

void TestSanitizer::manyPictures_leaveTheirLinks()
{
    const SafeHtml page = safe(u"<img src=\"https://h.example/a.png\">"_s.repeated(300) +
                               u"<img src=\"https://h.example/b.png\" alt=\"boat\">"
                               "<img src=\"https://h.example/c.png\">"
                               "<a href=\"https://h.example/d\"><img src=\"https://h.example/d.png\"></a>"_s);
    QCOMPARE(page.pictures().size(), 300);
    const QByteArray end =
        "<span class=\"uc-embed\"><a href=\"https://h.example/b.png\" rel=\"noopener "
        "noreferrer\">boat</a></span>"
        "<span class=\"uc-embed\"><a href=\"https://h.example/c.png\" rel=\"noopener "
        "noreferrer\">h.example</a></span>"
        "<a href=\"https://h.example/d\" rel=\"noopener noreferrer\"><span class=\"uc-embed\">"
        "h.example</span></a>";
    QVERIFY2(page.html().endsWith(end), page.html().right(600).constData());
    QCOMPARE(brokenInvariant(page), QString());
}

void TestSanitizer::markdown_isSanitised()
{
    const SafeHtml page =
        sanitize(u"# T\n\n[a](javascript:alert(1)) <b onclick=x>b</b> `<i>`\n\n![p](/p.png)"_s,
                 BodyFormat::Markdown, hostileContext());
    QCOMPARE(brokenInvariant(page), QString());
    QVERIFY2(page.html().startsWith("<h1>T</h1>\n<p>a <b>b</b> <code>&lt;i&gt;</code></p>"),
             page.html().constData());
    QCOMPARE(page.pictures().size(), 1);
    QCOMPARE(page.pictures().first().alt, u"p"_s);
}

void TestSanitizer::colours_areMendedForTheTheme()
{
    const QString html = u"<div style=\"background-color:#003300\"><p style=\"color:#ffff00\">a</p></div>"
                         "<p style=\"color:#ffff00\">b</p>"_s;
    static const QRegularExpression rule(u"(?:^|\n)\\.fg-ffff00\\{color:#([0-9a-f]{6})\\}"_s);
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::Sepia}) {
        SanitizerContext with = hostileContext();
        with.colors = themeColors(theme);
        const SafeHtml page = sanitize(html, BodyFormat::Html, with);
        const QRegularExpressionMatch match = rule.match(QString::fromLatin1(page.styleRules()));
        QVERIFY2(match.hasMatch(), page.styleRules().constData());
        QVERIFY(contrastRatio(match.captured(1).toUInt(nullptr, 16), with.colors.background) >= 4.5);
        QVERIFY(page.styleRules().contains(".bg-003300 .fg-ffff00,.bg-003300.fg-ffff00{color:#"));
    }
}

void TestSanitizer::tooMuch_isShownAsText()
{
    const SafeHtml large =
        sanitize(u"<p>a &lt;b&gt;\n"_s.repeated(200'000), BodyFormat::Html, hostileContext());
    QVERIFY(large.isSimplified());
    QVERIFY(large.html().startsWith("<p>a &lt;b&gt;</p>\n<p>a"));
    // Not large, but once it is written.
    QVERIFY(safe(QString(maximumHtmlSize / 4, u'"')).isSimplified());
    // Markdown of this size would otherwise be read before anybody asks.
    QVERIFY(sanitize(u"[a](b) "_s.repeated(400'000), BodyFormat::Markdown, hostileContext())
                .html()
                .contains("[a](b)"));
    const SafeHtml deep = safe(u"<b>w</b>"_s.repeated(150'000));
    QVERIFY(deep.isSimplified());
    QVERIFY(deep.pictures().isEmpty() && deep.styleRules().isEmpty());
    QVERIFY(!safe(u"<p>a"_s).isSimplified());
}

void TestSanitizer::plainText_hasNoTags()
{
    QCOMPARE(plainText(safe(u"<p>a &lt;b&gt;</p><p>c<img src=x alt=y></p>"_s)), u"a <b>\n\nc"_s);
}

// Words by a stripping of our own against the words of the page.
void TestSanitizer::corpus_keepsItsText()
{
    const QString folder = sharedFolder() + u"/corpus"_s;
    if (!QDir(folder).exists())
        QSKIP("The corpus is not there.");
    static const QRegularExpression frontMatter(u"^\\s*---\\n.*?\\n---\\n"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression gone(
        u"<(script|style|svg|noscript|title|video|audio|iframe|math)\\b[^>]*>.*?</\\1>|<([a-z]+)\\b[^>]*\\shidden>.*?</\\2>|<!--.*?-->|<![a-z][^>]*>"_s,
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
    // A tag as tokenizers read it: quotes count only where a value begins.
    static const QRegularExpression tag(
        u"</?[a-zA-Z][^\\s/>]*(?:[\\s/]+|[^\\s/>][^\\s/>=]*(?:\\s*=\\s*(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>][^\\s>]*)?)?)*+>"_s);
    static const QRegularExpression entity(u"&[#a-zA-Z0-9]+;"_s);
    int files = 0;
    qint64 bytes = 0;
    qint64 nanoseconds = 0;
    QElapsedTimer timer;
    QDirIterator each(folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString body = QString::fromUtf8(file.readAll()).remove(u'\r').remove(frontMatter);
        timer.start();
        const SafeHtml page = safe(body);
        nanoseconds += timer.nsecsElapsed();
        bytes += body.toUtf8().size();
        QVERIFY2(!page.isSimplified(), qPrintable(file.fileName()));
        QVERIFY2(brokenInvariant(page).isEmpty(), qPrintable(file.fileName() + brokenInvariant(page)));
        const QStringList kept = wordsOf(QString::fromUtf8(page.html()).remove(tag).replace(entity, u" "_s));
        const QSet<QString> words(kept.cbegin(), kept.cend());
        const QString joined = kept.join(QString());
        QStringList missing;
        for (const QString &word : wordsOf(body.replace(gone, u" "_s).remove(tag).replace(entity, u" "_s))) {
            if (!words.contains(word) && !joined.contains(word))
                missing.append(word);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(file.fileName() + u": "_s + missing.join(u' ').left(300)));
        ++files;
    }
    qInfo("%.1f MB/s, %.2f ms an article", 1000.0 * double(bytes) / double(nanoseconds),
          double(nanoseconds) / 1e6 / files);
    QCOMPARE(files, 354);
}

// Says how fast it is; asks for nothing.
void TestSanitizer::speed()
{
    const QString article =
        (u"<p style=\"text-align:center\">The tide <b>comes</b> in &amp; <a href=\"/x\">goes</a>.</p>\n"
         "<p><img src=\"https://h.example/a.png\" data-size=\"640,460\"></p>\n"_s +
         u"<p>"_s + u"Plain words that people read. "_s.repeated(20) + u"</p>\n"_s)
            .repeated(100);
    QElapsedTimer timer;
    timer.start();
    constexpr int runs = 5;
    for (int i = 0; i < runs; ++i)
        QVERIFY(!safe(article).isSimplified());
    qInfo("%.1f MB/s",
          double(article.toUtf8().size()) * runs / 1000.0 / std::max<qint64>(timer.elapsed(), 1));
}

QTEST_APPLESS_MAIN(TestSanitizer)
#include "tst_sanitizer.moc"
