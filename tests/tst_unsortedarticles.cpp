#include "app/library/unsortedarticles.h"
#include "tests/samplecatalogue.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

bool goOn()
{
    return true;
}

QList<ArticleId> walked(const Database &database, const ArticleSort &sort, const ListScope &scope)
{
    QString error;
    QList<ArticleId> ids;
    Statement rows = walkedRows(database, sort, WalkPart::Whole); // sorts where there is no index
    for (bool more = rows.execute(&error) && rows.next(); more; more = rows.next()) {
        if (scope.contains(rows.number(2)))
            ids << rows.number(0);
    }
    return ids;
}

}

class TestUnsortedArticles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lists_areThoseOfTheIndexes_data();
    void lists_areThoseOfTheIndexes();
    void rowsThatCome_areReadOn();
    void removedRows_areForgotten();
    void removedRows_areForgottenThoughMoreCame();
    void toldToStop_stops();
    void longSort_isExactAndCanBeStopped();
    void days_areKeptByDateAlone();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Database> m_database;
};

void TestUnsortedArticles::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    m_database = std::make_unique<Database>();
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(sampleFiles() + manySampleFiles(400), {}, &error), qPrintable(error));
    QVERIFY(m_database->open(m_catalog->databaseName(), DatabaseUse::Reading, &error));
}

void TestUnsortedArticles::cleanup()
{
    m_database.reset();
    m_catalog.reset();
}

void TestUnsortedArticles::lists_areThoseOfTheIndexes_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<ArticleSort>("sort");
    for (const QStringList &path : {QStringList(), QStringList(u"a"_s), QStringList(u"large"_s)}) {
        const QByteArray name = path.join(u' ').toUtf8();
        QTest::newRow(("date " + name).constData()) << path << ArticleSort{};
        QTest::newRow(("oldest first " + name).constData())
            << path << ArticleSort{SortKey::Date, Qt::AscendingOrder};
        QTest::newRow(("title " + name).constData())
            << path << ArticleSort{SortKey::Title, Qt::AscendingOrder};
        QTest::newRow(("title backwards " + name).constData())
            << path << ArticleSort{SortKey::Title, Qt::DescendingOrder};
        QTest::newRow(("author " + name).constData())
            << path << ArticleSort{SortKey::Author, Qt::AscendingOrder};
    }
}

void TestUnsortedArticles::lists_areThoseOfTheIndexes()
{
    QFETCH(const QStringList, path);
    QFETCH(const ArticleSort, sort);
    QString error;
    const std::optional<ListScope> scope =
        listScope(*m_database, sampleCategory(m_catalog->databaseName(), path), &error);
    QVERIFY(scope);
    std::optional<ArticleSet> articles;
    if (sort.key == SortKey::Date) {
        UnsortedArticles unsorted;
        QVERIFY2(unsorted.readOn(*m_database, &goOn, &error), qPrintable(error));
        articles = unsorted.byDate(*scope, sort.order, QTimeZone::utc());
    } else {
        articles = UnsortedArticles::byText(*m_database, *scope, sort, &goOn, &error);
    }
    QVERIFY(articles);
    QCOMPARE(articles->ids.size(), scope->articles);
    QCOMPARE(articles->ids, walked(*m_database, sort, *scope));
}

void TestUnsortedArticles::rowsThatCome_areReadOn()
{
    QString error;
    UnsortedArticles unsorted;
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    QVERIFY(m_catalog->store({sampleFile("new", {u"b"_s}, 0, 77)}, {}, &error));
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    QVERIFY(whole);
    const QList<ArticleId> ids = unsorted.byDate(*whole, Qt::DescendingOrder, QTimeZone::utc()).ids;
    QCOMPARE(ids.size(), 406);
    QCOMPARE(ids, walked(*m_database, {}, *whole));
}

void TestUnsortedArticles::removedRows_areForgotten()
{
    QString error;
    UnsortedArticles unsorted;
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    QVERIFY(m_catalog->remove({1, 7}, &error));
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    QVERIFY(whole);
    QCOMPARE(unsorted.byDate(*whole, Qt::DescendingOrder, QTimeZone::utc()).ids,
             walked(*m_database, {}, *whole));
}

void TestUnsortedArticles::removedRows_areForgottenThoughMoreCame()
{
    QString error;
    UnsortedArticles unsorted;
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    QVERIFY(m_catalog->remove({1, 7}, &error));
    QVERIFY(m_catalog->store(
        {sampleFile("n1", {}, 0, 71), sampleFile("n2", {}, 0, 72), sampleFile("n3", {}, 0, 73)}, {}, &error));
    QVERIFY(unsorted.readOn(*m_database, &goOn, &error));
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    QVERIFY(whole);
    QCOMPARE(unsorted.byDate(*whole, Qt::DescendingOrder, QTimeZone::utc()).ids,
             walked(*m_database, {}, *whole));
}

void TestUnsortedArticles::toldToStop_stops()
{
    QString error;
    QVERIFY(m_catalog->store(manySampleFiles(9000), {}, &error));
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    const auto stop = [] { return false; };
    UnsortedArticles unsorted;
    QVERIFY(whole && !unsorted.readOn(*m_database, stop, &error));
    QVERIFY(!UnsortedArticles::byText(*m_database, *whole, {SortKey::Title, {}}, stop, &error));
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

// Sorted in parts that are merged, each of which may be the last.
void TestUnsortedArticles::longSort_isExactAndCanBeStopped()
{
    constexpr int articles = 40'000;
    constexpr int askedByReading = articles / 4096 + 1;
    QString error;
    QVERIFY(m_catalog->store(manySampleFiles(articles), {}, &error));
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    QVERIFY(whole);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const ArticleSort sort{SortKey::Title, order};
        int asked = 0;
        const auto count = [&asked] { return ++asked > 0; };
        const auto sorted = UnsortedArticles::byText(*m_database, *whole, sort, count, &error);
        QVERIFY(sorted && asked > askedByReading);
        QCOMPARE(sorted->ids, walked(*m_database, sort, *whole));
        const auto stopAtLast = [&asked] { return --asked > 0; };
        QVERIFY(!UnsortedArticles::byText(*m_database, *whole, sort, stopAtLast, &error));
    }
}

void TestUnsortedArticles::days_areKeptByDateAlone()
{
    QString error;
    const std::optional<ListScope> whole = listScope(*m_database, wholeArchive, &error);
    UnsortedArticles unsorted;
    QVERIFY(whole && unsorted.readOn(*m_database, &goOn, &error));
    const ArticleSet articles = unsorted.byDate(*whole, Qt::DescendingOrder, QTimeZone::utc());
    QCOMPARE(articles.days.first(), (DaySection{0, sampleNoon.date()}));
    QVERIFY(
        UnsortedArticles::byText(*m_database, *whole, {SortKey::Title, {}}, &goOn, &error)->days.isEmpty());
}

QTEST_GUILESS_MAIN(TestUnsortedArticles)
#include "tst_unsortedarticles.moc"
