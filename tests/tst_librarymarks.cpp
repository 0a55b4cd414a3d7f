#include "app/catalog/marks.h"
#include "app/catalog/marksbackup.h"
#include "app/catalog/marksshare.h"
#include "app/library/bulkmarking.h"
#include "app/library/library.h"
#include "tests/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QDateTime fixedNow()
{
    return {QDate(2021, 11, 23), QTime(12, 0), Qt::UTC};
}

}

// Everything of the library that marks articles: app/library/librarymarks.cpp.
class TestLibraryMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_library.reset(); }
    void selection_isMarkedAtOnce();
    void counts_areRightWhateverCrosses();
    void below_isReadEverywhere();
    void undo_worksAfterRestart();
    void nothingToUndo_isSaid();
    void revert_takesBackOneEntry();
    void horizon_isOfOneArchive();
    void horizon_survivesANewCatalogue();
    void horizon_followsTheArchiveElsewhere();
    void lostMarks_areRestoredAndSaid();
    void newerMarks_areLeftAloneAndSaid();
    void otherProgramsMarks_showWhenTheReaderReturns();
    void sharedFolder_bringsWhatOthersMarked();
    void sharedFolder_hasTheLastMarkWhenTheProgramEnds();
    void missingSharedFolder_isTold();

private:
    void open(const QString &folder = u"archive"_s);
    void write(const QString &name, const QString &category, int day) const;
    int unread(const QStringList &category = {}) const
    {
        auto *model = m_library->categories();
        return model->indexOf(category).data(CategoryModel::UnreadRole).toInt();
    }
    QString read() const;
    ArticleId id(const QString &title) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
};

void TestLibraryMarks::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (int number = 1; number <= 4; ++number)
        write(u"archive/%1"_s.arg(number), u"a"_s, number);
    write(u"archive/5"_s, u"b"_s, 5);
    write(u"other/6"_s, u"a"_s, 1);
    open();
}

void TestLibraryMarks::write(const QString &name, const QString &category, int day) const
{
    const QFileInfo info(m_folder->filePath(name + u".md"_s));
    QVERIFY(QDir().mkpath(info.path()));
    QFile file(info.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"---\ntitle: %1\ncategories: [%2]\ndate: 2021-11-0%3 12:00:00\n---\ntext\n"_s
                   .arg(info.completeBaseName(), category)
                   .arg(day)
                   .toUtf8());
}

void TestLibraryMarks::open(const QString &folder)
{
    m_library.reset();
    LibraryPaths paths;
    paths.data = m_folder->filePath(u"data"_s);
    paths.cache = m_folder->filePath(u"cache"_s);
    paths.zone = QTimeZone::utc();
    paths.now = &fixedNow;
    m_library = std::make_unique<Library>(paths);
    QSignalSpy finished(m_library.get(), &Library::passFinished);
    m_library->openArchive(m_folder->filePath(folder));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
}

// The titles of what is read, in the order of the list.
QString TestLibraryMarks::read() const
{
    QString titles;
    for (int row = 0; row < m_library->articles()->rowCount(); ++row) {
        const std::optional<ArticleRow> article = m_library->articles()->article(row);
        if (!article)
            return u"not loaded"_s;
        if (article->read)
            titles += article->head.title;
    }
    return titles;
}

ArticleId TestLibraryMarks::id(const QString &title) const
{
    for (int row = 0; row < m_library->articles()->rowCount(); ++row) {
        const std::optional<ArticleRow> article = m_library->articles()->article(row);
        if (article && article->head.title == title)
            return article->id;
    }
    return 0;
}

