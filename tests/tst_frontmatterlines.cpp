#include "app/archive/frontmatterlines.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
using Kind = FrontMatterSpan::Kind;
}

class TestFrontMatterLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsKey_data();
    void findsKey();
    void findsRawTitle_data();
    void findsRawTitle();
    void readsFields();
    void firstFilledValueWins();
    void keysInsideTheTitle_areNoFields();
};

void TestFrontMatterLines::findsKey_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("toml");
    QTest::newRow("plain") << u"title: x"_s << u"title"_s << u""_s;
    QTest::newRow("no value") << u"title:"_s << u"title"_s << u""_s;
    QTest::newRow("space before colon") << u"title : x"_s << u"title"_s << u""_s;
    QTest::newRow("quote at once") << u"title:'x'"_s << u"title"_s << u""_s;
    QTest::newRow("indented") << u"  title: x"_s << u""_s << u""_s;
    QTest::newRow("address") << u"https://example.org"_s << u""_s << u""_s;
    QTest::newRow("item") << u"- a: b"_s << u""_s << u""_s;
    QTest::newRow("dash name") << u"-a: b"_s << u""_s << u""_s;
    QTest::newRow("words") << u"a b: c"_s << u""_s << u""_s;
    QTest::newRow("toml") << u" title = 'x'"_s << u""_s << u"title"_s;
    QTest::newRow("table") << u"[extra]"_s << u""_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s << u""_s;
}

void TestFrontMatterLines::findsKey()
{
    QFETCH(QString, line);
    QFETCH(QString, yaml);
    QFETCH(QString, toml);
    QCOMPARE(keyOfLine(line, Kind::Yaml).toString(), yaml);
    QCOMPARE(keyOfLine(line, Kind::Toml).toString(), toml);
}

void TestFrontMatterLines::findsRawTitle_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("raw");
    QTest::newRow("one line") << u"title: 'a'\ndate: x"_s << u"'a'"_s;
    QTest::newRow("last line") << u"date: x\ntitle:  a "_s << u"a"_s;
    QTest::newRow("lines") << u"title: 'a\n\nb'\ncategories: x"_s << u"'a\n\nb'"_s;
    QTest::newRow("keys inside") << u"title: \"a\ndate: b\nc\"\ncategories: x"_s << u"\"a\ndate: b\nc\""_s;
    QTest::newRow("never closed") << u"title: 'a\nfoo: b\ncategories: x"_s << u"'a\nfoo: b"_s;
    QTest::newRow("never closed, nothing known") << u"title: 'a\nfoo: b"_s << u"'a\nfoo: b"_s;
    QTest::newRow("block") << u"title: >\n a\n b\ndate: x"_s << u">\n a\n b"_s;
    QTest::newRow("none") << u"date: x"_s << u""_s;
    QTest::newRow("empty") << u"title:\ndate: x"_s << u""_s;
}

void TestFrontMatterLines::findsRawTitle()
{
    QFETCH(QString, block);
    QFETCH(QString, raw);
    QCOMPARE(rawTitle(block), raw);
}

void TestFrontMatterLines::readsFields()
{
    const FrontMatterFields fields = readFieldsByLine(
        u"title: \"a\"b\"\nCategories:\n\t- x\n\t- y\nother: z\nauthor: |\n  A\n  B\ndate: '2021'"_s,
        Kind::Yaml);
    QCOMPARE(fields.keys(), QStringList({u"author"_s, u"categories"_s, u"date"_s, u"title"_s}));
    QCOMPARE(fields[u"title"_s], QStringList(u"a\"b"_s));
    QCOMPARE(fields[u"categories"_s], QStringList({u"x"_s, u"y"_s}));
    QCOMPARE(fields[u"author"_s], QStringList(u"A B"_s));
    QCOMPARE(fields[u"date"_s], QStringList(u"2021"_s));
}

void TestFrontMatterLines::firstFilledValueWins()
{
    const FrontMatterFields fields = readFieldsByLine(u"link:\nlink: a\nlink: b"_s, Kind::Yaml);
    QCOMPARE(fields[u"link"_s], QStringList(u"a"_s));
}

void TestFrontMatterLines::keysInsideTheTitle_areNoFields()
{
    const FrontMatterFields fields =
        readFieldsByLine(u"title: \"a\ndate: 1999-01-01\n\"\ndate: 2021-01-01"_s, Kind::Yaml);
    QCOMPARE(fields[u"date"_s], QStringList(u"2021-01-01"_s));
}

QTEST_GUILESS_MAIN(TestFrontMatterLines)
#include "tst_frontmatterlines.moc"
