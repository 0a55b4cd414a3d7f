#include "app/library/reportrunner.h"

ReportRunner::ReportRunner(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

ReportRunner::~ReportRunner()
{
    stop();
    m_thread.waitForDone();
}

void ReportRunner::start(const QByteArray &root, int expected)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_thread.start([this, root, expected] {
        const auto isStopped = [this] { return m_stopped.load(); };
        const auto tell = [this](const ReportProgress &progress) {
            QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressChanged(progress); });
        };
        const ArchiveReport report = makeReport(root, expected, {isStopped, tell});
        QMetaObject::invokeMethod(this, [this, report] {
            m_isRunning = false;
            Q_EMIT finished(report);
        });
    });
}

void ReportRunner::stop()
{
    m_stopped = true;
}
