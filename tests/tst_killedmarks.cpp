#include "app/catalog/marks.h"
#include "app/catalog/marksbackup.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// A program that marks as fast as it can, killed at moments that nobody chose: nothing may be lost that it
// has answered for. LECTERN_KILLS says how often, tests/killed.sh does it two hundred times.

namespace
{

constexpr int usualKills = 12;
constexpr int longestLife = 150; // milliseconds
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

// What the killed process does: one mark, and the number of it as soon as it is on disk; a horizon, a backup
// and an undoing now and then.
int markOn(const QString &file, quint64 number)
{
    QString error;
    Marks marks;
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered) || !marks.open(file, &error))
        return 1;
    for (;; ++number) {
        if (number % 16 == 0 &&
            !(marks.addHorizon({u"/a"_s, {}}, {}, noon, &error) && marks.undo(noon, &error)))
            return 1;
        if (number % 64 == 0)
            backUpMarks(file, noon.date().addDays(static_cast<int>(number / 64 % 10'000)), &error);
        if (!marks.set(Marking::Read, {Identity{number}}, noon, &error))
            return 1;
        out.write(QByteArray::number(number) + '\n');
        out.flush();
    }
}

}

class TestKilledMarks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAnswered_isLost();
};

void TestKilledMarks::nothingAnswered_isLost()
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_KILLS");
    const int kills = wanted > 0 ? wanted : usualKills;
    QTemporaryDir folder;
    const QString file = marksFile(folder.path());
    quint64 answered = 0;
    for (int killed = 0; killed < kills; ++killed) {
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--mark"_s, file, QString::number(answered + 1)});
        QVERIFY(!process.waitForFinished(5 + QRandomGenerator::global()->bounded(longestLife)));
        process.kill();
        process.waitForFinished();
        const QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
        if (lines.size() > 1)
            answered = lines[lines.size() - 2].toULongLong(); // what follows the last newline was cut off
        QString error;
        Marks marks;
        QVERIFY2(marks.open(file, &error), qPrintable(error));
        QVERIFY(!marks.repair());
        for (quint64 number = 1; number <= answered; ++number)
            QVERIFY2(marks.mark(Identity{number}, &error)->read, qPrintable(QString::number(number)));
    }
    QString error;
    QVERIFY2(areSoundMarks(file, &error), qPrintable(error));
    for (const QString &backup : marksBackups(file))
        QVERIFY2(areSoundMarks(backup, &error), qPrintable(backup + error));
    QVERIFY(answered > 0);
    qInfo("%d kills, %llu marks answered for, none lost", kills, static_cast<unsigned long long>(answered));
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--mark")
        return markOn(arguments.value(2), arguments.value(3).toULongLong());
    TestKilledMarks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killedmarks.moc"
