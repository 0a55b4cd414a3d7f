#pragma once

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

// What became of an export.
struct ExportResult {
    qint64 written = 0;   // pictures
    qint64 damaged = 0;   // left out
    bool stopped = false; // by the reader, before the end
    QString error{};      // the system's own reason; empty where it went well
    bool operator==(const ExportResult &) const = default;
};
Q_DECLARE_METATYPE(ExportResult)

// Copies every picture of a store into a folder, on a thread of its own, by a store of its own beside the one
// that is in use. Destroying it stops it.
class StoreExporter final : public QObject
{
    Q_OBJECT

public:
    explicit StoreExporter(QObject *parent = nullptr);
    ~StoreExporter() override;

    bool isRunning() const { return m_isRunning; }
    // Ignored while one is running. Answered by finished(), once.
    void start(const QString &storeFolder, const QString &target);
    void stop(); // what was written stays

Q_SIGNALS:
    void progressed(qint64 done, qint64 all); // at most some times a second
    void finished(const ExportResult &result);

private:
    QThreadPool m_threads; // one thread
    std::atomic_bool m_isStopped = false;
    bool m_isRunning = false;
};
