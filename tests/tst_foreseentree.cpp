#include "app/page/htmltidy.h"
#include "app/page/safetree.h"
#include "tests/foreseenfault.h"
#include "tests/hostilecases.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace
{

const QList<QByteArray> &elements()
{
    static const QList<QByteArray> names =
        QByteArray(
            "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code "
            "col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 "
            "header hgroup hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section "
            "small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul "
            "var wbr")
            .split(' ');
    return names;
}

bool isVoid(QByteArrayView name)
{
    return QByteArrayList{"br", "col", "hr", "img", "wbr"}.contains(name.toByteArray());
}

// "div p 'text": each name stands in the one before it, and so does the text, behind the apostrophe.
HtmlTree chain(const QByteArray &names)
{
    static const QHash<QByteArray, QByteArray> lasting = [] {
        QHash<QByteArray, QByteArray> result;
        for (const QByteArray &name : elements())
            result.insert(name, name);
        return result;
    }();
    HtmlTree tree;
    int parent = 0;
    const qsizetype text = names.indexOf('\'');
    for (const QByteArray &name : names.first(text < 0 ? names.size() : text).simplified().split(' ')) {
        if (const auto known = lasting.constFind(name); known != lasting.cend())
            parent = tree.appendElement(parent, *known);
    }
    if (text >= 0)
        tree.appendText(parent, names.sliced(text + 1));
    return tree;
}

}

class TestForeseenTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTrees_areForeseen_data();
    void plainTrees_areForeseen();
    void whatParsersMove_isNotForeseen_data();
    void whatParsersMove_isNotForeseen();
    void everyThreeElements_areParsedAsForeseen();
    void anyTree_isParsedAsForeseen();
    void safePages_areParsedAsForeseen();
    void unlinkedNodes_areGone();
    void otherElements_areNotForeseen();
    void attributes_areThoseOfTheParser();
};

void TestForeseenTree::plainTrees_areForeseen_data()
{
    QTest::addColumn<QByteArray>("names");
    for (const char *const names : {"p 'a",
                                    "section p strong 'a<&>\"\t\n",
                                    "div div p a img",
                                    "ul li p 'a",
                                    "ol li ul li 'a",
                                    "table tbody tr td p a 'b",
                                    "table thead tr th 'a",
                                    "table caption 'a",
                                    "table colgroup col",
                                    "table tbody tr ' \n",
                                    "dl dd 'a",
                                    "dl dt 'a",
                                    "ruby rt 'a",
                                    "pre code '\na",
                                    "h2 span 'a",
                                    "blockquote p br",
                                    "figure figcaption 'a",
                                    "a div h1 'b",
                                    "b b b p 'a",
                                    "details summary 'a",
                                    "p '\u4e3f\u4e2d\u3000\u00a0\U0001f600"})
        QTest::newRow(names) << QByteArray(names);
}

void TestForeseenTree::plainTrees_areForeseen()
{
    QFETCH(QByteArray, names);
    const HtmlTree tree = chain(names);
    const std::optional<HtmlTree> foreseen = foreseenTree(tree);
    QVERIFY(foreseen);
    QCOMPARE(writeHtml(*foreseen), writeHtml(tree));
    QCOMPARE(foreseenFault(tree), QString());
}

void TestForeseenTree::whatParsersMove_isNotForeseen_data()
{
    QTest::addColumn<QByteArray>("names");
    for (const char *const names : {"p div 'a",
                                    "b b b b 'a",
                                    "b i u em 'a",
                                    "br 'a",
                                    "img b",
                                    "p span table",
                                    "p b ul",
                                    "p p",
                                    "p hr",
                                    "a a",
                                    "a div a 'b",
                                    "a table tbody tr td a",
                                    "h1 h2 'a",
                                    "h1 span h1",
                                    "li 'a",
                                    "ul div li",
                                    "ul li li",
                                    "dl div dd",
                                    "dd dd",
                                    "p li",
                                    "rt 'a",
                                    "ruby p rt",
                                    "table 'a",
                                    "table tbody 'a",
                                    "table tr",
                                    "table td",
                                    "tbody tr",
                                    "tr td",
                                    "td 'a",
                                    "table tbody td",
                                    "table tbody tr p",
                                    "table p",
                                    "table col",
                                    "table colgroup 'a",
                                    "col",
                                    "caption 'a",
                                    "table tbody tr 'a",
                                    "div tbody",
                                    "p 'a\x01",
                                    "p 'a\r",
                                    "p 'a\x7f",
                                    "p '\u0085",
                                    "p '\ufffe",
                                    "p '\ufdd0",
                                    "p '\xed\xa0\x80",
                                    "p '\xff",
                                    "p '\U0001fffe"})
        QTest::newRow(names) << QByteArray(names);
}

