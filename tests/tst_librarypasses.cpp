#include "app/catalog/catalog.h"
#include "samplelibrary.h"

using namespace Qt::StringLiterals;

// What a pass over the archive changes in the list, also one that is cut short.
class TestLibraryPasses final : public SampleLibrary
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void archiveWrittenAnew_keepsMarks();
    void stoppedPass_endsAndRefreshCompletes();
    void resumedFirstPass_showsWhatChangedMeanwhile();
    void refresh_insertsAndRemoves();
    void emptiedFolder_keepsItsListUntilAskedTwice();
    void limit_isToldAndCaughtUpWith();
    void destroyedInMidPass_leavesSoundCatalogue();

private:
    bool dropIndexes() const;
};

// As a first pass leaves the catalogue that was cut off.
bool TestLibraryPasses::dropIndexes() const
{
    QString error;
    Database database;
    const QByteArray root = QFile::encodeName(path(u"archive"_s));
    bool isDropped = database.open(catalogFile(paths().cache, root), DatabaseUse::Disposable, &error);
    for (const QString &name : {u"identity"_s, u"place"_s, u"category"_s, u"date"_s, u"title"_s, u"author"_s})
        isDropped = isDropped && database.execute(u"DROP INDEX IF EXISTS articles_"_s + name, &error);
    return isDropped;
}

void TestLibraryPasses::archiveWrittenAnew_keepsMarks()
{
    write(u"4.md"_s, u"four"_s, u"b"_s, 4, u"https://example.org/four"_s);
    open(path(u"archive"_s));
    waitForPass();
    m_library->setRead(row(0), true);
    m_library->setRead(row(1), true);
    QVERIFY(QDir(path(u"archive"_s)).removeRecursively());
    write(u"new/names/x1.md"_s, u"one"_s, u"a"_s, 1);
    write(u"new/names/x3.md"_s, u"three"_s, u"c"_s, 3);
    write(u"new/names/x4.md"_s, u"FOUR"_s, u"c"_s, 5, u"https://example.org/four"_s);
    m_finished->clear();
    m_library->refresh();
    waitForPass();
    QCOMPARE(titles(), QStringList({u"FOUR"_s, u"three"_s, u"one"_s}));
    QVERIFY(row(0).read && row(1).read && !row(2).read);
    QCOMPARE(m_library->categories()->index(0, 0).data(CategoryModel::UnreadRole), 1);
}

void TestLibraryPasses::stoppedPass_endsAndRefreshCompletes()
{
    writeMany(2000);
    open(path(u"archive"_s));
    m_library->stopPass();
    waitForPass();
    QVERIFY(!(*m_finished)[0][0].value<PassResult>().complete);
    QCOMPARE(m_library->articles()->rowCount(), (*m_finished)[0][0].value<PassResult>().articles);
    m_finished->clear();
    m_library->refresh();
    waitForPass();
    QCOMPARE(m_library->articles()->rowCount(), 2003);
}

// Each shows by the end of the pass, though no index of a list is there yet.
void TestLibraryPasses::resumedFirstPass_showsWhatChangedMeanwhile()
{
    write(u"4.md"_s, u"four"_s, u"b"_s, 4);
    open(path(u"archive"_s));
    waitForPass();
    m_library.reset();
    QVERIFY(dropIndexes());
    open(path(u"archive"_s));
    QList<ArticleId> before;
    QList<ArticleId> after;
    const auto shown = [this] { return m_library->articles()->idsBetween(0, count() - 1); };
    connect(m_library.get(), &Library::archiveOpened, this, [this, &before, &shown] {
        before = shown();
        write(u"1.md"_s, u"one"_s, u"c"_s, 9);
        remove(u"2.md"_s);
        write(u"5.md"_s, u"five"_s, u"a"_s, 5);
        write(u"6.md"_s, u"six"_s, u"a"_s, 6);
        m_library->refresh(); // the indexes come after the pass that it asks for
    });
    connect(m_library.get(), &Library::passFinished, this, [&after, &shown] {
        if (after.isEmpty())
            after = shown();
    });
    QTRY_VERIFY_WITH_TIMEOUT(!after.isEmpty(), patience);
    QCOMPARE(before.size(), 4); // four, three, two, one
    QCOMPARE(after.size(), 5);
    QCOMPARE(QList<ArticleId>({after[0], after[3], after[4]}),
             QList<ArticleId>({before[3], before[0], before[1]}));
    QCOMPARE(titles(), QStringList({u"one"_s, u"six"_s, u"five"_s, u"four"_s, u"three"_s}));
    const QModelIndex c = m_library->categories()->indexOf(QStringList(u"c"_s));
    m_library->showCategory(c.data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList(u"one"_s), patience);
}

void TestLibraryPasses::refresh_insertsAndRemoves()
{
    open(path(u"archive"_s));
    waitForPass();
    const QPersistentModelIndex two = m_library->articles()->index(1);
    const QSignalSpy reset(m_library->articles(), &QAbstractItemModel::modelReset);
    write(u"5.md"_s, u"five"_s, u"b"_s, 5);
    QVERIFY(QFile::remove(path(u"archive/1.md"_s)));
    m_finished->clear();
    m_library->refresh();
    waitForPass();
    QCOMPARE(titles(), QStringList({u"five"_s, u"three"_s, u"two"_s}));
    QCOMPARE(two.row(), 2);
    QCOMPARE(reset.size(), 0);
}

void TestLibraryPasses::emptiedFolder_keepsItsListUntilAskedTwice()
{
    open(path(u"archive"_s));
    waitForPass();
    QVERIFY(remove(u"1.md"_s) && remove(u"2.md"_s) && remove(u"3.md"_s));
    m_finished->clear();
    m_library->refresh();
    waitForPass();
    QVERIFY(lastResult().complete && lastResult().isEmptied);
    QCOMPARE(count(), 3);
    m_finished->clear();
    m_library->refresh();
    waitForPass();
    QVERIFY(!lastResult().isEmptied);
    QCOMPARE(count(), 0);
}

void TestLibraryPasses::destroyedInMidPass_leavesSoundCatalogue()
{
    writeMany(3000);
    open(path(u"archive"_s));
    const QSignalSpy changed(m_library->articles(), &QAbstractItemModel::rowsInserted);
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
    m_library.reset();
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(catalogFile(paths().cache, QFile::encodeName(path(u"archive"_s))), &error));
    QVERIFY(catalog.articleCount() > 0);
}

void TestLibraryPasses::limit_isToldAndCaughtUpWith()
{
    write(u"a/4.md"_s, u"four"_s, u"a"_s, 4);
    LibraryPaths scarce = paths();
    scarce.watch.mostFolders = 1;
    open(path(u"archive"_s), scarce);
    const QSignalSpy limit(m_library.get(), &Library::watchLimitReached);
    waitForPass();
    const int told = FolderEvents::isAvailable() ? 1 : 0;
    QTRY_COMPARE_WITH_TIMEOUT(limit.size(), told, patience); // perhaps after the pass
    write(u"5.md"_s, u"five"_s, u"a"_s, 5);
    m_library->catchUp();
    QTRY_COMPARE_WITH_TIMEOUT(titles().value(0), u"five"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning(), patience);
    QCOMPARE(limit.size(), told);
}

QTEST_GUILESS_MAIN(TestLibraryPasses)
#include "tst_librarypasses.moc"
