#include "tests/samplereader.h"

using namespace Qt::StringLiterals;

class TestCatalogReader final : public QObject, SampleReader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void list_comesWithItsFirstRows();
    void articles_comeForOthersThanTheList();
    void rows_areWhole();
    void locate_findsByIdentityAndPath();
    void damagedCatalogue_isReported();
    void memoryCatalogue_isReadable();
};

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
    QCOMPARE(PackedHead(found[0].head), sampleFiles().at(1).head);
    QCOMPARE(found[0].head.path, sampleFiles().at(1).entry.path);
    QCOMPARE(found[0].head.date.offsetFromUtc(), 8 * 3600);
    QCOMPARE(found[0].read, false);
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
