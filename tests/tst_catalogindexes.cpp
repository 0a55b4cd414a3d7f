#include "app/library/listquery.h"
#include "tests/samplecatalogue.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCatalogIndexes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void firstPass_needsNone();
    void ofLists_canBeAbandoned();
    void ofLists_areMadeApart();
    void ofLists_areMadeOneByOneWhereSomebodyWaits();
    void ofLists_mayBeThoseOfAnotherWindow();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    Catalog m_catalog;
};

void TestCatalogIndexes::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"c.sqlite"_s);
    QVERIFY2(m_catalog.open(m_file, &error), qPrintable(error));
    QVERIFY2(m_catalog.store(manySampleFiles(3000), {}, &error), qPrintable(error));
}

void TestCatalogIndexes::firstPass_needsNone()
{
    QString error;
    QVERIFY(m_catalog.knownFiles(&error).files().empty());
    QVERIFY(m_catalog.open(m_file, &error)); // cut off here, and begun anew
    QVERIFY(m_catalog.makeIndexes(&error) && m_catalog.makeIndexes(&error));
    QCOMPARE(m_catalog.knownFiles(&error).files().size(), size_t(3000));
    QVERIFY(m_catalog.open(m_file, &error));
    QCOMPARE(m_catalog.knownFiles(&error).files().size(), size_t(3000));
    QCOMPARE(error, QString());
}

void TestCatalogIndexes::ofLists_canBeAbandoned()
{
    QString error;
    QVERIFY(m_catalog.makeIndexes(&error));
    QVERIFY(!m_catalog.makeListIndexes([] { return false; }));
    QVERIFY(m_catalog.store({sampleFile("late", {}, 0, 1)}, {}, &error)); // the next statement is not
    QVERIFY(m_catalog.makeListIndexes([] { return true; }));
    QVERIFY(!m_catalog.makeListIndexes([] { return true; })); // they are there
    QCOMPARE(error, QString());
}

// A row is found, and no list can be walked over.
void TestCatalogIndexes::ofLists_areMadeApart()
{
    QString error;
    Database database;
    QVERIFY(database.open(m_file, DatabaseUse::Reading, &error));
    QVERIFY(m_catalog.makeIndexes(&error));
    for (const SortKey key : {SortKey::Date, SortKey::Title, SortKey::Author})
        QVERIFY(!isIndexed(database, key));
    QVERIFY(m_catalog.makeListIndexes([] { return true; }));
    for (const SortKey key : {SortKey::Date, SortKey::Title, SortKey::Author})
        QVERIFY(isIndexed(database, key));
}

void TestCatalogIndexes::ofLists_areMadeOneByOneWhereSomebodyWaits()
{
    constexpr int indexes = 6;
    const auto always = [] { return true; };
    int calls = 1;
    while (!m_catalog.makeListIndexes(always, always) && calls < indexes)
        ++calls;
    QCOMPARE(calls, indexes);
}

// Whoever keeps something as long as there are none hears of it, once.
void TestCatalogIndexes::ofLists_mayBeThoseOfAnotherWindow()
{
    QString error;
    const auto always = [] { return true; };
    Catalog other;
    QVERIFY(other.open(m_file, &error) && other.makeListIndexes(always));
    QVERIFY(m_catalog.makeListIndexes(always));
    QVERIFY(!m_catalog.makeListIndexes(always));
    QVERIFY(m_catalog.open(m_file, &error));
    QVERIFY(!m_catalog.makeListIndexes(always));
}

QTEST_GUILESS_MAIN(TestCatalogIndexes)
#include "tst_catalogindexes.moc"
