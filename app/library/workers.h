#pragma once

#include "app/library/catalogreader.h"
#include "app/library/indexer.h"
#include "app/library/markskeeper.h"

#include <QThread>

// The three workers of a library, each on its thread. Whoever dies while they work waits for the marks that
// are still on their way to the disk, and for nothing else.
class Workers final
{
public:
    // `dataFolder`, `zone`, `now` and `limits` as in LibraryPaths.
    Workers(const QString &dataFolder, const QTimeZone &zone, QDateTime (*now)(),
            const WatchLimits &limits = {});
    ~Workers();
    Q_DISABLE_COPY_MOVE(Workers)

    // To connect to, and for the functions that any thread may call.
    Indexer *indexer() const { return m_indexer; }
    CatalogReader *reader() const { return m_reader; }
    MarksKeeper *keeper() const { return m_keeper; }

    // Calls a slot on the worker's thread, after everything that was asked of it before.
    template <typename Worker, typename... Parameters, typename... Values>
    static void ask(Worker *worker, void (Worker::*slot)(Parameters...), const Values &...values)
    {
        QMetaObject::invokeMethod(
            worker, [worker, slot, values...] { (worker->*slot)(values...); }, Qt::QueuedConnection);
    }

private:
    QThread m_indexThread, m_readThread, m_keepThread;
    Indexer *m_indexer = nullptr;      // deleted by its thread
    CatalogReader *m_reader = nullptr; // deleted by its thread
    MarksKeeper *m_keeper = nullptr;   // deleted by its thread
};
