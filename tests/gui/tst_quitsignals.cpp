#include "app/library/settings.h"
#include "tests/testfolders.h"
#include "ui/quitsignals.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace Qt::StringLiterals;

constexpr int patience = 60'000; // milliseconds; a deadline, never a wait

class TestQuitSignals final : public QObject
{
    Q_OBJECT

#ifdef Q_OS_UNIX
private Q_SLOTS:
    void signal_isPassedOn_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void signal_isPassedOn()
    {
        QFETCH(const int, number);
        const QuitSignals quitSignals;
        QSignalSpy wanted(&quitSignals, &QuitSignals::quitWanted);
        raise(number);
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, patience);
    }

    void afterIt_theSignalsEndTheProgramAgain()
    {
        {
            const QuitSignals quitSignals;
        }
        struct sigaction action = {};
        sigaction(SIGTERM, nullptr, &action);
        QVERIFY(action.sa_handler == SIG_DFL);
    }

    // As nohup(1) starts a program.
    void ignoredSignal_staysIgnored()
    {
        std::signal(SIGHUP, SIG_IGN);
        struct sigaction action = {};
        {
            const QuitSignals quitSignals;
            sigaction(SIGHUP, nullptr, &action);
            QVERIFY(action.sa_handler == SIG_IGN);
        }
        QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
    }

    // As when the desktop's session ends while an article is open.
    void program_keepsWhereTheReaderWas()
    {
        const QTemporaryDir home;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"lectern.timing=true"_s);
        environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(LECTERN_PROGRAM),
                      {u"--offline"_s, u"--new-window"_s, u"--data-dir"_s, home.filePath(u"data"_s),
                       u"--cache-dir"_s, home.filePath(u"cache"_s), seedsFolder()});
        QByteArray log;
        QTRY_VERIFY2_WITH_TIMEOUT((log += program.readAll()).contains("article visible"), log, patience);
        program.terminate();
        QVERIFY(program.waitForFinished(patience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const Settings settings(home.filePath(u"data/settings.ini"_s));
        QVERIFY(settings.session(QDir(seedsFolder()).absolutePath()).article);
        QDirIterator logs(home.path(), {u"*-wal"_s}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY2(!logs.hasNext(), qPrintable(logs.next())); // else the next start had to work it off
    }
#endif
};

QTEST_GUILESS_MAIN(TestQuitSignals)
#include "tst_quitsignals.moc"
