#include "app/library/library.h"

#include "app/catalog/catalog.h"
#include "app/catalog/marks.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLibrary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void withoutArchive_isEmpty();
    void openArchive_fillsBothModels();
    void reopening_showsTheCatalogueFirst();
    void categoryAndOrder_changeTheList();
    void paths_areAListOfTheirOwn();
    void paths_goOnThroughAPass();
    void paths_endWithTheArchive();
    void orderBeforeOpening_isKept();
    void undated_comesLast();
    void rows_arriveByPage();
    void read_countsAndSurvives();
    void archiveWrittenAnew_keepsMarks();
    void otherArchive_replacesTheFirst();
    void stoppedPass_endsAndRefreshCompletes();
    void refresh_insertsAndRemoves();
    void vanishedFolder_keepsTheList();
    void absentFolder_endsWithReason();
    void damagedCatalogue_isMendedUnnoticed();
    void unwritableFolders_areReportedAndReadingGoesOn();
    void locate_namesRowAndCategory();
    void position_isKept();
    void destroyedInMidPass_leavesSoundCatalogue();

private:
    void open(const QString &folder, const LibraryPaths *paths = nullptr);
    void waitForPass();
    void write(const QString &name, const QString &title, const QString &category, int day,
               const QString &link = {}) const;
    void writeMany(int count) const;
    QStringList titles() const;
    ArticleRow row(int number) const;
    LibraryPaths paths() const;
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<QSignalSpy> m_finished;
};

LibraryPaths TestLibrary::paths() const
{
    return {path(u"data"_s), path(u"cache"_s), QTimeZone("Asia/Shanghai")};
}

void TestLibrary::init()
{
    m_library.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"1.md"_s, u"one"_s, u"a"_s, 1);
    write(u"2.md"_s, u"two"_s, u"a"_s, 2);
    write(u"3.md"_s, u"three"_s, u"b"_s, 3);
}

void TestLibrary::open(const QString &folder, const LibraryPaths *where)
{
    m_finished.reset();
    m_library.reset(); // before another one opens the same files
    m_library = std::make_unique<Library>(where ? *where : paths());
    m_finished = std::make_unique<QSignalSpy>(m_library.get(), &Library::passFinished);
    new QAbstractItemModelTester(m_library->articles(), QAbstractItemModelTester::FailureReportingMode::Fatal,
                                 m_library.get());
    new QAbstractItemModelTester(m_library->categories(),
                                 QAbstractItemModelTester::FailureReportingMode::Fatal, m_library.get());
    m_library->openArchive(folder);
}

void TestLibrary::waitForPass()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, 30000);
}

void TestLibrary::write(const QString &name, const QString &title, const QString &category, int day,
                        const QString &link) const
{
    QFile file(path(u"archive/"_s + name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"---\ntitle: %1\ncategories:\n - %2\ndate: 2021-11-%3 12:00:00\nlink: %4\n---\ntext of %1\n"_s
                   .arg(title, category, QString::number(day).rightJustified(2, u'0'), link)
                   .toUtf8());
}

void TestLibrary::writeMany(int count) const
{
    for (int i = 0; i < count; ++i)
        write(u"many/%1.md"_s.arg(i), u"t%1"_s.arg(i), u"many"_s, 1 + i % 28);
}

ArticleRow TestLibrary::row(int number) const
{
    for (int waited = 0; waited < 500 && !m_library->articles()->article(number); ++waited)
        QTest::qWait(10);
    return m_library->articles()->article(number).value_or(ArticleRow());
}

QStringList TestLibrary::titles() const
{
    QStringList list;
    for (int at = 0; at < m_library->articles()->rowCount(); ++at)
        list << row(at).head.title;
    return list;
}

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
}

