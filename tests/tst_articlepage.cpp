#include "app/page/articlepage.h"
#include "app/page/htmlrules.h"
#include "app/page/sanitizer.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

SafeHtml safe(const QString &body, const QUrl &base = {})
{
    SanitizerContext context;
    context.token = "t1";
    context.base = base;
    context.colors = themeColors(Theme::Light);
    return sanitize(body, BodyFormat::Html, context);
}

PageTexts texts()
{
    PageTexts result;
    result.title = u"A title"_s;
    result.byline = u"Somebody · today"_s;
    return result;
}

QByteArray page(const PageTexts &pageTexts, const QString &body = u"<p>Body</p>"_s,
                const PageStyle &style = {})
{
    return articlePage(pageTexts, {}, safe(body), style, "n0nce");
}

}

class ArticlePageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void substitution_data();
    void substitution();
    void csp_isFirstInHead();
    void page_hasNoScriptAndOneStyle();
    void title_isEscaped();
    void placeInArticle_isNotExpanded();
    void everyPlace_isFilled();
    void categories_linkByNumberOfParts();
    void emptyTexts_leaveNothing();
    void original_data();
    void original();
    void style_data();
    void style();
    void highContrast_isAClassOfItsOwn();
    void textSize_isBounded();
    void columnAndLines_areBounded();
    void ownFonts_comeFirst();
    void nameOfFont_staysAString();
    void indentedParagraphs_areAClass();
    void language_followsText();
    void headPicture_data();
    void headPicture();
    void headPicture_standsAboveBody();
    void classesOfTheSanitizer_areStyled_data();
    void classesOfTheSanitizer_areStyled();
};

void ArticlePageTest::substitution_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("none") << QByteArray("text") << QByteArray("text");
    QTest::newRow("one") << QByteArray("a{{x}}b") << QByteArray("a1b");
    QTest::newRow("twice") << QByteArray("{{x}}{{x}}") << QByteArray("11");
    QTest::newRow("value with a place") << QByteArray("{{y}}!") << QByteArray("{{x}}!");
    QTest::newRow("unknown") << QByteArray("a{{z}}b") << QByteArray("ab");
    QTest::newRow("unclosed") << QByteArray("a{{x") << QByteArray("a{{x");
    QTest::newRow("css braces") << QByteArray("p { a: {{x}} }") << QByteArray("p { a: 1 }");
    QTest::newRow("halves that meet") << QByteArray("{{h}}{x}}") << QByteArray("{{x}}");
}

void ArticlePageTest::substitution()
{
    QFETCH(QByteArray, pattern);
    QTEST(filledTemplate(pattern, {{"x", "1"}, {"y", "{{x}}"}, {"h", "{"}}), "wanted");
}

void ArticlePageTest::csp_isFirstInHead()
{
    const QByteArray html = page(texts());
    const qsizetype head = html.indexOf("<head>") + 6;
    const QByteArray wanted =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src "
        "article-image:; style-src 'nonce-n0nce'; base-uri 'none'; form-action 'none'\">";
    QVERIFY(html.mid(head).trimmed().startsWith(wanted));
}

void ArticlePageTest::page_hasNoScriptAndOneStyle()
{
    const QByteArray html = page(texts());
    QCOMPARE(html.count("<style"), 1);
    QCOMPARE(html.count("<style nonce=\"n0nce\">"), 1);
    QCOMPARE(html.count("</style"), 1);
    QVERIFY(!html.contains("<script"));
    QVERIFY(!html.contains(" style="));
    QVERIFY(!html.contains("url("));
    QVERIFY(!html.contains("@import"));
}

void ArticlePageTest::title_isEscaped()
{
    PageTexts hostile = texts();
    hostile.title = u"</title><script>\"x\"&"_s;
    hostile.byline = u"<b>bold</b>"_s;
    hostile.notice = u"<i>slanted</i>"_s;
    hostile.categories = {u"<u>under</u>"_s};
    const QByteArray html = page(hostile);
    QVERIFY(!html.contains("<script"));
    QCOMPARE(html.count("&lt;/title&gt;&lt;script&gt;&quot;x&quot;&amp;"), 2);
    QVERIFY(html.contains("&lt;b&gt;bold"));
    QVERIFY(html.contains("&lt;i&gt;slanted"));
    QVERIFY(html.contains("&lt;u&gt;under"));
}

void ArticlePageTest::placeInArticle_isNotExpanded()
{
    PageTexts odd = texts();
    odd.title = u"{{body}}"_s;
    const QByteArray html = page(odd, u"<p>{{title}} {{nonce}} {{sheet}}</p>"_s);
    QVERIFY(html.contains("<p>{{title}} {{nonce}} {{sheet}}</p>"));
    QVERIFY(html.contains("<title>{{body}}</title>"));
}

