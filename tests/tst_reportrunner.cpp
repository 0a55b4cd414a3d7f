#include "app/library/reportrunner.h"
#include "tests/testfolders.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

class TestReportRunner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void report_arrivesOnTheCallersThread();
    void stop_endsEarly();
    void destroyedWhileRunning_isQuiet();
};

void TestReportRunner::report_arrivesOnTheCallersThread()
{
    ReportRunner runner;
    ArchiveReport report;
    QThread *thread = nullptr;
    connect(&runner, &ReportRunner::finished, &runner, [&](const ArchiveReport &made) {
        report = made;
        thread = QThread::currentThread();
    });
    runner.start(QFile::encodeName(seedsFolder()), 47);
    QVERIFY(runner.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(thread, 30'000);
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(!runner.isRunning());
    QVERIFY(report.complete);
    QCOMPARE(report.articles, 47);
}

void TestReportRunner::stop_endsEarly()
{
    ReportRunner runner;
    QSignalSpy finished(&runner, &ReportRunner::finished);
    runner.stop();
    runner.start(QFile::encodeName(seedsFolder()), 0);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    const auto report = finished[0][0].value<ArchiveReport>();
    QVERIFY(!report.complete);
    QCOMPARE(report.articles, 0);
}

void TestReportRunner::destroyedWhileRunning_isQuiet()
{
    auto runner = std::make_unique<ReportRunner>();
    bool isTold = false;
    connect(runner.get(), &ReportRunner::finished, this, [&isTold] { isTold = true; });
    runner->start(QFile::encodeName(seedsFolder()), 0);
    runner.reset();
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
}

QTEST_GUILESS_MAIN(TestReportRunner)
#include "tst_reportrunner.moc"
