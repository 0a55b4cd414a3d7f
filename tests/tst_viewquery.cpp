#include "app/library/viewquery.h"
#include "tests/markedcatalogue.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

bool goOn()
{
    return true;
}

}

class TestViewQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sample.reset(); }
    void starred_areFoundWithTheirCopies_data();
    void starred_areFoundWithTheirCopies();
    void recentlyRead_comeNewestFirst_data() { starred_areFoundWithTheirCopies_data(); }
    void recentlyRead_comeNewestFirst();
    void markedTogether_wasNotRead();
    void recentlyRead_endSomewhere();
    void articlesOfADay_areFound();
    void counts_areThoseOfTheLists();
    void stopped_findsNothing();

private:
    static constexpr qint64 hour = 3'600'000;
    QString names(const QList<ArticleId> &ids);
    void read(char name, int minute);
    QString recent();

    std::unique_ptr<MarkedCatalogue> m_sample;
    QString m_error;
};

void TestViewQuery::init()
{
    m_error.clear();
    m_sample = std::make_unique<MarkedCatalogue>();
    QVERIFY2(m_sample->open(&m_error), qPrintable(m_error));
    const qint64 time = noon.toMSecsSinceEpoch();
    QVERIFY2(m_sample->store({{'a', {u"x"_s}, time - hour},
                              {'b', {u"x"_s}, time - 2 * hour},
                              {'c', {u"y"_s}, time - 30 * hour, 'a'},
                              {'d', {u"y"_s}, time + 50 * hour},
                              {'e', {}, undatedTime}},
                             &m_error),
             qPrintable(m_error));
}

QString TestViewQuery::names(const QList<ArticleId> &ids)
{
    QString found;
    for (const char name : {'a', 'b', 'c', 'd', 'e'}) {
        if (ids.contains(m_sample->id(name)))
            found += QLatin1Char(name);
    }
    return found;
}

void TestViewQuery::read(char name, int minute)
{
    QVERIFY2(m_sample->marks.set(Marking::Read, {MarkedCatalogue::identity(name)}, noon.addSecs(60 * minute),
                                 &m_error),
             qPrintable(m_error));
}

QString TestViewQuery::recent()
{
    QString found;
    const auto rows = recentlyRead(m_sample->database, goOn, &m_error);
    for (const RecentlyRead &row : rows.value_or(std::vector<RecentlyRead>()))
        found += names({row.id});
    return found;
}

void TestViewQuery::starred_areFoundWithTheirCopies_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("with indexes") << true;
    QTest::newRow("during a first pass") << false;
}

void TestViewQuery::starred_areFoundWithTheirCopies()
{
    QFETCH(bool, isIndexed);
    QVERIFY(!isIndexed || m_sample->catalog.makeIndexes(&m_error));
    QVERIFY(m_sample->marks.set(Marking::Starred, MarkedCatalogue::identities("ad"), noon, &m_error));
    QVERIFY(m_sample->marks.set(Marking::Unstarred, MarkedCatalogue::identities("d"), noon, &m_error));
    const auto found = starredArticles(m_sample->database, goOn, &m_error);
    QVERIFY2(found, qPrintable(m_error));
    QCOMPARE(names(*found), u"ac"_s);
    const auto files = starredFiles(m_sample->database, &m_error); // one of each
    QVERIFY2(files, qPrintable(m_error));
    QCOMPARE(files->size(), 1);
    QCOMPARE(files->first().identity, MarkedCatalogue::identities("a").first());
}

void TestViewQuery::recentlyRead_comeNewestFirst()
{
    QFETCH(bool, isIndexed);
    QVERIFY(!isIndexed || m_sample->catalog.makeIndexes(&m_error));
    read('b', 1);
    read('d', 2);
    read('e', 3);
    QVERIFY(m_sample->marks.visit(MarkedCatalogue::identity('b'), noon.addSecs(600), &m_error));
    QCOMPARE(recent(), u"bed"_s);
}

void TestViewQuery::markedTogether_wasNotRead()
{
    read('b', 1);
    QVERIFY(
        m_sample->marks.set(Marking::Read, MarkedCatalogue::identities("de"), noon.addSecs(300), &m_error));
    read('a', 7); // which has a copy
    QCOMPARE(recent().size(), 2);
    QVERIFY(recent().endsWith(u'b'));
}

void TestViewQuery::recentlyRead_endSomewhere()
{
    QList<ReadFile> files;
    for (int number = 0; number < mostRecentlyRead + 5; ++number) {
        ReadFile file;
        file.entry = {"many" + QByteArray::number(number), 1, 1000, 7, {}};
        file.head.date = noon.toMSecsSinceEpoch();
        file.head.identity = Identity{1000u + static_cast<quint64>(number)};
        files << file;
        QVERIFY(m_sample->marks.set(Marking::Read, {file.head.identity}, noon.addSecs(number), &m_error));
    }
    QVERIFY(m_sample->catalog.store(files, {}, &m_error));
    const auto rows = recentlyRead(m_sample->database, goOn, &m_error);
    QVERIFY2(rows, qPrintable(m_error));
    QCOMPARE(rows->size(), static_cast<size_t>(mostRecentlyRead));
    QCOMPARE(rows->front().readAt, noon.addSecs(mostRecentlyRead + 4).toMSecsSinceEpoch());
}

void TestViewQuery::articlesOfADay_areFound()
{
    const qint64 time = noon.toMSecsSinceEpoch();
    const auto ids = articlesOf(m_sample->database, {{}, time - 2 * hour, time}, &m_error);
    QVERIFY2(ids, qPrintable(m_error));
    QCOMPARE(names(*ids), u"ab"_s);
}

void TestViewQuery::counts_areThoseOfTheLists()
{
    read('b', 1);
    QVERIFY(m_sample->marks.set(Marking::Starred, MarkedCatalogue::identities("abe"), noon, &m_error));
    NewestDay newest(QTimeZone::utc());
    const auto counts = countViews(m_sample->database, newest, noon, goOn, &m_error);
    QVERIFY2(counts, qPrintable(m_error));
    QCOMPARE(*counts, (ViewCounts{4, 2, QDate(2021, 11, 23), 1}));
}

void TestViewQuery::stopped_findsNothing()
{
    QList<ReadFile> files;
    QList<Identity> identities;
    for (int number = 0; number < 5000; ++number) {
        ReadFile file;
        file.entry = {"many" + QByteArray::number(number), 1, 1000, 7, {}};
        file.head.identity = Identity{1000u + static_cast<quint64>(number)};
        identities << file.head.identity;
        files << file;
    }
    QVERIFY(m_sample->catalog.store(files, {}, &m_error));
    QVERIFY(m_sample->marks.set(Marking::Starred, identities, noon, &m_error));
    QVERIFY(!starredArticles(
        m_sample->database, [] { return false; }, &m_error));
    QVERIFY2(m_error.isEmpty(), qPrintable(m_error));
}

QTEST_GUILESS_MAIN(TestViewQuery)
#include "tst_viewquery.moc"
