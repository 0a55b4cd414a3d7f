#include "app/library/listquery.h"
#include "tests/samplecatalogue.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestListQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void scope_holdsWhatIsBelow();
    void index_isThereOnceMade();
    void smallCategories_areSorted_data();
    void smallCategories_areSorted();
    void walk_needsNoSorting_data();
    void walk_needsNoSorting();
    void parts_areTheWholeWalk_data();
    void parts_areTheWholeWalk();
    void sorted_isWhatTheWalkFinds_data() { parts_areTheWholeWalk_data(); }
    void sorted_isWhatTheWalkFinds();

private:
    static QList<ArticleId> ids(Statement rows, const ListScope *scope = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Database> m_database;
};

void TestListQuery::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    m_database = std::make_unique<Database>();
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(sampleFiles() + manySampleFiles(400), {}, &error), qPrintable(error));
    QVERIFY2(makeAllIndexes(*m_catalog, &error), qPrintable(error));
    QVERIFY(m_database->open(m_catalog->databaseName(), DatabaseUse::Reading, &error));
}

void TestListQuery::cleanup()
{
    m_database.reset();
    m_catalog.reset();
}

QList<ArticleId> TestListQuery::ids(Statement rows, const ListScope *scope)
{
    QString error;
    QList<ArticleId> found;
    for (bool more = rows.execute(&error) && rows.next(); more; more = rows.next()) {
        if (!scope || scope->contains(rows.number(2)))
            found << rows.number(0);
    }
    return found;
}

void TestListQuery::scope_holdsWhatIsBelow()
{
    QString error;
    const CategoryId a = sampleCategory(m_catalog->databaseName(), {u"a"_s});
    const CategoryId x = sampleCategory(m_catalog->databaseName(), {u"a"_s, u"x"_s});
    const CategoryId b = sampleCategory(m_catalog->databaseName(), {u"b"_s});
    const std::optional<ListScope> scope = listScope(*m_database, a, &error);
    QVERIFY2(scope, qPrintable(error));
    QVERIFY(scope->contains(a) && scope->contains(x));
    QVERIFY(!scope->contains(b) && !scope->contains(wholeArchive) && !scope->contains(4711));
    QCOMPARE(scope->articles, 3);
    QCOMPARE(scope->all, 405);
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    QVERIFY(whole && whole->contains(b) && whole->contains(wholeArchive));
    QCOMPARE(whole->articles, 405);
}

void TestListQuery::index_isThereOnceMade()
{
    QString error;
    Catalog fresh;
    QVERIFY(fresh.open(m_folder->filePath(u"fresh.sqlite"_s), &error));
    Database database;
    QVERIFY(database.open(fresh.databaseName(), DatabaseUse::Reading, &error));
    for (const SortKey key : {SortKey::Date, SortKey::Title, SortKey::Author}) {
        QVERIFY(!isIndexed(database, key));
        QVERIFY(isIndexed(*m_database, key));
    }
}

void TestListQuery::smallCategories_areSorted_data()
{
    QTest::addColumn<qint64>("articles");
    QTest::addColumn<bool>("byDate");
    QTest::addColumn<bool>("byTitle");
    QTest::newRow("tiny") << qint64(7'000) << true << true;
    QTest::newRow("small") << qint64(60'000) << true << false;
    QTest::newRow("large") << qint64(70'000) << false << false;
}

void TestListQuery::smallCategories_areSorted()
{
    QFETCH(const qint64, articles);
    const ListScope scope{1, {false, true}, articles, 1'000'000};
    QTEST(isSmall(scope, SortKey::Date), "byDate");
    QTEST(isSmall(scope, SortKey::Title), "byTitle");
    QVERIFY(!isSmall({wholeArchive, {}, 0, 1'000'000}, SortKey::Date));
}

void TestListQuery::walk_needsNoSorting_data()
{
    QTest::addColumn<ArticleSort>("sort");
    QTest::newRow("date") << ArticleSort{SortKey::Date, Qt::DescendingOrder};
    QTest::newRow("date, oldest first") << ArticleSort{SortKey::Date, Qt::AscendingOrder};
    QTest::newRow("title") << ArticleSort{SortKey::Title, Qt::AscendingOrder};
    QTest::newRow("title, backwards") << ArticleSort{SortKey::Title, Qt::DescendingOrder};
    QTest::newRow("author") << ArticleSort{SortKey::Author, Qt::AscendingOrder};
}

// The catalogue promises an index for each order; without it a walk is one step of seconds.
void TestListQuery::walk_needsNoSorting()
{
    QFETCH(const ArticleSort, sort);
    for (const WalkPart part : {WalkPart::Whole, WalkPart::From, WalkPart::Before}) {
        QString error;
        Statement plan(*m_database, u"EXPLAIN QUERY PLAN "_s + walkedSql(sort, part));
        if (part != WalkPart::Whole)
            plan.bind(qint64(1));
        QString steps;
        for (bool more = plan.execute(&error) && plan.next(); more; more = plan.next())
            steps += plan.text(3) + u'\n';
        QVERIFY2(steps.contains(u"COVERING INDEX"), qPrintable(steps + error));
        QVERIFY2(!steps.contains(u"TEMP B-TREE"), qPrintable(steps));
        QVERIFY2(part == WalkPart::Whole || steps.startsWith(u"SEARCH"), qPrintable(steps));
    }
}

void TestListQuery::parts_areTheWholeWalk_data()
{
    walk_needsNoSorting_data();
}

void TestListQuery::parts_areTheWholeWalk()
{
    QFETCH(const ArticleSort, sort);
    const QList<ArticleId> whole = ids(walkedRows(*m_database, sort, WalkPart::Whole));
    QCOMPARE(whole.size(), 405);
    for (const qsizetype place : {0, 1, 200, 404}) {
        QList<ArticleId> before = ids(walkedRows(*m_database, sort, WalkPart::Before, whole[place]));
        std::reverse(before.begin(), before.end());
        QCOMPARE(before, whole.mid(0, place));
        QCOMPARE(ids(walkedRows(*m_database, sort, WalkPart::From, whole[place])), whole.mid(place));
    }
}

void TestListQuery::sorted_isWhatTheWalkFinds()
{
    QFETCH(const ArticleSort, sort);
    QString error;
    for (const QStringList &path : {QStringList(u"a"_s), QStringList(u"small"_s), QStringList(u"large"_s)}) {
        const CategoryId category = sampleCategory(m_catalog->databaseName(), path);
        const std::optional<ListScope> scope = listScope(*m_database, category, &error);
        QVERIFY(scope && scope->articles > 2);
        QCOMPARE(ids(sortedRows(*m_database, category, sort)),
                 ids(walkedRows(*m_database, sort, WalkPart::Whole), &*scope));
    }
}

QTEST_GUILESS_MAIN(TestListQuery)
#include "tst_listquery.moc"
