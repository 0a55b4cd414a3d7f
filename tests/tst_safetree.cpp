#include "app/page/htmlparser.h"
#include "app/page/htmlwriter.h"
#include "app/page/safetree.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSafeTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ourOwnClassesAndKeys_areOurs();
    void keys_comeFromToken();
    void depth_isBounded();
    void time_isBounded();
};

void TestSafeTree::ourOwnClassesAndKeys_areOurs()
{
    SanitizerContext context;
    context.token = "t";
    const std::optional<HtmlTree> tree =
        parseHtml("<p class=\"uc-embed x fg-ff0000\">a</p><img src=\"article-image://i/tp0\" alt=\"b\" "
                  "width=\"3\"><img src=\"article-image://i/tp1\">");
    QVERIFY(tree);
    QCOMPARE(writeHtml(safeTree(*tree, context)->tree), QByteArray("<p>a</p>"));
    PagePicture picture;
    picture.key = "tp0";
    QCOMPARE(writeHtml(*checkedTree(*tree, context, {picture})),
             QByteArray("<p class=\"uc-embed fg-ff0000\">a</p><img alt=\"b\" src=\"article-image://i/tp0\" "
                        "width=\"3\">"));
}

void TestSafeTree::keys_comeFromToken()
{
    SanitizerContext context;
    context.token = "abc";
    const std::optional<HtmlTree> tree =
        parseHtml("<img src=https://h.example/a><img src=https://h.example/b>");
    QVERIFY(tree);
    const SafeTree safe = *safeTree(*tree, context);
    QCOMPARE(safe.pictures.size(), 2);
    QCOMPARE(safe.pictures.at(0).key, QByteArray("abcp0"));
    QCOMPARE(safe.pictures.at(1).key, QByteArray("abcp1"));
}

void TestSafeTree::depth_isBounded()
{
    const std::optional<HtmlTree> tree = parseHtml(QByteArray("<div>").repeated(500) + "a");
    QVERIFY(tree);
    const QByteArray html = writeHtml(safeTree(*tree, {})->tree);
    QCOMPARE(html.count("<div>"), maximumDepth);
    QVERIFY(html.contains('a'));
}

void TestSafeTree::time_isBounded()
{
    const std::optional<HtmlTree> tree = parseHtml(QByteArray("<img src=x>").repeated(20));
    QVERIFY(tree);
    QVERIFY(!safeTree(*tree, {}, QDeadlineTimer(0)));
    QVERIFY(!checkedTree(*tree, {}, {}, QDeadlineTimer(0)));
    QVERIFY(!parseHtml(QByteArray("<br>").repeated(300), QDeadlineTimer(0)));
}

QTEST_APPLESS_MAIN(TestSafeTree)
#include "tst_safetree.moc"