void TestForeseenTree::whatParsersMove_isNotForeseen()
{
    QFETCH(QByteArray, names);
    QVERIFY(!foreseenTree(chain(names)));
}

void TestForeseenTree::everyThreeElements_areParsedAsForeseen()
{
    for (const QByteArray &outer : elements()) {
        for (const QByteArray &middle : elements()) {
            for (const QByteArray &inner : elements()) {
                const HtmlTree tree = chain(outer + ' ' + middle + ' ' + inner + (isVoid(inner) ? "" : "'a"));
                const QString fault = foreseenFault(tree);
                QVERIFY2(fault.isEmpty(), qPrintable(fault));
            }
        }
    }
}

// Whatever stands beside whatever: 20,000 trees of 2 to 20 nodes, the same ones each time.
void TestForeseenTree::anyTree_isParsedAsForeseen()
{
    std::mt19937 random(1);
    const auto below = [&random](size_t limit) { return static_cast<int>(random() % limit); };
    int foreseen = 0;
    for (int i = 0; i < 20'000; ++i) {
        HtmlTree tree;
        for (int count = 2 + below(19); count > 0; --count) {
            const int parent = below(tree.nodes.size());
            const HtmlNode &above = tree.nodes.at(static_cast<size_t>(parent));
            if (above.isText() && parent > 0)
                continue;
            if (below(4) == 0)
                tree.appendText(parent, below(2) == 0 ? QByteArray("\n") : QByteArray("a<b"));
            else
                tree.appendElement(parent, elements().at(below(static_cast<size_t>(elements().size()))));
            if (!tree.nodes.back().isText() && below(4) == 0)
                tree.nodes.back().attributes = {{"title", "x"}};
        }
        const QString fault = foreseenFault(tree);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        foreseen += foreseenTree(tree) ? 1 : 0;
    }
    QVERIFY2(foreseen > 1'000, qPrintable(QString::number(foreseen)));
}

void TestForeseenTree::safePages_areParsedAsForeseen()
{
    int foreseen = 0;
    for (const HostileCase &each : hostileCases()) {
        const std::optional<HtmlTree> parsed = parseHtml(each.html.toUtf8());
        std::optional<SafeTree> safe = parsed ? safeTree(*parsed, hostileContext()) : std::nullopt;
        if (!safe)
            continue;
        tidyHtml(&safe->tree);
        const QString fault = foreseenFault(safe->tree);
        QVERIFY2(fault.isEmpty(), qPrintable(each.name + u": "_s + fault));
        foreseen += foreseenTree(safe->tree) ? 1 : 0;
    }
    QVERIFY2(foreseen > hostileCases().size() / 2, qPrintable(QString::number(foreseen)));
}

void TestForeseenTree::unlinkedNodes_areGone()
{
    HtmlTree tree;
    tree.appendText(0, "a");
    const int gap = tree.appendElement(0, "br");
    tree.appendText(0, "b");
    tree.unlink(gap);
    const std::optional<HtmlTree> foreseen = foreseenTree(tree);
    QVERIFY(foreseen);
    QCOMPARE(foreseen->nodes.size(), size_t(2));
    QCOMPARE(foreseen->nodes.at(1).text, QByteArray("ab"));
}

void TestForeseenTree::otherElements_areNotForeseen()
{
    for (const char *const name : {"textarea", "script", "select", "x-unknown"}) {
        HtmlTree tree;
        tree.appendElement(0, name);
        QVERIFY2(!foreseenTree(tree), name);
    }
}

void TestForeseenTree::attributes_areThoseOfTheParser()
{
    HtmlTree tree;
    const int link = tree.appendElement(0, "a");
    tree.nodes.at(static_cast<size_t>(link)).attributes = {{"href", "https://h.example/?a&b"}, {"rel", "x"}};
    QCOMPARE(writeHtml(*foreseenTree(tree)), QByteArray("<a href=\"https://h.example/?a&amp;b\"></a>"));
    tree.nodes.at(static_cast<size_t>(link)).attributes.append(HtmlAttribute{"href", "https://i.example/"});
    QVERIFY(!foreseenTree(tree));
    tree.nodes.at(static_cast<size_t>(link)).attributes = {{"title", "a\rb"}};
    QVERIFY(!foreseenTree(tree));
}

QTEST_APPLESS_MAIN(TestForeseenTree)
#include "tst_foreseentree.moc"
