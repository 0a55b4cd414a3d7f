#include "ui/marksexchanger.h"

#include "app/catalog/marks.h"
#include "ui/commandline.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
const QDateTime noon(QDate(2021, 11, 23), QTime(12, 0), Qt::UTC);

CommandLine command(CommandLine::Task task, const QString &file, const QString &dataFolder)
{
    CommandLine made;
    made.task = task;
    made.marksFile = file;
    made.dataFolder = dataFolder;
    return made;
}
}

class TestMarksExchanger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks_goFromOneFolderToAnother();
    void commands_areUnderstood();
    void missingFile_fails();
    void otherFile_fails();
    void help_tellsTheFormat();
};

void TestMarksExchanger::marks_goFromOneFolderToAnother()
{
    using Task = CommandLine::Task;
    QString error;
    QTemporaryDir from;
    QTemporaryDir to;
    const QString file = from.filePath(u"marks.jsonl"_s);
    {
        Marks marks;
        QVERIFY(marks.open(marksFile(from.path()), &error));
        QVERIFY(marks.set(Marking::Starred, {Identity{7}}, noon, &error));
    }
    QCOMPARE(exchangeMarks(command(Task::ExportMarks, file, from.path())), 0);
    QCOMPARE(exchangeMarks(command(Task::ImportMarks, file, to.path())), 0);
    Marks marks;
    QVERIFY(marks.open(marksFile(to.path()), &error));
    QCOMPARE(marks.mark(Identity{7}, &error)->starred, true);
}

void TestMarksExchanger::commands_areUnderstood()
{
    const char *const out[] = {"lectern", "--export-marks", "a.jsonl"};
    QVERIFY(parseCommandLine(3, out).task == CommandLine::Task::ExportMarks);
    QCOMPARE(parseCommandLine(3, out).marksFile, u"a.jsonl"_s);
    const char *const in[] = {"lectern", "--import-marks", "b.jsonl"};
    QVERIFY(parseCommandLine(3, in).task == CommandLine::Task::ImportMarks);
    QCOMPARE(parseCommandLine(3, in).marksFile, u"b.jsonl"_s);
    QVERIFY(parseCommandLine(3, in).isForTerminal());
}

void TestMarksExchanger::missingFile_fails()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"missing"_s);
    QCOMPARE(exchangeMarks(command(CommandLine::Task::ImportMarks, file, folder.path())), 1);
    const QString nowhere = folder.filePath(u"no/such/folder"_s);
    QCOMPARE(exchangeMarks(command(CommandLine::Task::ExportMarks, nowhere, folder.path())), 1);
}

void TestMarksExchanger::otherFile_fails()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"other"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("something else") > 0);
    file.close();
    QCOMPARE(exchangeMarks(command(CommandLine::Task::ImportMarks, file.fileName(), folder.path())), 1);
}

void TestMarksExchanger::help_tellsTheFormat()
{
    QVERIFY(commandLineHelp().contains(u"--export-marks"_s));
    QVERIFY(commandLineHelp().contains(u"lectern-marks"_s));
}

QTEST_GUILESS_MAIN(TestMarksExchanger)
#include "tst_marksexchanger.moc"
