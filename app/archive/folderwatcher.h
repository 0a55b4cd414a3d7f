#pragma once

#include "app/archive/archivechanges.h"
#include "app/archive/archivefolder.h"
#include "app/archive/folderevents.h"

#include <QHash>
#include <QMap>
#include <QMutex>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <limits>
#include <memory>
#include <optional>

class QFile;
class QSocketNotifier;

// How long changes are gathered before they are told, and how much is watched. Others are for tests.
struct WatchLimits {
    // A program that writes files does so many times a second; a person does not notice a second.
    std::chrono::milliseconds quiet = std::chrono::seconds(1);
    // A program that never pauses: what it wrote is shown all the same.
    std::chrono::milliseconds longest = std::chrono::seconds(10);
    // The system has a limit of its own, for all programs of one user together.
    qsizetype mostFolders = std::numeric_limits<qsizetype>::max();
};

// Tells what changes in an archive while it is open. Watches folders, one watch each, and the mount table;
// files that are no articles are passed over by their names. Where the archive's own folder is not there,
// waits for it to return. All calls but watch() on one thread, which needs an event loop to hear of anything.
class FolderWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatcher(const WatchLimits &limits = {}, QObject *parent = nullptr);
    ~FolderWatcher() override;

    // From now on this archive and no other; `root` as in scanArchive(). Nothing is watched yet.
    void setRoot(const QByteArray &root);
    const QByteArray &root() const { return m_root; }
    // Watches a folder below the root; empty for the root itself. To be called before the folder is listed,
    // so that nothing slips through, and again in each walk: it may be another one by now. Folders below the
    // root on any thread that ends before this dies, or before another root is set.
    void watch(const QByteArray &folder);
    // Takes what the system has waiting, before its queue is full. For whoever keeps the thread busy.
    void collect();
    // Whether there is something that changed() has not told yet.
    bool hasChanges() const { return !m_changes.isEmpty(); }

Q_SIGNALS:
    void changed(const ArchiveChanges &changes);
    // The system watches no more folders for this user. All watches were given back; once for each root.
    void limitReached();

private:
    std::optional<int> add(const QByteArray &folder);
    void watchForReturn();
    void watchMounts();
    void lookAtRoot();
    void giveUp();
    void forgetAll();
    void take(const FolderEvent &event);
    void takeName(const QByteArray &folder, const FolderEvent &event);
    void takeEnd(const QByteArray &folder, const FolderEvent &event);
    void forget(const QByteArray &folder);
    void note(QSet<QByteArray> &paths, const QByteArray &path);
    void noteEverything();
    void tell();

    const WatchLimits m_limits;
    QByteArray m_root;
    FolderEvents m_events;
    std::unique_ptr<QSocketNotifier> m_ready;
    std::unique_ptr<QFile> m_mounts;
    std::unique_ptr<QSocketNotifier> m_mounted;
    std::optional<FolderKey> m_rootKey; // where the root led when it was last watched
    QMutex m_mutex;        // for m_events and the three below: no event is read before its folder is known
    bool m_isFull = false; // there was no room for one more
    QHash<int, QByteArray> m_folders;
    QMap<QByteArray, int> m_watches;         // by path, so that all below a folder are neighbours
    int m_ancestor = FolderEvents::noFolder; // above a root that is not there
    QByteArray m_awaited;                    // the name that is to appear in it
    ArchiveChanges m_changes;
    QTimer m_quiet;
    QTimer m_longest;
};
