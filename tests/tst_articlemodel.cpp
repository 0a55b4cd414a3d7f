#include "app/library/articlemodel.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

using Ids = QList<ArticleId>;

constexpr qint64 someDay = 2459541;

ArticleSet undated(const Ids &ids)
{
    return {ids, {}};
}

ArticleSet dated(const Ids &ids, qint64 day = someDay)
{
    return {ids, {{0, QDate::fromJulianDay(day)}}};
}

Ids series(ArticleId first, ArticleId last, ArticleId step = 1)
{
    Ids list;
    for (ArticleId id = first; id <= last; id += step)
        list << id;
    return list;
}

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
    void foldersInSight_areThoseOfRowsNearby();
    void apply_takesThreeSteps_data();
    void apply_takesThreeSteps();
    void persistentIndex_followsItsArticle();
    void selection_isKeptByIdentity_data();
    void selection_isKeptByIdentity();
    void randomLists_endAsGiven();
    void changeOfAnotherList_isWorkedOutAnew();
    void freshList_saysSo();
    void clear_forgetsTheRows();
    void unloadedRow_asksForItsPageOnce();
    void loadedPage_changesItsRows();
    void pageThatComesLate_findsItsRows();
    void rowsThatLeft_arePassedOver();
    void marks_changeEveryCopy();
    void refreshedRow_isAskedForAnew();
    void outOfRange_isAbsent();
    void aMillionRows_areMovedInThreeSteps();
    void keptRows_areBounded();
};

void TestArticleModel::foldersInSight_areThoseOfRowsNearby()
{
    ArticleModel model;
    Shown(model).show({{1, 2, 3, 4, 5}, {}});
    QVERIFY(model.foldersInSight().isEmpty());
    QList<ArticleRow> rows;
    for (const char *path : {"a/b/1.md", "2.md", "a/3.md", "a/b/4.md"}) {
        rows << made(rows.size() + 1);
        rows.last().head.path = path;
    }
    model.setRows(rows);
    QList<QByteArray> folders = model.foldersInSight();
    std::sort(folders.begin(), folders.end());
    QCOMPARE(folders, (QList<QByteArray>{"a", "a/b"}));
    model.apply(changeBetween({}, {series(1, 5) + series(1000, 2000), {}}));
    model.setRows({made(2000)});
    QCOMPARE(model.foldersInSight().size(), 2);
    QVERIFY(model.article(model.rowCount() - 1));
    QVERIFY(model.foldersInSight().isEmpty());
}

void TestArticleModel::apply_takesThreeSteps_data()
{
    QTest::addColumn<Ids>("before");
    QTest::addColumn<Ids>("after");
    QTest::addColumn<int>("removals");
    QTest::addColumn<int>("insertions");
    QTest::addColumn<int>("reorderings");
    QTest::newRow("same") << Ids{1, 2, 3} << Ids{1, 2, 3} << 0 << 0 << 0;
    QTest::newRow("filled") << Ids{} << Ids{1, 2, 3} << 0 << 1 << 0;
    QTest::newRow("emptied") << Ids{1, 2, 3} << Ids{} << 1 << 0 << 0;
    QTest::newRow("appended") << Ids{1, 2} << Ids{1, 2, 3, 4} << 0 << 1 << 0;
    QTest::newRow("prepended") << Ids{3, 4} << Ids{1, 2, 3, 4} << 0 << 1 << 1;
    QTest::newRow("between") << Ids{1, 4, 7} << Ids{1, 2, 3, 4, 5, 6, 7} << 0 << 1 << 1;
    QTest::newRow("cut off") << Ids{1, 2, 3, 4, 5} << Ids{1, 2} << 1 << 0 << 0;
    QTest::newRow("removed") << Ids{1, 2, 3, 4, 5} << Ids{1, 3} << 1 << 0 << 1;
    QTest::newRow("both") << Ids{1, 2, 3, 4} << Ids{9, 1, 3, 8, 4} << 1 << 1 << 1;
    QTest::newRow("all others") << Ids{1, 2} << Ids{3, 4} << 1 << 1 << 1;
    QTest::newRow("other order") << Ids{1, 2, 3} << Ids{3, 2, 1} << 0 << 0 << 1;
}

