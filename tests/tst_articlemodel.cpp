#include "app/library/articlemodel.h"

#include "tests/articlelists.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

// The rows of a list: which are asked for, and when they are there.
class TestArticleModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersInSight_areThoseOfRowsNearby();
    void unloadedRow_asksForItsPageOnce();
    void loadedPage_changesItsRows();
    void pageThatComesLate_findsItsRows();
    void rowsThatLeft_arePassedOver();
    void marks_changeEveryCopy();
    void refreshedRow_isAskedForAnew();
    void outOfRange_isAbsent();
    void keptRows_areBounded();
};

void TestArticleModel::foldersInSight_areThoseOfRowsNearby()
{
    ArticleModel model;
    model.apply(changeBetween({}, undated({1, 2, 3, 4, 5})));
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
    QCOMPARE(wanted[0][0].value<ArticleIds>(), ArticleIds{2});
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
