#include "app/archive/articledate.h"

#include <QTest>

using namespace Qt::StringLiterals;

// Expected dates are ISO with their offset: what stands there is compared too, not the instant alone.
class TestArticleDate final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDate_data();
    void readsDate();
    void refusesWhatIsNoDate_data();
    void refusesWhatIsNoDate();
    void readsFileName_data();
    void readsFileName();
    void longNonsense_endsQuickly();
};

void TestArticleDate::readsDate_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const struct {
        const char16_t *written;
        const char16_t *expected;
    } rows[] = {
        {u"Tue, 23 Nov 2021 04:19:03 GMT", u"2021-11-23T04:19:03Z"},
        {u"Tue, 23 Nov 2021 04:19:03 +0800", u"2021-11-23T04:19:03+08:00"},
        {u"Tue, 23 Nov 2021 04:19:03 -0330", u"2021-11-23T04:19:03-03:30"},
        {u"Tue, 23 Nov 2021 04:19:03 +08:00", u"2021-11-23T04:19:03+08:00"},
        {u"Tue, 23 Nov 2021 04:19:03 EST", u"2021-11-23T04:19:03-05:00"},
        {u"Tue, 23 Nov 2021 04:19:03 PDT", u"2021-11-23T04:19:03-07:00"},
        {u"Tue, 23 Nov 2021 04:19:03 Z", u"2021-11-23T04:19:03Z"},
        {u"Tue, 23 Nov 2021 04:19:03 UT", u"2021-11-23T04:19:03Z"},
        {u"Tue, 23 Nov 2021 04:19:03 K", u"2021-11-23T04:19:03Z"},
        {u"Tue, 23 Nov 2021 04:19:03 JST", u"2021-11-23T04:19:03+09:00"},
        {u"Tue, 23 Nov 2021 04:19:03", u"2021-11-23T04:19:03+08:00"},
        {u"Tue, 23 Nov 2021 04:19 GMT", u"2021-11-23T04:19:00Z"},
        {u"23 Nov 2021 04:19:03 GMT", u"2021-11-23T04:19:03Z"},
        {u"23 Nov 21 04:19:03 GMT", u"2021-11-23T04:19:03Z"},
        {u"23 Nov 94 04:19:03 GMT", u"1994-11-23T04:19:03Z"},
        {u"Tuesday, 23-Nov-21 04:19:03 GMT", u"2021-11-23T04:19:03Z"},
        {u"Tue,  3 Nov 2021 04:19:03 GMT (Coordinated)", u"2021-11-03T04:19:03Z"},
        {u"23 November 2021", u"2021-11-23T00:00:00+08:00"},
        {u"Tue Nov 23 2021 04:19:03 GMT+0800 (China Standard Time)", u"2021-11-23T04:19:03+08:00"},
        {u"Tue Nov 23 04:19:03 UTC 2021", u"2021-11-23T04:19:03Z"},
        {u"Tue Nov 23 04:19:03 2021", u"2021-11-23T04:19:03+08:00"},
        {u"November 23, 2021", u"2021-11-23T00:00:00+08:00"},
        {u"Nov 23, 2021 4:19 PM", u"2021-11-23T16:19:00+08:00"},
        {u"Nov 23rd, 2021 at 12:05 am", u"2021-11-23T00:05:00+08:00"},
        {u"2023-05-15T21:04:13-06:00", u"2023-05-15T21:04:13-06:00"},
        {u"2020-02-20T13:31:01.000Z", u"2020-02-20T13:31:01Z"},
        {u"2013-11-22 5:00:00 +0000", u"2013-11-22T05:00:00Z"},
        {u"2015-03-17 14:00:00 -4", u"2015-03-17T14:00:00-04:00"},
        {u"2021-02-08 16:30-:00+16:30", u"2021-02-08T16:30:00+08:00"},
        {u"2021-8-25", u"2021-08-25T00:00:00+08:00"},
        {u"2022-05-05 12:00", u"2022-05-05T12:00:00+08:00"},
        {u"2021-03-22 04:50:47", u"2021-03-22T04:50:47+08:00"},
        {u"2021/8/25 7:05", u"2021-08-25T07:05:00+08:00"},
        {u"2021.08.25", u"2021-08-25T00:00:00+08:00"},
        {u"2021-08-25T07:05Z", u"2021-08-25T07:05:00Z"},
        {u"2021-08-25T07:05:06+0530", u"2021-08-25T07:05:06+05:30"},
        {u"2021-08-25 07:05:06 UTC", u"2021-08-25T07:05:06Z"},
        {u"2021-08-25 07:05:06 GMT+8", u"2021-08-25T07:05:06+08:00"},
        {u"2021-08-25 07:05:06 +0800 CST", u"2021-08-25T07:05:06+08:00"},
        {u"2021-08-25T07:05:06+08:00[Asia/Shanghai]", u"2021-08-25T07:05:06+08:00"},
        {u"2021-08-25T07:05:60Z", u"2021-08-25T07:05:59Z"},
        {u"2021-08-25T24:00:00Z", u"2021-08-26T00:00:00Z"},
        {u"20210825", u"2021-08-25T00:00:00+08:00"},
        {u"20210825T070506Z", u"2021-08-25T07:05:06Z"},
        {u"2021年8月25日 12:01", u"2021-08-25T12:01:00+08:00"},
        {u"2021年08月25日", u"2021-08-25T00:00:00+08:00"},
        {u"1637641143", u"2021-11-23T04:19:03Z"},
        {u"1637641143000", u"2021-11-23T04:19:03Z"},
        {u"'2021-8-25'", u"2021-08-25T00:00:00+08:00"},
        {u"\"Tue, 23 Nov 2021 04:19:03 GMT\"", u"2021-11-23T04:19:03Z"},
        {u"  2021-8-25  ", u"2021-08-25T00:00:00+08:00"},
        {u"2021-08-25T07:05:06+14:00", u"2021-08-25T07:05:06+14:00"},
    };
    for (const auto &row : rows) {
        const QString written(QStringView(row.written).toString());
        QTest::newRow(qPrintable(written)) << written << QStringView(row.expected).toString();
    }
}

