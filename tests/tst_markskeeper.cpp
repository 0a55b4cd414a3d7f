#include "app/library/markskeeper.h"

#include "app/catalog/marks.h"
#include "app/catalog/marksbackup.h"

#include <QFile>
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

}

class TestMarksKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_areCopied();
    void damage_isTold();
    void missingFile_isToldAndNotMade();
};

void TestMarksKeeper::marks_areCopied()
{
    QString error;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    Marks marks;
    QVERIFY(marks.open(file, &error));
    MarksKeeper keeper(&fixedNow);
    const QSignalSpy looked(&keeper, &MarksKeeper::looked);
    keeper.keep(file);
    keeper.look();
    QCOMPARE(looked.size(), 1);
    QCOMPARE(marksBackups(file).size(), 1);
    QCOMPARE(marksBackupDay(marksBackups(file).first()), noon.date());
}

void TestMarksKeeper::damage_isTold()
{
    QTemporaryDir folder;
    QFile file(marksFile(folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(8192, 'x')) > 0);
    file.close();
    MarksKeeper keeper(&fixedNow);
    const QSignalSpy damaged(&keeper, &MarksKeeper::damageFound);
    keeper.keep(file.fileName());
    keeper.look();
    QCOMPARE(damaged.size(), 1);
    QVERIFY(!damaged[0][0].toString().isEmpty());
}

void TestMarksKeeper::missingFile_isToldAndNotMade()
{
    QTemporaryDir folder;
    MarksKeeper keeper(&fixedNow);
    const QSignalSpy failed(&keeper, &MarksKeeper::backupFailed);
    keeper.keep(marksFile(folder.path()));
    keeper.look();
    QCOMPARE(failed.size(), 1);
    QVERIFY(!QFile::exists(marksFile(folder.path())));
}

QTEST_GUILESS_MAIN(TestMarksKeeper)
#include "tst_markskeeper.moc"
