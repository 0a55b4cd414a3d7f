#include "app/archive/scanner.h"

#include "app/archive/archivefolder.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QtConcurrent>
#include <QWaitCondition>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>
#include <vector>

namespace
{

// Enough that the threads that list folders never wait for the one that looks at the files. Those listed stay
// in memory while the folders below the one before them are walked.
constexpr size_t listedAhead = 3;

// Of a walk for changes: entries that the threads may have found until they wait for who takes them.
constexpr qsizetype foundAhead = 4096;
constexpr std::chrono::milliseconds lookInterval(50); // until it shows whether to stop

using IsKnown = std::function<bool(const FileEntry &)>;

// Folders wait on a stack of our own: the depth of a tree must not be the depth of the program's. Links to
// folders, and mounted ones, wait until all others were walked, so that what lies in the archive keeps its
// real path.
class Walk final
{
public:
    Walk(const QByteArray &root, int batchSize, const std::function<bool(const QList<FileEntry> &)> &found,
         const ScanHooks &hooks, const IsKnown &isKnown = {})
        : m_root(root)
        , m_batchSize(batchSize)
        , m_found(found)
        , m_hooks(hooks)
        , m_isKnown(isKnown)
    {
        for (const QByteArray &folder : isKnown ? hooks.first : QList<QByteArray>()) {
            for (qsizetype end = folder.size(); end > 0; end = folder.lastIndexOf('/', end - 1))
                m_wanted.insert(folder.left(end));
        }
    }

    ScanResult run()
    {
        QString error;
        announce({});
        std::optional<ArchiveFolder> top =
            listArchiveFolder(m_root, &error, {.isKnown = m_isKnown, .leavesFacts = m_hooks.leavesFacts});
        if (!top)
            return {false, error};
        passOverAncestors();
        enter({}, *top);
        walkFolders();
        while (!m_stopped && !m_links.isEmpty()) {
            const QByteArray link = m_links.takeFirst();
            m_linksBefore = m_links.size();
            visitLink(link);
            walkFolders();
            handIfDue();
        }
        return ending(top->key, top->error);
    }

    ScanResult runIn(const QList<QByteArray> &folders)
    {
        QString error;
        const std::optional<FolderKey> root = folderKey(m_root);
        if (!root) {
            listArchiveFolder(m_root, &error);
            return {false, error};
        }
        m_seen.insert(*root);
        for (const QByteArray &folder : folders)
            m_folders.push_back({folder, {}});
        walkFolders();
        ScanResult result = ending(*root, {});
        result.hasLinks = !m_links.isEmpty();
        return result;
    }

private:
    // A real folder that is still to be walked.
    struct Waiting {
        QByteArray path;
        std::optional<QFuture<std::optional<ArchiveFolder>>> listed; // as soon as somebody begins
    };

    void walkFolders()
    {
        if (m_isKnown)
            walkTogether();
        else
            walkInOrder();
        // In the order of the folders, whoever met them first: each may lead to where another leads.
        std::sort(m_links.begin() + m_linksBefore, m_links.end(), isBefore);
    }

    static bool isBefore(const QByteArray &first, const QByteArray &second)
    {
        const auto parts = [](const QByteArray &path) {
            const qsizetype name = path.lastIndexOf('/') + 1;
            return std::pair(path.left(name).replace('/', '\0'), path.mid(name));
        };
        return parts(first) < parts(second);
    }

    void walkInOrder()
    {
        while (!m_stopped && !m_folders.empty()) {
            listAhead();
            Waiting next = std::move(m_folders.back());
            m_folders.pop_back();
            std::optional<ArchiveFolder> folder = next.listed->takeResult(); // here if nobody began
            visit(next.path, folder);
        }
    }

    // Other threads list the next folders while this one hands over what it has. The order stays.
    void listAhead()
    {
        auto folder = m_folders.rbegin();
        for (size_t ahead = 0; ahead < listedAhead && folder != m_folders.rend(); ++ahead, ++folder) {
            if (folder->listed)
                continue;
            folder->listed =
                QtConcurrent::run(&m_threads, [this, path = folder->path] { return listBelow(path); });
        }
    }

