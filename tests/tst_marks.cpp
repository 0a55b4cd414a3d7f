#include "app/catalog/marks.h"

#include "app/catalog/marksbackup.h"
#include "tests/notroot.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#if defined(Q_OS_UNIX)
#include "tests/filelimit.h"

#include <optional>
#endif

using namespace Qt::StringLiterals;

namespace
{

constexpr Identity one{0xfedcba9876543210};
constexpr Identity two{2};
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &name, const QByteArray &content)
{
    QFile file(name);
    return QDir().mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(content) == content.size();
}

}

class TestMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u"/marks.sqlite"_s);
    }
    void unknownArticle_hasEmptyMark();
    void marks_surviveReopening();
    void unread_keepsStarAndPosition();
    void position_isBounded();
    void newerSchema_isNotTouched();
    void damagedFile_isSetAside();
    void damagedFile_isRestoredFromBackup();
    void lostFile_isRestoredFromBackup_data();
    void lostFile_isRestoredFromBackup();
    void clockSetBack_laterMarkingWins();
    void visit_isNoMarking();
    void twoPrograms_bothMark();
    void readOnlyFolder_showsMarks();
    void fileInPlaceOfFolder_marksInMemory();
    void databaseName_isReadableByOthers();
    void fullDisk_isToldAndLosesNothing();

private:
    QTemporaryDir m_folder;
    QString m_file;
};

void TestMarks::unknownArticle_hasEmptyMark()
{
    QString error;
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QCOMPARE(marks.mark(one, &error), Mark());
}

void TestMarks::marks_surviveReopening()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        QVERIFY(marks.set(Marking::Read, {one}, noon, &error));
        QVERIFY(marks.set(Marking::Starred, {one}, noon, &error));
        QVERIFY(marks.setPosition(one, 0.5, noon, &error));
    }
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QCOMPARE(marks.mark(one, &error), (Mark{true, true, 0.5, noon}));
    QCOMPARE(marks.mark(two, &error), Mark());
}

void TestMarks::unread_keepsStarAndPosition()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.set(Marking::Read, {one}, noon, &error) &&
            marks.set(Marking::Starred, {one}, noon, &error));
    QVERIFY(marks.setPosition(one, 0.25, noon, &error) &&
            marks.set(Marking::Unread, {one}, noon.addDays(1), &error));
    QCOMPARE(marks.mark(one, &error), (Mark{false, true, 0.25, noon}));
}

void TestMarks::position_isBounded()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.setPosition(one, 7, noon, &error));
    QCOMPARE(marks.mark(one, &error)->position, 1.0);
    QVERIFY(marks.setPosition(one, -7, noon, &error));
    QCOMPARE(marks.mark(one, &error)->position, 0.0);
}

void TestMarks::newerSchema_isNotTouched()
{
    QString error;
    {
        Marks marks;
        Database database;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
        QVERIFY(database.open(m_file, DatabaseUse::Precious, &error));
        QVERIFY(database.setSchemaNumber(marksSchemaNumber + 1, &error));
    }
    const QByteArray before = contents(m_file);
    Marks marks;
    QVERIFY(!marks.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QCOMPARE(marks.mark(one, &error), Mark());
    QVERIFY(marks.set(Marking::Read, {two}, noon, &error));
    QCOMPARE(marks.mark(two, &error)->read, true);
    QCOMPARE(contents(m_file), before);
}

void TestMarks::damagedFile_isSetAside()
{
    QString error;
    const QByteArray garbage(8192, 'x');
    QVERIFY(write(m_file, garbage));
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QVERIFY(marks.repair());
    QCOMPARE(contents(marks.repair()->setAside), garbage);
    QVERIFY(!marks.repair()->backup.isValid());
    QVERIFY(marks.set(Marking::Read, {one}, noon, &error));
    QCOMPARE(marks.mark(one, &error)->read, true);
}

void TestMarks::damagedFile_isRestoredFromBackup()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    }
    QCOMPARE(backUpMarks(m_file, noon.date(), &error), BackupOutcome::Done);
    QVERIFY(write(m_file, QByteArray(8192, 'x')));
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QCOMPARE(marks.repair()->backup, noon.date());
    QCOMPARE(marks.mark(one, &error)->read, true);
}

void TestMarks::lostFile_isRestoredFromBackup_data()
{
    QTest::addColumn<bool>("isEmptied");
    QTest::newRow("removed") << false;
    QTest::newRow("emptied") << true;
}

