#include "app/library/library.h"

#include "app/catalog/catalog.h"
#include "app/catalog/marks.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestLibrary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void withoutArchive_isEmpty();
    void openArchive_fillsBothModels();
    void reopening_showsTheCatalogueFirst();
    void openedAhead_isOpenedOnce();
    void openedAhead_givesWayToAnotherFolder();
    void categoryThatIsThere_isReadOnce();
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
    void resumedFirstPass_showsWhatChangedMeanwhile();
    void refresh_insertsAndRemoves();
    void vanishedFolder_keepsTheList();
    void absentFolder_endsWithReason();
    void damagedCatalogue_isMendedUnnoticed();
    void unwritableFolders_areReportedAndReadingGoesOn();
    void locate_namesRowAndCategory();
    void articles_areGivenWithoutTheList();
    void position_isKept();
    void destroyedInMidPass_leavesSoundCatalogue();

    void watched_data();
    void watched();
    void archiveWrittenAnewWhileOpen_keepsItsRows();
    void largePartGone_goesWhenItIsQuiet();
    void archiveThatVanishes_comesBackByItself();
    void emptiedFolder_keepsItsListUntilAskedTwice();
    void limit_isToldAndCaughtUpWith();

private:
    void open(const QString &folder, const LibraryPaths *paths = nullptr);
    void openWatched(std::chrono::milliseconds settling, qsizetype mostFolders = 1000);
    bool dropIndexes() const;
    bool remove(const QString &name) const { return QFile::remove(path(u"archive/"_s + name)); }
    bool rename(const QString &from, const QString &to) const
    {
        return QDir().rename(path(u"archive/"_s + from), path(u"archive/"_s + to));
    }
    int count() const { return m_library->articles()->rowCount(); }
    PassResult lastResult() const { return m_finished->last()[0].value<PassResult>(); }
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
    // Nothing is told by the watch in a test that is not about it.
    return {path(u"data"_s),
            path(u"cache"_s),
            QTimeZone("Asia/Shanghai"),
            &QDateTime::currentDateTimeUtc,
            WatchLimits{1h, 1h, 1000},
            1h};
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

// As a first pass leaves the catalogue that was cut off.
bool TestLibrary::dropIndexes() const
{
    QString error;
    Database database;
    const QByteArray root = QFile::encodeName(path(u"archive"_s));
    bool isDropped = database.open(catalogFile(paths().cache, root), DatabaseUse::Disposable, &error);
    for (const QString &name : {u"identity"_s, u"place"_s, u"category"_s, u"date"_s, u"title"_s, u"author"_s})
        isDropped = isDropped && database.execute(u"DROP INDEX IF EXISTS articles_"_s + name, &error);
    return isDropped;
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
    QTRY_COMPARE(library.articles()->rowCount(), 3);
    QTRY_VERIFY(!library.isPassRunning());
    QCOMPARE(opened.size(), 1);

    library.openArchive(path(u"archive"_s)); // the reader asks once more
    QCOMPARE(left.size(), 1);
    QTRY_COMPARE(opened.size(), 2);
}

void TestLibrary::openedAhead_givesWayToAnotherFolder()
{
    QVERIFY(QDir().mkpath(path(u"other"_s)));
    Library library(paths());
    library.openAhead(path(u"archive"_s));
    library.openArchive(path(u"other"_s));
    const QSignalSpy opened(&library, &Library::archiveOpened);
    QTRY_VERIFY(!library.isPassRunning());
    QCOMPARE(library.folder(), path(u"other"_s));
    QCOMPARE(library.articles()->rowCount(), 0);
    QCOMPARE(opened.size(), 1);
}

