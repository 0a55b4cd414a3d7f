#include "tests/patience.h"
#include "tests/samplereader.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestCatalogReaderMarks final : public QObject, SampleReader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }
    void readMark_namesEveryCopy();
    void withoutIndexes_marksNameTheirOwnRow();
    void withoutIndexes_articlesAreFound();
    void marks_areThereAfterReopening();
    void manyMarks_letOthersPass();
    void manyMarks_canBeStopped();
    void twoMarkings_areToldApart();
    void takingBack_tellsHowFarItIsAndCanBeStopped();
    void manyMarks_areFinishedAtTheEnd();
    void position_isKept();
    void unusableMarks_areReportedAndKeptInMemory();

private:
    QList<ArticleId> storeMany();
};

void TestCatalogReaderMarks::readMark_namesEveryCopy()
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
void TestCatalogReaderMarks::withoutIndexes_marksNameTheirOwnRow()
{
    QString error;
    Catalog fresh;
    QVERIFY(fresh.open(m_folder->filePath(u"fresh.sqlite"_s), &error));
    QVERIFY(fresh.store(sampleFiles(), {}, &error));
    m_reader->openCatalogue(2, fresh.databaseName());
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    m_reader->setRead(1, Identity{11}, true);
    QCOMPARE(marked[0][2].value<QList<CategoryId>>(), QList{sampleCategory(fresh.databaseName(), {u"a"_s})});
    QVERIFY(fresh.makeIndexes(&error));
    m_reader->setRead(1, Identity{11}, false);
    QCOMPARE(marked[1][2].value<QList<CategoryId>>().size(), 2);
    m_reader->openCatalogue(2, {});
}

// As while a first pass runs, and for a moment after it.
void TestCatalogReaderMarks::withoutIndexes_articlesAreFound()
{
    QString error;
    Catalog fresh;
    QVERIFY(fresh.open(m_folder->filePath(u"fresh.sqlite"_s), &error));
    QVERIFY(fresh.store(sampleFiles(), {}, &error));
    m_reader->openCatalogue(2, fresh.databaseName());
    const QSignalSpy located(m_reader.get(), &CatalogReader::located);
    m_reader->locate(3, Identity{11});
    m_reader->locatePath(3, "2");
    m_reader->locate(3, Identity{77});
    QCOMPARE(located[0][1].toLongLong(), 3);
    QCOMPARE(located[1][1].toLongLong(), 2);
    QCOMPARE(located[2][1].toLongLong(), 0);
    m_reader->openCatalogue(2, {});
}

void TestCatalogReaderMarks::marks_areThereAfterReopening()
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

QList<ArticleId> TestCatalogReaderMarks::storeMany()
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

void TestCatalogReaderMarks::manyMarks_letOthersPass()
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
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patience);
    QCOMPARE(turned.size(), 1); // what was last when it was asked for, and not what came in between
    QCOMPARE(turned[0][0].value<JournalEntry>().marking, Marking::Starred);
    QVERIFY(!rows({ids.last()}).first().starred);
    QVERIFY(rows({ids.last()}).first().read);
}

void TestCatalogReaderMarks::manyMarks_canBeStopped()
{
    const QList<ArticleId> ids = storeMany();
    const QSignalSpy changed(m_reader.get(), &CatalogReader::marksChanged);
    const auto starred = [this, &ids] {
        const QList<ArticleRow> all = rows(ids);
        return std::count_if(all.cbegin(), all.cend(), [](const ArticleRow &row) { return row.starred; });
    };
    const QMetaObject::Connection stopping = connect(
        m_reader.get(), &CatalogReader::markingProgressed, m_reader.get(), [this](const MarkingWork &work) {
            if (work.done > 0.5) // all are looked up, and some are marked
                m_reader->stopMarking(work.number);
        });
    m_reader->markAll(Marking::Starred, ids);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, patience);
    disconnect(stopping);
    QVERIFY(starred() > 0 && starred() < ids.size());
    m_reader->undo();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patience);
    QCOMPARE(starred(), 0);
    m_reader->markAll(Marking::Starred, ids); // another one is not stopped
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 3, patience);
    QCOMPARE(starred(), ids.size());
}

// What was asked for while another was under way is neither stopped with it nor taken for it.
void TestCatalogReaderMarks::twoMarkings_areToldApart()
{
    const QList<ArticleId> ids = storeMany();
    QList<MarkingWork> ended;
    connect(m_reader.get(), &CatalogReader::markingEnded, m_reader.get(),
            [&ended](const MarkingWork &work) { ended << work; });
    QSet<qint64> shown;
    connect(m_reader.get(), &CatalogReader::markingProgressed, m_reader.get(),
            [&shown](const MarkingWork &work) { shown << work.articles; });
    m_reader->markAll(Marking::Starred, ids);
    m_reader->markAll(Marking::Read, ids.sliced(1));
    m_reader->stopMarking(1);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, patience);
    QVERIFY(ended[0].isStopped && ended[0].articles == ids.size());
    QVERIFY(!ended[1].isStopped && ended[1].marking == Marking::Read);
    QCOMPARE(shown, (QSet<qint64>{ids.size(), ids.size() - 1}));
    QVERIFY(rows({ids.last()}).first().read);
}

void TestCatalogReaderMarks::takingBack_tellsHowFarItIsAndCanBeStopped()
{
    const QList<ArticleId> ids = storeMany();
    const QSignalSpy ended(m_reader.get(), &CatalogReader::markingEnded);
    const QSignalSpy turned(m_reader.get(), &CatalogReader::turned);
    m_reader->markAll(Marking::Starred, ids);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    std::optional<MarkingWork> seen;
    const QMetaObject::Connection stopping = connect(m_reader.get(), &CatalogReader::markingProgressed,
                                                     m_reader.get(), [&](const MarkingWork &work) {
                                                         seen = work;
                                                         m_reader->stopMarking(work.number);
                                                     });
    m_reader->undo();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, patience);
    disconnect(stopping);
    QVERIFY(seen && seen->kind == MarkingWork::Kind::TakingBack && seen->articles == ids.size());
    QVERIFY(seen->done > 0 && seen->done < 1);
    QVERIFY(ended[1][0].value<MarkingWork>().isStopped);
    QCOMPARE(turned.size(), 0);
    const auto starred = [this, &ids] {
        const QList<ArticleRow> all = rows(ids);
        return std::count_if(all.cbegin(), all.cend(), [](const ArticleRow &row) { return row.starred; });
    };
    QCOMPARE(starred(), ids.size() - articlesAtOnce);
    m_reader->undo(); // the rest
    QTRY_COMPARE_WITH_TIMEOUT(turned.size(), 1, patience);
    QCOMPARE(starred(), 0);
}

void TestCatalogReaderMarks::manyMarks_areFinishedAtTheEnd()
{
    const QList<ArticleId> ids = storeMany();
    m_reader->markAll(Marking::Starred, ids);
    m_reader->close();
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(1, m_catalog->databaseName());
    for (const ArticleRow &row : rows(ids))
        QVERIFY(row.starred);
}

void TestCatalogReaderMarks::position_isKept()
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::positionRead);
    m_reader->setPosition(Identity{12}, 0.5);
    m_reader->readPosition(Identity{12});
    m_reader->readPosition(Identity{77});
    QCOMPARE(spy[0][1].toDouble(), 0.5);
    QCOMPARE(spy[1][1].toDouble(), 0.0);
}

void TestCatalogReaderMarks::unusableMarks_areReportedAndKeptInMemory()
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

QTEST_GUILESS_MAIN(TestCatalogReaderMarks)
#include "tst_catalogreadermarks.moc"
