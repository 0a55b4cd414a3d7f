#include "app/catalog/catalog.h"
#include "app/library/catalogreader.h"
#include "tests/samplecatalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QDateTime fixedNow()
{
    return sampleNoon;
}

}

class TestCatalogReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void list_comesWithItsFirstRows();
    void articles_comeForOthersThanTheList();
    void rows_areWhole();
    void readMark_namesEveryCopy();
    void withoutIndexes_marksNameTheirOwnRow();
    void marks_areThereAfterReopening();
    void manyMarks_letOthersPass();
    void manyMarks_areFinishedAtTheEnd();
    void position_isKept();
    void locate_findsByIdentityAndPath();
    void damagedCatalogue_isReported();
    void unusableMarks_areReportedAndKeptInMemory();
    void memoryCatalogue_isReadable();

private:
    QList<ArticleId> storeMany();
    QList<ArticleRow> rows(const QList<ArticleId> &ids);
    CategoryId category(const QStringList &path) { return sampleCategory(m_catalog->databaseName(), path); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogReader> m_reader;
};

void TestCatalogReader::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(sampleFiles(), {}, &error), qPrintable(error));
    QVERIFY2(m_catalog->makeIndexes(&error), qPrintable(error));
    m_reader = std::make_unique<CatalogReader>(&fixedNow);
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(1, m_catalog->databaseName());
}

void TestCatalogReader::cleanup()
{
    m_reader->close();
    m_reader.reset();
    m_catalog.reset();
}

QList<ArticleRow> TestCatalogReader::rows(const QList<ArticleId> &ids)
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::rowsRead);
    m_reader->readRows(1, ids);
    return spy[0][1].value<QList<ArticleRow>>();
}

void TestCatalogReader::articles_comeForOthersThanTheList()
{
    const QSignalSpy list(m_reader.get(), &CatalogReader::rowsRead);
    const QSignalSpy articles(m_reader.get(), &CatalogReader::articlesRead);
    m_reader->readArticles(1, {3, 4711});
    QCOMPARE(articles.size(), 1);
    const auto found = articles[0][1].value<QList<ArticleRow>>();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].head.title, u"3"_s);
    m_reader->readArticles(2, {3}); // of a catalogue that is not the open one
    QVERIFY(articles[1][1].value<QList<ArticleRow>>().isEmpty());
    QCOMPARE(list.size(), 0);
}

void TestCatalogReader::list_comesWithItsFirstRows()
{
    const QSignalSpy lists(m_reader.get(), &CatalogReader::listRead);
    const ArticleChange change = changeBetween({}, {{3, 1, 2}, {}});
    m_reader->completeList(5, change, {3, 1, 4711}, true);
    QCOMPARE(lists.size(), 1);
    QCOMPARE(lists[0][0].toULongLong(), 5u);
    QCOMPARE(lists[0][1].value<ArticleChange>().after, change.after);
    const auto found = lists[0][2].value<QList<ArticleRow>>();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].head.title, u"3"_s);
    QCOMPARE(lists[0][3].toBool(), true);
}

void TestCatalogReader::rows_areWhole()
{
    const QList<ArticleRow> found = rows({2, 4711});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].head, sampleFiles().at(1).head);
    QCOMPARE(found[0].head.date.offsetFromUtc(), 8 * 3600);
    QCOMPARE(found[0].read, false);
}

void TestCatalogReader::readMark_namesEveryCopy()
{
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    m_reader->setRead(1, Identity{11}, true);
    m_reader->setRead(1, Identity{11}, true);
    m_reader->setStarred(1, Identity{11}, true);
    QCOMPARE(marked.size(), 3);
    QCOMPARE(marked[0][2].value<QList<CategoryId>>(), (QList{category({u"a"_s}), category({u"b"_s})}));
    QCOMPARE(marked[1][2].value<QList<CategoryId>>().size(), 0);
    QCOMPARE(marked[2][1].value<Mark>(), (Mark{true, true, 0, sampleNoon}));
}

// A first pass runs, and nobody may read the whole archive for one mark.
void TestCatalogReader::withoutIndexes_marksNameTheirOwnRow()
{
    QString error;
    Catalog fresh;
    QVERIFY(fresh.open(m_folder->filePath(u"fresh.sqlite"_s), &error));
    QVERIFY(fresh.store(sampleFiles(), {}, &error));
    m_reader->openCatalogue(2, fresh.databaseName());
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    const QSignalSpy located(m_reader.get(), &CatalogReader::located);
    m_reader->setRead(1, Identity{11}, true);
    m_reader->locate(3, Identity{11});
    QCOMPARE(marked[0][2].value<QList<CategoryId>>(), QList{sampleCategory(fresh.databaseName(), {u"a"_s})});
    QCOMPARE(located[0][1].toLongLong(), 0);
    QVERIFY(fresh.makeIndexes(&error));
    m_reader->setRead(1, Identity{11}, false);
    m_reader->locate(3, Identity{11});
    QCOMPARE(marked[1][2].value<QList<CategoryId>>().size(), 2);
    QCOMPARE(located[1][1].toLongLong(), 3);
    m_reader->openCatalogue(2, {});
}

