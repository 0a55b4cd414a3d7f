#pragma once

#include "app/archive/folderwatcher.h"
#include "app/archive/scanner.h"
#include "app/catalog/catalog.h"
#include "app/library/passplan.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <atomic>

// Brings the catalogue in line with the folder: reads what is new or changed, removes what is gone. Lives on
// a thread of its own, the only one that writes the catalogue; slots are called by queued connection only. A
// pass that was stopped leaves a sound catalogue, and the next one completes it.
class Indexer final : public QObject
{
    Q_OBJECT

public:
    explicit Indexer(const WatchLimits &limits = {});
    ~Indexer() override;

    // Any thread: this pass and all before it end soon; one that has not begun yet does nothing.
    void stop(quint64 pass) { m_stopped = pass; }
    // Any thread: somebody waits for the pass after this one, which comes before the indexes that only lists
    // need. They are made after it.
    void makeWay(quint64 pass) { m_yielding = pass; }
    // Any thread: the first rows of this pass are on the screen. Until then, or until it takes too long, a
    // first pass keeps to one core.
    void hurry(quint64 pass) { m_hurrying = pass; }

public Q_SLOTS:
    void openCatalogue(quint64 archive, const QString &file);
    // The reader found it damaged. Answered by catalogueOpened(); the catalogue is empty then.
    void rebuildCatalogue(quint64 archive);
    // `root` as in scanArchive(). Always ends with passFinished(). From then on the archive is watched.
    void runPass(quint64 archive, quint64 pass, const QByteArray &root, const PassOrder &order);
    // What lists and marks do without while it is not there. Asked for once a complete pass has ended and is
    // on the screen; what is there is not made again. Ends early where that pass is stopped or makes way, and
    // between two indexes where files changed: in an archive that changes all the time one is made each time.
    void makeListIndexes(quint64 archive, quint64 pass);

Q_SIGNALS:
    // `databaseName` for Database::open(); also in the middle of a pass, where the catalogue had to be made
    // anew. `reason` is not empty where memory stands in, `articles` is how many rows there are already.
    void catalogueOpened(quint64 archive, const QString &databaseName, const QString &reason, int articles);
    // `changed`: rows that are others now under the same number.
    void batchStored(quint64 pass, const QList<ArticleId> &changed);
    void progressChanged(quint64 pass, const PassProgress &progress); // at most ten a second
    void passFinished(quint64 pass, const PassResult &result);
    // All of them are there, and were not before: after the pass that filled the catalogue, or a later one
    // where files changed meanwhile. Lists need not be sorted any more, and those by title and
    // author come in their exact order.
    void listIndexesMade(quint64 archive);
    void filesChanged(const ArchiveChanges &changes); // of the archive of the last pass
    // Nobody watches the folder any more, see FolderWatcher; once for each archive.
    void watchLimitReached();

private:
    struct Pass;

    bool isStopped(quint64 pass) const { return pass <= m_stopped; }
    bool begin(Pass &pass);
    bool walk(Pass &pass);
    ScanResult walkEverything(Pass &pass);
    ScanResult walkChanges(Pass &pass);
    void keepUnlessGone(Pass &pass, const QByteArray &path);
    ScanHooks hooks(Pass &pass);
    bool take(Pass &pass, const QList<FileEntry> &entries);
    bool staysModest(Pass &pass);
    bool readWaiting(Pass &pass);
    static bool isTriedInVain(Pass &pass, const ReadFile &file);
    bool collect(Pass &pass);
    bool collectAll(Pass &pass);
    bool storeIfDue(Pass &pass);
    bool storeNow(Pass &pass);
    QList<ArticleId> vanished(Pass &pass);
    bool removeVanished(Pass &pass);
    void reportProgress(Pass &pass);
    void countIfLong(Pass &pass);
    void mend(quint64 archive, int attempt, QString reason);

    Catalog m_catalog;
    FolderWatcher m_watcher;
    quint64 m_archive = 0; // which is watched
    QThreadPool m_threads; // of our own: a pass keeps them busy, and others use the common ones
    std::atomic<quint64> m_stopped = 0;
    std::atomic<quint64> m_yielding = 0; // the last pass that does
    std::atomic<quint64> m_hurrying = 0; // likewise
};