    // Announced only where it is not put off: a folder that is mounted a second time has its first name.
    std::optional<ArchiveFolder> listBelow(const QByteArray &path) const
    {
        return listArchiveFolder(m_root + '/' + path, nullptr,
                                 {.prefix = path + '/',
                                  .isKnown = m_isKnown,
                                  .putsOffMounts = true,
                                  .entering = [this, &path] { announce(path); },
                                  .leavesFacts = !m_isKnown && m_hooks.leavesFacts});
    }

    // Most files are known, so that nobody need wait for what is found: every thread takes the next folder as
    // soon as it is free.
    void walkTogether()
    {
        QList<QFuture<void>> others;
        for (int i = 1; i < QThread::idealThreadCount() && hasFolders(); ++i)
            others << QtConcurrent::run(&m_threads, [this] { takeFolders(); });
        QMutexLocker lock(&m_mutex);
        while (isUnderWay()) {
            if (isDue()) {
                handBetween(lock);
            } else if (!hasFolders()) {
                m_changed.wait(&m_mutex, m_look);
            } else {
                visitNext(lock);
            }
        }
        lock.unlock();
        m_changed.wakeAll();
        for (QFuture<void> &other : others)
            other.waitForFinished();
    }

    void takeFolders()
    {
        QMutexLocker lock(&m_mutex);
        while (isUnderWay()) {
            if (!hasFolders() || m_batch.size() >= foundAhead)
                m_changed.wait(&m_mutex);
            else
                visitNext(lock);
        }
    }

    // Whoever is in a folder may bring more of them.
    bool isUnderWay() const { return !m_stopped && (hasFolders() || m_busy > 0); }
    bool hasFolders() const { return !m_first.empty() || !m_folders.empty(); }

    void visitNext(QMutexLocker<QMutex> &lock)
    {
        std::vector<Waiting> &next = m_first.empty() ? m_folders : m_first;
        const QByteArray path = std::move(next.back().path);
        next.pop_back();
        ++m_busy;
        lock.unlock();
        std::optional<ArchiveFolder> folder = listBelow(path);
        lock.relock();
        --m_busy;
        visit(path, folder);
        m_changed.wakeAll();
    }

    // Of a walk for changes; the other hands over what it has as soon as it is enough.
    bool isDue() const { return m_look.hasExpired() || m_batch.size() >= m_batchSize; }

    // Links may lead to nothing but files: then nobody waits for folders, and nobody else hands over.
    void handIfDue()
    {
        while (m_isKnown && !m_stopped && isDue()) {
            hand();
            m_look.setRemainingTime(lookInterval);
        }
    }

    void handBetween(QMutexLocker<QMutex> &lock)
    {
        const QList<FileEntry> batch = nextBatch();
        lock.unlock();
        const bool goesOn = m_found(batch);
        lock.relock();
        m_stopped = !goesOn;
        m_look.setRemainingTime(lookInterval);
        m_changed.wakeAll();
    }

    void visitLink(const QByteArray &path)
    {
        const std::optional<FolderKey> key = folderKey(m_root + '/' + path);
        if (key && m_seen.contains(*key)) {
            if (isArticleName(path))
                report(path, Problem::LinkLoop);
            return;
        }
        announce(path);
        std::optional<ArchiveFolder> folder = listArchiveFolder(
            m_root + '/' + path, nullptr,
            {.prefix = path + '/', .isKnown = m_isKnown, .leavesFacts = m_hooks.leavesFacts});
        visit(path, folder);
    }

    // Where the folder went while it was walked, what was not found proves nothing.
    ScanResult ending(const FolderKey &root, QString error)
    {
        while (!m_stopped && !m_batch.isEmpty())
            hand();
        const bool isSame = folderKey(m_root) == root;
        if (!isSame && error.isEmpty())
            listArchiveFolder(m_root, &error);
        return {!m_stopped && isSame && error.isEmpty(), error};
    }

    // A link to a folder above the archive would bring in everything beside it.
    void passOverAncestors()
    {
        QByteArray path = m_root + "/..";
        for (std::optional<FolderKey> key = folderKey(path); key && m_seen.insert(*key).second;
             key = folderKey(path))
            path += "/..";
    }

    void announce(const QByteArray &folder) const
    {
        if (m_hooks.entering)
            m_hooks.entering(folder);
    }

    void visit(const QByteArray &path, std::optional<ArchiveFolder> &folder)
    {
        if (folder && folder->isPutOff) {
            m_links << path;
            return;
        }
        if (folder ? !folder->error.isEmpty() : isThere(m_root + '/' + path))
            fail(path);
        if (folder && !m_seen.contains(folder->key))
            enter(path + '/', *folder);
    }