void TestLibrary::categoryThatIsThere_isReadOnce()
{
    open(path(u"archive"_s));
    waitForPass();
    const auto listsOfReopening = [this](bool isChosen) {
        open(path(u"archive"_s));
        const QSignalSpy changed(m_library.get(), &Library::listChanged);
        if (isChosen) {
            connect(m_library.get(), &Library::archiveOpened, m_library.get(),
                    [this] { m_library->showCategory(wholeArchive); });
        }
        waitForPass();
        return changed.size();
    };
    QCOMPARE(listsOfReopening(true), listsOfReopening(false));
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

// Each shows by the end of the pass, though no index of a list is there yet.
void TestLibrary::resumedFirstPass_showsWhatChangedMeanwhile()
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
    QTRY_VERIFY(!after.isEmpty());
    QCOMPARE(before.size(), 4); // four, three, two, one
    QCOMPARE(after.size(), 5);
    QCOMPARE(QList<ArticleId>({after[0], after[3], after[4]}),
             QList<ArticleId>({before[3], before[0], before[1]}));
    QCOMPARE(titles(), QStringList({u"one"_s, u"six"_s, u"five"_s, u"four"_s, u"three"_s}));
    const QModelIndex c = m_library->categories()->indexOf(QStringList(u"c"_s));
    m_library->showCategory(c.data(CategoryModel::IdRole).toLongLong());
    QTRY_COMPARE(titles(), QStringList(u"one"_s));
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
    QTRY_COMPARE(marks.size(), 1); // from another thread than the rest
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
    const QSignalSpy found(m_library.get(), &Library::articleFound);
    m_library->locate(row(2).head.identity);
    m_library->locatePath("3.md");
    m_library->locate(Identity{4711});
    QTRY_COMPARE(located.size(), 3);
    QCOMPARE(located[0][0].toLongLong(), row(2).id);
    QCOMPARE(m_library->categories()->indexOf(located[0][1].toLongLong()).data(), u"a"_s);
    QCOMPARE(m_library->articles()->rowOf(located[1][0].toLongLong()), 0);
    QCOMPARE(located[2][0].toLongLong(), 0);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0][0].value<ArticleRow>().head.title, row(2).head.title);
    QCOMPARE(found[1][0].value<ArticleRow>().head.path, QByteArray("3.md"));
}

void TestLibrary::articles_areGivenWithoutTheList()
{
    open(path(u"archive"_s));
    waitForPass();
    const ArticleRow wanted = row(2);
    m_library->showPaths({"3.md"});
    const QSignalSpy known(m_library.get(), &Library::articlesKnown);
    m_library->requestArticles({wanted.id, 4711});
    QTRY_COMPARE(known.size(), 1);
    const auto articles = known[0][0].value<QList<ArticleRow>>();
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.first().head, wanted.head);
    m_library->requestArticles({wanted.id});
    m_library->openArchive(path(u"archive"_s)); // another catalogue, other numbers
    QTRY_COMPARE(known.size(), 2);
    QVERIFY(known[1][0].value<QList<ArticleRow>>().isEmpty());
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

void TestLibrary::openWatched(std::chrono::milliseconds settling, qsizetype mostFolders)
{
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    LibraryPaths hasty = paths();
    hasty.watch = {20ms, 200ms, mostFolders};
    hasty.settling = settling;
    open(path(u"archive"_s), &hasty);
    waitForPass();
    m_finished->clear();
}

void TestLibrary::watched_data()
{
    using Work = std::function<bool(TestLibrary *)>;
    QTest::addColumn<Work>("work");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Work &work, const QStringList &expected) {
        QTest::newRow(name) << work << expected;
    };
    row("added",
        [](auto *t) {
            t->write(u"new/5.md"_s, u"five"_s, u"b"_s, 5);
            return true;
        },
        {u"five"_s, u"three"_s, u"two"_s, u"one"_s});
    row("changed",
        [](auto *t) {
            t->write(u"2.md"_s, u"second"_s, u"a"_s, 2);
            return true;
        },
        {u"three"_s, u"second"_s, u"one"_s});
    row("removed", [](auto *t) { return t->remove(u"2.md"_s); }, {u"three"_s, u"one"_s});
    row("renamed", [](auto *t) { return t->rename(u"2.md"_s, u"22.md"_s); },
        {u"three"_s, u"two"_s, u"one"_s});
    row("in the place of another",
        [](auto *t) {
            return t->rename(u"2.md"_s, u"x"_s) && t->rename(u"3.md"_s, u"2.md"_s) && t->remove(u"x"_s);
        },
        {u"three"_s, u"one"_s});
    row("folder renamed", [](auto *t) { return t->rename(u"sub"_s, u"other"_s) && t->remove(u"3.md"_s); },
        {u"two"_s, u"one"_s});
    row("folder removed",
        [](auto *t) { return QDir(t->path(u"archive/sub"_s)).removeRecursively() && t->remove(u"3.md"_s); },
        {u"two"_s});
    row("folder moved in",
        [](auto *t) {
            QDir dir;
            return dir.mkpath(t->path(u"outside/deep"_s)) &&
                   QFile::copy(t->path(u"archive/2.md"_s), t->path(u"outside/deep/4.md"_s)) &&
                   dir.rename(t->path(u"outside"_s), t->path(u"archive/inside"_s));
        },
        {u"three"_s, u"two"_s, u"two"_s, u"one"_s});
}