void TestArticleDate::readsDate()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    const std::optional<QDateTime> date = parseArticleDate(written);
    QVERIFY(date.has_value());
    QVERIFY(date->isValid());
    QCOMPARE(date->toString(Qt::ISODate), expected);
}

void TestArticleDate::refusesWhatIsNoDate_data()
{
    QTest::addColumn<QString>("written");
    const QStringList rows = {u""_s,
                              u"Invalid Date"_s,
                              u"undefined"_s,
                              u"0001-01-01T00:00:00Z"_s,
                              u"2021-13-01"_s,
                              u"2021-02-30"_s,
                              u"2021-02-03 25:00"_s,
                              u"Tue, 31 Foo 2021 04:19:03 GMT"_s,
                              u"yesterday"_s,
                              u"12345"_s,
                              u"''"_s,
                              u"0000-00-00 00:00:00"_s,
                              u"99999999999999999999"_s};
    for (const QString &row : rows)
        QTest::newRow(qPrintable(u'<' + row + u'>')) << row;
}

void TestArticleDate::refusesWhatIsNoDate()
{
    QFETCH(QString, written);
    QVERIFY(!parseArticleDate(written).has_value());
}

void TestArticleDate::readsFileName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("jekyll") << u"2015-03-17-hello.md"_s << u"2015-03-17T00:00:00+08:00"_s;
    QTest::newRow("short") << u"2015-3-7-hello.md"_s << u"2015-03-07T00:00:00+08:00"_s;
    QTest::newRow("no dash after it") << u"2015-03-17.md"_s << QString();
    QTest::newRow("no such day") << u"2015-02-30-x.md"_s << QString();
    QTest::newRow("years") << u"1851年-2011年全球.md"_s << QString();
}

void TestArticleDate::readsFileName()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const std::optional<QDateTime> date = dateFromFileName(name);
    QCOMPARE(date ? date->toString(Qt::ISODate) : QString(), expected);
}

void TestArticleDate::longNonsense_endsQuickly()
{
    QVERIFY(!parseArticleDate(QString(200'000, u'1')).has_value());
    QVERIFY(!parseArticleDate(u"2021-01-01 "_s + QString(80, u' ') + u"("_s).has_value());
}

QTEST_GUILESS_MAIN(TestArticleDate)
#include "tst_articledate.moc"