void ArticlePageTest::everyPlace_isFilled()
{
    QVERIFY(!page(texts()).contains("{{"));
}

void ArticlePageTest::categories_linkByNumberOfParts()
{
    PageTexts nested = texts();
    nested.categories = {u"one"_s, u"two"_s, u"three"_s};
    const QByteArray html = page(nested);
    QVERIFY(html.contains("<a href=\"article-command://category/1\"><bdi>one</bdi></a>"));
    QVERIFY(html.contains("<a href=\"article-command://category/3\"><bdi>three</bdi></a>"));
    QCOMPARE(html.count("article-command:"), 3);
}

void ArticlePageTest::emptyTexts_leaveNothing()
{
    PageTexts bare;
    bare.title = u"Title"_s;
    const QByteArray html = page(bare);
    for (const char *element : {"class=\"page-path\"", "class=\"page-byline\"", "class=\"page-notice\"",
                                "class=\"page-picture\"", "class=\"page-foot\""})
        QVERIFY2(!html.contains(element), element);
}

void ArticlePageTest::original_data()
{
    QTest::addColumn<QUrl>("link");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("http") << QUrl(u"http://host.example/a?b=1&c=2"_s)
                          << QByteArray("href=\"http://host.example/a?b=1&amp;c=2\"");
    QTest::newRow("punycode") << QUrl(u"https://аpple.example/"_s)
                              << QByteArray(">https://xn--pple-43d.example/</a>");
    QTest::newRow("mail") << QUrl(u"mailto:a@host.example"_s) << QByteArray("href=\"mailto:a@host.example\"");
    QTest::newRow("quotation mark") << QUrl(u"https://host.example/\"onclick"_s)
                                    << QByteArray("href=\"https://host.example/%22onclick\"");
    QTest::newRow("script") << QUrl(u"javascript:alert(1)"_s) << QByteArray();
    QTest::newRow("file") << QUrl(u"file:///etc/passwd"_s) << QByteArray();
    QTest::newRow("command") << QUrl(u"article-command://category/1"_s) << QByteArray();
    QTest::newRow("none") << QUrl() << QByteArray();
}

void ArticlePageTest::original()
{
    QFETCH(QUrl, link);
    QFETCH(QByteArray, wanted);
    PageTexts linked = texts();
    linked.original = u"Original:"_s;
    linked.originalLink = link;
    const QByteArray html = page(linked);
    QCOMPARE(html.contains("page-foot\""), !wanted.isEmpty());
    QVERIFY2(html.contains(wanted), html.mid(html.indexOf("<footer")).constData());
}

void ArticlePageTest::style_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<FontStyle>("font");
    QTest::addColumn<QByteArray>("classes");
    QTest::addColumn<QByteArray>("background");
    // The backgrounds as looks.md names them.
    QTest::newRow("light") << Theme::Light << FontStyle::Serif << QByteArray("light serif latin")
                           << QByteArray("--background: #fbfaf7;");
    QTest::newRow("dark") << Theme::Dark << FontStyle::Sans << QByteArray("dark sans latin")
                          << QByteArray("--background: #1b1c1e;");
    QTest::newRow("sepia") << Theme::Sepia << FontStyle::Serif << QByteArray("sepia serif latin")
                           << QByteArray("--background: #f5ecd9;");
}

void ArticlePageTest::style()
{
    QFETCH(Theme, theme);
    QFETCH(FontStyle, font);
    QFETCH(QByteArray, classes);
    QFETCH(QByteArray, background);
    const QByteArray html = page(texts(), u"<p>Body</p>"_s, {theme, font, 20});
    QVERIFY(html.contains("class=\"" + classes + '"'));
    QVERIFY(html.contains(background));
    QVERIFY(html.contains("font-size: 20px;"));
}

void ArticlePageTest::highContrast_isAClassOfItsOwn()
{
    const QByteArray html =
        page(texts(), u"<p>Body</p>"_s, {.theme = Theme::Sepia, .contrast = Contrast::High});
    QVERIFY(html.contains("class=\"sepia contrast serif latin\""));
    QVERIFY(html.contains("--background: #ffffff; --text: #000000;"));
}

void ArticlePageTest::textSize_isBounded()
{
    QVERIFY(page(texts(), {}, {Theme::Light, FontStyle::Serif, 3}).contains("font-size: 12px;"));
    QVERIFY(page(texts(), {}, {Theme::Light, FontStyle::Serif, 300}).contains("font-size: 40px;"));
}