void TestLibraryMarks::selection_isMarkedAtOnce()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    m_library->mark(Marking::Read, {id(u"1"_s), id(u"5"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"51"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 3, patience);
    QCOMPARE(unread({u"b"_s}), 0);
    m_library->mark(Marking::Unread, {id(u"5"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"1"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread({u"b"_s}), 1, patience);
}

// What marks many asks for a count; the count and the answer to a single mark come by two threads. How they
// cross is up to chance: hence many rounds.
void TestLibraryMarks::counts_areRightWhateverCrosses()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_library->articles()->article(0), patience);
    const std::optional<ArticleRow> article = m_library->articles()->article(0);
    QSignalSpy answered(m_library.get(), &Library::positionKnown);
    for (int round = 1; round <= 500; ++round) {
        const bool read = round % 2 == 1;
        m_library->mark(read ? Marking::Starred : Marking::Unstarred, {article->id});
        m_library->setRead(*article, read);
        m_library->requestPosition(article->head.identity); // answered after the mark, by the same thread
        QVERIFY(answered.wait(patience));
        QTRY_COMPARE_WITH_TIMEOUT(unread(), read ? 4 : 5, patience);
    }
}

void TestLibraryMarks::below_isReadEverywhere()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    m_library->markPart(ListPart::Below, id(u"3"_s));
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"321"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread({u"a"_s}), 1, patience);
    m_library->setRead(*m_library->articles()->article(m_library->articles()->rowOf(id(u"2"_s))), false);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 3, patience);
    QCOMPARE(read(), u"31"_s);
}

void TestLibraryMarks::undo_worksAfterRestart()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    m_library->markPart(ListPart::Whole, 0);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    open();
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    const QSignalSpy turned(m_library.get(), &Library::markingTurned);
    m_library->undoMarking();
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 5, patience);
    QCOMPARE(turned.size(), 1);
    QVERIFY(turned[0][0].value<JournalEntry>().isUndone);
    m_library->redoMarking();
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
}

void TestLibraryMarks::nothingToUndo_isSaid()
{
    QSignalSpy nothing(m_library.get(), &Library::nothingToTurn);
    m_library->undoMarking();
    QTRY_COMPARE_WITH_TIMEOUT(nothing.size(), 1, patience);
    m_library->redoMarking();
    QTRY_COMPARE_WITH_TIMEOUT(nothing.size(), 2, patience);
}

void TestLibraryMarks::revert_takesBackOneEntry()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    m_library->mark(Marking::Read, {id(u"1"_s)});
    m_library->mark(Marking::Read, {id(u"2"_s)});
    QSignalSpy known(m_library.get(), &Library::journalKnown);
    m_library->requestJournal(10);
    QTRY_COMPARE_WITH_TIMEOUT(known.size(), 1, patience);
    const auto entries = known[0][0].value<QList<JournalEntry>>();
    QCOMPARE(entries.size(), 2);
    m_library->revertMarking(entries.last().id);
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"2"_s, patience);
}

void TestLibraryMarks::horizon_isOfOneArchive()
{
    m_library->markPart(ListPart::Whole, 0);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    open(u"other"_s);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 1, patience);
}

void TestLibraryMarks::horizon_survivesANewCatalogue()
{
    m_library->markPart(ListPart::Whole, 0);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    m_library.reset();
    QVERIFY(QDir(m_folder->filePath(u"cache"_s)).removeRecursively());
    open();
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"54321"_s, patience);
}

void TestLibraryMarks::lostMarks_areRestoredAndSaid()
{
    QString error;
    m_library->markPart(ListPart::Whole, 0);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    m_library.reset();
    const QString file = marksFile(m_folder->filePath(u"data"_s));
    QCOMPARE(backUpMarks(file, fixedNow().date(), &error), BackupOutcome::Done);
    QFile damaged(file);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(8192, 'x')) > 0);
    damaged.close();

    LibraryPaths paths;
    paths.data = m_folder->filePath(u"data"_s);
    paths.cache = m_folder->filePath(u"cache"_s);
    m_library = std::make_unique<Library>(paths);
    const QSignalSpy repaired(m_library.get(), &Library::marksRepaired);
    m_library->openArchive(m_folder->filePath(u"archive"_s));
    QTRY_COMPARE_WITH_TIMEOUT(repaired.size(), 1, patience);
    QCOMPARE(repaired[0][0].value<MarksRepair>().backup, fixedNow().date());
    QTRY_COMPARE_WITH_TIMEOUT(m_library->articles()->rowCount(), 5, patience);
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"54321"_s, patience);
}

