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
    void sections_startWhereDaysChange();
    void leftOut_thereAreNoSections();
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
    KeyCollector collector(QTimeZone(zone), KeyCollector::Days::Kept, 1);
    collector.add(7, time);
    QCOMPARE(collector.articles().ids, QList<ArticleId>{7});
    QCOMPARE(collector.articles().days, (QList<DaySection>{{0, day}}));
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
    KeyCollector collector(where, KeyCollector::Days::Kept, 17521);
    QDate last;
    int sections = 0;
    for (int row = 0; row < 17521; ++row) {
        collector.add(row + 1, start + row * hour);
        const QDate day = QDateTime::fromMSecsSinceEpoch(start + row * hour, where).date();
        sections += day == last ? 0 : 1;
        last = day;
        QCOMPARE(collector.articles().days.size(), sections);
        QCOMPARE(collector.articles().days.last().day, day);
    }
}

void TestKeyCollector::sections_startWhereDaysChange()
{
    const QDate day(2021, 11, 23);
    KeyCollector collector(QTimeZone::utc(), KeyCollector::Days::Kept, 4);
    collector.add(3, time("2021-11-23T18:00:00Z"));
    collector.add(1, time("2021-11-23T00:00:00Z"));
    collector.add(2, time("2021-11-22T23:59:59Z"));
    collector.add(9, undatedTime);
    collector.add(8, undatedTime);
    QCOMPARE(collector.articles().ids, (QList<ArticleId>{3, 1, 2, 9, 8}));
    QCOMPARE(collector.articles().days, (QList<DaySection>{{0, day}, {2, day.addDays(-1)}, {3, QDate()}}));
}

void TestKeyCollector::leftOut_thereAreNoSections()
{
    KeyCollector collector(QTimeZone::utc(), KeyCollector::Days::LeftOut, 1);
    collector.add(7, time("2021-11-23T18:00:00Z"));
    QCOMPARE(collector.articles().ids, QList<ArticleId>{7});
    QVERIFY(collector.articles().days.isEmpty());
}

QTEST_GUILESS_MAIN(TestKeyCollector)
#include "tst_keycollector.moc"
