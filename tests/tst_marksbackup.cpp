#include "app/catalog/marksbackup.h"

#include "app/catalog/marks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr Identity one{1};
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
const QDate today = noon.date();

bool damage(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) &&
           file.write(QByteArray(4096, 'x')) == 4096;
}

bool markMany(const QString &file, int count, QString *error)
{
    Marks marks;
    QList<Identity> all;
    for (int number = 1; number <= count; ++number)
        all << Identity{static_cast<quint64>(number)};
    return marks.open(file, error) && marks.set(Marking::Read, all, noon, error);
}

}

class TestMarksBackup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = marksFile(m_folder->path());
    }
    void copy_hasWhatWasMarked();
    void sameDay_isCopiedOnce();
    void eighthDay_removesTheOldest();
    void marksInUse_areCopied();
    void damagedMarks_keepTheCopies();
    void unwritableFolder_fails();
    void soundMarks_data();
    void soundMarks();
    void clockSetBack_keepsTodaysCopy();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestMarksBackup::copy_hasWhatWasMarked()
{
    QString error;
    QVERIFY(markMany(m_file, 3, &error));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Done);
    QCOMPARE(marksBackups(m_file), QStringList(m_folder->filePath(u"backups/marks-2021-11-23.sqlite"_s)));
    QCOMPARE(marksBackupDay(marksBackups(m_file).first()), today);
    Marks copy;
    QVERIFY(copy.open(marksBackups(m_file).first(), &error));
    QCOMPARE(copy.mark(Identity{3}, &error)->read, true);
}

void TestMarksBackup::sameDay_isCopiedOnce()
{
    QString error;
    QVERIFY(markMany(m_file, 1, &error));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Done);
    const QDateTime before = QFileInfo(marksBackups(m_file).first()).lastModified();
    QVERIFY(markMany(m_file, 2, &error));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Done);
    QCOMPARE(QFileInfo(marksBackups(m_file).first()).lastModified(), before);
}

void TestMarksBackup::eighthDay_removesTheOldest()
{
    QString error;
    QVERIFY(markMany(m_file, 1, &error));
    for (int day = 0; day < marksBackupsKept + 2; ++day)
        QCOMPARE(backUpMarks(m_file, today.addDays(day), &error), BackupOutcome::Done);
    const QStringList kept = marksBackups(m_file);
    QCOMPARE(kept.size(), marksBackupsKept);
    QCOMPARE(marksBackupDay(kept.first()), today.addDays(marksBackupsKept + 1));
    QCOMPARE(marksBackupDay(kept.last()), today.addDays(2));
}

void TestMarksBackup::marksInUse_areCopied()
{
    QString error;
    Marks marks;
    QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, {one}, noon, &error));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Done);
    QVERIFY(marks.set(Marking::Unread, {one}, noon, &error));
    Marks copy;
    QVERIFY(copy.open(marksBackups(m_file).first(), &error));
    QCOMPARE(copy.mark(one, &error)->read, true);
}

void TestMarksBackup::damagedMarks_keepTheCopies()
{
    QString error;
    QVERIFY(markMany(m_file, 20'000, &error));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Done);
    QVERIFY(damage(m_file));
    QCOMPARE(backUpMarks(m_file, today.addDays(1), &error), BackupOutcome::Damaged);
    QVERIFY(!error.isEmpty());
    QCOMPARE(marksBackups(m_file).size(), 1);
    QVERIFY2(areSoundMarks(marksBackups(m_file).first(), &error), qPrintable(error));
}

void TestMarksBackup::unwritableFolder_fails()
{
    QString error;
    QVERIFY(markMany(m_file, 1, &error));
    QFile inTheWay(m_folder->filePath(u"backups"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QCOMPARE(backUpMarks(m_file, today, &error), BackupOutcome::Failed);
    QVERIFY(!error.isEmpty());
}

void TestMarksBackup::soundMarks_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("sound");
    for (const char *how : {"whole", "earlier"})
        QTest::newRow(how) << QString::fromLatin1(how) << true;
    for (const char *how : {"damaged", "cut", "emptied", "newer", "no database", "missing"})
        QTest::newRow(how) << QString::fromLatin1(how) << false;
}

void TestMarksBackup::soundMarks()
{
    QFETCH(QString, how);
    QFETCH(bool, sound);
    QString error;
    QVERIFY(markMany(m_file, 20'000, &error));
    QFile file(m_file);
    if (how == u"damaged"_s)
        QVERIFY(damage(m_file));
    else if (how == u"cut"_s)
        QVERIFY(file.resize(file.size() / 2));
    else if (how == u"emptied"_s)
        QVERIFY(file.resize(0));
    else if (how == u"missing"_s)
        QVERIFY(file.remove());
    else if (how == u"no database"_s)
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    else if (how != u"whole"_s) {
        Database database;
        QVERIFY(database.open(m_file, DatabaseUse::Precious, &error));
        QVERIFY(database.setSchemaNumber(marksSchemaNumber + (how == u"newer"_s ? 1 : -1), &error));
    }
    file.close();
    QCOMPARE(areSoundMarks(m_file, &error), sound);
}

void TestMarksBackup::clockSetBack_keepsTodaysCopy()
{
    QString error;
    QVERIFY(markMany(m_file, 1, &error));
    for (int day = 0; day < marksBackupsKept; ++day)
        QCOMPARE(backUpMarks(m_file, today.addDays(day), &error), BackupOutcome::Done);
    QCOMPARE(backUpMarks(m_file, QDate(1970, 1, 1), &error), BackupOutcome::Done);
    QCOMPARE(marksBackupDay(marksBackups(m_file).last()), QDate(1970, 1, 1));
}

QTEST_GUILESS_MAIN(TestMarksBackup)
#include "tst_marksbackup.moc"
