#include "app/library/listreader.h"
#include "tests/samplecatalogue.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestListReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lists_areSortedAndScoped_data();
    void lists_areSortedAndScoped();
    void freshList_comesTwice_data();
    void freshList_comesTwice();
    void freshList_beginsAroundTheArticle_data();
    void freshList_beginsAroundTheArticle();
    void smallCategory_comesOnce();
    void shownRows_areThoseAroundTheArticle();
    void paths_areListedInOrder_data();
    void paths_areListedInOrder();
    void title_isFoundFromAnyPlace_data();
    void title_isFoundFromAnyPlace();
    void change_goesOutFromTheListBefore();
    void days_areThoseOfTheZone();
    void abandonedList_isNotAnswered();
    void abandonedMidway_isNotAnswered();
    void damagedCatalogue_isReported();
    void memoryCatalogue_isReadable();

private:
    CategoryId category(const QStringList &path) const
    {
        return sampleCategory(m_catalog->databaseName(), path);
    }
    QString names(const QList<ArticleId> &ids) const;
    void storeMany();
    ArticleChange list(CategoryId category, const ArticleSort &sort);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Catalog> m_catalog;
    std::unique_ptr<ListReader> m_reader;
    quint64 m_request = 0;
};

void TestListReader::init()
{
    QString error;
    m_folder = std::make_unique<QTemporaryDir>();
    m_catalog = std::make_unique<Catalog>();
    m_reader = std::make_unique<ListReader>(QTimeZone("Asia/Shanghai"), [] { return sampleNoon; });
    QVERIFY(m_catalog->open(m_folder->filePath(u"c.sqlite"_s), &error));
    QVERIFY2(m_catalog->store(sampleFiles(), {}, &error), qPrintable(error));
    m_reader->openCatalogue(1, m_catalog->databaseName());
}

void TestListReader::cleanup()
{
    m_reader.reset();
    m_catalog.reset();
}

void TestListReader::storeMany()
{
    QString error;
    QVERIFY2(m_catalog->store(manySampleFiles(5000), {}, &error), qPrintable(error));
    QVERIFY2(makeAllIndexes(*m_catalog, &error), qPrintable(error));
}

ArticleChange TestListReader::list(CategoryId category, const ArticleSort &sort)
{
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->readList({++m_request, category, sort, false, 0});
    return spy.size() == 1 ? spy[0][1].value<ArticleChange>() : ArticleChange();
}

QString TestListReader::names(const QList<ArticleId> &ids) const
{
    QString error;
    Database database;
    if (!database.open(m_catalog->databaseName(), DatabaseUse::Reading, &error))
        return error;
    Statement title(database, u"SELECT title FROM articles WHERE id=?"_s);
    QStringList found;
    for (const ArticleId id : ids) {
        if (title.bind(id).execute(&error) && title.next())
            found << title.text(0);
    }
    return found.join(u' ');
}

void TestListReader::lists_areSortedAndScoped_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<ArticleSort>("sort");
    QTest::addColumn<QString>("expected");
    const QStringList a(u"a"_s);
    const QStringList x{u"a"_s, u"x"_s};
    for (const bool isIndexed : {true, false}) {
        const auto row = [isIndexed](const char *name, const QStringList &path, SortKey key,
                                     Qt::SortOrder order, const QString &expected) {
            const QByteArray suffix = isIndexed ? "" : ", no indexes yet";
            QTest::newRow((name + suffix).constData())
                << isIndexed << path << ArticleSort{key, order} << expected;
        };
        row("newest first", {}, SortKey::Date, Qt::DescendingOrder, u"4 1 3 2 B"_s);
        row("oldest first", {}, SortKey::Date, Qt::AscendingOrder, u"B 2 3 1 4"_s);
        row("title", {}, SortKey::Title, Qt::AscendingOrder, u"1 2 3 4 B"_s);
        row("title backwards", {}, SortKey::Title, Qt::DescendingOrder, u"B 4 3 2 1"_s);
        row("author", {}, SortKey::Author, Qt::AscendingOrder, u"B 2 3 1 4"_s);
        row("with what is below", a, SortKey::Date, Qt::DescendingOrder, u"1 2 B"_s);
        row("below", x, SortKey::Date, Qt::AscendingOrder, u"B 2"_s);
        row("title below", a, SortKey::Title, Qt::DescendingOrder, u"B 2 1"_s);
        row("one", {u"b"_s}, SortKey::Date, Qt::DescendingOrder, u"3"_s);
    }
}

void TestListReader::lists_areSortedAndScoped()
{
    QFETCH(const bool, isIndexed);
    QFETCH(const QStringList, path);
    QFETCH(const ArticleSort, sort);
    QString error;
    if (isIndexed)
        QVERIFY(makeAllIndexes(*m_catalog, &error));
    QTEST(names(list(category(path), sort).after.ids), "expected");
}

