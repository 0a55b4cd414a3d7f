#include "tests/samplecatalogue.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCatalogCategories final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderAbove_countsItsArticles();
};

void TestCatalogCategories::everyFolderAbove_countsItsArticles()
{
    const QTemporaryDir folder;
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(folder.filePath(u"c.sqlite"_s), &error));
    QVERIFY2(catalog.store(sampleFiles(), {}, &error) && catalog.makeIndexes(&error), qPrintable(error));
    Database database;
    QVERIFY(database.open(catalog.databaseName(), DatabaseUse::Reading, &error));
    Statement counts(database, u"SELECT own, total FROM categories WHERE id=?"_s);
    const auto countsOf = [&](const QStringList &path) {
        counts.bind(sampleCategory(catalog.databaseName(), path)).execute(&error);
        return counts.next() ? std::pair(counts.number(0), counts.number(1)) : std::pair<qint64, qint64>();
    };
    QCOMPARE(countsOf({}), std::pair(qint64(1), qint64(5)));
    QCOMPARE(countsOf({u"a"_s}), std::pair(qint64(1), qint64(3)));
    QCOMPARE(countsOf({u"a"_s, u"x"_s}), std::pair(qint64(2), qint64(2)));
    counts.finish();
    QVERIFY(catalog.remove({catalog.newestId()}, &error));
    QCOMPARE(countsOf({u"a"_s, u"x"_s}), std::pair(qint64(1), qint64(1)));
    QCOMPARE(countsOf({u"a"_s}), std::pair(qint64(1), qint64(2)));
    QCOMPARE(countsOf({}), std::pair(qint64(1), qint64(4)));
}

QTEST_GUILESS_MAIN(TestCatalogCategories)
#include "tst_catalogcategories.moc"
