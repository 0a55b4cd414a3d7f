#include "app/catalog/readstate.h"

#include "tests/markedcatalogue.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QString archive = u"/archive"_s;
const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'000'000, Qt::UTC);
const QStringList a{u"a"_s};
const QStringList ax{u"a"_s, u"x"_s};
const QStringList b{u"b"_s};

const QList<MarkedCatalogue::Entry> entries{
    {'1', {}, 10}, {'2', a, 20}, {'3', a, undatedTime}, {'4', ax, 30}, {'5', b, 20}, {'6', b, 40, '4'},
};

// The names of what is read, in order.
QString readNames(MarkedCatalogue &all, const ReadState &state)
{
    QString names;
    Statement rows(all.database, u"SELECT title, category, sort_ms, coalesce(m.read, -1),"
                                 " coalesce(m.read_since, 0) FROM catalogue.articles a"
                                 " LEFT JOIN marks.marks m ON m.identity=a.identity ORDER BY title"_s);
    QString error;
    for (bool more = rows.execute(&error) && rows.next(); more; more = rows.next()) {
        if (state.isRead(rows.number(1), rows.number(2), opinionFrom(rows, 3)))
            names += rows.text(0);
    }
    return names;
}

int counted(MarkedCatalogue &all, const ReadState &state)
{
    QString error;
    const auto counts = state.countRead(
        all.database, [] { return true; }, &error);
    int sum = 0;
    for (const int count : counts.value_or(QHash<CategoryId, int>()))
        sum += count;
    return counts ? sum : -1;
}

}

class TestReadState final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QString error;
        m_state = {};
        m_all = std::make_unique<MarkedCatalogue>();
        QVERIFY2(m_all->open(&error) && m_all->store(entries, &error), qPrintable(error));
    }
    void cleanup() { m_all.reset(); }
    void horizon_coversItsPart_data();
    void horizon_coversItsPart();
    void laterOpinion_isAnException();
    void laterHorizon_overrulesOpinions();
    void undoneHorizon_coversNothing();
    void newCategory_isUnderTheHorizonAbove();
    void overlappingHorizons_areDisjointRanges();
    void archiveElsewhere_isKnownByItsArticles_data();
    void archiveElsewhere_isKnownByItsArticles();
    void archiveElsewhere_isLookedForAgainAsItGrows();
    void counting_agreesWithAsking_data();
    void counting_agreesWithAsking();

private:
    const QTemporaryDir m_folder;
    bool refresh()
    {
        QString error;
        return m_state.refresh(m_all->database, archive, &error);
    }
    bool add(const Horizon &horizon)
    {
        QString error;
        return m_all->marks.addHorizon(horizon, {}, start, &error);
    }

    std::unique_ptr<MarkedCatalogue> m_all;
    ReadState m_state;
};

void TestReadState::horizon_coversItsPart_data()
{
    constexpr qint64 ever = undatedTime;
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    QTest::addColumn<QString>("archiveOf");
    QTest::addColumn<QStringList>("category");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QString>("read");
    QTest::newRow("all") << archive << QStringList() << ever << never << u"123456"_s;
    QTest::newRow("another archive") << u"/other"_s << QStringList() << ever << never << QString();
    QTest::newRow("category and below") << archive << a << ever << never << u"234"_s;
    QTest::newRow("below") << archive << ax << ever << never << u"4"_s;
    QTest::newRow("no such category") << archive << QStringList(u"z"_s) << ever << never << QString();
    QTest::newRow("the end does not belong to it")
        << archive << QStringList() << ever << qint64(20) << u"13"_s;
    QTest::newRow("the beginning does") << archive << QStringList() << qint64(20) << qint64(31) << u"245"_s;
    QTest::newRow("without the undated") << archive << QStringList() << ever + 1 << qint64(21) << u"125"_s;
    QTest::newRow("empty") << archive << QStringList() << qint64(20) << qint64(20) << QString();
}

void TestReadState::horizon_coversItsPart()
{
    QFETCH(QString, archiveOf);
    QFETCH(QStringList, category);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(QString, read);
    QVERIFY(add({archiveOf, category, from, to}) && refresh());
    QCOMPARE(readNames(*m_all, m_state), read);
    QCOMPARE(counted(*m_all, m_state), read.size());
}

void TestReadState::laterOpinion_isAnException()
{
    QString error;
    QVERIFY(add({archive, {}}));
    QVERIFY(m_all->marks.set(Marking::Unread, MarkedCatalogue::identities("24"), start, &error) && refresh());
    QCOMPARE(readNames(*m_all, m_state), u"135"_s);
    QCOMPARE(counted(*m_all, m_state), 3);
}

void TestReadState::laterHorizon_overrulesOpinions()
{
    QString error;
    QVERIFY(m_all->marks.set(Marking::Unread, MarkedCatalogue::identities("24"), start, &error));
    QVERIFY(m_all->marks.set(Marking::Read, MarkedCatalogue::identities("1"), start, &error));
    QVERIFY(add({archive, a}) && refresh());
    QCOMPARE(readNames(*m_all, m_state), u"1234"_s);
    QCOMPARE(counted(*m_all, m_state), 4);
}