void TestListReader::freshList_comesTwice_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("indexed") << true;
    QTest::newRow("no indexes yet") << false;
}

void TestListReader::freshList_comesTwice()
{
    QFETCH(const bool, isIndexed);
    QString error;
    if (isIndexed)
        storeMany();
    else
        QVERIFY(m_catalog->store(manySampleFiles(5000), {}, &error));
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->readList({5, wholeArchive, {}, true, 0});
    QCOMPARE(spy.size(), 2);
    const auto first = spy[0][1].value<ArticleChange>();
    const auto whole = spy[1][1].value<ArticleChange>();
    QCOMPARE(spy[0][0].toULongLong(), 5u);
    QCOMPARE(spy[0][3].toBool(), false);
    QCOMPARE(spy[1][3].toBool(), true);
    QVERIFY(first.isFresh && !whole.isFresh);
    QCOMPARE(first.after.ids, whole.after.ids.mid(0, 256));
    QCOMPARE(whole.after.ids.size(), 5005);
    QVERIFY(whole.before.ids.isSharedWith(first.after.ids));
    QCOMPARE(spy[0][2].value<QList<ArticleId>>(), first.after.ids.mid(0, 128));
}

void TestListReader::freshList_beginsAroundTheArticle_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ArticleSort>("sort");
    for (const QString &name : {QString(), u"large"_s}) {
        for (const SortKey key : {SortKey::Date, SortKey::Title, SortKey::Author}) {
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
                QTest::addRow("%s %d %d", qPrintable(name), int(key), int(order))
                    << name << ArticleSort{key, order};
        }
    }
}

void TestListReader::freshList_beginsAroundTheArticle()
{
    QFETCH(const QString, name);
    QFETCH(const ArticleSort, sort);
    storeMany();
    const CategoryId scope = name.isEmpty() ? wholeArchive : category({name});
    const QList<ArticleId> whole = list(scope, sort).after.ids;
    for (const qsizetype place : {qsizetype(0), whole.size() / 2, whole.size() - 1}) {
        const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
        m_reader->readList({++m_request, scope, sort, true, whole[place]});
        QCOMPARE(spy.size(), 2);
        const QList<ArticleId> first = spy[0][1].value<ArticleChange>().after.ids;
        const qsizetype start = whole.indexOf(first.first());
        QCOMPARE(first, whole.mid(start, first.size()));
        QCOMPARE(first.indexOf(whole[place]), std::min<qsizetype>(place, 128));
        QVERIFY(spy[0][2].value<QList<ArticleId>>().contains(whole[place]));
        QCOMPARE(spy[1][1].value<ArticleChange>().after.ids, whole);
    }
}

void TestListReader::smallCategory_comesOnce()
{
    storeMany();
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->readList({1, category({u"small"_s}), {}, true, 0});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][3].toBool(), true);
    QVERIFY(spy[0][1].value<ArticleChange>().isFresh);
    QCOMPARE(spy[0][1].value<ArticleChange>().after.ids.size(), 125);
}

void TestListReader::shownRows_areThoseAroundTheArticle()
{
    storeMany();
    const QList<ArticleId> all = list(category({u"small"_s}), {}).after.ids;
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->readList({++m_request, category({u"small"_s}), {}, true, all[100]});
    QCOMPARE(spy[0][2].value<QList<ArticleId>>(), all.mid(36, 128));
    // Rows of the same list are there already.
    m_reader->readList({++m_request, category({u"small"_s}), {}, false, all[100]});
    QVERIFY(spy[1][2].value<QList<ArticleId>>().isEmpty());
}

void TestListReader::paths_areListedInOrder_data()
{
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("while a first pass runs") << false;
    QTest::newRow("later") << true;
}

void TestListReader::paths_areListedInOrder()
{
    QFETCH(const bool, isIndexed);
    QString error;
    QVERIFY(!isIndexed || makeAllIndexes(*m_catalog, &error));
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->readList({1, wholeArchive, {}, true, 0, QList<QByteArray>{"B", "not there", "2", "4", "2"}});
    m_reader->readList({2, wholeArchive, {}, true, 0, QList<QByteArray>()});
    QCOMPARE(spy.size(), 2);
    QCOMPARE(names(spy[0][1].value<ArticleChange>().after.ids), u"4 2 B"_s);
    QCOMPARE(spy[0][3].toBool(), true);
    QVERIFY(spy[1][1].value<ArticleChange>().after.ids.isEmpty());
}

