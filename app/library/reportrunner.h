#pragma once

#include "app/library/reportmaker.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

// Makes one report on a thread of its own. Whoever deletes it while it works waits for the files that are
// being read, and for nothing else.
class ReportRunner final : public QObject
{
    Q_OBJECT

public:
    explicit ReportRunner(QObject *parent = nullptr);
    ~ReportRunner() override;

    // As makeReport(). Once.
    void start(const QByteArray &root, int expected);
    bool isRunning() const { return m_isRunning; }

public Q_SLOTS:
    void stop(); // soon; finished() comes all the same

Q_SIGNALS:
    void progressChanged(const ReportProgress &progress);
    void finished(const ArchiveReport &report);

private:
    QThreadPool m_thread; // of one
    std::atomic<bool> m_stopped = false;
    bool m_isRunning = false;
};
