#include "app/page/htmllookup.h"
#include "app/page/htmlparser.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlLookup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkTargets_areNumbered();
    void linkTargets_endWithTheTime();
    void mediaAddressIsFound_data();
    void mediaAddressIsFound();
    void formula_data();
    void formula();
    void pictureSources_ofShownFormats();
    void holdsImageAndBlocks();
};

void TestHtmlLookup::linkTargets_areNumbered()
{
    const std::optional<HtmlTree> tree =
        parseHtml("<a href=#b>1</a><a href=' #a'>2</a><a href=#none>3</a><p id=a><a name=b>");
    QVERIFY(tree);
    const QHash<QByteArray, QByteArray> targets = linkTargets(*tree, {});
    QCOMPARE(targets.size(), 2);
    QCOMPARE(targets.value("b"), QByteArray("uc-1"));
    QCOMPARE(targets.value("a"), QByteArray("uc-2"));
    const QUrl base(u"https://h.example/x?y#z"_s);
    QCOMPARE(linkTarget(targets, "#b", base), QByteArray("uc-1"));
    QCOMPARE(linkTarget(targets, " #%62", base), QByteArray("uc-1"));
    QCOMPARE(linkTarget(targets, "x?y#b", base), QByteArray("uc-1"));
    QCOMPARE(linkTarget(targets, "x#b", base), QByteArray());
    QCOMPARE(linkTarget(targets, "#none", base), QByteArray());
    QCOMPARE(linkTarget(targets, "b", base), QByteArray());
}

// 100,000 addresses take longer than a page may.
void TestHtmlLookup::linkTargets_endWithTheTime()
{
    const std::optional<HtmlTree> tree = parseHtml("<a href='x#b'>1</a><p id=b>");
    QVERIFY(tree);
    const QUrl base(u"https://h.example/x"_s);
    QCOMPARE(linkTargets(*tree, base).size(), 1);
    QCOMPARE(linkTargets(*tree, base, QDeadlineTimer(0)).size(), 0);
}

void TestHtmlLookup::mediaAddressIsFound_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("own") << QByteArray("<video src=a data-src=b><source src=c></video>")
                         << QByteArray("a c b");
    QTest::newRow("source") << QByteArray("<video><source><source src=c></video>") << QByteArray("c");
    QTest::newRow("lazy") << QByteArray("<iframe data-src=b></iframe>") << QByteArray("b");
    QTest::newRow("none") << QByteArray("<audio></audio>") << QByteArray();
}

void TestHtmlLookup::mediaAddressIsFound()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, address);
    QCOMPARE(mediaAddresses(*parseHtml(html), 1).join(' '), address);
}

void TestHtmlLookup::formula_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("TeX")
        << QByteArray(
               "<math alttext=b><mi>x</mi><annotation encoding='application/x-tex'>a\n^2</annotation></math>")
        << QByteArray("a ^2");
    QTest::newRow("alternative") << QByteArray("<math alttext=b><mi>x</mi></math>") << QByteArray("b");
    QTest::newRow("symbols") << QByteArray("<math><mi>x</mi><mo>+</mo></math>") << QByteArray("x+");
}

void TestHtmlLookup::formula()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, text);
    QCOMPARE(formulaText(*parseHtml(html), 1), text);
}

void TestHtmlLookup::pictureSources_ofShownFormats()
{
    const std::optional<HtmlTree> tree =
        parseHtml("<picture><source srcset=a><source type=image/avif srcset=b><source type=image/webp "
                  "srcset=c><img></picture><img>");
    QVERIFY(tree);
    QCOMPARE(pictureSources(*tree, tree->nodes.at(5)), QByteArrayList({"a", "c"}));
    QVERIFY(pictureSources(*tree, tree->nodes.at(6)).isEmpty());
}

void TestHtmlLookup::holdsImageAndBlocks()
{
    const std::optional<HtmlTree> tree = parseHtml("<span><b><img></b></span><span><div>a</div></span>");
    QVERIFY(tree);
    QVERIFY(holdsImage(*tree, 1));
    QVERIFY(!holdsImage(*tree, 4));
    const std::vector<bool> holders = blockHolders(*tree);
    QVERIFY(!holders.at(1));
    QVERIFY(holders.at(4));
}

QTEST_APPLESS_MAIN(TestHtmlLookup)
#include "tst_htmllookup.moc"
