#include "app/page/styletranslation.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestStyleTranslation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void translates_data();
    void translates();
    void hides();
    void readsSizes();
    void colours_data();
    void colours();
};

void TestStyleTranslation::translates_data()
{
    QTest::addColumn<QByteArray>("style");
    QTest::addColumn<QByteArray>("expected"); // wrappers | classes | align | direction
    const auto row = [](const char *style, const char *expected) {
        QTest::newRow(style) << QByteArray(style) << QByteArray(expected);
    };
    row("", "|||");
    row("font-weight:bold", "strong|||");
    row("font-weight:500", "|||");
    row("FONT-STYLE: Italic", "em|||");
    row("text-decoration: underline line-through", "u s|||");
    row("vertical-align:sub;font-weight:600", "sub strong|||");
    row("white-space:pre-wrap", "|uc-pre-wrap||");
    row("float:left;float:left", "|uc-float-left||");
    row("color:red", "|fg-ff0000||");
    row("color:#F0A", "|fg-ff00aa||");
    row("color:red;color:blue", "|fg-0000ff||");
    row("color:red;color:black", "|||");
    row("background:#ffe0b0;color:#00f", "|bg-ffe0b0 fg-0000ff||");
    row("text-align:center;direction:rtl", "||center|rtl");
    row("text-align:inherit;direction:x", "|||");
    row("color:red!important", "|fg-ff0000||");
    row("color:rgb(255,0,0)", "|fg-ff0000||");
    row("color: RGBA( 255 , 0 , 0 , .5 ) !important", "|fg-ff8080||");
    row("background:rgb(255 224 176 / 100%)", "|bg-ffe0b0||");
    row("background:rgba(255,0,0,0)", "|||");
    row("color:red;color:rgb(51,51,51)", "|||");
    row("color:rgb(1,2,3)url(x)", "|||");
    row("color:url(x)rgb(1,2,3)", "|||");
    row("color:rgb(255,0,0);background:url(x)", "|fg-ff0000||");
    row("text-align:rgb(1,2,3)", "|||");
    row("color:r\\65 d", "|||");
    row("color:re/**/d", "|||");
    row("background:url(x)", "|||");
    row("color:@x", "|||");
    row("color:<red", "|||");
    row("position:fixed;z-index:9", "|||");
    row("text-decoration:underline (x", "|||");
    row("text-decoration:underline \\x", "|||");
    row("text-decoration:underline @x", "|||");
    row("text-decoration:underline <x", "|||");
    row("text-decoration:underline /*x", "|||");
    row("white-space:nowrap;float:none", "|||");
    row("color:orange url", "|||");
    row("color:xrgb(255,0,0)", "|||");
    row("text-decoration:underline;color:rgb(255,0,0) underline", "u|||");
    row(";;:;color;:red", "|||");
}

void TestStyleTranslation::translates()
{
    QFETCH(QByteArray, style);
    QFETCH(QByteArray, expected);
    const TranslatedStyle result = translatedStyle(style);
    QByteArrayList wrappers;
    for (const QByteArrayView wrapper : result.wrappers)
        wrappers.append(wrapper.toByteArray());
    QCOMPARE(QByteArrayList({wrappers.join(' '), result.classes.join(' '), result.align, result.direction})
                 .join('|'),
             expected);
}

void TestStyleTranslation::hides()
{
    QVERIFY(translatedStyle("color:red;display : none").isHidden);
    QVERIFY(!translatedStyle("visibility:hidden").isHidden);
    QVERIFY(!translatedStyle("display:block").isHidden);
}

void TestStyleTranslation::readsSizes()
{
    QCOMPARE(translatedStyle("width:640px;height:460.4px").size, QSize(640, 460));
    QCOMPARE(translatedStyle("width:100%;height:99999px").size, QSize(-1, -1));
}

void TestStyleTranslation::colours_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("color");
    QTest::newRow("name") << QByteArray(" Teal ") << 0x008080;
    QTest::newRow("three digits") << QByteArray("#1a2") << 0x11aa22;
    QTest::newRow("six digits") << QByteArray("#1A2b3C") << 0x1a2b3c;
    QTest::newRow("four digits") << QByteArray("#1a2b") << -1;
    QTest::newRow("no digits") << QByteArray("#ggg") << -1;
    QTest::newRow("unknown name") << QByteArray("blurple") << -1;
    QTest::newRow("function") << QByteArray("rgb(26, 43, 60)") << 0x1a2b3c;
    QTest::newRow("function, too high") << QByteArray("rgb(999,0,0)") << 0xff0000;
    QTest::newRow("function, newline behind") << QByteArray("rgb(1,2,3)\nx") << -1;
    QTest::newRow("function, two numbers") << QByteArray("rgb(1,2)") << -1;
    QTest::newRow("function, clear") << QByteArray("rgba(1,2,3,0)") << -1;
    QTest::newRow("another function") << QByteArray("hsl(1,2,3)") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
}

void TestStyleTranslation::colours()
{
    QFETCH(QByteArray, value);
    QFETCH(int, color);
    const std::optional<Rgb> found = cssColor(value);
    QCOMPARE(found ? int(*found) : -1, color);
}

QTEST_APPLESS_MAIN(TestStyleTranslation)
#include "tst_styletranslation.moc"
