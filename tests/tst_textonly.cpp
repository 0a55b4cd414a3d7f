#include "app/page/textonly.h"
#include "tests/safehtmlgrammar.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTextOnly final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strips_data();
    void strips();
    void html_fitsTheGrammar();
};

void TestTextOnly::strips_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *html, const char *expected) {
        QTest::newRow(html) << QByteArray(html) << QByteArray(expected);
    };
    row("", "");
    row("a<b>c</b>d", "acd");
    row("<p>a</p>", "\na\n");
    row("a<br/>b", "a\nb");
    row("a<script>x</SCRIPT>b", "ab");
    row("a<style>x", "a");
    row("a<!-- x > -->b", "ab");
    row("a<!-- x", "a");
    row("a<!doctype html>b<?x?>c", "abc");
    row("1 < 2 <3", "1 < 2 <3");
    row("a<b", "a");
    row("&lt;&amp;&gt;&quot;&#65;&#x42;", "<&>\"AB");
    row("&#0;&#xD800;&#x110000;&unknown;&", "&#0;&#xD800;&#x110000;&unknown;&");
}

void TestTextOnly::strips()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, expected);
    QCOMPARE(strippedText(html), expected);
}

void TestTextOnly::html_fitsTheGrammar()
{
    for (const QByteArray &html : {QByteArray("a\r\n\n&lt;script&gt;x</p><p>b&c"), QByteArray("<a href=\""),
                                   QByteArray("\x01\x7f\xff\xfe<i"), QByteArray("<p>&#7;</p>")}) {
        const QByteArray text = textOnlyHtml(html);
        QCOMPARE(grammarFault(QString::fromUtf8(text)), QString());
        QCOMPARE(textOnlyHtml(text), text);
    }
    QCOMPARE(textOnlyHtml("a\xff"), QByteArray("<p>a\uFFFD</p>\n"));
    QCOMPARE(textOnlyHtml("a\n \n\x01\nb"), QByteArray("<p>a</p>\n<p>b</p>\n"));
    QCOMPARE(textOnlyHtml("a\n&lt;b&gt;"), QByteArray("<p>a</p>\n<p>&lt;b&gt;</p>\n"));
}

QTEST_APPLESS_MAIN(TestTextOnly)
#include "tst_textonly.moc"
