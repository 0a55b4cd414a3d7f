#include "tests/articlelists.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

// As ListReader does it: the change goes out from what was shown before.
class Shown final
{
public:
    explicit Shown(ArticleModel &model)
        : m_model(model)
    {
    }

    void show(const ArticleSet &articles, bool isFresh = false)
    {
        ArticleChange change = changeBetween(m_articles, articles);
        change.isFresh = isFresh;
        m_articles = articles;
        m_model.apply(change);
    }

private:
    ArticleModel &m_model;
    ArticleSet m_articles;
};

ArticleIds ids(const ArticleModel &model)
{
    ArticleIds list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.idAt(row);
    return list;
}

}

// One list in place of another: what is told of it, and what keeps its place.
class TestArticleModelChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apply_takesThreeSteps_data();
    void apply_takesThreeSteps();
    void persistentIndex_followsItsArticle();
    void selection_isKeptByIdentity_data();
    void selection_isKeptByIdentity();
    void randomLists_endAsGiven();
    void changeOfAnotherList_isWorkedOutAnew();
    void freshList_saysSo();
    void clear_forgetsTheRows();
    void aMillionRows_areMovedInThreeSteps();
};

void TestArticleModelChanges::apply_takesThreeSteps_data()
{
    QTest::addColumn<ArticleIds>("before");
    QTest::addColumn<ArticleIds>("after");
    QTest::addColumn<int>("removals");
    QTest::addColumn<int>("insertions");
    QTest::addColumn<int>("reorderings");
    QTest::newRow("same") << ArticleIds{1, 2, 3} << ArticleIds{1, 2, 3} << 0 << 0 << 0;
    QTest::newRow("filled") << ArticleIds{} << ArticleIds{1, 2, 3} << 0 << 1 << 0;
    QTest::newRow("emptied") << ArticleIds{1, 2, 3} << ArticleIds{} << 1 << 0 << 0;
    QTest::newRow("appended") << ArticleIds{1, 2} << ArticleIds{1, 2, 3, 4} << 0 << 1 << 0;
    QTest::newRow("prepended") << ArticleIds{3, 4} << ArticleIds{1, 2, 3, 4} << 0 << 1 << 1;
    QTest::newRow("between") << ArticleIds{1, 4, 7} << ArticleIds{1, 2, 3, 4, 5, 6, 7} << 0 << 1 << 1;
    QTest::newRow("cut off") << ArticleIds{1, 2, 3, 4, 5} << ArticleIds{1, 2} << 1 << 0 << 0;
    QTest::newRow("removed") << ArticleIds{1, 2, 3, 4, 5} << ArticleIds{1, 3} << 1 << 0 << 1;
    QTest::newRow("both") << ArticleIds{1, 2, 3, 4} << ArticleIds{9, 1, 3, 8, 4} << 1 << 1 << 1;
    QTest::newRow("all others") << ArticleIds{1, 2} << ArticleIds{3, 4} << 1 << 1 << 1;
    QTest::newRow("other order") << ArticleIds{1, 2, 3} << ArticleIds{3, 2, 1} << 0 << 0 << 1;
}

