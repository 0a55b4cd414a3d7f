#include "app/archive/bodydigest.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestBodyDigest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBody_data();
    void sameBody();
    void emptyBody_data();
    void emptyBody();
};

void TestBodyDigest::sameBody_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << u"<div>文章</div>"_s << u"<div>文章</div>"_s << true;
    QTest::newRow("white space at the ends") << u"\n<p>a</p>\n   \n"_s << u"<p>a</p>"_s << true;
    QTest::newRow("white space within") << u"<p>a  b</p>"_s << u"<p>a b</p>"_s << false;
    QTest::newRow("letter case") << u"<p>a</p>"_s << u"<p>A</p>"_s << false;
    QTest::newRow("another character") << u"一"_s << u"二"_s << false;
    QTest::newRow("a beginning") << u"abc"_s << u"abcd"_s << false;
    QTest::newRow("nothing and nothing") << QString() << u" "_s << true;
}

void TestBodyDigest::sameBody()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const bool, same);
    QCOMPARE(bodyDigest(first) == bodyDigest(second), same);
}

void TestBodyDigest::emptyBody_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("empty");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("spaces") << u" \n\u3000\n"_s << true;
    QTest::newRow("an empty element") << u"<div>   \n</div>\n   "_s << true;
    QTest::newRow("spaces as entities") << u"<p>&nbsp;</p>"_s << true;
    QTest::newRow("a comment") << u"<!-- nothing -->"_s << true;
    QTest::newRow("a character") << u"<div>字</div>"_s << false;
    QTest::newRow("a picture") << u"<div><IMG src='a.png'></div>"_s << false;
    QTest::newRow("a Markdown picture") << u"![](a.png)"_s << false;
    QTest::newRow("a player") << u"<p><iframe src='https://example.com/'></iframe></p>"_s << false;
    QTest::newRow("a film") << u"<video controls></video>"_s << false;
    QTest::newRow("the name begins alike") << u"<image2></image2>"_s << true;
    QTest::newRow("a link without text") << u"<a href='https://example.com/'></a>"_s << true;
}

void TestBodyDigest::emptyBody()
{
    QFETCH(const QString, body);
    QFETCH(const bool, empty);
    QCOMPARE(isEmptyBody(body), empty);
}

QTEST_GUILESS_MAIN(TestBodyDigest)
#include "tst_bodydigest.moc"
