#include "app/page/markdown.h"

#include <QTest>

class TestMarkdown final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void converts_data();
    void converts();
    void empty_staysEmpty();
};

void TestMarkdown::converts_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("heading") << QByteArray("# Tide\n") << QByteArray("<h1>Tide</h1>");
    QTest::newRow("table") << QByteArray("|a|b|\n|---|:-:|\n|1|2|\n")
                           << QByteArray("<td align=\"center\">2</td>");
    QTest::newRow("strikethrough") << QByteArray("~~old~~") << QByteArray("<del>old</del>");
    QTest::newRow("autolink") << QByteArray("see https://h.example/a now")
                              << QByteArray("<a href=\"https://h.example/a\">");
    QTest::newRow("www") << QByteArray("www.h.example") << QByteArray("href=\"http://www.h.example\"");
    QTest::newRow("raw HTML block") << QByteArray("<div class=x>\n<b>a</b>\n</div>\n")
                                    << QByteArray("<b>a</b>");
    QTest::newRow("raw HTML inline") << QByteArray("a <kbd>b</kbd>") << QByteArray("a <kbd>b</kbd>");
    QTest::newRow("braces in code") << QByteArray("`f() &#123; &#125;`")
                                    << QByteArray("<code>f() { }</code>");
    QTest::newRow("braces in a fence") << QByteArray("```\n&#123;&#125;\n```") << QByteArray("{}");
    QTest::newRow("other entities in code stay")
        << QByteArray("`&lt;`") << QByteArray("<code>&amp;lt;</code>");
    QTest::newRow("angle brackets in code")
        << QByteArray("`<network_name>`") << QByteArray("<code>&lt;network_name&gt;</code>");
    QTest::newRow("indented prose is no code") << QByteArray("a\n\n    b\n") << QByteArray("<p>b</p>");
    QTest::newRow("task list") << QByteArray("- [x] done") << QByteArray("done");
}

void TestMarkdown::converts()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QByteArray, expected);
    const QByteArray html = markdownToHtml(markdown);
    QVERIFY2(html.contains(expected), html.constData());
}

void TestMarkdown::empty_staysEmpty()
{
    QVERIFY(markdownToHtml({}).isEmpty());
}

QTEST_APPLESS_MAIN(TestMarkdown)
#include "tst_markdown.moc"
