#include "app/archive/frontmatter.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

using Kind = FrontMatterSpan::Kind;

QString byGenerator(const QString &titleLine)
{
    return u"title: "_s + titleLine +
           u"\ncategories: \n - 新媒体\n - a\nauthor: b\ncomments: false\ndate: 2021-03-22 04:50:47\n"_s;
}

} // namespace

class TestFrontMatter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTitle_data();
    void readsTitle();
    void readsCategories_data();
    void readsCategories();
    void readsHeadImage_data();
    void readsHeadImage();
    void readsTheRest();
    void brokenYaml_keepsEveryField();
    void plainBlocks_readAsYamlWould_data();
    void plainBlocks_readAsYamlWould();
    void toml_isRead();
    void bombs_endInTime_data();
    void bombs_endInTime();
};

void TestFrontMatter::readsTitle_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, const QString &line, const QString &title) {
        QTest::newRow(name) << line << title;
    };
    // As the generators write them.
    row("single quotes", byGenerator(u"'a b'"_s), u"a b"_s);
    row("apostrophe", byGenerator(u"\"BOLT'ing\""_s), u"BOLT'ing"_s);
    row("quotes over quotes", byGenerator(u"\"\"\"\"\"\"\"'第10集'\"\"\"\"\"\"\""_s),
        u"\"\"\"\"\"\"'第10集'\"\"\"\"\"\""_s);
    row("five lines", byGenerator(u"'@x \"\n\n@y\n\n🥳\n\"'"_s), u"@x \" @y 🥳 \""_s);
    row("five lines, apostrophe", byGenerator(u"\"it's\n\nnote: b\ndate: c\n\""_s),
        u"it's note: b date: c"_s);
    row("unknown escape", byGenerator(u"\"語文水平\\智力'\""_s), u"語文水平\\智力'"_s);
    row("backslash n", byGenerator(u"\"C:\\new isn't\""_s), u"C:\\new isn't"_s);
    row("known escape", byGenerator(u"\"it's \\u2013\""_s), u"it's \\u2013"_s);
    row("quote inside", byGenerator(u"\"a \"b\" c's\""_s), u"a \"b\" c's"_s);
    row("plain", byGenerator(u"2014 总结 & 榜单"_s), u"2014 总结 & 榜单"_s);
    row("plain with colon", byGenerator(u"a: b: c"_s), u"a: b: c"_s);
    row("plain with hash", byGenerator(u"Learn C #1"_s), u"Learn C #1"_s);
    row("plain at", byGenerator(u"@someone said"_s), u"@someone said"_s);
    row("plain brackets", byGenerator(u"[转载] x"_s), u"[转载] x"_s);
    row("plain star", byGenerator(u"*x* y"_s), u"*x* y"_s);
    row("braces", byGenerator(u"'&#123;% a %&#125;'"_s), u"{% a %}"_s);
    row("entities", byGenerator(u"'a &amp; b &hellip;'"_s), u"a & b …"_s);
    row("empty", byGenerator(u"''"_s), u""_s);
    row("invisible", byGenerator(u"'\u200b\u200e '"_s), u""_s);
    // As people and other programs write them.
    row("escape", u"title: \"a \\u2013 b\""_s, u"a – b"_s);
    row("escaped quote", u"title: \"a \\\"b\\\"\""_s, u"a \"b\""_s);
    row("escape and apostrophe", u"title: \"it's \\u2013\"\ndate: x"_s, u"it's –"_s);
    row("windows path", u"title: \"C:\\new\""_s, u"C:\\new"_s);
    row("doubled apostrophe", u"title: 'it''s'"_s, u"it's"_s);
    row("folded over lines", u"title: a\n  b\n  c\ndate: x"_s, u"a b c"_s);
    row("block folded", u"title: >\n  a\n  b\ndate: x"_s, u"a b"_s);
    row("block literal", u"title: |-\n  a\n  b\n"_s, u"a b"_s);
    row("comment", u"title: a # no title"_s, u"a"_s);
    row("list is no title", u"title: [转载]"_s, u"[转载]"_s);
    row("template is no map", u"title: {{ page }}"_s, u"{{ page }}"_s);
    row("number", u"title: 2021"_s, u"2021"_s);
    row("date", u"title: 2021-01-01"_s, u"2021-01-01"_s);
    row("null", u"title: ~\ndate: x"_s, u""_s);
    row("absent", u"date: x"_s, u""_s);
    row("empty value", u"title:\ndate: x"_s, u""_s);
    row("capital key", u"Title: a"_s, u"a"_s);
    row("second key", u"layout: post\ntitle: a"_s, u"a"_s);
    row("unclosed quote", u"title: 'a\ndate: 2021-01-01"_s, u"'a"_s);
    row("quotes at both ends of words", byGenerator(u"'\"a\" and \"b\"'"_s), u"\"a\" and \"b\""_s);
    row("escape beside broken lines", u"title: \"a \\u2013 b\"\nauthor: x: y: z\n\t- q"_s, u"a – b"_s);
    row("tab after colon", u"title:\ta"_s, u"a"_s);
    row("controls", u"title: \"a\\x07b\""_s, u"ab"_s);
}

