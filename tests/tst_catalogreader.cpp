#include "app/catalog/catalog.h"
#include "app/library/catalogreader.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

QDateTime fixedNow()
{
    return noon;
}

ReadFile made(const QByteArray &path, const QStringList &categories, int daysAgo, quint64 identity)
{
    ReadFile file;
    file.entry = {path, 1, 1000, 7, {}};
    file.head.path = path;
    file.head.title = QString::fromUtf8(path);
    file.head.categories = categories;
    file.head.author = u"author %1"_s.arg(9 - daysAgo % 10);
    file.head.date = noon.addDays(-daysAgo).toOffsetFromUtc(8 * 3600);
    file.head.headImage = u"https://example.org/a.png"_s;
    file.head.originalLink = u"https://example.org/"_s + file.head.title;
    file.head.identity = Identity{identity};
    file.head.problems = Problem::EncodingGuessed;
    return file;
}

// a/1 is read twice under the same identity, also in b.
const QList<ReadFile> files{
    made("1", {u"a"_s}, 1, 11),         made("2", {u"a"_s, u"x"_s}, 3, 12),
    made("3", {u"b"_s}, 2, 11),         made("4", {}, 0, std::numeric_limits<quint64>::max()),
    made("B", {u"a"_s, u"x"_s}, 4, 15),
};

}

class TestCatalogReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lists_areSortedAndScoped_data();
    void lists_areSortedAndScoped();
    void largeAndSmallCategories_listAlike();
    void preview_comesFirstWithRows();
    void days_areThoseOfTheZone();
    void rows_areWhole();
    void categories_countWhatIsBelow();
    void readMark_countsEveryCopy();
    void marks_areThereAfterReopening();
    void position_isKept();
    void locate_findsByIdentityAndPath();
    void paths_areListedInOrder();
    void manyPaths_letOthersThrough();
    void abandonedList_isNotAnswered();
    void longList_letsOthersThrough();
    void damagedCatalogue_isReported();
    void unusableMarks_areReportedAndKeptInMemory();
    void memoryCatalogue_isReadable();

private:
    QStringList names(const QList<ArticleKey> &keys);
    CategoryId category(const QStringList &path);
    QList<ArticleKey> list(CategoryId category, const ArticleSort &sort);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<CatalogReader> m_reader;
    quint64 m_request = 0;
};

void TestCatalogReader::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(files, {}, &error), qPrintable(error));
    m_reader = std::make_unique<CatalogReader>(QTimeZone("Asia/Shanghai"), &fixedNow);
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(1, m_catalog->databaseName());
}

void TestCatalogReader::cleanup()
{
    m_reader->close();
    m_reader.reset();
    m_catalog.reset();
}

QList<ArticleKey> TestCatalogReader::list(CategoryId category, const ArticleSort &sort)
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::listRead);
    m_reader->readList(++m_request, category, sort, false);
    [&spy] { QTRY_COMPARE(spy.size(), 1); }();
    return spy.isEmpty() ? QList<ArticleKey>() : spy[0][1].value<QList<ArticleKey>>();
}

QStringList TestCatalogReader::names(const QList<ArticleKey> &keys)
{
    QList<ArticleId> ids;
    for (const ArticleKey &key : keys)
        ids << key.id;
    const QSignalSpy spy(m_reader.get(), &CatalogReader::rowsRead);
    m_reader->readRows(1, ids);
    QStringList found;
    for (const ArticleRow &row : spy[0][1].value<QList<ArticleRow>>())
        found << row.head.title;
    return found;
}

CategoryId TestCatalogReader::category(const QStringList &path)
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::categoriesRead);
    m_reader->readCategories(1);
    CategoryId at = wholeArchive;
    for (const QString &name : path) {
        for (const CategoryRow &row : spy[0][1].value<QList<CategoryRow>>()) {
            if (row.parent == at && row.name == name) {
                at = row.id;
                break;
            }
        }
    }
    return at;
}

void TestCatalogReader::lists_areSortedAndScoped_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    const auto date = static_cast<int>(SortKey::Date);
    const auto title = static_cast<int>(SortKey::Title);
    const auto author = static_cast<int>(SortKey::Author);
    QTest::newRow("newest first") << QStringList() << date << true << u"4 1 3 2 B"_s;
    QTest::newRow("oldest first") << QStringList() << date << false << u"B 2 3 1 4"_s;
    QTest::newRow("title") << QStringList() << title << false << u"1 2 3 4 B"_s;
    QTest::newRow("title backwards") << QStringList() << title << true << u"B 4 3 2 1"_s;
    QTest::newRow("author") << QStringList() << author << false << u"B 2 3 1 4"_s;
    QTest::newRow("with what is below") << QStringList(u"a"_s) << date << true << u"1 2 B"_s;
    QTest::newRow("below") << QStringList({u"a"_s, u"x"_s}) << date << false << u"B 2"_s;
    QTest::newRow("title below") << QStringList(u"a"_s) << title << true << u"B 2 1"_s;
    QTest::newRow("one") << QStringList(u"b"_s) << date << true << u"3"_s;
}

