#include "app/catalog/marks.h"
#include "app/library/categoryreader.h"
#include "tests/samplecatalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestCategoryReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void categories_countWhatIsBelow();
    void readMarks_countEveryCopy_data();
    void readMarks_countEveryCopy();
    void names_comeBeforeTheFirstCount();
    void newestDay_followsChangedRows();
    void askedTooEarly_answersOnceOpen();
    void damagedCatalogue_isReported();
    void stopped_saysNothing();

private:
    void open(quint64 epoch);
    static QString counts(const QList<QVariant> &answer);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<Marks> m_marks;
    std::unique_ptr<CategoryReader> m_reader;
};

void TestCategoryReader::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    m_marks = std::make_unique<Marks>();
    m_reader = std::make_unique<CategoryReader>(QTimeZone::utc(), [] { return sampleNoon; });
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(sampleFiles(), {}, &error), qPrintable(error));
    QVERIFY(m_marks->open(m_folder->filePath(u"marks.sqlite"_s), &error));
}

void TestCategoryReader::cleanup()
{
    m_reader.reset();
    m_marks.reset();
    m_catalog.reset();
}

void TestCategoryReader::open(quint64 epoch)
{
    m_reader->openCatalogue(epoch, m_catalog->databaseName(), m_marks->databaseName());
}

QString TestCategoryReader::counts(const QList<QVariant> &answer)
{
    QStringList list;
    for (const CategoryRow &row : answer[1].value<QList<CategoryRow>>())
        list << u"%1=%2/%3"_s.arg(row.name).arg(row.unread).arg(row.articles);
    return list.join(u' ');
}

void TestCategoryReader::categories_countWhatIsBelow()
{
    open(9);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::categoriesRead);
    m_reader->readCategories(9);
    QCOMPARE(spy.last()[0].toULongLong(), 9u);
    QCOMPARE(counts(spy.last()), u"=5/5 a=3/3 x=2/2 b=1/1"_s);
}

void TestCategoryReader::readMarks_countEveryCopy_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("with indexes") << true;
    QTest::newRow("while a first pass runs") << false;
}

void TestCategoryReader::readMarks_countEveryCopy()
{
    QFETCH(const bool, isIndexed);
    QString error;
    if (isIndexed)
        QVERIFY(m_catalog->makeIndexes(&error));
    QVERIFY(m_marks->set(Marking::Read, {Identity{11}}, sampleNoon, &error));
    QVERIFY(m_marks->set(Marking::Starred, {Identity{12}}, sampleNoon, &error));
    open(1);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::categoriesRead);
    m_reader->readCategories(1);
    QCOMPARE(counts(spy.last()), u"=3/5 a=2/3 x=2/2 b=0/1"_s);
}

void TestCategoryReader::names_comeBeforeTheFirstCount()
{
    open(1);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::categoriesRead);
    m_reader->readCategories(1);
    m_reader->readCategories(1);
    QCOMPARE(spy.size(), 3);
    QCOMPARE(counts(spy[0]), u"=0/5 a=0/3 x=0/2 b=0/1"_s);
    QCOMPARE(spy[0][2].toBool(), false);
    QCOMPARE(spy[1][2].toBool(), true);
    QCOMPARE(spy[2][2].toBool(), true);
}

// Without an index of dates only rows that are new are counted again.
void TestCategoryReader::newestDay_followsChangedRows()
{
    QString error;
    QVERIFY(m_catalog->makeIndexes(&error)); // by which a row keeps its number
    open(1);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::viewsCounted);
    m_reader->readCategories(1);
    ReadFile changed = sampleFiles().at(3); // which was the newest
    changed.head.date = sampleNoon.addDays(-10).toMSecsSinceEpoch();
    const auto kept = m_catalog->store({changed}, {}, &error);
    QVERIFY(kept && kept->size() == 1);
    m_reader->forgetRows();
    m_reader->readCategories(1);
    QCOMPARE(spy[0][1].value<ViewCounts>().newestDay, sampleNoon.date());
    QCOMPARE(spy[1][1].value<ViewCounts>().newestDay, sampleNoon.date().addDays(-1));
    QCOMPARE(spy[1][1].value<ViewCounts>().newest, 1);
}

void TestCategoryReader::askedTooEarly_answersOnceOpen()
{
    const QSignalSpy spy(m_reader.get(), &CategoryReader::categoriesRead);
    m_reader->readCategories(4);
    QCOMPARE(spy.size(), 0);
    open(4);
    QCOMPARE(spy.size(), 2);
    QCOMPARE(spy.last()[0].toULongLong(), 4u);
}

void TestCategoryReader::damagedCatalogue_isReported()
{
    QString error;
    {
        Database database;
        QVERIFY(database.open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
        QVERIFY(database.execute(u"DROP TABLE categories"_s, &error));
    }
    open(1);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::catalogueBroken);
    m_reader->readCategories(1);
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 1u);
    QVERIFY(!spy[0][1].toString().isEmpty());
}

void TestCategoryReader::stopped_saysNothing()
{
    QString error;
    QVERIFY(m_catalog->store(manySampleFiles(9000), {}, &error));
    {
        Database database;
        QVERIFY(database.open(m_marks->databaseName(), DatabaseUse::Precious, &error));
        QVERIFY(
            database.execute(u"WITH RECURSIVE n(i) AS (VALUES(100) UNION ALL SELECT i+1 FROM n WHERE i<9000)"
                             " INSERT INTO marks(identity, read) SELECT i, 1 FROM n"_s,
                             &error));
    }
    open(1);
    const QSignalSpy spy(m_reader.get(), &CategoryReader::categoriesRead);
    const QSignalSpy broken(m_reader.get(), &CategoryReader::catalogueBroken);
    m_reader->stop();
    m_reader->readCategories(1);
    QCOMPARE(spy.size(), 1); // the names
    QCOMPARE(broken.size(), 0);
}

QTEST_GUILESS_MAIN(TestCategoryReader)
#include "tst_categoryreader.moc"
