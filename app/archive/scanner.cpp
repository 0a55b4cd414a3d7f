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
    Walk(const QByteArray &root, int batchSize, const std::function<bool(const QList<FileEntry> &)> &found)
        : m_root(root)
        , m_batchSize(batchSize)
        , m_found(found)
    {
    }

    ScanResult run()
    {
        QString error;
        const std::optional<ArchiveFolder> top = listArchiveFolder(m_root, &error);
        if (!top)
            return {false, error};
        passOverAncestors();
        enter({}, *top);
        while (!m_stopped && (!m_folders.isEmpty() || !m_links.isEmpty())) {
            const bool isLink = m_folders.isEmpty();
            visit(isLink ? m_links.takeFirst() : m_folders.takeLast(), isLink);
        }
        if (!m_stopped && !m_batch.isEmpty())
            hand();
        return {!m_stopped, {}};
    }

private:
    // A link to a folder above the archive would bring in everything beside it.
    void passOverAncestors()
    {
        QByteArray path = m_root + "/..";
        for (std::optional<FolderKey> key = folderKey(path); key && m_seen.insert(*key).second;
             key = folderKey(path))
            path += "/..";
    }

    void visit(const QByteArray &path, bool isLink)
    {
        const std::optional<ArchiveFolder> folder = listArchiveFolder(m_root + '/' + path, nullptr);
        const bool isKnown = folder && m_seen.contains(folder->key);
        if (folder && !isKnown)
            enter(path + '/', *folder);
        else if (!folder)
            report(path, Problem::Unreadable);
        else if (isLink && isArticleName(path))
            report(path, Problem::LinkLoop);
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
    QList<QByteArray> m_folders;
    QList<QByteArray> m_links;
    std::set<FolderKey> m_seen;
    QList<FileEntry> m_batch;
    bool m_stopped = false;
};

} // namespace

ScanResult scanArchive(const QByteArray &folder, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found)
{
    Q_ASSERT(batchSize > 0);
    QByteArray root = folder;
    while (root.size() > 1 && root.endsWith('/'))
        root.chop(1);
    return Walk(root, batchSize, found).run();
}

void countArticles(const QByteArray &folder, const std::function<bool(int more)> &met)
{
    constexpr int reportedAtOnce = 1024;
    namespace fs = std::filesystem;
    std::error_code error;
    int count = 0;
    auto item = fs::recursive_directory_iterator(folder.toStdString(),
                                                 fs::directory_options::skip_permission_denied, error);
    for (; !error && item != fs::recursive_directory_iterator(); item.increment(error)) {
        const std::string name = item->path().filename().string();
        if (name.starts_with('.') && item->is_directory(error))
            item.disable_recursion_pending();
        else if (!name.starts_with('.') && isArticleName(QByteArray::fromStdString(name)))
            ++count;
        if (count >= reportedAtOnce && !met(std::exchange(count, 0)))
            return;
    }
    met(count);
}
