#include "app/page/htmlrules.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elements();
    void attributes_data();
    void attributes();
    void wrappers_standWhereTheyMayAndSaySomething();
    void ownClasses();
    void knownAttributes_haveNoHandlers();
};

void TestHtmlRules::elements()
{
    int kept = 0;
    for (const char *name : {"p", "a", "img", "table", "ruby", "wbr"})
        kept += elementRule(name) == ElementRule::Keep;
    QCOMPARE(kept, 6);
    for (const char *name :
         {"script", "style", "x-svg", "object", "embed", "textarea", "link", "meta", "base", "plaintext"})
        QCOMPARE(elementRule(name), ElementRule::Drop);
    for (const char *name : {"iframe", "video", "audio", "picture", "noscript", "x-math", "font"})
        QCOMPARE(elementRule(name), ElementRule::Replace);
    for (const char *name : {"x-form", "x-input", "label", "x-unknown", "x-body"})
        QCOMPARE(elementRule(name), ElementRule::Unwrap);
    QVERIFY(isVoidElement("img") && !isVoidElement("p"));
    QVERIFY(isBlockElement("p") && !isBlockElement("span"));
    QVERIFY(isHtmlElement("svg") && isHtmlElement("p") && !isHtmlElement("network_name"));
}

void TestHtmlRules::attributes_data()
{
    QTest::addColumn<QByteArray>("element");
    QTest::addColumn<QByteArray>("attribute");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *element, const char *attribute, const char *value, const char *expected) {
        QTest::addRow("%s %s=%s", element, attribute, value)
            << QByteArray(element) << QByteArray(attribute) << QByteArray(value) << QByteArray(expected);
    };
    row("p", "dir", "RTL", "rtl");
    row("p", "dir", "up", nullptr);
    row("p", "lang", "zh-Hans", "zh-Hans");
    row("p", "lang", "\"", nullptr);
    row("p", "lang", "", nullptr);
    row("p", "lang", "abcdefghijklmnopqrstuvwxyz0123456789", nullptr);
    row("p", "title", QByteArray(2001, 'a').constData(), nullptr);
    row("td", "colspan", "+07", "7");
    row("p", "title", "a\"b", "a\"b");
    row("p", "align", "Center", "center");
    row("p", "align", "middle", nullptr);
    row("span", "align", "center", nullptr);
    row("td", "valign", "top", "top");
    row("p", "valign", "top", nullptr);
    row("td", "colspan", " 3 ", "3");
    row("td", "colspan", "0", nullptr);
    row("td", "rowspan", "1000", nullptr);
    row("td", "rowspan", "999", "999");
    row("p", "colspan", "3", nullptr);
    row("th", "scope", "ROW", "row");
    row("th", "scope", "x", nullptr);
    row("col", "span", "2", "2");
    row("col", "span", "2000", nullptr);
    row("ol", "start", "-3", "-3");
    row("ol", "start", "1e3", nullptr);
    row("ol", "type", "A", "A");
    row("ol", "type", "disc", nullptr);
    row("ol", "reversed", "x", "");
    row("li", "value", "5", "5");
    row("time", "datetime", "2021-11-23T04:19Z", "2021-11-23T04:19Z");
    row("del", "datetime", "<x>", nullptr);
    row("details", "open", "x", "");
    row("p", "open", "x", nullptr);
    for (const char *attribute :
         {"onclick", "style", "class", "src", "href", "id", "data-src", "srcset", "name"})
        row("a", attribute, "1", nullptr);
}

void TestHtmlRules::attributes()
{
    QFETCH(QByteArray, element);
    QFETCH(QByteArray, attribute);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    const QByteArray result = checkedAttribute(element, attribute, value);
    QCOMPARE(result, expected);
    QCOMPARE(result.isNull(), expected.isNull());
}

void TestHtmlRules::wrappers_standWhereTheyMayAndSaySomething()
{
    QVERIFY(takesWrapper("p", "strong"));
    QVERIFY(takesWrapper("a", "em"));
    QVERIFY(!takesWrapper("strong", "strong"));
    QVERIFY(!takesWrapper("h2", "strong"));
    QVERIFY(!takesWrapper("i", "em"));
    QVERIFY(!takesWrapper("a", "u"));
    QVERIFY(!takesWrapper("tr", "em"));
}

void TestHtmlRules::ownClasses()
{
    for (const char *name : {"uc-embed", "uc-math", "uc-inline-picture", "uc-block-picture", "uc-pre-wrap",
                             "uc-float-left", "fg-00ff00", "bg-abcdef"})
        QVERIFY2(isOwnClass(name), name);
    for (const char *name : {"", "x", "fg-", "fg-00FF00", "fg-00ff0", "fg-00ff000", "fg-00ff0\"", "UC-embed"})
        QVERIFY2(!isOwnClass(name), name);
}

void TestHtmlRules::knownAttributes_haveNoHandlers()
{
    QCOMPARE(knownAttribute("href").toByteArray(), QByteArray("href"));
    for (const char *name :
         {"onclick", "onerror", "srcdoc", "formaction", "action", "target", "ping", "background"})
        QVERIFY2(knownAttribute(name).isEmpty(), name);
}

QTEST_APPLESS_MAIN(TestHtmlRules)
#include "tst_htmlrules.moc"