void TestLibrary::categoryAndOrder_changeTheList()
{
    open(path(u"archive"_s));
    waitForPass();
    QSignalSpy changed(m_library.get(), &Library::listChanged);
    m_library->setSort({SortKey::Title, Qt::AscendingOrder});
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(titles(), QStringList({u"one"_s, u"three"_s, u"two"_s}));
    QVERIFY(m_library->articles()->sections().isEmpty());
    const QModelIndex a = m_library->categories()->indexOf(QStringList(u"a"_s));
    m_library->showCategory(a.data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE(changed.size(), 4);
    QCOMPARE(titles(), QStringList({u"one"_s, u"two"_s}));
}

void TestLibrary::paths_areAListOfTheirOwn()
{
    open(path(u"archive"_s));
    waitForPass();
    QSignalSpy changed(m_library.get(), &Library::listChanged);
    m_library->showPaths({"3.md", "gone.md", "1.md"});
    QVERIFY(m_library->isShowingPaths());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(titles(), QStringList({u"three"_s, u"one"_s})); // as the list is sorted
    m_library->setSort({SortKey::Title, Qt::AscendingOrder});
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(titles(), QStringList({u"one"_s, u"three"_s}));
    m_library->showCategory(m_library->category());
    QVERIFY(!m_library->isShowingPaths());
    QTRY_COMPARE(titles(), QStringList({u"one"_s, u"three"_s, u"two"_s}));
}

void TestLibrary::paths_goOnThroughAPass()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->showPaths({"1.md", "4.md"});
    QTRY_COMPARE(titles(), QStringList({u"one"_s}));
    m_finished->clear();
    write(u"4.md"_s, u"four"_s, u"a"_s, 4);
    write(u"5.md"_s, u"five"_s, u"a"_s, 5);
    m_library->refresh();
    waitForPass();
    QTRY_COMPARE(titles(), QStringList({u"four"_s, u"one"_s}));
}

void TestLibrary::paths_endWithTheArchive()
{
    open(path(u"archive"_s));
    waitForPass();
    m_library->showPaths({"1.md"});
    m_finished->clear();
    m_library->openArchive(path(u"archive"_s));
    QVERIFY(!m_library->isShowingPaths());
    waitForPass();
    QCOMPARE(titles().size(), 3);
}

