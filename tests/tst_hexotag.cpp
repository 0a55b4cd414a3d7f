#include "app/archive/hexotag.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestHexoTag final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLink_data();
    void findsLink();
    void knowsACutTag_data();
    void knowsACutTag();
};

void TestHexoTag::findsLink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("rest");
    const QString url = u"https://example.org/a?b=1"_s;
    QTest::newRow("sister")
        << u"<div>\nx\n</div>\n\n<div>\n{% link https://example.org/a?b=1 'A title' %}\n</div>\n\n"_s << url
        << u"<div>\nx\n</div>\n\n\n\n"_s;
    QTest::newRow("bare") << u"x\n{% link https://example.org/a?b=1 'A title' %}"_s << url << u"x\n"_s;
    QTest::newRow("no title") << u"x {% link https://example.org/a?b=1 %}"_s << url << u"x "_s;
    QTest::newRow("braces as entities")
        << u"x &#123;% link https://example.org/a?b=1 'it's' %&#125; "_s << url << u"x  "_s;
    QTest::newRow("entity in the address")
        << u"{% link https://example.org/?a=1&amp;b=2 'x' %}"_s << u"https://example.org/?a=1&b=2"_s << u""_s;
    QTest::newRow("quoted address") << u"{% link 'https://example.org/a?b=1' 'x' %}"_s << url << u""_s;
    QTest::newRow("percent in the title")
        << u"{% link https://example.org/a?b=1 '100 % }' %}"_s << url << u""_s;
    QTest::newRow("element with text")
        << u"<div>by {% link https://example.org/a?b=1 'x' %}</div>"_s << url << u"<div>by </div>"_s;
    QTest::newRow("text after it") << u"{% link https://example.org/a?b=1 'x' %} more"_s << u""_s << u""_s;
    QTest::newRow("in code") << u"<pre>{% link https://example.org/a?b=1 'x' %}</pre>"_s << u""_s << u""_s;
    QTest::newRow("other tag") << u"{% youtube abc %}"_s << u""_s << u""_s;
    QTest::newRow("longer name") << u"{% links a %}"_s << u""_s << u""_s;
    QTest::newRow("nothing in it") << u"{% link %}"_s << u""_s << u""_s;
    QTest::newRow("marks overlap") << u"{%}"_s << u""_s << u""_s;
    QTest::newRow("cut") << u"example.org 'x' %}"_s << u""_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s << u""_s;
}

void TestHexoTag::findsLink()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    QFETCH(QString, rest);
    const std::optional<LinkTag> tag = findTrailingLinkTag(text);
    QCOMPARE(tag.has_value(), !url.isEmpty());
    if (!tag)
        return;
    QCOMPARE(tag->url, url);
    QCOMPARE(text.remove(tag->begin, tag->end - tag->begin), rest);
}

void TestHexoTag::knowsACutTag_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("cut") << u"title' %}\n</div>\n"_s << true;
    QTest::newRow("cut, entity") << u"title' %&#125;"_s << true;
    QTest::newRow("whole") << u"{% link a 'title' %}"_s << false;
    QTest::newRow("none") << u"text</div>"_s << false;
}

void TestHexoTag::knowsACutTag()
{
    QFETCH(QString, text);
    QFETCH(bool, isCut);
    QCOMPARE(endsInsideTag(text), isCut);
}

QTEST_GUILESS_MAIN(TestHexoTag)
#include "tst_hexotag.moc"