void TestCatalogReader::lists_areSortedAndScoped()
{
    QFETCH(const QStringList, path);
    QFETCH(const int, key);
    QFETCH(const bool, descending);
    const ArticleSort sort{static_cast<SortKey>(key), descending ? Qt::DescendingOrder : Qt::AscendingOrder};
    QTEST(names(list(category(path), sort)).join(u' '), "expected");
}

void TestCatalogReader::largeAndSmallCategories_listAlike()
{
    QString error;
    QList<ReadFile> many;
    for (int i = 0; i < 3000; ++i)
        many << made("many" + QByteArray::number(i), {i % 40 == 0 ? u"small"_s : u"large"_s}, i * 7 % 500,
                     100u + i);
    QVERIFY(m_catalog->store(many, {}, &error));
    qint64 total = 0;
    for (const QString &name : {u"small"_s, u"large"_s}) {
        const QList<ArticleKey> keys = list(category({name}), {SortKey::Date, Qt::DescendingOrder});
        QVERIFY(std::is_sorted(keys.cbegin(), keys.cend(),
                               [](const ArticleKey &a, const ArticleKey &b) { return a.day > b.day; }));
        total += keys.size();
    }
    QCOMPARE(total, 3000);
    QCOMPARE(list(wholeArchive, {}).size(), 3000 + files.size());
}

void TestCatalogReader::preview_comesFirstWithRows()
{
    QString error;
    QList<ReadFile> many;
    for (int i = 0; i < 1000; ++i)
        many << made("many" + QByteArray::number(i), {}, i + 1, 100u + i);
    QVERIFY(m_catalog->store(many, {}, &error));
    const QSignalSpy previews(m_reader.get(), &CatalogReader::previewRead);
    const QSignalSpy lists(m_reader.get(), &CatalogReader::listRead);
    m_reader->readList(5, wholeArchive, {}, true);
    QCOMPARE(previews.size(), 1);
    QTRY_COMPARE(lists.size(), 1);
    const auto first = previews[0][1].value<QList<ArticleKey>>();
    const auto all = lists[0][1].value<QList<ArticleKey>>();
    const auto rows = previews[0][2].value<QList<ArticleRow>>();
    QCOMPARE(previews[0][0].toULongLong(), 5u);
    QCOMPARE(first, all.mid(0, 256));
    QVERIFY(!rows.isEmpty());
    QCOMPARE(rows.first().id, all.first().id);
    QCOMPARE(rows.first().head.title, u"4"_s);
}

void TestCatalogReader::days_areThoseOfTheZone()
{
    // Noon in UTC is the evening of the same day in Shanghai.
    QCOMPARE(list(wholeArchive, {}).first().day, noon.date().toJulianDay());
    QCOMPARE(list(wholeArchive, {SortKey::Title, Qt::AscendingOrder}).first().day, 0);
}

void TestCatalogReader::rows_areWhole()
{
    const QList<ArticleKey> keys = list(category({u"a"_s, u"x"_s}), {});
    const QSignalSpy spy(m_reader.get(), &CatalogReader::rowsRead);
    m_reader->readRows(3, {keys.first().id, 4711});
    const auto rows = spy[0][1].value<QList<ArticleRow>>();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].head, files[1].head);
    QCOMPARE(rows[0].head.date.offsetFromUtc(), 8 * 3600);
    QCOMPARE(rows[0].read, false);
}

void TestCatalogReader::categories_countWhatIsBelow()
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::categoriesRead);
    m_reader->readCategories(9);
    QStringList counts;
    for (const CategoryRow &row : spy[0][1].value<QList<CategoryRow>>())
        counts << u"%1=%2/%3"_s.arg(row.name).arg(row.unread).arg(row.articles);
    QCOMPARE(counts.join(u' '), u"=5/5 a=3/3 x=2/2 b=1/1"_s);
    QCOMPARE(spy[0][0].toULongLong(), 9u);
}

void TestCatalogReader::readMark_countsEveryCopy()
{
    const QSignalSpy marked(m_reader.get(), &CatalogReader::marked);
    m_reader->setRead(Identity{11}, true);
    m_reader->setRead(Identity{11}, true);
    m_reader->setStarred(Identity{11}, true);
    QCOMPARE(marked.size(), 3);
    QCOMPARE(marked[0][2].value<QList<CategoryId>>().size(), 2);
    QCOMPARE(marked[1][2].value<QList<CategoryId>>().size(), 0);
    QCOMPARE(marked[2][1].value<Mark>(), (Mark{true, true, 0, noon}));
    const QSignalSpy spy(m_reader.get(), &CatalogReader::categoriesRead);
    m_reader->readCategories(1);
    QStringList counts;
    for (const CategoryRow &row : spy[0][1].value<QList<CategoryRow>>())
        counts << u"%1=%2/%3"_s.arg(row.name).arg(row.unread).arg(row.articles);
    QCOMPARE(counts.join(u' '), u"=3/5 a=2/3 x=2/2 b=0/1"_s);
}

