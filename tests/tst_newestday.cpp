#include "app/library/newestday.h"
#include "tests/markedcatalogue.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
constexpr qint64 hour = 3'600'000; // milliseconds

}

class TestNewestDay final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sample.reset(); }
    void day_isTheReaders_data();
    void day_isTheReaders();
    void ofNothing_isNone();
    void rowsThatCome_areCounted();
    void rowsThatGo_areNoticed();
    void otherArchive_isCountedAnew();

private:
    void store(char name, qint64 hoursLater);
    NewestDay::Count count(NewestDay &newest, const QDateTime &now = noon);

    std::unique_ptr<MarkedCatalogue> m_sample;
    QString m_error;
};

void TestNewestDay::init()
{
    m_error.clear();
    m_sample = std::make_unique<MarkedCatalogue>();
    QVERIFY2(m_sample->open(&m_error), qPrintable(m_error));
}

void TestNewestDay::store(char name, qint64 hoursLater)
{
    QVERIFY2(m_sample->store({{name, {}, noon.toMSecsSinceEpoch() + hoursLater * hour}}, &m_error),
             qPrintable(m_error));
}

NewestDay::Count TestNewestDay::count(NewestDay &newest, const QDateTime &now)
{
    const auto found = newest.count(m_sample->database, now, &m_error);
    return found.value_or(NewestDay::Count{{}, -1});
}

void TestNewestDay::day_isTheReaders_data()
{
    QTest::addColumn<int>("hoursEast");
    QTest::addColumn<int>("hoursLater");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<int>("articles");

    QTest::newRow("without the future") << 0 << 0 << QDate(2021, 11, 23) << 2;
    QTest::newRow("days later, where it came") << 0 << 100 << QDate(2021, 11, 25) << 1;
    QTest::newRow("long before anything") << 0 << -1000 << QDate() << 0;
    QTest::newRow("midnight lies between") << 13 << 0 << QDate(2021, 11, 24) << 1;
}

void TestNewestDay::day_isTheReaders()
{
    QFETCH(int, hoursEast);
    QFETCH(int, hoursLater);
    QFETCH(QDate, day);
    QFETCH(int, articles);
    const QTimeZone zone(hoursEast * 3600);
    const QDateTime now = noon.addSecs(hoursLater * 3600);
    store('b', -2);
    store('a', -1);
    store('c', -30);
    store('d', 50);
    QVERIFY(m_sample->store({{'e', {}, undatedTime}}, &m_error));
    const auto range = newestDay(m_sample->database, zone, now, &m_error);
    QVERIFY2(range, qPrintable(m_error));
    QCOMPARE(range->day, day);
    NewestDay newest(zone);
    QCOMPARE(count(newest, now), (NewestDay::Count{day, articles}));
    QVERIFY(m_sample->catalog.makeListIndexes([] { return true; }));
    QCOMPARE(count(newest, now), (NewestDay::Count{day, articles}));
}

void TestNewestDay::ofNothing_isNone()
{
    NewestDay newest(QTimeZone::utc());
    QCOMPARE(count(newest), (NewestDay::Count{{}, 0}));
}

void TestNewestDay::rowsThatCome_areCounted()
{
    NewestDay newest(QTimeZone::utc());
    store('a', -30);
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 22), 1}));
    store('b', -31);
    store('c', -60);
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 22), 2}));
    store('d', -1);
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 23), 1}));
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 23), 1}));
}

void TestNewestDay::rowsThatGo_areNoticed()
{
    NewestDay newest(QTimeZone::utc());
    store('a', -1);
    store('b', -30);
    QCOMPARE(count(newest).day, QDate(2021, 11, 23));
    QVERIFY(m_sample->catalog.remove({m_sample->id('a')}, &m_error));
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 22), 1}));
}

void TestNewestDay::otherArchive_isCountedAnew()
{
    NewestDay newest(QTimeZone::utc());
    store('a', -1);
    store('b', -1);
    QCOMPARE(count(newest).articles, 2);
    init();
    store('a', -30);
    store('b', -30);
    newest.clear();
    QCOMPARE(count(newest), (NewestDay::Count{QDate(2021, 11, 22), 2}));
}

QTEST_GUILESS_MAIN(TestNewestDay)
#include "tst_newestday.moc"
