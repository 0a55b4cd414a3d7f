#include "app/page/htmlwriter.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlWriter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes();
    void escapes_data();
    void escapes();
    void newlineAfterPre_isDoubled();
};

void TestHtmlWriter::writes()
{
    HtmlTree tree;
    QCOMPARE(writeHtml(tree), QByteArray());
    const int paragraph = tree.appendElement(0, "p");
    tree.nodes.at(size_t(paragraph)).attributes = {{"title", "a\"<"}, {"align", "left"}};
    tree.appendText(paragraph, "x & y");
    tree.appendElement(paragraph, "br");
    const int bold = tree.appendElement(paragraph, "b");
    tree.appendElement(bold, "i");
    tree.appendElement(0, "hr");
    QCOMPARE(writeHtml(tree),
             QByteArray("<p align=\"left\" title=\"a&quot;&lt;\">x &amp; y<br><b><i></i></b></p><hr>"));
}

void TestHtmlWriter::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("marks") << QByteArray("&<>\"'") << QByteArray("&amp;&lt;&gt;&quot;'");
    QTest::newRow("controls") << QByteArray("a\0\x01\x1b\x7f\tb\n", 8) << QByteArray("a\tb\n");
    QTest::newRow("CR") << QByteArray("a\r\nb\rc") << QByteArray("a\nb\nc");
    QTest::newRow("UTF-8") << QByteArray("图") << QByteArray("图");
}

void TestHtmlWriter::escapes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(escapedHtml(text), expected);
}

void TestHtmlWriter::newlineAfterPre_isDoubled()
{
    HtmlTree tree;
    tree.appendText(tree.appendElement(0, "pre"), "\na");
    tree.appendText(tree.appendElement(0, "pre"), "a");
    QCOMPARE(writeHtml(tree), QByteArray("<pre>\n\na</pre><pre>a</pre>"));
}

QTEST_APPLESS_MAIN(TestHtmlWriter)
#include "tst_htmlwriter.moc"