void TestLibrary::orderBeforeOpening_isKept()
{
    m_library = std::make_unique<Library>(paths());
    m_finished = std::make_unique<QSignalSpy>(m_library.get(), &Library::passFinished);
    m_library->setSort({SortKey::Date, Qt::AscendingOrder});
    m_library->openArchive(path(u"archive"_s));
    waitForPass();
    QCOMPARE(titles(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
}

// Its file's time is newer than every date, and says nothing.
void TestLibrary::undated_comesLast()
{
    QFile file(path(u"archive/undated.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("---\ntitle: undated\ndate: Invalid Date\n---\ntext\n");
    file.close();
    QFile named(path(u"archive/2021-11-02-named.md"_s));
    QVERIFY(named.open(QIODevice::WriteOnly));
    named.write("---\ntitle: named\n---\ntext\n");
    named.close();
    open(path(u"archive"_s));
    waitForPass();
    QTRY_COMPARE(m_library->articles()->rowCount(), 5);
    const QStringList shown = titles();
    QCOMPARE(shown.first(), u"three"_s);
    QCOMPARE(shown.last(), u"undated"_s);
    QVERIFY(shown.indexOf(u"named"_s) < shown.indexOf(u"one"_s));
    QVERIFY(!m_library->articles()->sections().last().day.isValid());
    QVERIFY(m_library->articles()->article(4)->head.date.isValid());
}

void TestLibrary::rows_arriveByPage()
{
    writeMany(600);
    open(path(u"archive"_s));
    waitForPass();
    QCOMPARE(m_library->articles()->rowCount(), 603);
    QVERIFY(row(600).id != 0);
    QVERIFY(m_library->articles()->article(602));
}

void TestLibrary::read_countsAndSurvives()
{
    open(path(u"archive"_s));
    waitForPass();
    const ArticleRow article = row(0);
    m_library->setRead(article, true);
    QCOMPARE(m_library->articles()->index(0).data(ArticleModel::ReadRole), true);
    m_library->setStarred(row(0), true);
    const QModelIndex top = m_library->categories()->index(0, 0);
    QTRY_COMPARE(top.data(CategoryModel::UnreadRole).toInt(), 2);
    m_library->setRead(row(1), true); // still on its way when the library goes
    open(path(u"archive"_s));
    waitForPass();
    QVERIFY(row(0).read && row(0).starred && row(1).read && !row(2).read);
    QCOMPARE(m_library->categories()->index(0, 0).data(CategoryModel::UnreadRole), 1);
}

void TestLibrary::archiveWrittenAnew_keepsMarks()
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

void TestLibrary::stoppedPass_endsAndRefreshCompletes()
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

void TestLibrary::refresh_insertsAndRemoves()
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
    QTRY_VERIFY(m_library->articles()->article(0)); // rows could not be read before it was mended
    QTRY_VERIFY(!m_library->isPassRunning());
    QCOMPARE(m_library->articles()->rowCount(), 3);
    QCOMPARE(unusable.size(), 0);
    QTRY_VERIFY(m_library->categories()->indexOf(QStringList(u"a"_s)).isValid());
    m_library->showCategory(
        m_library->categories()->indexOf(QStringList(u"a"_s)).data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE(m_library->articles()->rowCount(), 2);
}

void TestLibrary::unwritableFolders_areReportedAndReadingGoesOn()
{
    QVERIFY(QFile(path(u"file"_s)).open(QIODevice::WriteOnly));
    const LibraryPaths blocked{path(u"file"_s), path(u"file"_s)};
    open(path(u"archive"_s), &blocked);
    const QSignalSpy catalogue(m_library.get(), &Library::catalogueUnusable);
    const QSignalSpy marks(m_library.get(), &Library::marksUnusable);
    waitForPass();
    QCOMPARE(catalogue.size(), 1);
    QCOMPARE(marks.size(), 1);
    QVERIFY(!catalogue[0][0].toString().isEmpty() && !marks[0][0].toString().isEmpty());
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    m_library->setRead(row(0), true);
    const QModelIndex top = m_library->categories()->index(0, 0);
    QTRY_COMPARE(top.data(CategoryModel::UnreadRole).toInt(), 2);
}

void TestLibrary::locate_namesRowAndCategory()
{
    open(path(u"archive"_s));
    waitForPass();
    const QSignalSpy located(m_library.get(), &Library::articleLocated);
    m_library->locate(row(2).head.identity);
    m_library->locatePath("3.md");
    m_library->locate(Identity{4711});
    QTRY_COMPARE(located.size(), 3);
    QCOMPARE(located[0][0].toLongLong(), row(2).id);
    QCOMPARE(m_library->categories()->indexOf(located[0][1].toLongLong()).data(), u"a"_s);
    QCOMPARE(m_library->articles()->rowOf(located[1][0].toLongLong()), 0);
    QCOMPARE(located[2][0].toLongLong(), 0);
}

void TestLibrary::position_isKept()
{
    open(path(u"archive"_s));
    m_library->setPosition(Identity{7}, 0.75);
    open(path(u"archive"_s));
    const QSignalSpy known(m_library.get(), &Library::positionKnown);
    m_library->requestPosition(Identity{7});
    QTRY_COMPARE(known.size(), 1);
    QCOMPARE(known[0][0].value<Identity>(), Identity{7});
    QCOMPARE(known[0][1].toDouble(), 0.75);
}

void TestLibrary::destroyedInMidPass_leavesSoundCatalogue()
{
    writeMany(3000);
    open(path(u"archive"_s));
    const QSignalSpy changed(m_library->articles(), &QAbstractItemModel::rowsInserted);
    QTRY_VERIFY(changed.size() > 0);
    m_library.reset();
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(catalogFile(paths().cache, QFile::encodeName(path(u"archive"_s))), &error));
    QVERIFY(catalog.articleCount() > 0);
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
