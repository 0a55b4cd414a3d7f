#include "app/catalog/marksrepair.h"

#include "app/catalog/marks.h"
#include "app/catalog/marksbackup.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);
constexpr int many = 20'000;

QList<Identity> identities(int from, int to)
{
    QList<Identity> all;
    for (int number = from; number < to; ++number)
        all << Identity{static_cast<quint64>(number)};
    return all;
}

bool overwrite(const QString &name, double part)
{
    QFile file(name);
    const auto place = static_cast<qint64>(static_cast<double>(file.size()) * part);
    return file.open(QIODevice::ReadWrite) && file.seek(place / 4096 * 4096) &&
           file.write(QByteArray(4096, 'x')) == 4096;
}

int readOnes(Marks &marks)
{
    QString error;
    int count = 0;
    for (const Identity identity : identities(1, many))
        count += marks.mark(identity, &error).value_or(Mark()).read ? 1 : 0;
    return count;
}

}

class TestMarksRepair final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = marksFile(m_folder->path());
    }
    void soundFile_isLeftAlone();
    void newestSoundBackup_isTaken();
    void damagedPage_losesLittle_data();
    void damagedPage_losesLittle();
    void salvagedMarks_areLaterThanTheBackup();
    void damagedFile_isNeverThrownAway();
    void leftOverLog_isNotPlayedIntoTheBackup();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void TestMarksRepair::soundFile_isLeftAlone()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error) && marks.set(Marking::Read, identities(1, 9), noon, &error));
    }
    const std::optional<MarksRepair> repair = repairMarks(m_file, &error);
    QVERIFY2(repair, qPrintable(error));
    QVERIFY(repair->setAside.isEmpty());
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QCOMPARE(readOnes(marks), 8);
}

void TestMarksRepair::newestSoundBackup_isTaken()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        for (int day = 0; day < 3; ++day) {
            QVERIFY(marks.set(Marking::Read, identities(1, 2000 * (day + 1)), noon, &error));
            QCOMPARE(backUpMarks(m_file, noon.date().addDays(day), &error), BackupOutcome::Done);
        }
    }
    QVERIFY(overwrite(marksBackups(m_file).first(), 0.5));
    QVERIFY(overwrite(m_file, 0)); // its first page: nothing of it can be read
    Marks marks;
    QVERIFY2(marks.open(m_file, &error), qPrintable(error));
    QCOMPARE(marks.repair()->backup, noon.date().addDays(1));
    QCOMPARE(readOnes(marks), 3999);
}

void TestMarksRepair::damagedPage_losesLittle_data()
{
    QTest::addColumn<double>("place");
    for (const double place : {0.1, 0.25, 0.5, 0.75, 0.9})
        QTest::newRow(qPrintable(QString::number(place))) << place;
}

// What was marked after the backup is read out of the damaged file.
void TestMarksRepair::damagedPage_losesLittle()
{
    QFETCH(double, place);
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        QVERIFY(marks.set(Marking::Read, identities(1, many / 2), noon, &error));
        QCOMPARE(backUpMarks(m_file, noon.date(), &error), BackupOutcome::Done);
        QVERIFY(marks.set(Marking::Read, identities(1, many), noon, &error));
    }
    QVERIFY(overwrite(m_file, place));
    const std::optional<MarksRepair> repair = repairMarks(m_file, &error);
    QVERIFY2(repair, qPrintable(error));
    QCOMPARE(repair->backup, noon.date());
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QVERIFY2(readOnes(marks) > many - 1000, qPrintable(QString::number(readOnes(marks))));
}

void TestMarksRepair::salvagedMarks_areLaterThanTheBackup()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        QVERIFY(marks.set(Marking::Read, identities(1, many), noon, &error));
        QCOMPARE(backUpMarks(m_file, noon.date(), &error), BackupOutcome::Done);
        QVERIFY(marks.set(Marking::Unread, identities(1, 5), noon, &error));
        QVERIFY(marks.set(Marking::Starred, identities(5, 6), noon, &error));
    }
    QVERIFY(overwrite(m_file, 0.9));
    QVERIFY(repairMarks(m_file, &error));
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QCOMPARE(marks.mark(Identity{4}, &error)->read, false);
    QCOMPARE(marks.mark(Identity{5}, &error)->starred, true);
}

void TestMarksRepair::damagedFile_isNeverThrownAway()
{
    QString error;
    for (int time = 1; time <= 3; ++time) {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'a' + char(time))) > 0);
        file.close();
        const std::optional<MarksRepair> repair = repairMarks(m_file, &error);
        QVERIFY2(repair, qPrintable(error));
        QCOMPARE(repair->setAside, m_file + u".damaged-%1"_s.arg(time));
        QCOMPARE(QFile(repair->setAside).size(), 8192);
    }
}

void TestMarksRepair::leftOverLog_isNotPlayedIntoTheBackup()
{
    QString error;
    {
        Marks marks;
        QVERIFY(marks.open(m_file, &error));
        QVERIFY(marks.set(Marking::Read, identities(1, 9), noon, &error));
        QCOMPARE(backUpMarks(m_file, noon.date(), &error), BackupOutcome::Done);
        QVERIFY(marks.set(Marking::Unread, identities(1, 9), noon, &error));
        QVERIFY(QFile::copy(m_file + u"-wal"_s, m_file + u"-kept"_s));
    }
    QVERIFY(QFile::remove(m_file));
    QVERIFY(QFile::rename(m_file + u"-kept"_s, m_file + u"-wal"_s));
    QVERIFY2(repairMarks(m_file, &error), qPrintable(error));
    Marks marks;
    QVERIFY(marks.open(m_file, &error));
    QCOMPARE(readOnes(marks), 8);
}

QTEST_GUILESS_MAIN(TestMarksRepair)
#include "tst_marksrepair.moc"