void TestCatalogReader::marks_areThereAfterReopening()
{
    const Identity large{std::numeric_limits<quint64>::max()};
    m_reader->setRead(large, true);
    m_reader->setStarred(large, true);
    m_reader->close();
    m_reader->openMarks(m_folder->filePath(u"marks.sqlite"_s));
    m_reader->openCatalogue(2, m_catalog->databaseName());
    const ArticleId id = list(wholeArchive, {}).first().id;
    const QSignalSpy spy(m_reader.get(), &CatalogReader::rowsRead);
    m_reader->readRows(1, {id});
    const ArticleRow row = spy[0][1].value<QList<ArticleRow>>().value(0);
    QCOMPARE(row.head.identity, large);
    QVERIFY(row.read && row.starred);
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

void TestCatalogReader::paths_areListedInOrder()
{
    QSignalSpy spy(m_reader.get(), &CatalogReader::listRead);
    m_reader->readPaths(++m_request, {"B", "not there", "2", "4", "2"}, {});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(names(spy[0][1].value<QList<ArticleKey>>()), QStringList({u"4"_s, u"2"_s, u"B"_s}));
    m_reader->readPaths(++m_request, {}, {});
    QCOMPARE(spy.size(), 2);
    QVERIFY(spy[1][1].value<QList<ArticleKey>>().isEmpty());
}

void TestCatalogReader::manyPaths_letOthersThrough()
{
    QSignalSpy spy(m_reader.get(), &CatalogReader::listRead);
    m_reader->readPaths(++m_request, QList<QByteArray>(100'000, "not there"), {});
    QVERIFY(spy.isEmpty()); // the rest waits for its turn
    m_reader->readPaths(++m_request, {"1"}, {});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), m_request);
    QTest::qWait(0);
    QCOMPARE(spy.size(), 1);
}

void TestCatalogReader::abandonedList_isNotAnswered()
{
    const QSignalSpy spy(m_reader.get(), &CatalogReader::listRead);
    m_reader->abandonListsBefore(8);
    m_reader->readList(7, wholeArchive, {}, true);
    m_reader->readList(8, wholeArchive, {}, false);
    QTRY_COMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 8u);
}

void TestCatalogReader::longList_letsOthersThrough()
{
    QString error;
    QVERIFY(m_catalog->remove({1, 2, 3, 4, 5}, &error));
    {
        Database database;
        QVERIFY(database.open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
        QVERIFY2(
            database.execute(u"WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<100000)"
                             " INSERT INTO articles SELECT NULL, i, i, i, 0, i*1000, i*1000, 0, 0, '', '',"
                             " CAST(i AS BLOB), '', '' FROM n"_s,
                             &error),
            qPrintable(error));
    }
    const QSignalSpy lists(m_reader.get(), &CatalogReader::listRead);
    qsizetype listsBeforeRows = -1;
    connect(m_reader.get(), &CatalogReader::rowsRead, m_reader.get(),
            [&listsBeforeRows, &lists] { listsBeforeRows = lists.size(); });
    QMetaObject::invokeMethod(
        m_reader.get(), [this] { m_reader->readRows(2, {1}); }, Qt::QueuedConnection);
    m_reader->readList(1, wholeArchive, {}, true);
    QTRY_COMPARE_WITH_TIMEOUT(lists.size(), 1, 60000);
    QCOMPARE(listsBeforeRows, 0);
    QCOMPARE(lists[0][1].value<QList<ArticleKey>>().size(), 100000);
}

void TestCatalogReader::damagedCatalogue_isReported()
{
    QString error;
    {
        Database database;
        QVERIFY(database.open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
        QVERIFY(database.execute(u"DROP TABLE categories"_s, &error));
    }
    const QSignalSpy spy(m_reader.get(), &CatalogReader::catalogueBroken);
    m_reader->readCategories(1);
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
    m_reader->setRead(Identity{11}, true);
    QCOMPARE(marked[0][1].value<Mark>().read, true);
    QCOMPARE(marked[0][2].value<QList<CategoryId>>().size(), 2);
}

void TestCatalogReader::memoryCatalogue_isReadable()
{
    QString error;
    Catalog memory;
    memory.openInMemory();
    QVERIFY(memory.store(files, {}, &error));
    m_reader->setRead(Identity{11}, true);
    m_reader->openCatalogue(2, memory.databaseName());
    QCOMPARE(names(list(wholeArchive, {})).join(u' '), u"4 1 3 2 B"_s);
    QVERIFY2(memory.store({made("9", {}, 9, 9)}, {}, &error), qPrintable(error));
    QCOMPARE(list(wholeArchive, {}).size(), 6);
    m_reader->close();
}

QTEST_GUILESS_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
