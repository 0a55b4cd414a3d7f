#include "app/library/keycollector.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

qint64 time(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toMSecsSinceEpoch();
}

}

class TestKeyCollector final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void day_isThatOfTheZone_data();
    void day_isThatOfTheZone();
    void everyHourOfTwoYears_hasTheDayOfTheZone_data();
    void everyHourOfTwoYears_hasTheDayOfTheZone();
    void leftOut_daysAreZero();
    void slices_addUp();
};

void TestKeyCollector::day_isThatOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QDate>("day");
    QTest::newRow("evening in London is tomorrow in Shanghai")
        << "Asia/Shanghai"_ba << time("2021-11-23T16:00:00Z") << QDate(2021, 11, 24);
    QTest::newRow("a millisecond before")
        << "Asia/Shanghai"_ba << time("2021-11-23T16:00:00Z") - 1 << QDate(2021, 11, 23);
    QTest::newRow("before 1970") << "UTC"_ba << time("1950-01-01T00:00:00Z") << QDate(1950, 1, 1);
    QTest::newRow("1970") << "UTC"_ba << qint64(0) << QDate(1970, 1, 1);
    QTest::newRow("no midnight that day")
        << "America/Sao_Paulo"_ba << time("2018-11-04T03:00:00Z") << QDate(2018, 11, 4);
}

void TestKeyCollector::day_isThatOfTheZone()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, time);
    QFETCH(const QDate, day);
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    Statement statement(database, u"SELECT 7, ?"_s);
    QVERIFY(statement.bind(time).execute(&error));
    KeyCollector collector(QTimeZone(zone), KeyCollector::Days::Kept);
    QVERIFY(!collector.readSome(1000, statement));
    QCOMPARE(collector.keys(), (QList<ArticleKey>{{7, day.toJulianDay()}}));
}

void TestKeyCollector::everyHourOfTwoYears_hasTheDayOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Europe/Berlin", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestKeyCollector::everyHourOfTwoYears_hasTheDayOfTheZone()
{
    QFETCH(const QByteArray, zone);
    const QTimeZone where(zone);
    const qint64 start = time("2011-01-01T00:00:00Z");
    constexpr qint64 hour = 3600 * 1000;
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    Statement statement(database, u"WITH RECURSIVE h(n, t) AS (SELECT 0, ? UNION ALL SELECT n+1, t+? FROM h"
                                  " WHERE n<17520) SELECT n, t FROM h"_s);
    QVERIFY(statement.bind(start).bind(hour).execute(&error));
    KeyCollector collector(where, KeyCollector::Days::Kept);
    QVERIFY(!collector.readSome(20000, statement));
    QCOMPARE(collector.keys().size(), 17521);
    for (const ArticleKey &key : collector.keys())
        QCOMPARE(key.day, QDateTime::fromMSecsSinceEpoch(start + key.id * hour, where).date().toJulianDay());
}

void TestKeyCollector::leftOut_daysAreZero()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    Statement statement(database, u"SELECT 7, 1600000000000"_s);
    QVERIFY(statement.execute(&error));
    KeyCollector collector(QTimeZone::utc(), KeyCollector::Days::LeftOut);
    QVERIFY(!collector.readSome(1000, statement));
    QCOMPARE(collector.keys(), (QList<ArticleKey>{{7, 0}}));
}

void TestKeyCollector::slices_addUp()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    Statement statement(database,
                        u"WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<10000)"
                        " SELECT i, 0 FROM n"_s);
    QVERIFY(statement.execute(&error));
    KeyCollector collector(QTimeZone::utc(), KeyCollector::Days::Kept);
    QVERIFY(collector.readSome(4000, statement));
    QCOMPARE(collector.keys().size(), 4000);
    QVERIFY(collector.readSome(4000, statement));
    QVERIFY(!collector.readSome(4000, statement));
    QCOMPARE(collector.keys().size(), 10000);
    QCOMPARE(collector.keys().last().id, 10000);
}

QTEST_GUILESS_MAIN(TestKeyCollector)
#include "tst_keycollector.moc"