void TestListReader::title_isFoundFromAnyPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from"); // place in the list: 4 1 3 2 B many…
    QTest::addColumn<QString>("title");
    QTest::newRow("below") << u"2"_s << 1 << u"2"_s;
    QTest::newRow("the same") << u"2"_s << 3 << u"2"_s;
    QTest::newRow("only above") << u"1"_s << 3 << u"1"_s;
    QTest::newRow("either case") << u"b"_s << 0 << u"B"_s;
    QTest::newRow("a beginning") << u"many7919"_s << 0 << u"many7919"_s;
    QTest::newRow("of no article") << u"%"_s << 0 << QString();
    QTest::newRow("from nowhere") << u"3"_s << -1 << u"3"_s;
}

void TestListReader::title_isFoundFromAnyPlace()
{
    QFETCH(const QString, text);
    QFETCH(const int, from);
    QString error;
    QVERIFY2(m_catalog->store(manySampleFiles(9000), {}, &error) && makeAllIndexes(*m_catalog, &error),
             qPrintable(error));
    const QList<ArticleId> ids = list(wholeArchive, {}).after.ids;
    const QSignalSpy found(m_reader.get(), &ListReader::titleFound);
    m_reader->findTitle(7, text, ids.value(from));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0][0].toULongLong(), 7u);
    const auto id = found[0][1].value<ArticleId>();
    QTEST(id == 0 ? QString() : names({id}), "title");
}

void TestListReader::change_goesOutFromTheListBefore()
{
    QString error;
    QVERIFY(makeAllIndexes(*m_catalog, &error));
    const ArticleSet first = list(wholeArchive, {}).after;
    QVERIFY(m_catalog->store({sampleFile("new", {u"b"_s}, 0, 77)}, {}, &error));
    QVERIFY(m_catalog->remove({2}, &error));
    const ArticleChange change = list(wholeArchive, {});
    QVERIFY(change.before.ids.isSharedWith(first.ids));
    QCOMPARE(change.added, QList<ArticleId>{6});
    QCOMPARE(change.removed, QList<ArticleId>{2});
    // Numbers of another catalogue mean others.
    m_reader->openCatalogue(2, m_catalog->databaseName());
    QVERIFY(list(wholeArchive, {}).before.ids.isEmpty());
}

void TestListReader::days_areThoseOfTheZone()
{
    // Noon in UTC is the evening of the same day in Shanghai.
    const ArticleSet byDate = list(wholeArchive, {}).after;
    QCOMPARE(byDate.days.size(), 5);
    QCOMPARE(byDate.days.first(), (DaySection{0, sampleNoon.date()}));
    QVERIFY(list(wholeArchive, {SortKey::Title, Qt::AscendingOrder}).after.days.isEmpty());
}

void TestListReader::abandonedList_isNotAnswered()
{
    const QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    m_reader->abandonBefore(8);
    m_reader->readList({7, wholeArchive, {}, true, 0});
    QCOMPARE(spy.size(), 0);
    m_reader->readList({8, wholeArchive, {}, false, 0});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 8u);
}

void TestListReader::abandonedMidway_isNotAnswered()
{
    storeMany();
    QSignalSpy spy(m_reader.get(), &ListReader::listFound);
    connect(m_reader.get(), &ListReader::listFound, m_reader.get(),
            [this] { m_reader->abandonBefore(m_request + 1); });
    const QSignalSpy broken(m_reader.get(), &ListReader::catalogueBroken);
    m_reader->readList({++m_request, wholeArchive, {}, true, 0});
    QCOMPARE(spy.size(), 1); // the first rows
    QCOMPARE(broken.size(), 0);
}

void TestListReader::damagedCatalogue_isReported()
{
    QString error;
    {
        Database database;
        QVERIFY(database.open(m_catalog->databaseName(), DatabaseUse::Disposable, &error));
        QVERIFY(database.execute(u"DROP TABLE categories"_s, &error));
    }
    const QSignalSpy spy(m_reader.get(), &ListReader::catalogueBroken);
    m_reader->readList({1, wholeArchive, {}, true, 0});
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy[0][0].toULongLong(), 1u);
    QVERIFY(!spy[0][1].toString().isEmpty());
}

void TestListReader::memoryCatalogue_isReadable()
{
    QString error;
    Catalog memory;
    memory.openInMemory();
    QVERIFY(memory.store(sampleFiles(), {}, &error));
    m_reader->openCatalogue(2, memory.databaseName());
    QCOMPARE(list(wholeArchive, {}).after.ids, (QList<ArticleId>{4, 1, 3, 2, 5}));
    QVERIFY(memory.store({sampleFile("9", {}, 9, 9)}, {}, &error));
    QCOMPARE(list(wholeArchive, {}).after.ids.size(), 6);
    m_reader->openCatalogue(3, {});
}

QTEST_GUILESS_MAIN(TestListReader)
#include "tst_listreader.moc"
