#include "app/archive/scanner.h"

#include "app/archive/archivefolder.h"

#include <filesystem>
#include <set>
#include <utility>

namespace
{

// Folders wait on a stack of our own: the depth of a tree must not be the depth of the program's. Links to
// folders wait until all real folders were walked, so that what lies in the archive keeps its real path.
class Walk final
{
public:
    Walk(const QByteArray &root, int batchSize, const std::function<bool(const QList<FileEntry> &)> &found,
         const ScanHooks &hooks)
        : m_root(root)
        , m_batchSize(batchSize)
        , m_found(found)
        , m_hooks(hooks)
    {
    }

    ScanResult run()
    {
        QString error;
        announce({});
        const std::optional<ArchiveFolder> top = listArchiveFolder(m_root, &error);
        if (!top)
            return {false, error};
        passOverAncestors();
        enter({}, *top);
        walkFolders();
        while (!m_stopped && !m_links.isEmpty()) {
            visit(m_links.takeFirst(), true);
            walkFolders();
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
        m_folders = folders;
        walkFolders();
        ScanResult result = ending(*root, {});
        result.hasLinks = !m_links.isEmpty();
        return result;
    }

private:
    void walkFolders()
    {
        while (!m_stopped && !m_folders.isEmpty())
            visit(m_folders.takeLast(), false);
    }

    // Where the folder went while it was walked, what was not found proves nothing.
    ScanResult ending(const FolderKey &root, QString error)
    {
        if (!m_stopped && !m_batch.isEmpty())
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

    void announce(const QByteArray &folder)
    {
        if (m_hooks.entering)
            m_hooks.entering(folder);
    }

    void visit(const QByteArray &path, bool isLink)
    {
        const QByteArray full = m_root + '/' + path;
        const std::optional<FolderKey> key = isLink ? folderKey(full) : std::nullopt;
        if (key && m_seen.contains(*key)) {
            if (isArticleName(path))
                report(path, Problem::LinkLoop);
            return;
        }
        announce(path);
        const std::optional<ArchiveFolder> folder = listArchiveFolder(full, nullptr);
        if (folder ? !folder->error.isEmpty() : isThere(full))
            fail(path);
        if (folder && !m_seen.contains(folder->key))
            enter(path + '/', *folder);
    }

    void enter(const QByteArray &prefix, const ArchiveFolder &folder)
    {
        m_seen.insert(folder.key);
        for (auto name = folder.folders.crbegin(); name != folder.folders.crend(); ++name)
            m_folders << prefix + *name;
        for (const QByteArray &name : folder.links)
            m_links << prefix + name;
        for (FileEntry entry : folder.articles) {
            entry.path.prepend(prefix);
            add(entry);
        }
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
        add(entry);
    }

    void add(const FileEntry &entry)
    {
        if (m_stopped)
            return;
        m_batch << entry;
        if (m_batch.size() >= m_batchSize)
            hand();
    }

    void hand()
    {
        m_stopped = !m_found(m_batch);
        m_batch.clear();
    }

    QByteArray m_root;
    qsizetype m_batchSize;
    const std::function<bool(const QList<FileEntry> &)> &m_found;
    const ScanHooks &m_hooks;
    QList<QByteArray> m_folders;
    QList<QByteArray> m_links;
    std::set<FolderKey> m_seen;
    QList<FileEntry> m_batch;
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

ScanResult scanFolders(const QByteArray &root, const QList<QByteArray> &folders, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found, const ScanHooks &hooks)
{
    Q_ASSERT(batchSize > 0);
    return Walk(withoutSlash(root), batchSize, found, hooks).runIn(folders);
}

void countArticles(const QByteArray &folder, const std::function<bool(int more)> &met)
{
    constexpr int reportedAtOnce = 1024;
    constexpr int deepest = 64; // the iterator holds a descriptor for every level, of 1,024 for all threads
    namespace fs = std::filesystem;
    std::error_code error;
    int count = 0;
    auto item = fs::recursive_directory_iterator(folder.toStdString(),
                                                 fs::directory_options::skip_permission_denied, error);
    for (; !error && item != fs::recursive_directory_iterator(); item.increment(error)) {
        const std::string name = item->path().filename().string();
        if ((name.starts_with('.') || item.depth() >= deepest) && item->is_directory(error))
            item.disable_recursion_pending();
        else if (!name.starts_with('.') && isArticleName(QByteArray::fromStdString(name)))
            ++count;
        if (count >= reportedAtOnce && !met(std::exchange(count, 0)))
            return;
    }
    met(count);
}