void ArticlePageTest::columnAndLines_areBounded()
{
    const PageStyle usual;
    QVERIFY(page(texts(), {}, usual).contains("--measure: 1; --leading: 1;"));
    const PageStyle wide{Theme::Light, FontStyle::Serif, 18, 150, 90};
    QVERIFY(page(texts(), {}, wide).contains("--measure: 1.5; --leading: 0.9;"));
    const PageStyle wild{Theme::Light, FontStyle::Serif, 18, 100'000, -3};
    QVERIFY(page(texts(), {}, wild).contains("--measure: 2; --leading: 0.8;"));
}

void ArticlePageTest::ownFonts_comeFirst()
{
    QVERIFY(!page(texts()).contains("--latin-font:"));
    PageStyle style;
    style.latinFont = u"EB Garamond"_s;
    style.chineseFont = u"霞鹜文楷"_s;
    const QByteArray html = page(texts(), {}, style);
    QVERIFY(html.contains("--latin-font: \"EB Garamond\"; --chinese-font: \"霞鹜文楷\"; "));
    QVERIFY(html.contains("font-family: var(--latin-font, "));
}

// It comes from a file that anybody may have written.
void ArticlePageTest::nameOfFont_staysAString()
{
    PageStyle style;
    style.latinFont = u"a\"; } </style><script>x\\\n"_s;
    const QByteArray html = page(texts(), {}, style);
    QVERIFY(html.contains("--latin-font: \"a  stylescriptx\"; "));
    QCOMPARE(html.count("</style>"), 1);
    QVERIFY(!html.contains("<script"));
}

void ArticlePageTest::indentedParagraphs_areAClass()
{
    PageStyle style;
    style.paragraphs = ParagraphStyle::Indented;
    QVERIFY(page(texts(), u"<p>Body</p>"_s, style).contains("class=\"light serif latin indented\""));
}

void ArticlePageTest::language_followsText()
{
    PageTexts chinese = texts();
    chinese.title = u"標題"_s;
    const QByteArray html = page(chinese, u"<p>我們來到這個國家的時候，還沒有學會說話。</p>"_s);
    QVERIFY(html.contains("<html lang=\"zh-Hant\" class=\"light serif cjk\">"));
    QVERIFY(page(texts()).contains("<html lang=\"en\" class=\"light serif latin\">"));
}

void ArticlePageTest::headPicture_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QUrl>("wanted");
    const QUrl picture(u"http://host.example/a.jpg"_s);
    QTest::newRow("none") << u""_s << u""_s << QUrl();
    QTest::newRow("placeholder") << u"https://picsum.photos/400/300?random=7"_s << u""_s << QUrl();
    QTest::newRow("plain") << picture.toString() << u""_s << picture;
    QTest::newRow("wrapped") << u"https://cors.zfour.workers.dev/?http://host.example/a.jpg"_s << u""_s
                             << picture;
    QTest::newRow("the body shows it")
        << picture.toString() << u"<p><img src=\"http://host.example/a.jpg\"></p>"_s << QUrl();
    QTest::newRow("the body shows it by another scheme")
        << picture.toString() << u"<p><img src=\"https://host.example/a.jpg\"></p>"_s << QUrl();
    QTest::newRow("the body shows another")
        << picture.toString() << u"<p><img src=\"http://host.example/b.jpg\"></p>"_s << picture;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u""_s << QUrl();
}

void ArticlePageTest::headPicture()
{
    QFETCH(QString, written);
    QFETCH(QString, body);
    QFETCH(QUrl, wanted);
    const PagePicture picture = ::headPicture(written, {}, safe(body), "t1");
    QCOMPARE(picture.address.url, wanted);
    QCOMPARE(picture.key.isEmpty(), wanted.isEmpty());
    QVERIFY(QRegularExpression(u"^[a-z0-9]*$"_s).match(QString::fromLatin1(picture.key)).hasMatch());
}

void ArticlePageTest::headPicture_standsAboveBody()
{
    PagePicture picture;
    picture.key = "t1head";
    picture.alt = u"\"quoted\""_s;
    picture.size = {640, 480};
    const QByteArray html = articlePage(texts(), picture, safe(u"<p>Body</p>"_s), {}, "n0nce");
    const qsizetype at = html.indexOf("<img src=\"article-image://i/t1head\" alt=\"&quot;quoted&quot;\" "
                                      "width=\"640\" height=\"480\">");
    QVERIFY(at > 0);
    QVERIFY(at < html.indexOf("<p>Body</p>"));
}

void ArticlePageTest::classesOfTheSanitizer_areStyled_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"uc-embed", "uc-math", "uc-inline-picture", "uc-pre-wrap", "uc-float-left", "uc-float-right"})
        QTest::newRow(name) << QByteArray(name);
}

void ArticlePageTest::classesOfTheSanitizer_areStyled()
{
    QFETCH(const QByteArray, name);
    QVERIFY(isOwnClass(name));
    QVERIFY(page(texts()).contains('.' + name + ' '));
}

QTEST_APPLESS_MAIN(ArticlePageTest)
#include "tst_articlepage.moc"