    void enter(const QByteArray &prefix, ArchiveFolder &folder)
    {
        m_seen.insert(folder.key);
        for (auto name = folder.folders.crbegin(); name != folder.folders.crend(); ++name) {
            const QByteArray path = prefix + *name;
            (m_wanted.contains(path) ? m_first : m_folders).push_back({path, {}});
        }
        for (const QByteArray &name : folder.links)
            m_links << prefix + name;
        for (const FileEntry &entry : std::as_const(folder.articles))
            add(entry);
    }

    void fail(const QByteArray &folder)
    {
        report(folder, Problem::Unreadable);
        if (m_hooks.failed)
            m_hooks.failed(folder);
    }

    void report(const QByteArray &path, Problem problem)
    {
        FileEntry entry;
        entry.path = path;
        entry.problems = problem;
        if (!m_isKnown || !m_isKnown(entry))
            add(entry);
    }

    void add(const FileEntry &entry)
    {
        if (m_stopped)
            return;
        m_batch << entry;
        if (!m_isKnown && m_batch.size() >= m_batchSize) // else handed over between the folders
            hand();
    }

    void hand() { m_stopped = !m_found(nextBatch()); }

    QList<FileEntry> nextBatch()
    {
        if (m_batch.size() <= m_batchSize)
            return std::exchange(m_batch, {});
        QList<FileEntry> batch = m_batch.mid(0, m_batchSize);
        m_batch.remove(0, m_batchSize);
        return batch;
    }

    QByteArray m_root;
    qsizetype m_batchSize;
    const std::function<bool(const QList<FileEntry> &)> &m_found;
    const ScanHooks &m_hooks;
    const IsKnown m_isKnown;        // empty: a walk in order, over everything
    QThreadPool m_threads;          // for listAhead() and takeFolders()
    QMutex m_mutex;                 // while takeFolders() runs, for all below
    QWaitCondition m_changed;       // folders, m_busy, m_batch or m_stopped
    int m_busy = 0;                 // threads that are in a folder
    std::vector<Waiting> m_folders; // the next one last
    QSet<QByteArray> m_wanted;      // folders that go before all others, and those above them
    std::vector<Waiting> m_first;   // those of them that wait
    QList<QByteArray> m_links;      // and mounted folders
    qsizetype m_linksBefore = 0;    // how many of them are in order
    std::set<FolderKey> m_seen;
    QList<FileEntry> m_batch;
    QDeadlineTimer m_look{lookInterval}; // of a walk for changes: when the caller is to be asked
    bool m_stopped = false;
};

QByteArray withoutSlash(QByteArray folder)
{
    while (folder.size() > 1 && folder.endsWith('/'))
        folder.chop(1);
    return folder;
}

} // namespace

ScanResult scanArchive(const QByteArray &folder, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found, const ScanHooks &hooks)
{
    Q_ASSERT(batchSize > 0);
    return Walk(withoutSlash(folder), batchSize, found, hooks).run();
}

ScanResult scanForChanges(const QByteArray &folder, int batchSize, const IsKnown &isKnown,
                          const std::function<bool(const QList<FileEntry> &)> &found, const ScanHooks &hooks)
{
    Q_ASSERT(batchSize > 0 && isKnown);
    return Walk(withoutSlash(folder), batchSize, found, hooks, isKnown).run();
}

ScanResult scanFolders(const QByteArray &root, const QList<QByteArray> &folders, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found, const ScanHooks &hooks)
{
    Q_ASSERT(batchSize > 0);
    return Walk(withoutSlash(root), batchSize, found, hooks).runIn(folders);
}

bool countArticles(const QByteArray &folder, const std::function<bool(int more)> &met)
{
    constexpr int reportedAtOnce = 1024;
    int count = 0;
    bool hasLinks = false;
    QList<QByteArray> folders{withoutSlash(folder)};
    while (!folders.isEmpty()) {
        const QByteArray path = folders.takeLast();
        const FolderCount found = countArchiveFolder(path);
        for (const QByteArray &name : found.folders)
            folders << path + '/' + name;
        count += found.articles;
        hasLinks = hasLinks || found.hasLinks;
        if (count >= reportedAtOnce && !met(std::exchange(count, 0)))
            return !hasLinks;
    }
    met(count);
    return !hasLinks;
}
