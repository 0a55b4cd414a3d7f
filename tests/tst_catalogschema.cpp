#include "app/catalog/catalogschema.h"

#include "app/catalog/statement.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCatalogSchema final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_database.close(); }
    void plan_usesIndex_data();
    void plan_usesIndex();
    void wholeArchive_isThere();

private:
    Database m_database;
};

void TestCatalogSchema::init()
{
    QString error;
    QVERIFY(m_database.open(memoryDatabaseName(), DatabaseUse::Disposable, &error));
    for (const QString &sql : catalogSchema() + catalogIndexes() + listIndexes())
        QVERIFY2(m_database.execute(sql, &error), qPrintable(error));
}

void TestCatalogSchema::plan_usesIndex_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("part");
    QTest::newRow("whole archive by date")
        << u"SELECT id FROM articles ORDER BY sort_ms DESC, category DESC, id DESC"_s
        << u"COVERING INDEX articles_date"_s;
    QTest::newRow("one category by date") << u"SELECT id FROM articles WHERE category=1 ORDER BY sort_ms"_s
                                          << u"COVERING INDEX articles_category"_s;
    QTest::newRow("identity") << u"SELECT category FROM articles WHERE identity=1"_s
                              << u"COVERING INDEX articles_identity"_s;
    QTest::newRow("path") << u"SELECT id FROM articles WHERE place=1 AND path=x'00'"_s
                          << u"INDEX articles_place"_s;
    QTest::newRow("known files") << u"SELECT place, stamp, id FROM articles ORDER BY place, stamp"_s
                                 << u"COVERING INDEX articles_place"_s;
    QTest::newRow("unchanged file") << u"SELECT id FROM articles WHERE place=1 AND stamp=2"_s
                                    << u"COVERING INDEX articles_place"_s;
    QTest::newRow("whole archive by title")
        << u"SELECT id FROM articles ORDER BY title COLLATE NOCASE, sort_ms, category, id"_s
        << u"COVERING INDEX articles_title"_s;
    QTest::newRow("whole archive by author")
        << u"SELECT id FROM articles ORDER BY author COLLATE NOCASE DESC, sort_ms DESC, category DESC, id DESC"_s
        << u"COVERING INDEX articles_author"_s;
    QTest::newRow("problems") << u"SELECT count(*) FROM articles WHERE problems & 7937"_s
                              << u"articles_problems"_s;
}

void TestCatalogSchema::plan_usesIndex()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, part);
    QString error;
    QString plan;
    Statement explain(m_database, u"EXPLAIN QUERY PLAN "_s + sql);
    QVERIFY2(explain.execute(&error), qPrintable(error));
    while (explain.next())
        plan += explain.text(3) + u"; "_s;
    QVERIFY2(plan.contains(part), qPrintable(plan));
    QVERIFY2(!plan.contains(u"TEMP B-TREE"_s), qPrintable(plan));
}

void TestCatalogSchema::wholeArchive_isThere()
{
    QString error;
    Statement root(m_database, u"SELECT total FROM categories WHERE id=0"_s);
    QCOMPARE(firstNumber(root, &error), 0);
}

QTEST_GUILESS_MAIN(TestCatalogSchema)
#include "tst_catalogschema.moc"
