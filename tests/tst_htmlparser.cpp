#include "app/page/htmlparser.h"
#include "app/page/htmlwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlParser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void guards_refuse_data();
    void guards_refuse();
    void attributes_areBounded();
    void errors_areNotKept();
    void time_isBounded();
};

void TestHtmlParser::parses_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char *html, const char *tree) {
        QTest::newRow(html) << QByteArray(html) << QByteArray(tree);
    };
    row("", "");
    row("a<b>c", "a<b>c</b>");
    row("<p>a<p>b", "<p>a</p><p>b</p>");
    row("<picture><img></picture>", "<picture><img></picture>");
    row("<svg>a<path d=x></svg>b", "<canvas>a<x-unknown></x-unknown></canvas>b");
    row("<select><option value=x>a<option value=y>b</select>c",
        "<canvas><x-option value=\"x\">a<x-option value=\"y\">b</x-option></x-option></canvas>c");
    row("<template><p>a</template>b", "<applet><p>a</p></applet>b");
    row("<noscript><p>a</noscript>b", "<noscript><p>a</p></noscript>b");
    row("<math><mspace width=x>a</math>b", "<x-math><x-unknown width=\"x\">a</x-unknown></x-math>b");
    row("<blink>a</blink><marquee>b</marquee>", "<x-blink>a</x-blink><x-marquee>b</x-marquee>");
    row("<frameset><frame></frameset>a", "<x-frameset><x-frame></x-frame></x-frameset>a");
    row("</body></html>a", "a");
    row("<custom-name a=1>a</custom-name>", "<x-unknown>a</x-unknown>");
    row("<portal a=1>a</portal>", "<portal>a</portal>");
    row("<p onclick=x title=y>a", "<p title=\"y\">a</p>");
    row("<!-- x -->a", "a");
    row("a &gt", "a &gt;");
    row("\xff", "\uFFFD");
    row("<table><svg><select><foreignObject><select><table>", nullptr);
    row("<svg><html><title><select><select></body>", nullptr);
}

void TestHtmlParser::parses()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, tree);
    const std::optional<HtmlTree> result = parseHtml(html);
    QVERIFY(result);
    // The two that abort an unguarded gumbo only have to come back.
    if (!tree.isNull())
        QCOMPARE(writeHtml(*result), tree);
}

void TestHtmlParser::guards_refuse_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("size") << QByteArray(maximumHtmlSize + 1, 'a');
    QTest::newRow("nodes") << QByteArray("<br>").repeated(maximumHtmlNodes + 1);
    QByteArray formatting;
    for (int i = 0; i < 20'000; ++i)
        formatting += "<b a" + QByteArray::number(i) + "=x><p>";
    QTest::newRow("memory") << formatting;
}

void TestHtmlParser::guards_refuse()
{
    QFETCH(QByteArray, html);
    QVERIFY(!parseHtml(html, QDeadlineTimer(QDeadlineTimer::Forever)));
}

void TestHtmlParser::attributes_areBounded()
{
    QByteArray html = "<p";
    for (int i = 0; i < maximumHtmlAttributes; ++i)
        html += " a" + QByteArray::number(i) + "=x";
    const std::optional<HtmlTree> tree = parseHtml(html + " title=x>");
    QVERIFY(tree);
    QVERIFY(tree->nodes.at(1).attributes.isEmpty());
}

// Kept errors would need 3 GB here (security.md 1).
void TestHtmlParser::errors_areNotKept()
{
    QVERIFY(parseHtml(QByteArray("<span>").repeated(20'000)));
}

// Few allocations and many nodes: the parser may be done when the walk over its tree begins.
void TestHtmlParser::time_isBounded()
{
    QVERIFY(parseHtml(QByteArray("<br>").repeated(20)));
    QVERIFY(!parseHtml(QByteArray("<br>").repeated(20'000), QDeadlineTimer(0)));
}

QTEST_APPLESS_MAIN(TestHtmlParser)
#include "tst_htmlparser.moc"
