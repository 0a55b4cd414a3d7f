#include "app/archive/articledate.h"
#include "app/archive/articlereader.h"
#include "app/archive/identity.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestIdentity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survives_data();
    void survives();
    void tellsApart_data();
    void tellsApart();
    void neverChanges();

private:
    const QString m_title = u"A title"_s;
    const QString m_date = u"Tue, 23 Nov 2021 04:19:03 GMT"_s;
    const QString m_text =
        u"<div>\n<p>Some text&nbsp;of an article</p><img src=\"https://a.org/?http://b.org/c.png\"></div>"_s;
};

void TestIdentity::survives_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("time suffix") << u"A title-1637639863.2178"_s << m_date << m_text;
    QTest::newRow("time suffix, whole second") << u"A title-1637639863"_s << m_date << m_text;
    QTest::newRow("other zone") << m_title << u"2021-11-23 12:19:03 +0800"_s << m_text;
    QTest::newRow("no zone, China") << m_title << u"2021-11-23 12:19:03"_s << m_text;
    QTest::newRow("CRLF") << m_title << m_date << QString(m_text).replace(u"\n"_s, u"\r\n"_s);
    QTest::newRow("other proxy") << m_title << m_date << QString(m_text).replace(u"a.org"_s, u"proxy.org"_s);
    QTest::newRow("white space in the title") << u" A  title "_s << m_date << m_text;
    QTest::newRow("trailing space") << m_title << m_date << QString(m_text + u"\n   \n"_s);
}

void TestIdentity::survives()
{
    QFETCH(QString, title);
    QFETCH(QString, date);
    QFETCH(QString, text);
    QCOMPARE(articleIdentity({}, title, parseArticleDate(date), text),
             articleIdentity({}, m_title, parseArticleDate(m_date), m_text));
    QCOMPARE(articleIdentity(u"https://e.org"_s, title, parseArticleDate(date), text),
             articleIdentity(u" https://e.org"_s, {}, {}, {}));
}

void TestIdentity::tellsApart_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("text");
    QTest::newRow("title") << u""_s << u"Another"_s << m_date << m_text;
    QTest::newRow("number, no time") << u""_s << u"A title-2637639863"_s << m_date << m_text;
    QTest::newRow("date") << u""_s << m_title << u"Tue, 23 Nov 2021 04:19:04 GMT"_s << m_text;
    QTest::newRow("no date") << u""_s << m_title << u""_s << m_text;
    QTest::newRow("far year") << u""_s << m_title << u"12021-11-23T04:19:03Z"_s << m_text;
    QTest::newRow("text") << u""_s << m_title << m_date << u"Other text"_s;
    QTest::newRow("link") << u"https://e.org"_s << m_title << m_date << m_text;
}

void TestIdentity::tellsApart()
{
    QFETCH(QString, link);
    QFETCH(QString, title);
    QFETCH(QString, date);
    QFETCH(QString, text);
    QVERIFY(articleIdentity(link, title, parseArticleDate(date), text) !=
            articleIdentity({}, m_title, parseArticleDate(m_date), m_text));
}

// The marks of every reader hang on these numbers. They are the first eight bytes of
// printf 'link\nhttps://e.org' | sha256sum, and of printf 'text\nA\n2021-11-23T04:19:03.000Z\nBc'.
void TestIdentity::neverChanges()
{
    QCOMPARE(quint64(articleIdentity(u"https://e.org"_s, {}, {}, {})), Q_UINT64_C(0xca1a6905e7b94f7c));
    QCOMPARE(quint64(articleIdentity({}, u"A"_s, parseArticleDate(m_date), u"<p>B c</p>")),
             Q_UINT64_C(0x5383e7a91c602772));
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
