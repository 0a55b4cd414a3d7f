#include "app/catalog/marksmerger.h"

#include "app/catalog/marksschema.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr MarkVersion latest = 1'000'000;

struct State {
    QList<MarkRecord> marks;
    QList<HorizonRecord> horizons;
    bool operator==(const State &) const = default;
};

// Few identities and few versions, so that everything meets everything.
MarkRecord someMark(QRandomGenerator &chance)
{
    MarkRecord record;
    record.identity = Identity{chance.bounded(4u)};
    if (const int read = chance.bounded(3); read < 2)
        record.opinion.read = read == 1;
    record.opinion.since = chance.bounded(3);
    record.readAt = chance.bounded(4) - 1;
    record.readVersion = chance.bounded(4);
    record.starred = chance.bounded(2) == 1;
    record.starredVersion = chance.bounded(4);
    record.position = chance.bounded(3) / 2.0;
    record.positionVersion = chance.bounded(4);
    return record;
}

HorizonRecord someHorizon(QRandomGenerator &chance)
{
    const QStringList category = chance.bounded(2) == 0 ? QStringList() : QStringList(u"a"_s);
    const QList<Identity> sample(chance.bounded(3), Identity{chance.bounded(3u)});
    return {chance.bounded(3) + 1,
            {u"/archive"_s, category, chance.bounded(3), 3 + chance.bounded(3), sample},
            chance.bounded(3),
            chance.bounded(2) == 1,
            chance.bounded(4)};
}

State merged(const QList<State> &parts)
{
    QString error;
    Database database;
    State state;
    const bool isReady =
        database.open(u":memory:"_s, DatabaseUse::Precious, &error) && bringMarksUpToDate(database, &error);
    MarksMerger merger(database);
    for (const State &part : parts) {
        for (const MarkRecord &record : part.marks)
            merger.merge(record, &error);
        for (const HorizonRecord &record : part.horizons)
            merger.merge(record, &error);
    }
    const auto takeMark = [&state](const MarkRecord &record) {
        state.marks << record;
        return true;
    };
    const auto takeHorizon = [&state](const HorizonRecord &record) {
        state.horizons << record;
        return true;
    };
    const bool isRead = isReady && merger.finish(&error) &&
                        eachMark(database, Qt::AscendingOrder, takeMark, &error) &&
                        eachHorizon(database, takeHorizon, &error);
    return isRead ? state : State();
}

State someState(QRandomGenerator &chance)
{
    State written;
    for (int number = chance.bounded(8); number >= 0; --number)
        written.marks << someMark(chance);
    for (int number = chance.bounded(4); number >= 0; --number)
        written.horizons << someHorizon(chance);
    return written;
}

}

class TestMarksMerger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merge_isCommutativeAssociativeIdempotent();
    void laterVersion_winsForEachThing();
    void afterwards_markingIsLater();
    void soundness_data();
    void soundness();
    void backwards_findsTheSame();
};

void TestMarksMerger::merge_isCommutativeAssociativeIdempotent()
{
    QRandomGenerator chance(20211123);
    for (int round = 0; round < 300; ++round) {
        const State a = someState(chance);
        const State b = someState(chance);
        const State c = someState(chance);
        const State all = merged({a, b, c});
        QVERIFY(!all.marks.isEmpty());
        QVERIFY(merged({c, a, b}) == all);
        QVERIFY(merged({b, c, a}) == all);
        QVERIFY(merged({merged({a, b}), c}) == all);
        QVERIFY(merged({a, merged({c, b})}) == all);
        QVERIFY(merged({a, b, c, a, b, merged({a, c})}) == all);
        QVERIFY(merged({all}) == all);
        // Any order of the single records as well.
        State shuffled{a.marks + b.marks + c.marks, a.horizons + b.horizons + c.horizons};
        std::shuffle(shuffled.marks.begin(), shuffled.marks.end(), chance);
        std::shuffle(shuffled.horizons.begin(), shuffled.horizons.end(), chance);
        QVERIFY(merged({shuffled}) == all);
    }
}

void TestMarksMerger::laterVersion_winsForEachThing()
{
    MarkRecord here;
    here.opinion = {true, 5};
    here.readAt = 5;
    here.readVersion = 5;
    here.starred = true;
    here.starredVersion = 1;
    MarkRecord there;
    there.opinion = {false, 4};
    there.readVersion = 4;
    there.starredVersion = 2;
    there.position = 0.5;
    there.positionVersion = 1;
    const State both = merged({{{here}, {}}, {{there}, {}}});
    QCOMPARE(both.marks.size(), 1);
    QCOMPARE(both.marks[0].opinion, (ReadOpinion{true, 5}));
    QCOMPARE(both.marks[0].starred, false);
    QCOMPARE(both.marks[0].position, 0.5);
}

void TestMarksMerger::afterwards_markingIsLater()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY(bringMarksUpToDate(database, &error));
    MarksMerger merger(database);
    MarkRecord record;
    record.starredVersion = 77'000;
    QVERIFY(merger.merge(record, &error) && merger.finish(&error));
    QCOMPARE(marksVersion(database, &error).value_or(0), 77'001);
    MarksMerger again(database); // what is known already changes nothing
    QVERIFY(again.merge(record, &error) && again.finish(&error));
    QVERIFY(!again.hasChanged());
    QCOMPARE(marksVersion(database, &error).value_or(0), 77'001);
}

void TestMarksMerger::soundness_data()
{
    QTest::addColumn<MarkRecord>("record");
    QTest::addColumn<bool>("sound");
    const auto with = [](auto change) {
        MarkRecord record;
        change(record);
        return record;
    };
    QTest::newRow("empty") << MarkRecord() << true;
    QTest::newRow("latest") << with([](MarkRecord &r) { r.readVersion = latest; }) << true;
    QTest::newRow("too late") << with([](MarkRecord &r) { r.readVersion = latest + 1; }) << false;
    QTest::newRow("negative") << with([](MarkRecord &r) { r.starredVersion = -1; }) << false;
    QTest::newRow("since") << with([](MarkRecord &r) { r.opinion.since = latest + 1; }) << false;
    QTest::newRow("read at") << with([](MarkRecord &r) { r.readAt = -2; }) << false;
    QTest::newRow("below the end") << with([](MarkRecord &r) { r.position = 1.1; }) << false;
    QTest::newRow("no number") << with([](MarkRecord &r) { r.position = qQNaN(); }) << false;
    QTest::newRow("position's version") << with([](MarkRecord &r) { r.positionVersion = -1; }) << false;
}

void TestMarksMerger::soundness()
{
    QFETCH(MarkRecord, record);
    QFETCH(bool, sound);
    QCOMPARE(isSound(record, latest), sound);
}

void TestMarksMerger::backwards_findsTheSame()
{
    QString error;
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Precious, &error));
    QVERIFY(bringMarksUpToDate(database, &error));
    MarksMerger merger(database);
    for (quint64 number = 1; number <= 3; ++number) {
        MarkRecord record;
        record.identity = Identity{number};
        QVERIFY(merger.merge(record, &error));
    }
    QList<Identity> found;
    const auto take = [&found](const MarkRecord &record) {
        found << record.identity;
        return found.size() < 2;
    };
    QVERIFY(eachMark(database, Qt::DescendingOrder, take, &error));
    QCOMPARE(found, (QList<Identity>{Identity{3}, Identity{2}}));
}

QTEST_GUILESS_MAIN(TestMarksMerger)
#include "tst_marksmerger.moc"
