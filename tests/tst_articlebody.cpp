#include "app/archive/articlebody.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestArticleBody final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsFormat_data();
    void knowsFormat();
    void findsHeading_data();
    void findsHeading();
    void findsTitle();
    void foldsText_data();
    void foldsText();
    void foldedPrefixes_areUndecidedOrTheSame();
    void cutCharacters_needMoreText();
    void halvesOfPairs_areLeftToTheOther();
    void manyOpenTags_takeLinearTime();
};

void TestArticleBody::knowsFormat_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("isHtml");
    QTest::newRow("empty") << u" \n"_s << true;
    QTest::newRow("generator") << u"\n<div>   \n<p>x</p>\n</div>\n            "_s << true;
    QTest::newRow("paragraphs") << u"<p class='a'>x</p><ul><li>y</li></ul>"_s << true;
    QTest::newRow("document") << u"<!DOCTYPE html>\n<!-- > -->\n<html><body>x</body></html>"_s << true;
    QTest::newRow("bare text") << u"a\nb"_s << false;
    QTest::newRow("markdown") << u"# a\n<div>x</div>"_s << false;
    QTest::newRow("text after the block") << u"<div>x</div>\nmore"_s << false;
    QTest::newRow("inline first") << u"<b>a</b> <p>b</p>"_s << false;
    QTest::newRow("picture alone") << u"<img src='a'>"_s << false;
    QTest::newRow("autolink") << u"<https://example.org>"_s << false;
    QTest::newRow("less than") << u"< a"_s << false;
    QTest::newRow("greater than at the end") << u"a ->"_s << false;
    QTest::newRow("open comment") << u"<!-- x"_s << false;
}

void TestArticleBody::knowsFormat()
{
    QFETCH(QString, body);
    QFETCH(bool, isHtml);
    QCOMPARE(bodyFormat(body) == BodyFormat::Html, isHtml);
}

void TestArticleBody::findsHeading_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("heading");
    QTest::newRow("atx") << u"text\n\n## A `b` **c** [d](e) ##\n# f"_s << u"A b c d"_s;
    QTest::newRow("underlined") << u"text\n\nA b\n===\n"_s << u"A b"_s;
    QTest::newRow("not in a fence") << u"```\n# no\n```\n# yes"_s << u"yes"_s;
    QTest::newRow("hashtag") << u"#tag\ntext"_s << u""_s;
    QTest::newRow("html") << u"<div><h2 id=a>A <i>b</i> &amp; c</h2></div>"_s << u"A b & c"_s;
    QTest::newRow("html in markdown") << u"text\n<h1>A</h1>"_s << u"A"_s;
    QTest::newRow("empty heading first") << u"<div><h1> </h1><h2>b</h2></div>"_s << u"b"_s;
    QTest::newRow("hash in html") << u"<div>\n# no\n</div>"_s << u""_s;
    QTest::newRow("none") << u"text"_s << u""_s;
}

void TestArticleBody::findsHeading()
{
    QFETCH(QString, start);
    QFETCH(QString, heading);
    QCOMPARE(firstHeading(start), heading);
}

void TestArticleBody::findsTitle()
{
    QCOMPARE(htmlTitle(u"<html><head><TITLE>A\n &lt;b&gt; </title></head>"), u"A <b>"_s);
    QCOMPARE(htmlTitle(u"<p>x"), QString());
}

void TestArticleBody::foldsText_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("folded");
    QTest::newRow("tags") << u"<div class='a'>\r\n a <b>b</b>\u200bc\u3000d&nbsp;e</div>"_s << u"abcde"_s;
    QTest::newRow("comment") << u"a<!-- <b> > -->b"_s << u"ab"_s;
    QTest::newRow("entities") << u"a&#123;b&amp;c"_s << u"abc"_s;
    QTest::newRow("no entities") << u"a & b &; &c d"_s << u"a&b&;&cd"_s;
    QTest::newRow("no tags") << u"a < b <1 <"_s << u"a<b<1<"_s;
    QTest::newRow("open tag") << u"a <b c"_s << u"a<bc"_s;
}

void TestArticleBody::foldsText()
{
    QFETCH(QString, body);
    QFETCH(QString, folded);
    QCOMPARE(foldedText(body, 200, true), std::optional(folded));
    QCOMPARE(foldedText(body, 2, true), std::optional(folded.left(2)));
    QCOMPARE(foldedUtf8(body.toUtf8(), 200, true), std::optional(folded.toUtf8()));
    QCOMPARE(foldedUtf8(body.toUtf8(), 2, true), std::optional(folded.left(2).toUtf8()));
}

void TestArticleBody::foldedPrefixes_areUndecidedOrTheSame()
{
    const QString body = u"a<b title='x'>b</b><!-- c --->d&#123;e&f <g & h < i &amp; jklm<br/>n > o"_s;
    for (qsizetype length = 1; length < 16; ++length) {
        const QString whole = *foldedText(body, length, true);
        int decided = 0;
        for (qsizetype size = 0; size <= body.size(); ++size) {
            const std::optional<QString> prefix = foldedText(QStringView(body).first(size), length, false);
            decided += prefix ? 1 : 0;
            QVERIFY(!prefix || *prefix == whole);
            const QByteArray utf8 = body.left(size).toUtf8();
            const std::optional<QByteArray> folded = foldedUtf8(utf8, length, false);
            QCOMPARE(folded ? QString::fromUtf8(*folded) : QString(), prefix.value_or(QString()));
        }
        QVERIFY(decided > 0 || whole.size() < length);
    }
}

void TestArticleBody::cutCharacters_needMoreText()
{
    const QByteArray body = u"正é😀正"_s.toUtf8();
    for (qsizetype size = 0; size < body.size(); ++size)
        QVERIFY(!foldedUtf8(QByteArrayView(body).first(size), 5, false));
    QCOMPARE(foldedUtf8(body, 5, false), std::optional(body));
}

void TestArticleBody::halvesOfPairs_areLeftToTheOther()
{
    QCOMPARE(foldedUtf8(u"a😀"_s.toUtf8(), 3, true), std::optional(u"a😀"_s.toUtf8()));
    QCOMPARE(foldedUtf8(u"a😀"_s.toUtf8(), 2, true), std::nullopt);
}

void TestArticleBody::manyOpenTags_takeLinearTime()
{
    // 4 million characters, each pair of which could begin a tag: with a search for each this takes hours.
    QCOMPARE(foldedText(u"<a"_s.repeated(2'000'000), 4'000'000, true)->size(), 4'000'000);
    QCOMPARE(foldedUtf8(QByteArray("<a").repeated(2'000'000), 4'000'000, true)->size(), 4'000'000);
}

QTEST_GUILESS_MAIN(TestArticleBody)
#include "tst_articlebody.moc"
