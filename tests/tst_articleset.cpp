#include "app/library/articleset.h"

#include <QRandomGenerator>
#include <QTest>

namespace
{

using Ids = QList<ArticleId>;

ArticleSet undated(const Ids &ids)
{
    return {ids, {}};
}

}

class TestArticleSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void change_namesWhatCameAndWent_data();
    void change_namesWhatCameAndWent();
    void otherDays_areAReordering();
    void randomChanges_leadFromOneToTheOther();
};

void TestArticleSet::change_namesWhatCameAndWent_data()
{
    QTest::addColumn<Ids>("before");
    QTest::addColumn<Ids>("after");
    QTest::addColumn<Ids>("added");
    QTest::addColumn<Ids>("removed");
    QTest::addColumn<bool>("isReordered");
    QTest::newRow("nothing") << Ids{} << Ids{} << Ids{} << Ids{} << false;
    QTest::newRow("same") << Ids{5, 2} << Ids{5, 2} << Ids{} << Ids{} << false;
    QTest::newRow("filled") << Ids{} << Ids{5, 2} << Ids{5, 2} << Ids{} << false;
    QTest::newRow("emptied") << Ids{5, 2} << Ids{} << Ids{} << Ids{5, 2} << false;
    QTest::newRow("appended") << Ids{5, 2} << Ids{5, 2, 9, 1} << Ids{9, 1} << Ids{} << false;
    QTest::newRow("prepended") << Ids{5, 2} << Ids{9, 5, 2} << Ids{9} << Ids{} << true;
    QTest::newRow("cut off") << Ids{5, 2, 9} << Ids{5} << Ids{} << Ids{2, 9} << false;
    QTest::newRow("beheaded") << Ids{5, 2, 9} << Ids{9} << Ids{} << Ids{5, 2} << true;
    QTest::newRow("other order") << Ids{1, 2} << Ids{2, 1} << Ids{} << Ids{} << true;
    QTest::newRow("all others") << Ids{1, 2} << Ids{8, 9} << Ids{8, 9} << Ids{1, 2} << true;
    QTest::newRow("far apart") << Ids{1} << Ids{1, 900'000'000} << Ids{900'000'000} << Ids{} << false;
}

void TestArticleSet::change_namesWhatCameAndWent()
{
    QFETCH(const Ids, before);
    QFETCH(const Ids, after);
    const ArticleChange change = changeBetween(undated(before), undated(after));
    QCOMPARE(change.before.ids, before);
    QCOMPARE(change.after.ids, after);
    QTEST(change.added, "added");
    QTEST(change.removed, "removed");
    QTEST(change.isReordered, "isReordered");
}

// A view must lay its rows out anew where only the headers above them move.
void TestArticleSet::otherDays_areAReordering()
{
    const Ids ids{1, 2, 3};
    const QDate day(2021, 11, 23);
    const ArticleSet oneDay{ids, {{0, day}}};
    const ArticleSet twoDays{ids, {{0, day}, {2, day.addDays(-1)}}};
    QVERIFY(changeBetween(oneDay, twoDays).isReordered);
    QVERIFY(changeBetween(oneDay, undated(ids)).isReordered);
    QVERIFY(!changeBetween(twoDays, twoDays).isReordered);
}

void TestArticleSet::randomChanges_leadFromOneToTheOther()
{
    QRandomGenerator random(7);
    Ids before;
    for (int round = 0; round < 500; ++round) {
        Ids after;
        for (ArticleId id = 1; id <= 12; ++id) {
            if (random.bounded(2) == 0)
                after << id * 3;
        }
        if (round % 2 == 0)
            std::shuffle(after.begin(), after.end(), random);
        const ArticleChange change = changeBetween(undated(before), undated(after));
        const Ids grown = before + change.added;
        const Ids reordered = after + change.removed;
        QCOMPARE(change.isReordered, grown != reordered);
        QVERIFY(std::is_permutation(grown.cbegin(), grown.cend(), reordered.cbegin(), reordered.cend()));
        before = after;
    }
}

QTEST_GUILESS_MAIN(TestArticleSet)
#include "tst_articleset.moc"
