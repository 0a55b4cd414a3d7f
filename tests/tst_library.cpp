#include "app/catalog/catalog.h"
#include "samplelibrary.h"

using namespace Qt::StringLiterals;

// How an archive is opened, and what becomes of it where that fails.
class TestLibrary final : public SampleLibrary
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void withoutArchive_isEmpty();
    void openArchive_fillsBothModels();
    void reopening_showsTheCatalogueFirst();
    void openedAhead_isOpenedOnce();
    void openedAhead_givesWayToAnotherFolder();
    void otherArchive_replacesTheFirst();
    void vanishedFolder_keepsTheList();
    void absentFolder_endsWithReason();
    void damagedCatalogue_isMendedUnnoticed();
    void unwritableFolders_areReportedAndReadingGoesOn();
};

void TestLibrary::withoutArchive_isEmpty()
{
    Library library(paths());
    library.setSort({SortKey::Title, Qt::AscendingOrder});
    library.showCategory(5);
    library.refresh();
    library.stopPass();
    QCOMPARE(library.articles()->rowCount(), 0);
    QCOMPARE(library.folder(), QString());
    QVERIFY(!library.isPassRunning());
}

void TestLibrary::openArchive_fillsBothModels()
{
    open(path(u"archive"_s));
    const QSignalSpy opened(m_library.get(), &Library::archiveOpened);
    QVERIFY(m_library->isPassRunning());
    waitForPass();
    QVERIFY(!m_library->isPassRunning());
    QCOMPARE(opened.size(), 1);
    const auto result = (*m_finished)[0][0].value<PassResult>();
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 3);
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    QCOMPARE(m_library->articles()->sections().size(), 3);
    QCOMPARE(m_library->articles()->sections().first().day, QDate(2021, 11, 3));
    const QModelIndex top = m_library->categories()->index(0, 0);
    QCOMPARE(top.data(), u"archive"_s);
    QCOMPARE(top.data(CategoryModel::UnreadRole), 3);
    QCOMPARE(m_library->categories()->rowCount(top), 2);
}

void TestLibrary::reopening_showsTheCatalogueFirst()
{
    open(path(u"archive"_s));
    waitForPass();
    QVERIFY(m_library->isNew());
    open(path(u"archive"_s));
    int shown = -1;
    int counted = -1;
    connect(m_library.get(), &Library::archiveOpened, this, [this, &shown, &counted] {
        shown = m_library->articles()->rowCount();
        counted = m_library->categories()->index(0, 0).data(CategoryModel::ArticlesRole).toInt();
    });
    waitForPass();
    QCOMPARE(shown, 3);
    QCOMPARE(counted, 3);
    QVERIFY(!m_library->isNew());
}

void TestLibrary::openedAhead_isOpenedOnce()
{
    Library library(paths());
    library.openAhead(path(u"archive"_s));
    const QSignalSpy left(&library, &Library::archiveLeft);
    const QSignalSpy opened(&library, &Library::archiveOpened);
    library.openArchive(path(u"archive/"_s));
    QCOMPARE(left.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(library.articles()->rowCount(), 3, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!library.isPassRunning(), patience);
    QCOMPARE(opened.size(), 1);

    library.openArchive(path(u"archive"_s)); // the reader asks once more
    QCOMPARE(left.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, patience);
}

void TestLibrary::openedAhead_givesWayToAnotherFolder()
{
    QVERIFY(QDir().mkpath(path(u"other"_s)));
    Library library(paths());
    library.openAhead(path(u"archive"_s));
    library.openArchive(path(u"other"_s));
    const QSignalSpy opened(&library, &Library::archiveOpened);
    QTRY_VERIFY_WITH_TIMEOUT(!library.isPassRunning(), patience);
    QCOMPARE(library.folder(), path(u"other"_s));
    QCOMPARE(library.articles()->rowCount(), 0);
    QCOMPARE(opened.size(), 1);
}

void TestLibrary::otherArchive_replacesTheFirst()
{
    QVERIFY(QDir().rename(path(u"archive"_s), path(u"first"_s)));
    write(u"x.md"_s, u"other"_s, u"z"_s, 9);
    open(path(u"first"_s));
    m_library->openArchive(path(u"archive"_s)); // at once: nothing of the first may come through
    waitForPass();
    QCOMPARE(m_library->folder(), path(u"archive"_s));
    QCOMPARE(titles(), QStringList(u"other"_s));
    QCOMPARE((*m_finished)[0][0].value<PassResult>().articles, 1);
}

void TestLibrary::vanishedFolder_keepsTheList()
{
    open(path(u"archive"_s));
    waitForPass();
    QVERIFY(QDir().rename(path(u"archive"_s), path(u"away"_s)));
    open(path(u"archive"_s));
    waitForPass();
    const auto result = (*m_finished)[0][0].value<PassResult>();
    QVERIFY(!result.complete && !result.error.isEmpty());
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
}

void TestLibrary::absentFolder_endsWithReason()
{
    open(path(u"nowhere"_s));
    const QSignalSpy opened(m_library.get(), &Library::archiveOpened);
    waitForPass();
    QVERIFY(!(*m_finished)[0][0].value<PassResult>().error.isEmpty());
    QCOMPARE(opened.size(), 1);
}

void TestLibrary::damagedCatalogue_isMendedUnnoticed()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library.reset();
    {
        QString error;
        Database database;
        const QByteArray root = QFile::encodeName(path(u"archive"_s));
        QVERIFY(database.open(catalogFile(paths().cache, root), DatabaseUse::Disposable, &error));
        // Only the reader asks for it: the indexer would not notice.
        QVERIFY2(database.execute(u"ALTER TABLE articles DROP COLUMN head_image"_s, &error),
                 qPrintable(error));
    }
    open(path(u"archive"_s));
    const QSignalSpy unusable(m_library.get(), &Library::catalogueUnusable);
    waitForPass();
    // Rows could not be read before it was mended.
    QTRY_VERIFY_WITH_TIMEOUT(m_library->articles()->article(0), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning(), patience);
    QCOMPARE(m_library->articles()->rowCount(), 3);
    QCOMPARE(unusable.size(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_library->categories()->indexOf(QStringList(u"a"_s)).isValid(), patience);
    m_library->showCategory(
        m_library->categories()->indexOf(QStringList(u"a"_s)).data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE_WITH_TIMEOUT(m_library->articles()->rowCount(), 2, patience);
}

void TestLibrary::unwritableFolders_areReportedAndReadingGoesOn()
{
    QVERIFY(QFile(path(u"file"_s)).open(QIODevice::WriteOnly));
    const LibraryPaths blocked{path(u"file"_s), path(u"file"_s)};
    open(path(u"archive"_s), blocked);
    const QSignalSpy catalogue(m_library.get(), &Library::catalogueUnusable);
    const QSignalSpy marks(m_library.get(), &Library::marksUnusable);
    waitForPass();
    QCOMPARE(catalogue.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(marks.size(), 1, patience); // from another thread than the rest
    QVERIFY(!catalogue[0][0].toString().isEmpty() && !marks[0][0].toString().isEmpty());
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    m_library->setRead(row(0), true);
    const QModelIndex top = m_library->categories()->index(0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(top.data(CategoryModel::UnreadRole).toInt(), 2, patience);
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