void TestArticleModelChanges::apply_takesThreeSteps()
{
    QFETCH(const ArticleIds, before);
    QFETCH(const ArticleIds, after);
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Shown shown(model);
    shown.show(dated(before));
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy reordered(&model, &QAbstractItemModel::layoutChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    shown.show(dated(after));
    QCOMPARE(ids(model), after);
    QTEST(static_cast<int>(removed.size()), "removals");
    QTEST(static_cast<int>(inserted.size()), "insertions");
    QTEST(static_cast<int>(reordered.size()), "reorderings");
    QCOMPARE(reset.size(), 0);
}

void TestArticleModelChanges::persistentIndex_followsItsArticle()
{
    ArticleModel model;
    Shown shown(model);
    shown.show(dated({1, 2, 3, 4}));
    const QPersistentModelIndex third = model.index(2);
    const QPersistentModelIndex second = model.index(1);
    shown.show(dated({7, 8, 1, 3, 9, 4}));
    QCOMPARE(third.row(), 3);
    QVERIFY(!second.isValid());
}

void TestArticleModelChanges::selection_isKeptByIdentity_data()
{
    QTest::addColumn<ArticleIds>("after");
    QTest::addColumn<ArticleIds>("selected");
    QTest::newRow("rows above") << ArticleIds{8, 9, 1, 2, 3, 4, 5} << ArticleIds{2, 3, 5};
    QTest::newRow("rows between") << ArticleIds{1, 2, 8, 3, 9, 4, 5} << ArticleIds{2, 3, 5};
    QTest::newRow("removed above") << ArticleIds{2, 3, 4, 5} << ArticleIds{2, 3, 5};
    QTest::newRow("one removed") << ArticleIds{1, 2, 4, 5} << ArticleIds{2, 5};
    QTest::newRow("sorted anew") << ArticleIds{5, 4, 3, 2, 1} << ArticleIds{2, 3, 5};
    QTest::newRow("another category with some of them") << ArticleIds{7, 3, 8} << ArticleIds{3};
    QTest::newRow("another category with none of them") << ArticleIds{7, 8} << ArticleIds{};
}

void TestArticleModelChanges::selection_isKeptByIdentity()
{
    QFETCH(const ArticleIds, after);
    QFETCH(const ArticleIds, selected);
    ArticleModel model;
    Shown shown(model);
    shown.show(dated({1, 2, 3, 4, 5}));
    QItemSelectionModel selection(&model);
    for (const int row : {1, 2, 4})
        selection.select(model.index(row), QItemSelectionModel::Select);
    selection.setCurrentIndex(model.index(2), QItemSelectionModel::NoUpdate);
    shown.show(dated(after));
    ArticleIds left;
    for (const QModelIndex &index : selection.selectedIndexes())
        left << model.idAt(index.row());
    std::sort(left.begin(), left.end());
    QCOMPARE(left, selected);
    if (after.contains(3))
        QCOMPARE(model.idAt(selection.currentIndex().row()), 3);
}

void TestArticleModelChanges::randomLists_endAsGiven()
{
    QRandomGenerator random(42);
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Shown shown(model);
    for (int round = 0; round < 300; ++round) {
        ArticleIds list;
        for (ArticleId id = 1; id <= 40; ++id) {
            if (random.bounded(3) > 0)
                list << id;
        }
        if (round % 3 == 0)
            std::shuffle(list.begin(), list.end(), random);
        QHash<ArticleId, QPersistentModelIndex> kept;
        for (int row = 0; row < model.rowCount(); ++row)
            kept.insert(model.idAt(row), model.index(row));
        shown.show(round % 2 == 0 ? dated(list) : undated(list));
        QCOMPARE(ids(model), list);
        for (const auto &[id, index] : kept.asKeyValueRange())
            QCOMPARE(index.row(), static_cast<int>(list.indexOf(id)));
    }
}

void TestArticleModelChanges::changeOfAnotherList_isWorkedOutAnew()
{
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Shown shown(model);
    shown.show(dated({1, 2, 3}));
    const QPersistentModelIndex third = model.index(2);
    // The list in between was dropped on its way.
    model.apply(changeBetween(dated({4, 5}), dated({3, 4, 6})));
    QCOMPARE(ids(model), (ArticleIds{3, 4, 6}));
    QCOMPARE(third.row(), 0);
}

void TestArticleModelChanges::freshList_saysSo()
{
    ArticleModel model;
    Shown shown(model);
    const QSignalSpy replaced(&model, &ArticleModel::listReplaced);
    shown.show(dated({1, 2, 3}), true);
    shown.show(dated({1, 2, 3, 4}), false);
    QCOMPARE(replaced.size(), 1);
}

void TestArticleModelChanges::clear_forgetsTheRows()
{
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.apply(changeBetween({}, dated({1, 2})));
    model.setRows({made(1), made(2)});
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.clear();
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.sections().isEmpty());
    model.apply(changeBetween({}, dated({1, 2}))); // numbers may mean others now
    QVERIFY(!model.article(0));
}

void TestArticleModelChanges::aMillionRows_areMovedInThreeSteps()
{
    constexpr ArticleId count = 1'000'000;
    ArticleModel model;
    Shown shown(model);
    shown.show(undated(series(2, count, 2)));
    const QPersistentModelIndex last = model.index(model.rowCount() - 1);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    shown.show(undated(series(1, count)));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.rowCount(), count);
    QCOMPARE(last.row(), count - 1);
    QCOMPARE(model.rowOf(777'777), 777'776);
}

QTEST_GUILESS_MAIN(TestArticleModelChanges)
#include "tst_articlemodelchanges.moc"
