#include "app/library/articlemodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QList<ArticleKey> keys(const QList<ArticleId> &ids, qint64 day = 2459541)
{
    QList<ArticleKey> list;
    for (const ArticleId id : ids)
        list << ArticleKey{id, day};
    return list;
}

QList<ArticleKey> series(ArticleId first, ArticleId last, ArticleId step = 1)
{
    QList<ArticleKey> list;
    for (ArticleId id = first; id <= last; id += step)
        list << ArticleKey{id, 0};
    return list;
}

QList<ArticleId> ids(const ArticleModel &model)
{
    QList<ArticleId> list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.idAt(row);
    return list;
}

ArticleRow made(ArticleId id)
{
    ArticleRow row;
    row.id = id;
    row.head.title = u"Article %1"_s.arg(id);
    row.head.identity = Identity{static_cast<quint64>(id)};
    return row;
}

}

class TestArticleModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void setKeys_comesInRuns_data();
    void setKeys_comesInRuns();
    void persistentIndex_followsItsArticle();
    void randomLists_endAsGiven();
    void tooManyRuns_reset();
    void otherGrouping_resets();
    void unloadedRow_asksForItsPageOnce();
    void loadedPage_changesItsRows();
    void pageThatComesLate_findsItsRows();
    void rowsThatLeft_arePassedOver();
    void marks_changeEveryCopy();
    void sections_startWhereDaysChange();
    void withoutGrouping_noSections();
    void outOfRange_isAbsent();
    void rowOf_manyTimes_isRight();
    void keptRows_areBounded();
};

void TestArticleModel::setKeys_comesInRuns_data()
{
    QTest::addColumn<QList<ArticleId>>("before");
    QTest::addColumn<QList<ArticleId>>("after");
    QTest::addColumn<int>("removals");
    QTest::addColumn<int>("insertions");
    QTest::addColumn<int>("resets");
    using L = QList<ArticleId>;
    QTest::newRow("same") << L{1, 2, 3} << L{1, 2, 3} << 0 << 0 << 0;
    QTest::newRow("filled") << L{} << L{1, 2, 3} << 0 << 1 << 0;
    QTest::newRow("emptied") << L{1, 2, 3} << L{} << 1 << 0 << 0;
    QTest::newRow("appended") << L{1, 2} << L{1, 2, 3, 4} << 0 << 1 << 0;
    QTest::newRow("prepended") << L{3, 4} << L{1, 2, 3, 4} << 0 << 1 << 0;
    QTest::newRow("between") << L{1, 4, 7} << L{1, 2, 3, 4, 5, 6, 7} << 0 << 2 << 0;
    QTest::newRow("removed") << L{1, 2, 3, 4, 5} << L{1, 3} << 2 << 0 << 0;
    QTest::newRow("both") << L{1, 2, 3, 4} << L{9, 1, 3, 8, 4} << 1 << 2 << 0;
    QTest::newRow("all others") << L{1, 2} << L{3, 4} << 1 << 1 << 0;
    QTest::newRow("other order") << L{1, 2, 3} << L{3, 2, 1} << 0 << 0 << 1;
}

void TestArticleModel::setKeys_comesInRuns()
{
    QFETCH(const QList<ArticleId>, before);
    QFETCH(const QList<ArticleId>, after);
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setKeys(keys(before), true, true);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setKeys(keys(after), true, false);
    QCOMPARE(ids(model), after);
    QTEST(static_cast<int>(removed.size()), "removals");
    QTEST(static_cast<int>(inserted.size()), "insertions");
    QTEST(static_cast<int>(reset.size()), "resets");
}

void TestArticleModel::persistentIndex_followsItsArticle()
{
    ArticleModel model;
    model.setKeys(keys({1, 2, 3, 4}), true, true);
    const QPersistentModelIndex third = model.index(2);
    const QPersistentModelIndex second = model.index(1);
    model.setKeys(keys({7, 8, 1, 3, 9, 4}), true, false);
    QCOMPARE(third.row(), 3);
    QVERIFY(!second.isValid());
}

void TestArticleModel::randomLists_endAsGiven()
{
    QRandomGenerator random(42);
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 300; ++round) {
        QList<ArticleId> list;
        for (ArticleId id = 1; id <= 40; ++id) {
            if (random.bounded(3) > 0)
                list << id;
        }
        model.setKeys(keys(list), true, false);
        QCOMPARE(ids(model), list);
    }
}

void TestArticleModel::tooManyRuns_reset()
{
    ArticleModel model;
    model.setKeys(series(2, 4000, 2), false, true);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setKeys(series(1, 4000), false, false);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(model.rowCount(), 4000);
}

void TestArticleModel::otherGrouping_resets()
{
    ArticleModel model;
    model.setKeys(keys({1, 2}), true, true);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setKeys(keys({1, 2}), false, false);
    QCOMPARE(reset.size(), 1);
}

