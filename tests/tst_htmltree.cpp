#include "app/page/htmltree.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHtmlTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksInDocumentOrder();
    void joinsTexts();
    void unlinks();
    void readsAttributes();
};

void TestHtmlTree::walksInDocumentOrder()
{
    HtmlTree tree;
    const int first = tree.appendElement(0, "div");
    const int inner = tree.appendElement(first, "b");
    const int second = tree.appendElement(0, "p");
    QList<int> order;
    for (int i = tree.following(0, 0); i >= 0; i = tree.following(i, 0))
        order.append(i);
    QCOMPARE(order, QList<int>({first, inner, second}));
    QCOMPARE(tree.following(inner, first), -1);
    QCOMPARE(tree.followingWithoutChildren(first, 0), second);
}

void TestHtmlTree::joinsTexts()
{
    HtmlTree tree;
    const int text = tree.appendText(0, "a");
    QCOMPARE(tree.appendText(0, "b"), text);
    tree.appendElement(0, "br");
    QVERIFY(tree.appendText(0, "c") != text);
    QCOMPARE(tree.textOf(0), QByteArray("abc"));
}

void TestHtmlTree::unlinks()
{
    HtmlTree tree;
    const int first = tree.appendElement(0, "a");
    const int second = tree.appendElement(0, "b");
    const int third = tree.appendElement(0, "i");
    tree.unlink(second);
    QCOMPARE(tree.nodes.at(size_t(first)).next, third);
    QCOMPARE(tree.nodes.at(size_t(third)).previous, first);
    tree.unlink(first);
    tree.unlink(third);
    QCOMPARE(tree.nodes.front().firstChild, -1);
    QCOMPARE(tree.nodes.front().lastChild, -1);
}

void TestHtmlTree::readsAttributes()
{
    HtmlNode node;
    node.attributes = {{"src", "x"}, {"hidden", ""}};
    QCOMPARE(node.value("src"), QByteArray("x"));
    QVERIFY(node.has("hidden"));
    QVERIFY(!node.has("alt"));
    QVERIFY(node.value("alt").isEmpty());
}

QTEST_APPLESS_MAIN(TestHtmlTree)
#include "tst_htmltree.moc"
