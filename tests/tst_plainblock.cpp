#include "app/archive/plainblock.h"

#include "app/archive/frontmatterlines.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlainBlock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPlainBlocks_data();
    void knowsPlainBlocks();
    void readsFields_data();
    void readsFields();
    void leavesTheRest_data();
    void leavesTheRest();
};

void TestPlainBlock::knowsPlainBlocks_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<bool>("isPlain");
    for (const QString &block :
         {u"title: 'a: b'\ncategories: \n - x\n - y z\ncover: https://e.org/?a#b\nthumbnail: \n"_s,
          u"title: a\ncategories: ['x', 'y']\n\n"_s, u"a:\n- b\n- c\nd: ''\n"_s, u""_s})
        QTest::newRow(qPrintable(block)) << block << true;
    for (const QString &block : {u"title: \"a\""_s,
                                 u"title: 'it's'"_s,
                                 u"title: 'it''s'"_s,
                                 u"title: a: b"_s,
                                 u"title: a #b"_s,
                                 u"title: a:"_s,
                                 u"title: ~"_s,
                                 u"title: null"_s,
                                 u"title: a\n  b"_s,
                                 u"title: 'a\nb'"_s,
                                 u"title: [a]"_s,
                                 u"title: ['a', b]"_s,
                                 u"title: ['a','b']"_s,
                                 u"title: @a"_s,
                                 u"title:a"_s,
                                 u"title:'a'"_s,
                                 u"title : a"_s,
                                 u"a:\n - x\n  - y"_s,
                                 u"a:\n - - x"_s,
                                 u"a: b\n - x"_s,
                                 u"a:\n\t- x"_s,
                                 u"a:\n - x: y"_s,
                                 u"a:\n - 'x'"_s,
                                 u"a:\n -"_s,
                                 u" a: b"_s,
                                 u"a:\tb"_s,
                                 u"a: |\n b"_s,
                                 u"words"_s,
                                 u"# comment"_s,
                                 u"a: ''b"_s,
                                 u"a: b\n\f\n"_s,
                                 u"a: b\f"_s,
                                 u"a: \u3000b"_s,
                                 u"a:\n - b\u3000"_s,
                                 u"- x"_s})
        QTest::newRow(qPrintable(block)) << block << false;
}

void TestPlainBlock::knowsPlainBlocks()
{
    QFETCH(QString, block);
    QFETCH(bool, isPlain);
    QCOMPARE(isPlainBlock(block.toUtf8()), isPlain);
}

void TestPlainBlock::readsFields_data()
{
    QTest::addColumn<QString>("block");
    for (const QString &block :
         {u"title: 'a: b'\ncategories: \n - x\n - y z\ncover: https://e.org/?a#b\nthumbnail: \n"_s,
          u"title: a\ncategories: ['x,y', 'z', '']\ndate: 2021-01-01 00:00:00\nother: 1\nsome:\n- d\n"_s,
          u"Title: ''\n\ncategory: one\nlink: ' https://e.org '\nauthors: A \n"_s,
          u"CATEGORIES: ''\ncategory:\nauthor: 'x'\nheadimg: ''\n"_s, u"title:\n\ndate:"_s, u""_s})
        QTest::newRow(qPrintable(block)) << block;
}

// The other way to read a block is the reference.
void TestPlainBlock::readsFields()
{
    QFETCH(QString, block);
    const QByteArray utf8 = block.toUtf8();
    const std::optional<PlainFields> plain = readPlainBlock(utf8);
    QVERIFY(plain);
    const FrontMatterFields fields = readFieldsByLine(block, FrontMatterSpan::Kind::Yaml);
    const auto first = [&fields](const QString &key) { return fields.value(key).value(0).toUtf8(); };
    QCOMPARE(plain->title.toByteArray(), first(u"title"_s));
    QCOMPARE(plain->author.toByteArray(), first(u"author"_s));
    QCOMPARE(plain->authors.toByteArray(), first(u"authors"_s));
    QCOMPARE(plain->date.toByteArray(), first(u"date"_s));
    QCOMPARE(plain->headimg.toByteArray(), first(u"headimg"_s));
    QCOMPARE(plain->thumbnail.toByteArray(), first(u"thumbnail"_s));
    QCOMPARE(plain->cover.toByteArray(), first(u"cover"_s));
    QCOMPARE(plain->link.toByteArray(), first(u"link"_s));
    const auto texts = [](const PlainFields::List &list) {
        QStringList all;
        for (const QByteArrayView text : list)
            all << QString::fromUtf8(text);
        return all;
    };
    QCOMPARE(texts(plain->categories), fields.value(u"categories"_s));
    QCOMPARE(texts(plain->category), fields.value(u"category"_s));
}

void TestPlainBlock::leavesTheRest_data()
{
    QTest::addColumn<QString>("block");
    QTest::newRow("twice") << u"date:\ndate: 2021-01-01\n"_s;
    QTest::newRow("twice, other case") << u"title: a\nTitle: b\n"_s;
    QTest::newRow("list for one value") << u"author:\n - a\n - b\n"_s;
    QTest::newRow("flow for one value") << u"title: ['a', 'b']\n"_s;
    QTest::newRow("other quotes inside") << u"categories: ['a\",\"b']\n"_s;
    QTest::newRow("letters beyond ASCII") << u"lin\u212a: a\n"_s;
}

void TestPlainBlock::leavesTheRest()
{
    QFETCH(QString, block);
    QVERIFY(isPlainBlock(block.toUtf8()));
    QVERIFY(!readPlainBlock(block.toUtf8()));
}

QTEST_APPLESS_MAIN(TestPlainBlock)
#include "tst_plainblock.moc"