void TestArticleModel::apply_takesThreeSteps()
{
    QFETCH(const Ids, before);
    QFETCH(const Ids, after);
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

void TestArticleModel::persistentIndex_followsItsArticle()
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

void TestArticleModel::selection_isKeptByIdentity_data()
{
    QTest::addColumn<Ids>("after");
    QTest::addColumn<Ids>("selected");
    QTest::newRow("rows above") << Ids{8, 9, 1, 2, 3, 4, 5} << Ids{2, 3, 5};
    QTest::newRow("rows between") << Ids{1, 2, 8, 3, 9, 4, 5} << Ids{2, 3, 5};
    QTest::newRow("removed above") << Ids{2, 3, 4, 5} << Ids{2, 3, 5};
    QTest::newRow("one removed") << Ids{1, 2, 4, 5} << Ids{2, 5};
    QTest::newRow("sorted anew") << Ids{5, 4, 3, 2, 1} << Ids{2, 3, 5};
    QTest::newRow("another category with some of them") << Ids{7, 3, 8} << Ids{3};
    QTest::newRow("another category with none of them") << Ids{7, 8} << Ids{};
}

void TestArticleModel::selection_isKeptByIdentity()
{
    QFETCH(const Ids, after);
    QFETCH(const Ids, selected);
    ArticleModel model;
    Shown shown(model);
    shown.show(dated({1, 2, 3, 4, 5}));
    QItemSelectionModel selection(&model);
    for (const int row : {1, 2, 4})
        selection.select(model.index(row), QItemSelectionModel::Select);
    selection.setCurrentIndex(model.index(2), QItemSelectionModel::NoUpdate);
    shown.show(dated(after));
    Ids left;
    for (const QModelIndex &index : selection.selectedIndexes())
        left << model.idAt(index.row());
    std::sort(left.begin(), left.end());
    QCOMPARE(left, selected);
    if (after.contains(3))
        QCOMPARE(model.idAt(selection.currentIndex().row()), 3);
}

void TestArticleModel::randomLists_endAsGiven()
{
    QRandomGenerator random(42);
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Shown shown(model);
    for (int round = 0; round < 300; ++round) {
        Ids list;
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

void TestArticleModel::changeOfAnotherList_isWorkedOutAnew()
{
    ArticleModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Shown shown(model);
    shown.show(dated({1, 2, 3}));
    const QPersistentModelIndex third = model.index(2);
    // The list in between was dropped on its way.
    model.apply(changeBetween(dated({4, 5}), dated({3, 4, 6})));
    QCOMPARE(ids(model), (Ids{3, 4, 6}));
    QCOMPARE(third.row(), 0);
}

void TestArticleModel::freshList_saysSo()
{
    ArticleModel model;
    Shown shown(model);
    const QSignalSpy replaced(&model, &ArticleModel::listReplaced);
    shown.show(dated({1, 2, 3}), true);
    shown.show(dated({1, 2, 3, 4}), false);
    QCOMPARE(replaced.size(), 1);
}

void TestArticleModel::clear_forgetsTheRows()
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

void TestArticleModel::unloadedRow_asksForItsPageOnce()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated(series(1, 1000))));
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
    model.apply(changeBetween({}, undated(series(1, 100))));
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
    model.apply(changeBetween({}, undated(series(10, 20))));
    model.article(0);
    model.apply(changeBetween({}, undated(series(1, 20))));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({made(10), made(11)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 9);
    QCOMPARE(model.article(10)->id, 11);
}

void TestArticleModel::rowsThatLeft_arePassedOver()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated({1, 2})));
    model.article(0);
    model.apply(changeBetween({}, undated({2})));
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({made(1)});
    QCOMPARE(changed.size(), 0);
}

void TestArticleModel::marks_changeEveryCopy()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated({1, 2, 3})));
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

void TestArticleModel::refreshedRow_isAskedForAnew()
{
    ArticleModel model;
    model.apply(changeBetween({}, dated({1, 2, 3})));
    model.setRows({made(1), made(2)});
    QSignalSpy wanted(&model, &ArticleModel::pageWanted);
    model.refresh({2, 3, 4});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<Ids>(), Ids{2});
    QVERIFY(model.article(1)); // the old one until then
}

void TestArticleModel::outOfRange_isAbsent()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated({1})));
    const QSignalSpy wanted(&model, &ArticleModel::pageWanted);
    QVERIFY(!model.article(1) && !model.article(-1));
    QCOMPARE(model.idAt(1), 0);
    QCOMPARE(model.rowOf(2), -1);
    QCOMPARE(model.idsBetween(1, 5), QList<ArticleId>());
    QCOMPARE(model.idsBetween(-1, 5), QList<ArticleId>{1});
    QCOMPARE(wanted.size(), 0);
}

void TestArticleModel::aMillionRows_areMovedInThreeSteps()
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

void TestArticleModel::keptRows_areBounded()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated(series(1, 20000))));
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
