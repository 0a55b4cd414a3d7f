#include "app/page/colorrules.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestColorRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_areMended();
    void unusedAndForeign_haveNone();
    void colours_areBounded();
};

void TestColorRules::rules_areMended()
{
    HtmlTree tree;
    const int ground = tree.appendElement(0, "div");
    tree.nodes.at(size_t(ground)).attributes = {{"class", "uc-pre-wrap bg-003300"}};
    const int text = tree.appendElement(ground, "span");
    tree.nodes.at(size_t(text)).attributes = {{"class", "fg-0000ff"}};
    const ThemeColors colors = themeColors(Theme::Light);
    const QByteArray rules = colorRules(tree, colors);
    const Rgb mendedGround = mendedColor(0x003300, colors.text, 4.5);
    QVERIFY2(rules.contains(".bg-003300{background-color:#" +
                            QByteArray::number(mendedGround, 16).rightJustified(6, '0') + "}"),
             rules.constData());
    const Rgb mendedText = mendedColor(0x0000ff, mendedGround, 4.5);
    QVERIFY2(rules.contains(".bg-003300 .fg-0000ff,.bg-003300.fg-0000ff{color:#" +
                            QByteArray::number(mendedText, 16).rightJustified(6, '0') + "}"),
             rules.constData());
}

void TestColorRules::unusedAndForeign_haveNone()
{
    HtmlTree tree;
    tree.nodes.at(size_t(tree.appendElement(0, "p"))).attributes = {{"class", "uc-embed"}};
    QVERIFY(colorRules(tree, themeColors(Theme::Dark)).isEmpty());
}

void TestColorRules::colours_areBounded()
{
    HtmlTree tree;
    for (int i = 0; i < 1000; ++i)
        tree.nodes.at(size_t(tree.appendElement(0, "p"))).attributes = {
            {"class",
             "fg-" + QByteArray::number(0xff0000 + i, 16) + " bg-" + QByteArray::number(0xffff00 - i, 16)}};
    QVERIFY(colorRules(tree, themeColors(Theme::Light)).count('\n') <= 200);
    HtmlTree texts;
    for (int i = 0; i < 1000; ++i)
        texts.nodes.at(size_t(texts.appendElement(0, "p"))).attributes = {
            {"class", "fg-" + QByteArray::number(0xff0000 + i, 16)}};
    QCOMPARE(colorRules(texts, themeColors(Theme::Light)).count('\n'), 64);
}

QTEST_APPLESS_MAIN(TestColorRules)
#include "tst_colorrules.moc"