void TestReadState::undoneHorizon_coversNothing()
{
    QString error;
    QVERIFY(m_all->marks.set(Marking::Read, MarkedCatalogue::identities("1"), start, &error));
    QVERIFY(add({archive, {}}) && refresh());
    QCOMPARE(counted(*m_all, m_state), 6);
    QVERIFY(m_all->marks.undo(start, &error) && refresh());
    QCOMPARE(readNames(*m_all, m_state), u"1"_s);
    QCOMPARE(counted(*m_all, m_state), 1);
    QVERIFY(m_all->marks.redo(start, &error) && refresh());
    QCOMPARE(counted(*m_all, m_state), 6);
}

void TestReadState::newCategory_isUnderTheHorizonAbove()
{
    QString error;
    QVERIFY(add({archive, a, undatedTime, 100}) && refresh());
    QVERIFY(m_all->store({{'7', {u"a"_s, u"new"_s}, 50}, {'8', {u"a"_s, u"new"_s}, 150}}, &error) &&
            refresh());
    QCOMPARE(readNames(*m_all, m_state), u"2347"_s);
}

void TestReadState::overlappingHorizons_areDisjointRanges()
{
    QVERIFY(add({archive, {}, 0, 100}) && add({archive, a, 50, 150}) && add({archive, ax, 60, 70}) &&
            refresh());
    QString error;
    Statement id(m_all->database, u"SELECT id FROM catalogue.categories WHERE name='x'"_s);
    const QList<ReadState::Range> ranges = m_state.ranges(firstNumber(id, &error).value_or(-1));
    QList<qint64> edges;
    for (const ReadState::Range &range : ranges)
        edges << range.from << range.to;
    QCOMPARE(edges, (QList<qint64>{0, 50, 50, 60, 60, 70, 70, 150}));
    QVERIFY(ranges[0].since < ranges[1].since && ranges[1].since < ranges[2].since);
    QCOMPARE(ranges[1].since, ranges[3].since);
}

void TestReadState::archiveElsewhere_isKnownByItsArticles_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<bool>("isSame");
    const QString sameName = u"/gone/archive"_s;
    QTest::newRow("the same, moved") << sameName << QByteArray("1245") << true;
    QTest::newRow("the same, under another name") << u"/gone/renamed"_s << QByteArray("1245") << true;
    QTest::newRow("half of it is left") << sameName << QByteArray("12xy") << true;
    QTest::newRow("another of that name") << sameName << QByteArray("1xyz") << false;
    QTest::newRow("nothing was noted") << sameName << QByteArray() << true;
    QTest::newRow("nothing was noted, another name") << u"/gone/renamed"_s << QByteArray() << false;
    QTest::newRow("here, whatever it has now") << archive << QByteArray("wxyz") << true;
    QTest::newRow("beside it, with the same articles") << m_folder.path() << QByteArray("1245") << false;
}

void TestReadState::archiveElsewhere_isKnownByItsArticles()
{
    QFETCH(QString, folder);
    QFETCH(QByteArray, sample);
    QFETCH(bool, isSame);
    QString error;
    QVERIFY(m_all->catalog.makeIndexes(&error));
    QVERIFY(add({folder, b, undatedTime, 1000, MarkedCatalogue::identities(sample)}) && refresh());
    QCOMPARE(readNames(*m_all, m_state), isSame ? u"56"_s : QString());
}

// As where a folder is regenerated: its articles come back one after the other.
void TestReadState::archiveElsewhere_isLookedForAgainAsItGrows()
{
    QString error;
    QVERIFY(m_all->catalog.makeIndexes(&error));
    QVERIFY(add({u"/gone/archive"_s, b, undatedTime, 1000, MarkedCatalogue::identities("1xyz")}) &&
            refresh());
    QCOMPARE(readNames(*m_all, m_state), QString());
    QVERIFY(m_all->store({{'x', {}, 10}}, &error) && refresh());
    QCOMPARE(readNames(*m_all, m_state), u"56"_s);
}

void TestReadState::counting_agreesWithAsking_data()
{
    QTest::addColumn<bool>("isPassOver");
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("while the first pass runs") << false << false;
    QTest::newRow("while the indexes of lists are made") << true << false;
    QTest::newRow("afterwards") << true << true;
}

// Whatever was marked: the count is what one gets by asking every article.
void TestReadState::counting_agreesWithAsking()
{
    QFETCH(const bool, isPassOver);
    QFETCH(const bool, isIndexed);
    QString error;
    QVERIFY(!isPassOver || m_all->catalog.makeIndexes(&error));
    QVERIFY(!isIndexed || m_all->catalog.makeListIndexes([] { return true; }));
    QRandomGenerator chance(20211123);
    const QList<QStringList> categories{{}, a, ax, b};
    for (int step = 0; step < 200; ++step) {
        const qint64 from = chance.bounded(2) == 0 ? undatedTime : chance.bounded(50);
        if (chance.bounded(3) == 0)
            QVERIFY(add({archive, categories[chance.bounded(4)], from, chance.bounded(60)}));
        else if (chance.bounded(4) == 0)
            m_all->marks.undo(start, &error);
        else
            QVERIFY(m_all->marks.set(static_cast<Marking>(chance.bounded(2)),
                                     {MarkedCatalogue::identity(char('1' + chance.bounded(5)))}, start,
                                     &error));
        QVERIFY(refresh());
        QCOMPARE(counted(*m_all, m_state), readNames(*m_all, m_state).size());
    }
}

QTEST_GUILESS_MAIN(TestReadState)
#include "tst_readstate.moc"