void TestLibrary::watched()
{
    QFETCH(std::function<bool(TestLibrary *)>, work);
    QFETCH(QStringList, expected);
    QVERIFY(QDir().mkpath(path(u"archive/sub"_s)));
    QVERIFY(rename(u"1.md"_s, u"sub/1.md"_s));
    openWatched(1h);
    QVERIFY(work(this));
    QTRY_VERIFY(m_finished->size() > 0);
    QTRY_COMPARE(titles(), expected);
    QTRY_VERIFY(!m_library->isPassRunning());
    QCOMPARE(lastResult().articles, expected.size());
}

// In three steps, with other names, and quiet between them; the last article does not come back.
void TestLibrary::archiveWrittenAnewWhileOpen_keepsItsRows()
{
    for (int i = 4; i <= 20; ++i)
        write(u"%1.md"_s.arg(i), u"t%1"_s.arg(i), u"a"_s, i);
    openWatched(1h);
    QCOMPARE(count(), 20);
    const QPersistentModelIndex tenth = m_library->articles()->index(10);
    const ArticleRow before = row(10);
    QVERIFY(QDir(path(u"archive"_s)).removeRecursively());
    QTRY_VERIFY(m_finished->size() > 0);
    QVERIFY(!lastResult().error.isEmpty());
    QCOMPARE(count(), 20);
    for (const int end : {7, 14, 19}) {
        m_finished->clear();
        for (int i = 4; i <= end; ++i)
            write(u"again/x%1.md"_s.arg(i), u"t%1"_s.arg(i), u"a"_s, i);
        QTRY_VERIFY(m_finished->size() > 0 && lastResult().complete && !m_library->isPassRunning());
        QVERIFY(tenth.isValid());
    }
    write(u"again/one.md"_s, u"one"_s, u"a"_s, 1);
    write(u"again/two.md"_s, u"two"_s, u"a"_s, 2);
    write(u"again/three.md"_s, u"three"_s, u"b"_s, 3);
    m_finished->clear();
    m_library->refresh(); // the quiet itself is another test's business
    QTRY_VERIFY(m_finished->size() > 0 && !m_library->isPassRunning());
    QTRY_COMPARE(count(), 19);
    QVERIFY(!titles().contains(u"t20"_s));
    QVERIFY(tenth.isValid());
    QCOMPARE(row(tenth.row()).head.identity, before.head.identity);
}

void TestLibrary::largePartGone_goesWhenItIsQuiet()
{
    writeMany(30);
    openWatched(300ms);
    QVERIFY(QDir(path(u"archive/many"_s)).removeRecursively());
    QTRY_VERIFY(m_finished->size() > 0 && lastResult().missing == 30);
    QCOMPARE(count(), 33);
    QTRY_COMPARE(count(), 3);
    QCOMPARE(lastResult().missing, 0);
}

void TestLibrary::archiveThatVanishes_comesBackByItself()
{
    openWatched(1h);
    QVERIFY(QDir().rename(path(u"archive"_s), path(u"away"_s)));
    QTRY_VERIFY(m_finished->size() > 0 && !lastResult().error.isEmpty());
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    QFile file(path(u"away/2.md"_s));
    QVERIFY(file.remove());
    m_finished->clear();
    QVERIFY(QDir().rename(path(u"away"_s), path(u"archive"_s)));
    QTRY_VERIFY(m_finished->size() > 0 && lastResult().complete && lastResult().missing == 1);
    write(u"2.md"_s, u"two"_s, u"a"_s, 2);
    write(u"4.md"_s, u"four"_s, u"a"_s, 4);
    QTRY_COMPARE(titles(), QStringList({u"four"_s, u"three"_s, u"two"_s, u"one"_s}));
}

void TestLibrary::emptiedFolder_keepsItsListUntilAskedTwice()
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

void TestLibrary::limit_isToldAndCaughtUpWith()
{
    write(u"a/4.md"_s, u"four"_s, u"a"_s, 4);
    LibraryPaths scarce = paths();
    scarce.watch.mostFolders = 1;
    open(path(u"archive"_s), &scarce);
    const QSignalSpy limit(m_library.get(), &Library::watchLimitReached);
    waitForPass();
    QCOMPARE(limit.size(), FolderEvents::isAvailable() ? 1 : 0);
    write(u"5.md"_s, u"five"_s, u"a"_s, 5);
    m_library->catchUp();
    QTRY_COMPARE(titles().value(0), u"five"_s);
    QTRY_VERIFY(!m_library->isPassRunning());
    QCOMPARE(limit.size(), FolderEvents::isAvailable() ? 1 : 0);
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