void TestFrontMatter::readsTitle()
{
    QFETCH(QString, block);
    QFETCH(QString, title);
    QCOMPARE(parseFrontMatter(block, Kind::Yaml).title, title);
}

void TestFrontMatter::readsCategories_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QStringList>("categories");
    const QStringList ab = {u"a"_s, u"b"_s};
    QStringList fourteen;
    QString fourteenLines = u"categories:\n"_s;
    for (int i = 0; i < 14; ++i) {
        fourteen << QString::number(i);
        fourteenLines += u" - "_s + QString::number(i) + u'\n';
    }
    QTest::newRow("list") << u"categories: \n - a\n - b"_s << ab;
    QTest::newRow("list, deeper") << u"categories: \n    - a\n    - b"_s << ab;
    QTest::newRow("list, column 0") << u"categories:\n- a\n- b\ndate: x"_s << ab;
    QTest::newRow("list with tabs") << u"categories:\n\t- a\n\t- b\ndate: x"_s << ab;
    QTest::newRow("flow") << u"categories: ['a', 'b']"_s << ab;
    QTest::newRow("flow, bare") << u"categories: [a, b]"_s << ab;
    QTest::newRow("flow over lines") << u"categories: [a,\n  b]"_s << ab;
    QTest::newRow("flow, apostrophe")
        << u"categories: ['Simon's', 'b, c']"_s << QStringList{u"Simon's"_s, u"b, c"_s};
    QTest::newRow("flow, unclosed") << u"categories: [a, b\ndate: x"_s << ab;
    QTest::newRow("scalar") << u"categories: a b"_s << QStringList{u"a b"_s};
    QTest::newRow("scalar, quoted, broken") << u"categories: 'a'\nauthor: x: y"_s << QStringList{u"a"_s};
    QTest::newRow("nested") << u"categories:\n- - a\n  - b\n- - c"_s << ab;
    QTest::newRow("nested, broken") << u"categories:\n- - a\n  - b\n- - c\nauthor: x: y"_s << ab;
    QTest::newRow("nested flow") << u"categories: [[a, b], [c]]"_s << ab;
    QTest::newRow("nested flow, broken") << u"categories: [[a, b], [c]]\nauthor: x: y"_s << ab;
    QTest::newRow("nested flow, unclosed") << u"categories: [[a, b\nauthor: x: y"_s << ab;
    QTest::newRow("nested flow, never ending")
        << QString(u"categories: "_s + QString(100'000, u'[')) << QStringList();
    QTest::newRow("list of flow") << u"categories:\n- [a, b]\n- [c]"_s << ab;
    QTest::newRow("singular") << u"category: a"_s << QStringList{u"a"_s};
    QTest::newRow("empty") << u"categories:\ndate: x"_s << QStringList();
    QTest::newRow("empty flow") << u"categories: []"_s << QStringList();
    QTest::newRow("empty string") << u"categories: ''"_s << QStringList();
    QTest::newRow("empty item") << u"categories:\n -\n - a\n - ''\n - b"_s << ab;
    QTest::newRow("null item") << u"categories:\n - a\n - ~\n - b"_s << ab;
    QTest::newRow("fourteen") << fourteenLines << fourteen;
    QTest::newRow("item with colon") << u"categories:\n - a: b\n - c"_s << QStringList{u"a: b"_s, u"c"_s};
    QTest::newRow("item with at") << u"categories:\n - @a\n - b"_s << QStringList{u"@a"_s, u"b"_s};
    QTest::newRow("item with entity") << u"categories:\n - a &amp; b"_s << QStringList{u"a & b"_s};
    QTest::newRow("numbers") << u"categories:\n - 2021\n - no"_s << QStringList{u"2021"_s, u"no"_s};
    QTest::newRow("absent") << u"title: x"_s << QStringList();
}

void TestFrontMatter::readsCategories()
{
    QFETCH(QString, block);
    QFETCH(QStringList, categories);
    QCOMPARE(parseFrontMatter(block, Kind::Yaml).categories, categories);
}

void TestFrontMatter::readsHeadImage_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("image");
    const QString wrapped = u"https://cors.zfour.workers.dev/?http://example.org/a.jpg"_s;
    QTest::newRow("wrapped") << u"headimg: '%1'"_s.arg(wrapped) << wrapped;
    QTest::newRow("thumbnail") << u"headimg: ''\nthumbnail: '/a.png'"_s << u"/a.png"_s;
    QTest::newRow("cover")
        << u"cover: https://cors.mhuig.top/?r=https://x.org&url=https://y.org/a.png?w=1&amp;h=2#f"_s
        << u"https://cors.mhuig.top/?r=https://x.org&url=https://y.org/a.png?w=1&h=2#f"_s;
    QTest::newRow("picsum") << u"headimg: 'https://picsum.photos/400/300?random=9'\ncover: a.png"_s
                            << u"a.png"_s;
    QTest::newRow("picsum alone") << u"cover: https://picsum.photos/400/300?random=9"_s << QString();
    QTest::newRow("picsum wrapped") << u"cover: https://c.org/?r=x&url=https://picsum.photos/400"_s
                                    << QString();
    QTest::newRow("jianshu") << u"headimg: https://www.jianshu.com/p/undefined"_s << QString();
    QTest::newRow("empty") << u"thumbnail: \ntitle: x"_s << QString();
    QTest::newRow("map (Hugo)") << u"cover:\n  image: a.png"_s << QString();
}

void TestFrontMatter::readsHeadImage()
{
    QFETCH(QString, block);
    QFETCH(QString, image);
    QCOMPARE(parseFrontMatter(block, Kind::Yaml).headImage, image);
}

void TestFrontMatter::readsTheRest()
{
    const FrontMatter matter = parseFrontMatter(
        u"title: t\nauthor: ' A &amp; B '\ndate: Tue, 23 Nov 2021 04:19:03 GMT\nlink: https://example.org/?a=1&amp;b=2"_s,
        Kind::Yaml);
    QCOMPARE(matter.author, u"A & B"_s);
    QCOMPARE(matter.date, u"Tue, 23 Nov 2021 04:19:03 GMT"_s);
    QCOMPARE(matter.originalLink, u"https://example.org/?a=1&b=2"_s);
    QCOMPARE(matter.problems, Problems());
    QCOMPARE(parseFrontMatter(u"authors:\n - a\n - b"_s, Kind::Yaml).author, u"a"_s);
    QCOMPARE(parseFrontMatter(u"", Kind::Yaml).problems, Problems());
}

void TestFrontMatter::brokenYaml_keepsEveryField()
{
    const FrontMatter matter = parseFrontMatter(
        u"title: \"a \"b's\" c\"\ncategories: \n - 新媒体\n - a\nheadimg: 'x.jpg'\nauthor: A: B\ncomments: false\ndate: '2021-8-25'\nlink: https://e.org"_s,
        Kind::Yaml);
    QCOMPARE(matter.problems, Problems(Problem::FrontMatterRepaired));
    QCOMPARE(matter.title, u"a \"b's\" c"_s);
    QCOMPARE(matter.categories, QStringList({u"新媒体"_s, u"a"_s}));
    QCOMPARE(matter.headImage, u"x.jpg"_s);
    QCOMPARE(matter.author, u"A: B"_s);
    QCOMPARE(matter.date, u"2021-8-25"_s);
    QCOMPARE(matter.originalLink, u"https://e.org"_s);
}

void TestFrontMatter::plainBlocks_readAsYamlWould_data()
{
    QTest::addColumn<QString>("block");
    QTest::newRow("generator") << byGenerator(u"'a: b # c'"_s);
    QTest::newRow("bare") << byGenerator(u"2014 总结 & 榜单"_s);
    QTest::newRow("flow") << u"title: a\ncategories: ['x', 'y z']\ndate: 2026-08-10T14:30:00.000Z\n"_s;
    QTest::newRow("nothing") << u"title: \ncategories:\nauthor: \ndate: ''\n"_s;
    QTest::newRow("twice") << u"title: a\ntitle: b\nlink:\nlink: c\n"_s;
    QTest::newRow("column 0") << u"categories:\n- 2021\n- no\n- a's \"b\"\nauthor: x, y; z - w\n"_s;
    QTest::newRow("trailing spaces")
        << u"title: a  \ncategories:  \n    - b  \nlink: https://e.org/?a=1&b=[2]#c  \n"_s;
}

// A last line that is not plain sends the same block to yaml-cpp.
void TestFrontMatter::plainBlocks_readAsYamlWould()
{
    QFETCH(QString, block);
    const FrontMatter byLine = parseFrontMatter(block, Kind::Yaml);
    const FrontMatter byYaml = parseFrontMatter(QString(block + u"other: \"\"\n"_s), Kind::Yaml);
    QCOMPARE(byLine.title, byYaml.title);
    QCOMPARE(byLine.categories, byYaml.categories);
    QCOMPARE(byLine.author, byYaml.author);
    QCOMPARE(byLine.date, byYaml.date);
    QCOMPARE(byLine.headImage, byYaml.headImage);
    QCOMPARE(byLine.originalLink, byYaml.originalLink);
    QCOMPARE(byLine.problems, byYaml.problems);
}

void TestFrontMatter::toml_isRead()
{
    const FrontMatter matter = parseFrontMatter(
        u"title = \"a \\\"b\\\" \\u2013 c\"\ndate = 2021-08-25T07:05:06Z\ncategories = [\n  \"x\",\n  'y',\n]\nauthor = '''z'''\n[extra]\nlink = \"https://e.org\""_s,
        Kind::Toml);
    QCOMPARE(matter.title, u"a \"b\" – c"_s);
    QCOMPARE(matter.date, u"2021-08-25T07:05:06Z"_s);
    QCOMPARE(matter.categories, QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(matter.author, u"z"_s);
    QCOMPARE(matter.originalLink, u"https://e.org"_s);
    QCOMPARE(matter.problems, Problems());
}

void TestFrontMatter::bombs_endInTime_data()
{
    QTest::addColumn<QString>("bomb");
    const int size = 250'000;
    QString aliases = u"a0: &a0 [x,x,x,x,x,x,x,x,x]\n"_s;
    for (int i = 1; i < 12; ++i)
        aliases += u"a%1: &a%1 [*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2]\n"_s.arg(i).arg(i - 1);
    QString stairs;
    for (int i = 0; i < 600; ++i)
        stairs += QString(i, u' ') + u"k:\n"_s;
    QTest::newRow("brackets") << QString(size, u'[');
    QTest::newRow("braces") << QString(size, u'{');
    QTest::newRow("value brackets") << u"x: "_s + QString(size, u'[');
    QTest::newRow("dashes") << u"x:\n"_s + u"- "_s.repeated(size / 2);
    QTest::newRow("questions") << u"? "_s.repeated(size / 2);
    QTest::newRow("flow questions") << u"x: ["_s + u"? "_s.repeated(size / 2);
    QTest::newRow("stairs") << stairs;
    QTest::newRow("aliases") << QString(aliases + u"categories: *a11"_s);
    QTest::newRow("cycle") << u"categories: &a [*a, *a]"_s;
    QTest::newRow("many keys") << u"a: b\n"_s.repeated(size / 5);
    QTest::newRow("many keys, small") << u"a: b\n"_s.repeated(10'000);
    QTest::newRow("many items") << u"categories:\n"_s + u" - b\n"_s.repeated(size / 5);
    QTest::newRow("many quotes") << u"categories: ["_s + u"'a',"_s.repeated(size / 4);
    QTest::newRow("many open flows") << u"categories: [a\n"_s.repeated(size / 15);
    QTest::newRow("many broken titles") << u"title: 'a\n"_s.repeated(size / 10);
    QTest::newRow("tags") << u"x: "_s + u"!a "_s.repeated(size / 3);
    QTest::newRow("anchors") << u"x: "_s + u"&a "_s.repeated(size / 3);
}

void TestFrontMatter::bombs_endInTime()
{
    QFETCH(QString, bomb);
    // A broken neighbour must not take the title with it. That it ends at all, within the test's own time, is
    // the other half.
    const FrontMatter matter = parseFrontMatter(u"title: kept\ndate: 2021-01-01\n"_s + bomb, Kind::Yaml);
    QCOMPARE(matter.title, u"kept"_s);
    QVERIFY(matter.categories.size() <= 64);
}

QTEST_GUILESS_MAIN(TestFrontMatter)
#include "tst_frontmatter.moc"
