#pragma once

#include "app/library/catalogreader.h"
#include "app/library/categoryreader.h"
#include "app/library/indexer.h"
#include "app/library/listreader.h"
#include "app/library/markskeeper.h"
#include "app/library/markssharer.h"

#include <QThread>

// The workers of a library, each on its thread. Whoever dies while they work waits for the marks that are
// still on their way to the disk, and for nothing else.
class Workers final
{
public:
    // `dataFolder`, `zone`, `now` and `limits` as in LibraryPaths.
    Workers(const QString &dataFolder, const QTimeZone &zone, QDateTime (*now)(),
            const WatchLimits &limits = {});
    ~Workers();
    Q_DISABLE_COPY_MOVE(Workers)

    // Once everybody who listens is connected; what was asked before is done then.
    void start();

    // To connect to, and for the functions that any thread may call.
    Indexer *indexer() const { return m_indexer; }
    CatalogReader *reader() const { return m_reader; }
    ListReader *lists() const { return m_lists; }
    CategoryReader *categories() const { return m_categories; }
    MarksKeeper *keeper() const { return m_keeper; }
    MarksSharer *sharer() const { return m_sharer; }

    // For all that read. `databaseName` and `archive` as in CatalogReader::openCatalogue().
    void openCatalogue(quint64 epoch, const QString &databaseName, const QString &archive = {}) const;

    // Calls a slot on the worker's thread, after everything that was asked of it before.
    template <typename Worker, typename... Parameters, typename... Values>
    static void ask(Worker *worker, void (Worker::*slot)(Parameters...), const Values &...values)
    {
        QMetaObject::invokeMethod(
            worker, [worker, slot, values...] { (worker->*slot)(values...); }, Qt::QueuedConnection);
    }

private:
    // Each is deleted by its thread.
    Indexer *m_indexer = nullptr;
    CatalogReader *m_reader = nullptr;
    ListReader *m_lists = nullptr;
    CategoryReader *m_categories = nullptr;
    MarksKeeper *m_keeper = nullptr;
    MarksSharer *m_sharer = nullptr;
    QThread m_threads[6];
};
