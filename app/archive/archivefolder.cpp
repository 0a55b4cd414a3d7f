#include "app/archive/archivefolder.h"

#include "app/archive/archivefile.h"
#include "app/archive/articlereader.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#endif

namespace
{

void sortByName(ArchiveFolder &folder)
{
    std::sort(folder.articles.begin(), folder.articles.end(),
              [](const FileEntry &a, const FileEntry &b) { return a.path < b.path; });
    std::sort(folder.folders.begin(), folder.folders.end());
    std::sort(folder.links.begin(), folder.links.end());
}

#ifdef Q_OS_UNIX

struct DirectoryCloser {
    void operator()(DIR *directory) const { ::closedir(directory); }
};

// Any other reason says nothing of the file: no permission, too many open files, a server that is away.
bool saysGone(int code)
{
    return code == ENOENT || code == ENOTDIR;
}

bool isMountPoint([[maybe_unused]] int folder)
{
#ifdef STATX_ATTR_MOUNT_ROOT
    struct statx facts = {};
    return ::statx(folder, "", AT_EMPTY_PATH, STATX_TYPE, &facts) == 0 &&
           (facts.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
    return false;
#endif
}

// File systems without types in their folders say DT_UNKNOWN.
bool mayConcernUs(const char *name, unsigned char type)
{
    const bool isCertain = type != DT_UNKNOWN && type != DT_LNK && type != DT_DIR;
    return name[0] != '.' && (!isCertain || isArticleName(name));
}

// Sorts what is in one open folder into lists.
class Lister final
{
public:
    Lister(int folder, const ListingOptions &options, ArchiveFolder &listed)
        : m_folder(folder)
        , m_options(options)
        , m_listed(listed)
    {
    }

    void add(const char *name, unsigned char type)
    {
        if (!mayConcernUs(name, type))
            return;
        if (type == DT_DIR) {
            m_listed.folders << QByteArray(name);
            return;
        }
        if (type == DT_REG && m_options.leavesFacts) {
            m_listed.articles << FileEntry{m_options.prefix + name, FileEntry::unknownSize, 0, 0, {}};
            return;
        }
        struct stat status = {};
        if (::fstatat(m_folder, name, &status, 0) != 0)
            addUnreachable(name, errno);
        else if (S_ISDIR(status.st_mode))
            (isLink(name) ? m_listed.links : m_listed.folders) << QByteArray(name);
        else if (isArticleName(name))
            addArticle(name, status, problemsOf(name, status));
    }

private:
    // A link to nowhere or to itself; a name that vanished since the folder was read is nothing. Where the
    // system refuses to tell, as in a folder that may be listed and not entered, the file may be there.
    void addUnreachable(const char *name, int code)
    {
        struct stat status = {};
        if (::fstatat(m_folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (!saysGone(errno))
                m_listed.error = qt_error_string(errno);
        } else if (isArticleName(name)) {
            addArticle(name, status, code == ELOOP ? Problem::LinkLoop : Problem::Unreadable);
        }
    }

    void addArticle(const char *name, const struct stat &status, Problems problems)
    {
        m_entry.path.resize(0); // keeps its memory, so that a file that is known costs none
        m_entry.path.append(m_options.prefix).append(name);
        m_entry.size = status.st_size;
#ifdef Q_OS_DARWIN
        m_entry.modified = status.st_mtimespec.tv_sec * 1000LL + status.st_mtimespec.tv_nsec / 1000000;
#else
        m_entry.modified = status.st_mtim.tv_sec * 1000LL + status.st_mtim.tv_nsec / 1000000;
#endif
        m_entry.inode = status.st_ino;
        m_entry.problems = problems;
        if (!m_options.isKnown || !m_options.isKnown(m_entry))
            m_listed.articles << m_entry;
    }

    Problems problemsOf(const char *name, const struct stat &status) const
    {
        if (!S_ISREG(status.st_mode))
            return Problem::NotARegularFile;
        if (status.st_size > maximumArticleSize)
            return Problem::TooLarge;
        return isReadable(name, status) ? Problem::None : Problem::Unreadable;
    }

    // Asking costs a call to the system; a file of our own, or that everybody may read, needs none.
    bool isReadable(const char *name, const struct stat &status) const
    {
        constexpr mode_t everybody = S_IRUSR | S_IRGRP | S_IROTH;
        if ((status.st_mode & everybody) == everybody ||
            (status.st_uid == m_user && (status.st_mode & S_IRUSR) != 0))
            return true;
        return ::faccessat(m_folder, name, R_OK, AT_EACCESS) == 0;
    }

    bool isLink(const char *name) const
    {
        struct stat own = {};
        return ::fstatat(m_folder, name, &own, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(own.st_mode);
    }

    const int m_folder;
    const uid_t m_user = ::geteuid();
    const ListingOptions &m_options;
    ArchiveFolder &m_listed;
    FileEntry m_entry; // the one that is looked at
};

#endif

} // namespace

bool isArticleName(QByteArrayView name)
{
    const qsizetype dot = name.lastIndexOf('.');
    if (dot < 0)
        return false;
    static constexpr QByteArrayView extensions[] = {"md", "markdown", "html", "htm"};
    return std::any_of(std::begin(extensions), std::end(extensions), [&](QByteArrayView extension) {
        return name.size() - dot - 1 == extension.size() &&
               qstrnicmp(name.data() + dot + 1, extension.size(), extension.data(), extension.size()) == 0;
    });
}

#ifdef Q_OS_UNIX

std::optional<FolderKey> folderKey(const QByteArray &folder)
{
    struct stat status = {};
    if (::stat(folder.constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return std::nullopt;
    return FolderKey{static_cast<quint64>(status.st_dev), static_cast<quint64>(status.st_ino)};
}

bool isThere(const QByteArray &folder)
{
    const int descriptor = openPath(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return !saysGone(errno);
    ::close(descriptor);
    return true;
}

bool isGone(const QByteArray &path)
{
    struct stat status = {};
    if (::lstat(path.constData(), &status) == 0)
        return false;
    if (errno != ENAMETOOLONG)
        return saysGone(errno);
    const qsizetype name = path.lastIndexOf('/') + 1;
    const int folder = openPath(path.left(name), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return saysGone(errno);
    const bool isFound = ::fstatat(folder, path.constData() + name, &status, AT_SYMLINK_NOFOLLOW) == 0;
    const int code = errno;
    ::close(folder);
    return !isFound && saysGone(code);
}

std::optional<FileEntry> listArchiveFile(const QByteArray &folder, const QByteArray &name)
{
    const int descriptor = openPath(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    ArchiveFolder listed;
    Lister(descriptor, {}, listed).add(name.constData(), DT_UNKNOWN);
    ::close(descriptor);
    return listed.articles.isEmpty() ? std::nullopt : std::optional(listed.articles.first());
}

FolderCount countArchiveFolder(const QByteArray &folder)
{
    FolderCount count;
    const int descriptor = openPath(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const std::unique_ptr<DIR, DirectoryCloser> directory(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    if (!directory) {
        if (descriptor >= 0)
            ::close(descriptor);
        return count;
    }
    while (const dirent *item = ::readdir(directory.get())) {
        if (item->d_name[0] == '.')
            continue;
        const bool isArticle = isArticleName(item->d_name);
        if (item->d_type == DT_DIR || (item->d_type == DT_UNKNOWN && !isArticle))
            count.folders << QByteArray(item->d_name);
        else if (isArticle)
            ++count.articles;
        else if (item->d_type == DT_LNK)
            count.hasLinks = true;
    }
    return count;
}

std::optional<ArchiveFolder> listArchiveFolder(const QByteArray &folder, QString *error,
                                               const ListingOptions &options)
{
    const int descriptor = openPath(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, DirectoryCloser> directory(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    struct stat status = {};
    if (!directory || ::fstat(descriptor, &status) != 0) {
        if (error)
            *error = qt_error_string(errno);
        if (!directory && descriptor >= 0)
            ::close(descriptor);
        return std::nullopt;
    }
    ArchiveFolder listed;
    listed.key = {static_cast<quint64>(status.st_dev), static_cast<quint64>(status.st_ino)};
    listed.isPutOff = options.putsOffMounts && isMountPoint(descriptor);
    if (listed.isPutOff)
        return listed;
    if (options.entering)
        options.entering();
    Lister lister(descriptor, options, listed);
    errno = 0;
    while (const dirent *item = ::readdir(directory.get())) {
        lister.add(item->d_name, item->d_type);
        errno = 0;
    }
    if (errno != 0)
        listed.error = qt_error_string(errno);
    sortByName(listed);
    return listed;
}

#else

std::optional<FolderKey> folderKey(const QByteArray &folder)
{
    const QFileInfo info(QString::fromUtf8(folder));
    return info.isDir() ? std::optional(FolderKey{0, qHash(info.canonicalFilePath())}) : std::nullopt;
}

bool isThere(const QByteArray &folder)
{
    return QFileInfo(QString::fromUtf8(folder)).isDir();
}

bool isGone(const QByteArray &path)
{
    const QFileInfo info(QString::fromUtf8(path));
    return !info.exists() && !info.isSymLink();
}

std::optional<FileEntry> listArchiveFile(const QByteArray &folder, const QByteArray &name)
{
    const std::optional<ArchiveFolder> listed = listArchiveFolder(folder, nullptr);
    for (const FileEntry &entry : listed.value_or(ArchiveFolder()).articles) {
        if (entry.path == name)
            return entry;
    }
    return std::nullopt;
}

FolderCount countArchiveFolder(const QByteArray &folder)
{
    const ArchiveFolder listed = listArchiveFolder(folder, nullptr).value_or(ArchiveFolder());
    return {static_cast<int>(listed.articles.size()), listed.folders, !listed.links.isEmpty()};
}

std::optional<ArchiveFolder> listArchiveFolder(const QByteArray &folder, QString *error,
                                               const ListingOptions &options)
{
    const QDir directory(QString::fromUtf8(folder));
    if (!directory.exists() || !directory.isReadable()) {
        if (error)
            *error = qt_error_string();
        return std::nullopt;
    }
    if (options.entering)
        options.entering();
    ArchiveFolder listed;
    listed.key = folderKey(folder).value_or(FolderKey());
    const QFileInfoList items =
        directory.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &item : items) {
        const QByteArray name = item.fileName().toUtf8();
        if (name.startsWith('.'))
            continue;
        if (item.isDir()) {
            (item.isSymLink() || item.isJunction() ? listed.links : listed.folders) << name;
            continue;
        }
        FileEntry entry{options.prefix + name, item.size(), item.lastModified().toMSecsSinceEpoch(), 0, {}};
        if (!item.isReadable())
            entry.problems = Problem::Unreadable;
        else if (!item.isFile())
            entry.problems = Problem::NotARegularFile;
        else if (entry.size > maximumArticleSize)
            entry.problems = Problem::TooLarge;
        if (isArticleName(name) && !(options.isKnown && options.isKnown(entry)))
            listed.articles << entry;
    }
    sortByName(listed);
    return listed;
}

#endif
