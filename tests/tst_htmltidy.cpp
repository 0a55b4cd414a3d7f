#include "app/page/htmlparser.h"
#include "app/page/htmltidy.h"
#include "app/page/htmlwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlTidy final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tidies_data();
    void tidies();
};

void TestHtmlTidy::tidies_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *html, const char *expected) {
        QTest::newRow(html) << QByteArray(html) << QByteArray(expected);
    };
    row("a<br>b", "a<br>b");
    row("a<br><br><br>b", "a<br><br>b");
    row("<br>a<br>", "a");
    row("<p>a<br></p>", "<p>a</p>");
    row("a<br><p>b</p><br>c", "a<p>b</p>c");
    row("<b>a<br></b>c", "<b>a<br></b>c");
    row("<p></p><p> \u00a0\u3000\u200b</p><p>a</p>", "<p>a</p>");
    row("<p>\u00a1</p><p>\u3001</p><p>\u2014</p><p>\u00e9</p>",
        "<p>\u00a1</p><p>\u3001</p><p>\u2014</p><p>\u00e9</p>");
    row("<p> \ufeff\u2003\u1680</p><p>\U00020000</p>", "<p>\U00020000</p>");
    row("<div><div><p><br></p></div></div>", "");
    row("<p><b> </b></p>a<b> </b>c<b></b>", "a<b> </b>c");
    row("<p id=\"x\"></p>", "<p id=\"x\"></p>");
    row("<p><img></p>", "<p><img></p>");
    row("<ul></ul><ul><li></li></ul>", "<ul><li></li></ul>");
    row("<table><tbody><tr><td></td></tr></tbody></table>",
        "<table><tbody><tr><td></td></tr></tbody></table>");
}

void TestHtmlTidy::tidies()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, expected);
    std::optional<HtmlTree> tree = parseHtml(html);
    QVERIFY(tree);
    tidyHtml(&*tree);
    QCOMPARE(writeHtml(*tree), expected);
}

QTEST_APPLESS_MAIN(TestHtmlTidy)
#include "tst_htmltidy.moc"
