#include "app/page/tagrewriting.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTagRewriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rewrites_data();
    void rewrites();
    void namesComeBack();
    void stayLinear();
};

void TestTagRewriting::rewrites_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *html, const char *expected) {
        QTest::newRow(html) << QByteArray(html) << QByteArray(expected);
    };
    row("plain < text", "plain < text");
    row("<p>a</p>", "<p>a</p>");
    for (const char *name :
         {"option", "optgroup", "frameset", "form", "button", "html", "head", "body", "blink", "marquee"}) {
        const QByteArray html = "<" + QByteArray(name) + " a=b>c</" + QByteArray(name).toUpper() + ">";
        const QByteArray expected = "<x-" + QByteArray(name) + " a=b>c</x-" + name + ">";
        row(html.constData(), expected.constData());
    }
    row("<svg a=b>c</SVG>", "<canvas a=b>c</canvas>");
    row("<select a=b>c</SELECT>", "<canvas a=b>c</canvas>");
    row("<template a=b>c</TEMPLATE>", "<applet a=b>c</applet>");
    row("<math a=b>c</MATH>", "<blink a=b>c</blink>");
    row("<noscript a=b>c</NOSCRIPT>", "<marquee a=b>c</marquee>");
    row("<SVG/onload=x>", "<canvas/onload=x>");
    row("<svg\fa>b</svg>", "<canvas\fa>b</canvas>");
    row("<svgx a=b>", "<svgx a=b>");
    row("<svg a=1/>b", "<canvas a=1/></canvas>b");
    row("<path d='>'/>", "<path d='>'/></path>");
    row("<o:p/>", "<o:p/></o:p>");
    row("<br/>", "<br/>");
    row("<input a>b", "<x-input a></x-input>b");
    row("<frame a><keygen a><isindex a>",
        "<x-frame a></x-frame><x-keygen a></x-keygen><x-isindex a></x-isindex>");
    row("docker <image>", "docker &lt;image>");
    row("<image src=x>", "<image src=x>");
    row("<base image>", "&lt;base image>");
    row("<base href=x>", "<base href=x>");
    row("<network_name>", "&lt;network_name>");
    row("<a_b>c</a_b>", "<a_b>c</a_b>");
    row("<b>", "<b>");
    row("<https://h.example/?a=b>", "&lt;https://h.example/?a=b>");
    row("<title> and <title>", "&lt;title> and &lt;title>");
    row("<script>", "<script>");
    row("a\r\nb\rc", "a\nb\nc");
    row("<", "<");
    row("</", "</");
    row("<a", "<a");
}

void TestTagRewriting::rewrites()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, expected);
    QCOMPARE(rewrittenTags(html), expected);
    QCOMPARE(rewrittenTags(QByteArray(1, '\0') + html), expected);
}

void TestTagRewriting::namesComeBack()
{
    QCOMPARE(rewrittenName("X-Form").toByteArray(), QByteArray("x-form"));
    QCOMPARE(rewrittenName("blink").toByteArray(), QByteArray("x-math"));
    QCOMPARE(rewrittenName("Marquee").toByteArray(), QByteArray("noscript"));
    QVERIFY(rewrittenName("x-svg").isEmpty());
    QVERIFY(rewrittenName("x-script").isEmpty());
    QVERIFY(rewrittenName("svg").isEmpty());
}

// Quadratic, these would take hours.
void TestTagRewriting::stayLinear()
{
    for (const char *part : {"<svg \"", "<path d='", "</", "<x ", "<x", "<https:"})
        QVERIFY(!rewrittenTags(QByteArray(part).repeated(200'000)).isEmpty());
}

QTEST_APPLESS_MAIN(TestTagRewriting)
#include "tst_tagrewriting.moc"
