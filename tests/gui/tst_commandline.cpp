#include "ui/commandline.h"

#include <QTest>

using Task = CommandLine::Task;

Q_DECLARE_METATYPE(CommandLine::Task)

class TestCommandLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QList<QByteArray>>("words");
        QTest::addColumn<Task>("task");
        QTest::addColumn<QString>("path");
        using Words = QList<QByteArray>;
        QTest::newRow("nothing") << Words{} << Task::Window << QString();
        QTest::newRow("folder") << Words{"/a b"} << Task::Window << QStringLiteral("/a b");
        QTest::newRow("offline") << Words{"--offline", "/a"} << Task::Window << QStringLiteral("/a");
        QTest::newRow("new window") << Words{"--new-window", "/a"} << Task::Window << QStringLiteral("/a");
        QTest::newRow("list") << Words{"--list", "/a"} << Task::List << QStringLiteral("/a");
        QTest::newRow("list nothing") << Words{"--list"} << Task::Refuse << QString();
        QTest::newRow("report") << Words{"--report", "/a"} << Task::Report << QStringLiteral("/a");
        QTest::newRow("report as a table")
            << Words{"--csv", "--report", "/a"} << Task::Report << QStringLiteral("/a");
        QTest::newRow("report nothing") << Words{"--report"} << Task::Refuse << QString();
        QTest::newRow("a table of nothing") << Words{"--csv", "/a"} << Task::Refuse << QString();
        QTest::newRow("html") << Words{"--export", "o.html", "a.md"} << Task::Export
                              << QStringLiteral("a.md");
        QTest::newRow("pdf") << Words{"--export=o.PDF", "a.md"} << Task::Export << QStringLiteral("a.md");
        QTest::newRow("png") << Words{"a.md", "--export", "o.png"} << Task::Export << QStringLiteral("a.md");
        QTest::newRow("docx") << Words{"--export", "o.docx", "a.md"} << Task::Refuse << QString();
        QTest::newRow("export nothing") << Words{"--export", "o.pdf"} << Task::Refuse << QString();
        QTest::newRow("two folders") << Words{"/a", "/b"} << Task::Refuse << QString();
        QTest::newRow("unknown") << Words{"--frobnicate"} << Task::Refuse << QString();
        QTest::newRow("help wins") << Words{"--list", "--help"} << Task::Help << QString();
        QTest::newRow("version") << Words{"-v"} << Task::Version << QString();
        QTest::newRow("a name with a dash")
            << Words{"--", "-a.md"} << Task::Window << QStringLiteral("-a.md");
    }

    void words()
    {
        QFETCH(const QList<QByteArray>, words);
        QFETCH(const Task, task);
        QFETCH(const QString, path);
        QList<const char *> arguments{"lectern"};
        for (const QByteArray &word : words)
            arguments << word.constData();
        const CommandLine command =
            parseCommandLine(static_cast<int>(arguments.size()), arguments.constData());
        QCOMPARE(command.task, task);
        QCOMPARE(command.problem.isEmpty(), task != Task::Refuse);
        if (task != Task::Refuse)
            QCOMPARE(command.path, path);
    }

    void folders_areTaken()
    {
        const char *arguments[] = {"lectern", "--data-dir", "/d", "--cache-dir=/c", "--offline"};
        const CommandLine command = parseCommandLine(5, arguments);
        QCOMPARE(command.dataFolder, QStringLiteral("/d"));
        QCOMPARE(command.cacheFolder, QStringLiteral("/c"));
        QVERIFY(command.offline);
    }

    void help_namesEveryOption()
    {
        const QString help = commandLineHelp();
        for (const char *option : {"--list", "--report", "--csv", "--export", "--new-window", "--service",
                                   "--offline", "--data-dir", "--cache-dir", "--help", "--version", "FOLDER"})
            QVERIFY2(help.contains(QLatin1StringView(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)

#include "tst_commandline.moc"