void TestCatalogReader::marks_areThereAfterReopening()
{
    const Identity large{std::numeric_limits<quint64>::max()};
    m_reader->setRead(4, large, true);
    m_reader->setStarred(4, large, true);
    m_reader->close();
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(2, m_catalog->databaseName());
    const ArticleRow row = rows({4}).value(0);
    QCOMPARE(row.head.identity, large);
    QVERIFY(row.read && row.starred);
}

QList<ArticleId> TestCatalogReader::storeMany()
{
    QString error;
    QList<ArticleId> ids;
    Database database;
    if (!m_catalog->store(manySampleFiles(3 * articlesAtOnce), {}, &error) ||
        !database.open(m_catalog->databaseName(), DatabaseUse::Reading, &error))
        return {};
    Statement all(database, u"SELECT id FROM articles WHERE identity>=100 ORDER BY id"_s);
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        ids << all.number(0);
    return ids;
}

void TestCatalogReader::manyMarks_letOthersPass()
{
    const QList<ArticleId> ids = storeMany();
    QVERIFY(ids.size() > articlesAtOnce);
    const QSignalSpy changed(m_reader.get(), &CatalogReader::marksChanged);
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    const QSignalSpy turned(m_reader.get(), &CatalogReader::turned);
    m_reader->markAll(Marking::Starred, ids);
    m_reader->undo();
    QVERIFY(!rows({ids.last()}).isEmpty());
    m_reader->setRead(ids.last(), rows({ids.last()}).first().head.identity, true);
    QCOMPARE(marked.size(), 1);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(turned.size(), 1); // what was last when it was asked for, and not what came in between
    QCOMPARE(turned[0][0].value<JournalEntry>().marking, Marking::Starred);
    QVERIFY(!rows({ids.last()}).first().starred);
    QVERIFY(rows({ids.last()}).first().read);
}

void TestCatalogReader::manyMarks_areFinishedAtTheEnd()
{
    const QList<ArticleId> ids = storeMany();
    m_reader->markAll(Marking::Starred, ids);
    m_reader->close();
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(1, m_catalog->databaseName());
    for (const ArticleRow &row : rows(ids))
        QVERIFY(row.starred);
}

void TestCatalogReader::position_isKept()
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::positionRead);
    m_reader->setPosition(Identity{12}, 0.5);
    m_reader->readPosition(Identity{12});
    m_reader->readPosition(Identity{77});
    QCOMPARE(spy[0][1].toDouble(), 0.5);
    QCOMPARE(spy[1][1].toDouble(), 0.0);
}

void TestCatalogReader::locate_findsByIdentityAndPath()
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::located);
    m_reader->locate(1, Identity{12});
    m_reader->locatePath(2, "3");
    m_reader->locate(3, Identity{77});
    m_reader->locatePath(4, "nowhere");
    QCOMPARE(spy[0][2].toLongLong(), category({u"a"_s, u"x"_s}));
    QVERIFY(spy[0][1].toLongLong() > 0);
    QCOMPARE(spy[1][2].toLongLong(), category({u"b"_s}));
    QCOMPARE(spy[2][1].toLongLong(), 0);
    QCOMPARE(spy[3][1].toLongLong(), 0);
}

void TestCatalogReader::damagedCatalogue_isReported()
{
    QString error;
    {
        Database database;
        QVERIFY(database.open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
        QVERIFY(database.execute(u"ALTER TABLE articles DROP COLUMN link"_s, &error));
    }
    const QSignalSpy spy(m_reader.get(), &CatalogReader::catalogueBroken);
    m_reader->readRows(1, {1});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 1u);
    QVERIFY(!spy[0][1].toString().isEmpty());
}

void TestCatalogReader::unusableMarks_areReportedAndKeptInMemory()
{
    const QSignalSpy unusable(m_reader.get(), &CatalogReader::marksUnusable);
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    m_reader->close();
    m_reader->openMarks(m_folder->filePath(u"c.sqlite/below/marks.sqlite"_s));
    m_reader->openCatalogue(2, m_catalog->databaseName());
    QCOMPARE(unusable.size(), 1);
    m_reader->setRead(1, Identity{11}, true);
    QCOMPARE(marked[0][1].value<Mark>().read, true);
    QCOMPARE(marked[0][2].value<QList<CategoryId>>().size(), 2);
}

void TestCatalogReader::memoryCatalogue_isReadable()
{
    QString error;
    Catalog memory;
    memory.openInMemory();
    QVERIFY(memory.store(sampleFiles(), {}, &error));
    m_reader->setRead(1, Identity{11}, true);
    m_reader->openCatalogue(2, memory.databaseName());
    QCOMPARE(rows({1, 2}).size(), 2);
    QVERIFY(rows({1}).first().read);
    QVERIFY2(memory.store({sampleFile("9", {}, 9, 9)}, {}, &error), qPrintable(error));
    QCOMPARE(rows({6}).size(), 1);
    m_reader->close();
}

QTEST_GUILESS_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
