#include "app/archive/entities.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEntities final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
};

void TestEntities::decodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << u"plain"_s << u"plain"_s;
    QTest::newRow("braces") << u"a &#123;b&#125; c"_s << u"a {b} c"_s;
    QTest::newRow("hex") << u"&#x4E2d;&#X1F600;"_s << u"中😀"_s;
    QTest::newRow("names") << u"&amp;&lt;&gt;&quot;&apos;&hellip;&Eacute;&zwnj;"_s << u"&<>\"'…É\u200c"_s;
    QTest::newRow("first and last of the table") << u"&AElig;&zwj;"_s << u"Æ\u200d"_s;
    QTest::newRow("once") << u"&amp;#123;"_s << u"&#123;"_s;
    QTest::newRow("neighbours") << u"&&amp;;&"_s << u"&&;&"_s;
    QTest::newRow("no semicolon") << u"?a=1&copy=2&lt"_s << u"?a=1&copy=2&lt"_s;
    QTest::newRow("unknown") << u"&nosuch; &; &#; &#x; &#+5; &#-5;"_s
                             << u"&nosuch; &; &#; &#x; &#+5; &#-5;"_s;
    QTest::newRow("windows-1252") << u"&#150;&#x99;"_s << u"–™"_s;
    QTest::newRow("impossible") << u"&#0;&#xD800;&#x110000;"_s << u"\ufffd\ufffd\ufffd"_s;
    QTest::newRow("too large a number") << u"&#99999999999;"_s << u"&#99999999999;"_s;
}

void TestEntities::decodes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(decodeEntities(text), expected);
}

QTEST_GUILESS_MAIN(TestEntities)
#include "tst_entities.moc"