void TestArticleModel::unloadedRow_asksForItsPageOnce()
{
    ArticleModel model;
    model.setKeys(series(1, 1000), false, true);
    QSignalSpy wanted(&model, &ArticleModel::pageWanted);
    QCOMPARE(model.index(300).data(ArticleModel::LoadedRole), false);
    QVERIFY(!model.index(301).data(ArticleModel::TitleRole).isValid());
    QVERIFY(!model.article(300));
    QCOMPARE(wanted.size(), 1);
    const auto page = wanted[0][0].value<QList<ArticleId>>();
    QCOMPARE(page.size(), ArticleModel::pageSize);
    QCOMPARE(page.first(), 257);
}

void TestArticleModel::loadedPage_changesItsRows()
{
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setKeys(series(1, 100), false, true);
    model.article(3);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({made(3), made(4), made(5), made(9)});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[0][0].toModelIndex().row(), 2);
    QCOMPARE(changed[0][1].toModelIndex().row(), 4);
    QCOMPARE(changed[1][0].toModelIndex().row(), 8);
    QCOMPARE(model.index(3).data(ArticleModel::TitleRole), u"Article 4"_s);
    QCOMPARE(model.index(3).data(ArticleModel::LoadedRole), true);
    QCOMPARE(model.article(3)->id, 4);
}

void TestArticleModel::pageThatComesLate_findsItsRows()
{
    ArticleModel model;
    model.setKeys(series(10, 20), false, true);
    model.article(0);
    model.setKeys(series(1, 20), false, false);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({made(10), made(11)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 9);
    QCOMPARE(model.article(10)->id, 11);
}

void TestArticleModel::rowsThatLeft_arePassedOver()
{
    ArticleModel model;
    model.setKeys(keys({1, 2}), false, true);
    model.article(0);
    model.setKeys(keys({2}), false, false);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({made(1)});
    QCOMPARE(changed.size(), 0);
}

void TestArticleModel::marks_changeEveryCopy()
{
    ArticleModel model;
    model.setKeys(keys({1, 2, 3}), false, true);
    QList<ArticleRow> rows{made(1), made(2), made(3)};
    rows[2].head.identity = Identity{1};
    model.setRows(rows);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setMarks(Identity{1}, true, true);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.index(2).data(ArticleModel::ReadRole), true);
    QCOMPARE(model.index(2).data(ArticleModel::StarredRole), true);
    QCOMPARE(model.index(1).data(ArticleModel::ReadRole), false);
    model.setMarks(Identity{1}, true, true);
    QCOMPARE(changed.size(), 2);
}

void TestArticleModel::sections_startWhereDaysChange()
{
    const QDate day(2021, 11, 23);
    ArticleModel model;
    model.setKeys(keys({1, 2}, day.toJulianDay()) + keys({3}, day.toJulianDay() - 1), true, true);
    QCOMPARE(model.sections(), (QList<DaySection>{{0, day}, {2, day.addDays(-1)}}));
    model.setKeys(keys({4}, day.toJulianDay() + 1) + keys({1, 2}, day.toJulianDay()), true, false);
    QCOMPARE(model.sections(), (QList<DaySection>{{0, day.addDays(1)}, {1, day}}));
}

void TestArticleModel::withoutGrouping_noSections()
{
    ArticleModel model;
    model.setKeys(keys({1, 2}), false, true);
    QVERIFY(model.sections().isEmpty());
}

void TestArticleModel::outOfRange_isAbsent()
{
    ArticleModel model;
    model.setKeys(keys({1}), false, true);
    const QSignalSpy wanted(&model, &ArticleModel::pageWanted);
    QVERIFY(!model.article(1) && !model.article(-1));
    QCOMPARE(model.idAt(1), 0);
    QCOMPARE(model.rowOf(2), -1);
    QCOMPARE(wanted.size(), 0);
}

void TestArticleModel::rowOf_manyTimes_isRight()
{
    ArticleModel model;
    model.setKeys(series(1, 100), false, true);
    for (int row = 0; row < 100; ++row)
        QCOMPARE(model.rowOf(row + 1), row);
    model.setKeys(series(2, 100), false, false);
    QCOMPARE(model.rowOf(2), 0);
    QCOMPARE(model.rowOf(1), -1);
}

void TestArticleModel::keptRows_areBounded()
{
    ArticleModel model;
    model.setKeys(series(1, 20000), false, true);
    for (ArticleId first = 1; first <= 20000; first += 1000) {
        QList<ArticleRow> rows;
        for (ArticleId id = first; id < first + 1000; ++id)
            rows << made(id);
        model.setRows(rows);
    }
    int loaded = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        loaded += model.index(row).data(ArticleModel::LoadedRole).toBool() ? 1 : 0;
    QVERIFY(loaded > 0);
    QVERIFY(loaded <= 64 * ArticleModel::pageSize);
    QVERIFY(model.article(19999));
}

QTEST_GUILESS_MAIN(TestArticleModel)
#include "tst_articlemodel.moc"
