#include "app/images/hostrules.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

class TestHostRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_holdsForTheHostAndBelow_data();
    void rule_holdsForTheHostAndBelow();
    void badLines_areNamedAndPassedOver();
    void firstRule_wins();
    void standIns_areNamedByTheirDigest();
    void ownTable_isSound();
};

void TestHostRules::rule_holdsForTheHostAndBelow_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("referrer"); // empty: none

    QTest::newRow("the host") << u"sinaimg.cn"_s << u"https://weibo.com/"_s;
    QTest::newRow("below") << u"wx1.sinaimg.cn"_s << u"https://weibo.com/"_s;
    QTest::newRow("the longest wins") << u"a.special.sinaimg.cn"_s << u"https://other.example/"_s;
    QTest::newRow("only ends alike") << u"notsinaimg.cn"_s << QString();
    QTest::newRow("another") << u"example.org"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestHostRules::rule_holdsForTheHostAndBelow()
{
    QFETCH(QString, host);
    QFETCH(QString, referrer);
    HostRules rules;
    QCOMPARE(rules.add(u"SinaImg.cn https://weibo.com/ # a comment\n\n"
                       "special.sinaimg.cn\t https://other.example/\r\n"_s),
             QList<int>());
    QCOMPARE(rules.referrer(host).value_or(QUrl()), QUrl(referrer));
}

void TestHostRules::badLines_areNamedAndPassedOver()
{
    HostRules rules;
    const QList<int> wrong = rules.add(u"# rules\n"
                                       "only.example\n"
                                       "a.example https://a.example/ more\n"
                                       "b.example ftp://b.example/\n"
                                       "c.example javascript:alert(1)\n"
                                       "d.example https://user@d.example/\n"
                                       "no/host https://e.example/\n"
                                       "good.example https://good.example/"_s);
    QCOMPARE(wrong, (QList<int>{2, 3, 4, 5, 6, 7}));
    QVERIFY(rules.referrer(u"good.example"_s));
    QVERIFY(!rules.referrer(u"d.example"_s));
}

void TestHostRules::standIns_areNamedByTheirDigest()
{
    const QByteArray digest(32, '\xa5');
    HostRules rules;
    QVERIFY(!rules.hasStandIns());
    const QList<int> wrong =
        rules.add(u"a.example https://site.example/\n"
                  "a.example sha256:%1\n"
                  "a.example sha256:%2\n"
                  "a.example sha256:a5a5\n"_s.arg(u"a5"_s.repeated(32), u"B6"_s.repeated(32)));
    QCOMPARE(wrong, QList<int>{4});
    QVERIFY(rules.hasStandIns());
    QVERIFY(rules.isStandIn(u"a.example"_s, digest));
    QVERIFY(rules.isStandIn(u"img.a.example"_s, QByteArray(32, '\xb6')));
    QVERIFY(!rules.isStandIn(u"b.example"_s, digest));
    QVERIFY(!rules.isStandIn(u"a.example"_s, QByteArray(32, '\0')));
    QCOMPARE(rules.referrer(u"a.example"_s), QUrl(u"https://site.example/"_s));
}

void TestHostRules::firstRule_wins()
{
    HostRules rules;
    rules.add(u"a.example https://mine.example/"_s);
    rules.add(u"a.example https://theirs.example/"_s);
    QCOMPARE(rules.referrer(u"a.example"_s), QUrl(u"https://mine.example/"_s));
}

void TestHostRules::ownTable_isSound()
{
    QFile file(u":/images/hosts.txt"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    HostRules rules;
    QCOMPARE(rules.add(QString::fromUtf8(file.readAll())), QList<int>());
    QCOMPARE(rules.referrer(u"i.pximg.net"_s), QUrl(u"https://www.pixiv.net/"_s));
}

QTEST_GUILESS_MAIN(TestHostRules)
#include "tst_hostrules.moc"