void TestLibraryMarks::newerMarks_areLeftAloneAndSaid()
{
    QString error;
    m_library.reset();
    {
        Database database;
        QVERIFY(database.open(marksFile(m_folder->filePath(u"data"_s)), DatabaseUse::Precious, &error));
        QVERIFY(database.setSchemaNumber(marksSchemaNumber + 1, &error));
    }
    LibraryPaths paths;
    paths.data = m_folder->filePath(u"data"_s);
    paths.cache = m_folder->filePath(u"cache"_s);
    m_library = std::make_unique<Library>(paths);
    const QSignalSpy newer(m_library.get(), &Library::marksAreNewer);
    const QSignalSpy unusable(m_library.get(), &Library::marksUnusable);
    m_library->openArchive(m_folder->filePath(u"archive"_s));
    QTRY_COMPARE_WITH_TIMEOUT(newer.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_library->articles()->rowCount(), 5, patience);
    QCOMPARE(unusable.size(), 0);
}

void TestLibraryMarks::otherProgramsMarks_showWhenTheReaderReturns()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    Marks other;
    QString error;
    QVERIFY(other.open(marksFile(m_folder->filePath(u"data"_s)), &error));
    const Identity third = m_library->articles()->article(2)->head.identity;
    QVERIFY(other.set(Marking::Read, {third}, fixedNow(), &error));
    m_library->catchUp();
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"3"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 4, patience);
}

void TestLibraryMarks::sharedFolder_bringsWhatOthersMarked()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    QTemporaryDir home;
    Marks other;
    Database database;
    QString error;
    QVERIFY(other.open(marksFile(home.path()), &error) &&
            database.open(other.databaseName(), DatabaseUse::Precious, &error));
    QVERIFY(other.set(Marking::Read, {m_library->articles()->article(0)->head.identity}, fixedNow(), &error));
    QVERIFY(MarksShare(m_folder->path(), u"other"_s).exchange(database, &error));
    int devices = -1;
    connect(m_library.get(), &Library::marksShared, this,
            [&devices](const SharedMarks &shared) { devices = shared.devices; });
    m_library->shareMarks(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(read(), u"5"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 4, patience);
    QCOMPARE(devices, 1);
    disconnect(m_library.get(), nullptr, this, nullptr);
}

void TestLibraryMarks::sharedFolder_hasTheLastMarkWhenTheProgramEnds()
{
    QTRY_COMPARE_WITH_TIMEOUT(read(), QString(), patience);
    const Identity first = m_library->articles()->article(0)->head.identity;
    const QSignalSpy shared(m_library.get(), &Library::marksShared);
    m_library->shareMarks(m_folder->path());
    QTRY_COMPARE_WITH_TIMEOUT(shared.size(), 1, patience);
    m_library->setStarred(*m_library->articles()->article(0), true);
    m_library.reset();
    QTemporaryDir home;
    Marks other;
    Database database;
    QString error;
    QVERIFY(other.open(marksFile(home.path()), &error) &&
            database.open(other.databaseName(), DatabaseUse::Precious, &error));
    QVERIFY(MarksShare(m_folder->path(), u"other"_s).exchange(database, &error));
    QVERIFY(other.mark(first, &error).value_or(Mark()).starred);
}

void TestLibraryMarks::missingSharedFolder_isTold()
{
    const QSignalSpy failed(m_library.get(), &Library::marksShareFailed);
    m_library->shareMarks(m_folder->filePath(u"away"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(u"away"_s)));
}

// The same archive in another place, on this machine or on another that shares the marks. Where the first one
// is still there, the second is another archive.
void TestLibraryMarks::horizon_followsTheArchiveElsewhere()
{
    m_library->markPart(ListPart::Whole, 0);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"elsewhere/archive"_s)));
    for (int number = 1; number <= 4; ++number)
        write(u"elsewhere/archive/%1"_s.arg(number), u"a"_s, number);
    open(u"elsewhere/archive"_s);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 4, patience);
    m_library.reset();
    QVERIFY(QDir().rename(m_folder->filePath(u"archive"_s), m_folder->filePath(u"gone"_s)));
    open(u"elsewhere/archive"_s);
    QTRY_COMPARE_WITH_TIMEOUT(unread(), 0, patience);
}

QTEST_GUILESS_MAIN(TestLibraryMarks)
#include "tst_librarymarks.moc"