void TestMarks::lostFile_isRestoredFromBackup()
{
    QFETCH(bool, isEmptied);
    QString error;
    m_file = m_folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u"/marks.sqlite"_s);
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Starred, {two}, noon, &error));
    }
    QCOMPARE(backUpMarks(m_file, noon.date(), &error), BackupOutcome::Done);
    QVERIFY(removeDatabase(m_file, &error));
    if (isEmptied)
        QVERIFY(write(m_file, {}));
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QVERIFY(marks.repair());
    QCOMPARE(marks.mark(two, &error)->starred, true);
}

// A clock that was set back must not make what is marked now older than what was marked before.
void TestMarks::clockSetBack_laterMarkingWins()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY(marks.addHorizon({u"/archive"_s, {}}, {}, noon, &error));
    QVERIFY(marks.set(Marking::Unread, {one}, noon.addYears(-20), &error));
    Database database;
    QVERIFY(database.open(m_file, DatabaseUse::Reading, &error));
    Statement since(database, u"SELECT since FROM horizons"_s);
    QVERIFY(marks.opinion(one, &error)->since > firstNumber(since, &error).value());
}

void TestMarks::visit_isNoMarking()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    QVERIFY(marks.visit(one, noon.addDays(1), &error));
    QCOMPARE(marks.mark(one, &error), (Mark{true, false, 0, noon.addDays(1)}));
    QCOMPARE(marks.journal(9, &error).size(), 1);
    QVERIFY(marks.undo(noon.addDays(2), &error));
    QCOMPARE(marks.mark(one, &error)->read, false);
}

// Every user of the same computer may have several windows of several programs open.
void TestMarks::twoPrograms_bothMark()
{
    QString error;
    Marks first;
    Marks second;
    QVERIFY(first.open(m_file, &error) && second.open(m_file, &error));
    for (quint64 number = 1; number <= 40; ++number) {
        Marks &marks = number % 2 == 0 ? first : second;
        QVERIFY(marks.set(Marking::Read, {Identity{number}}, noon, &error));
    }
    for (quint64 number = 1; number <= 40; ++number)
        QCOMPARE(first.mark(Identity{number}, &error)->read, true);
}

void TestMarks::readOnlyFolder_showsMarks()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    }
    const QString folder = QFileInfo(m_file).path();
    constexpr auto entered = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup |
                             QFile::ReadOther | QFile::ExeOther;
    QFile::setPermissions(m_folder.path(), entered | QFile::WriteOwner);
    QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    QFile::setPermissions(folder, entered);
    Marks marks;
    {
        const NotRoot user;
        QVERIFY(!marks.open(m_file, &error));
    }
    QFile::setPermissions(folder, entered | QFile::WriteOwner);
    QVERIFY(!error.isEmpty());
    QCOMPARE(marks.mark(one, &error)->read, true);
    QVERIFY(marks.set(Marking::Read, {two}, noon, &error));
    QCOMPARE(marks.mark(two, &error)->read, true);
}

void TestMarks::fileInPlaceOfFolder_marksInMemory()
{
    QString error;
    QVERIFY(QFile(QFileInfo(m_file).path()).open(QIODevice::WriteOnly));
    Marks marks;
    QVERIFY(!marks.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(marks.set(Marking::Starred, {one}, noon, &error));
    QCOMPARE(marks.mark(one, &error)->starred, true);
}

void TestMarks::databaseName_isReadableByOthers()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    Database database;
    QVERIFY(database.open(u":memory:"_s, DatabaseUse::Reading, &error));
    QVERIFY(database.attach(marks.databaseName(), u"marks"_s, &error));
    Statement select(database, u"SELECT read_at FROM marks.marks WHERE read"_s);
    QCOMPARE(firstNumber(select, &error), noon.toMSecsSinceEpoch());
}

// No file may grow any more, as on a disk that is full.
void TestMarks::fullDisk_isToldAndLosesNothing()
{
#if defined(Q_OS_UNIX)
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    std::optional<FileLimit> limit(64 * 1024);
    QVERIFY(limit->isSet());
    quint64 kept = 0;
    while (kept < 100'000 && marks.set(Marking::Starred, {Identity{kept + 1}}, noon, &error))
        ++kept;
    limit.reset();
    QVERIFY(kept > 0 && kept < 100'000);
    QVERIFY(!error.isEmpty());
    error.clear();
    QVERIFY2(marks.set(Marking::Starred, {Identity{kept + 2}}, noon, &error),
             qPrintable(error)); // room again
    marks.close();
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QVERIFY(!marks.repair());
    for (quint64 identity = 1; identity <= kept; ++identity)
        QVERIFY(marks.mark(Identity{identity}, &error).value_or(Mark()).starred);
    QVERIFY(marks.mark(Identity{kept + 2}, &error).value_or(Mark()).starred);
#else
    QSKIP("Only Unix limits how large a file may grow.");
#endif
}

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
