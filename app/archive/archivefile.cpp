#include "app/archive/archivefile.h"

#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

#ifdef Q_OS_UNIX

#include <cerrno>
#include <fcntl.h>
#include <limits.h>
#include <sys/stat.h>
#include <unistd.h>

namespace
{

constexpr int openFlags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

#ifdef Q_OS_DARWIN
qint64 modifiedOf(const struct stat &status)
{
    return status.st_mtimespec.tv_sec * 1000LL + status.st_mtimespec.tv_nsec / 1000000;
}
#else
qint64 modifiedOf(const struct stat &status)
{
    return status.st_mtim.tv_sec * 1000LL + status.st_mtim.tv_nsec / 1000000;
}
#endif

Problem fail(Problem problem, const QString &reason, QString *error)
{
    if (error)
        *error = reason;
    return problem;
}

Problem failWithErrno(QString *error)
{
    const int code = errno;
    return fail(code == ELOOP ? Problem::LinkLoop : Problem::Unreadable, qt_error_string(code), error);
}

Problem checkStatus(const struct stat &status, QString *error)
{
    if (!S_ISREG(status.st_mode))
        return fail(Problem::NotARegularFile, u"not a regular file"_s, error);
    if (status.st_size > maximumArticleSize)
        return fail(Problem::TooLarge, qt_error_string(EFBIG), error);
    return Problem::None;
}

} // namespace

int openBelow(int folder, const char *path, int flags)
{
    int descriptor = -1;
    do {
        descriptor = ::openat(folder, path, flags);
    } while (descriptor < 0 && errno == EINTR);
    return descriptor;
}

int openPath(const QByteArray &path, int flags)
{
    if (path.size() < PATH_MAX)
        return openBelow(AT_FDCWD, path.constData(), flags);

    int folder = AT_FDCWD;
    qsizetype begin = 0;
    while (path.size() - begin >= PATH_MAX) {
        const qsizetype slash = path.lastIndexOf('/', begin + PATH_MAX - 2);
        const int next = slash > begin ? openBelow(folder, path.mid(begin, slash - begin).constData(),
                                                   O_RDONLY | O_DIRECTORY | O_CLOEXEC)
                                       : -1;
        const int code = slash > begin ? errno : ENAMETOOLONG;
        if (folder != AT_FDCWD)
            ::close(folder);
        folder = next;
        if (next < 0) {
            errno = code;
            return -1;
        }
        begin = slash + 1;
    }
    const int descriptor = openBelow(folder, path.constData() + begin, flags);
    const int code = errno;
    ::close(folder);
    errno = code;
    return descriptor;
}

ArchiveFile::ArchiveFile() = default;

ArchiveFile::~ArchiveFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Problem ArchiveFile::open(const QByteArray &root, const QByteArray &path, QString *error)
{
    Q_ASSERT(m_descriptor < 0);
    const QByteArray full = root + '/' + path;
    // Asked before it is opened: opening alone can disturb a device, and fails on a socket with a strange
    // reason.
    struct stat status = {};
    if (::stat(full.constData(), &status) == 0) {
        const Problem problem = checkStatus(status, error);
        if (problem != Problem::None)
            return problem;
    } else if (errno != ENAMETOOLONG) {
        return failWithErrno(error);
    }
    return openListed(root, path, error);
}

Problem ArchiveFile::openListed(const QByteArray &root, const QByteArray &path, QString *error)
{
    return take(openPath(root + '/' + path, openFlags), error);
}

Problem ArchiveFile::openListed(FileOpener &opener, const QByteArray &path, QString *error)
{
    return take(opener.open(path, openFlags), error);
}

Problem ArchiveFile::take(int descriptor, QString *error)
{
    struct stat status = {};
    if (descriptor < 0)
        return failWithErrno(error);
    m_descriptor = descriptor;
    if (::fstat(descriptor, &status) != 0)
        return failWithErrno(error);
    m_size = status.st_size;
    m_modified = modifiedOf(status);
    m_inode = status.st_ino;
    return checkStatus(status, error); // it may have become another file in between
}

QByteArrayView ArchiveFile::readInto(std::span<char> place, qint64 offset)
{
    const qint64 length = std::clamp<qint64>(m_size - offset, 0, static_cast<qint64>(place.size()));
    qint64 done = 0;
    while (m_descriptor >= 0 && done < length) {
        const ssize_t count = ::pread(m_descriptor, place.data() + done, length - done, offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            m_readError = qt_error_string(errno);
        if (count <= 0)
            break;
        done += count;
    }
    return {place.data(), done};
}

#else

ArchiveFile::ArchiveFile() = default;
ArchiveFile::~ArchiveFile() = default;

Problem ArchiveFile::open(const QByteArray &root, const QByteArray &path, QString *error)
{
    const QString name = QString::fromUtf8(root + '/' + path);
    const QFileInfo info(name);
    m_size = info.size();
    m_modified = info.lastModified().toMSecsSinceEpoch();
    m_file = std::make_unique<QFile>(name);
    Problem problem = Problem::None;
    QString reason;
    if (info.exists() && !info.isFile()) {
        problem = Problem::NotARegularFile;
        reason = u"not a regular file"_s;
    } else if (m_size > maximumArticleSize) {
        problem = Problem::TooLarge;
        reason = u"file too large"_s;
    } else if (!m_file->open(QIODevice::ReadOnly)) {
        problem = Problem::Unreadable;
        reason = m_file->errorString();
    }
    if (problem != Problem::None && error)
        *error = reason;
    return problem;
}

Problem ArchiveFile::openListed(const QByteArray &root, const QByteArray &path, QString *error)
{
    return open(root, path, error);
}

Problem ArchiveFile::openListed(FileOpener &opener, const QByteArray &path, QString *error)
{
    return open(opener.root(), path, error);
}

QByteArrayView ArchiveFile::readInto(std::span<char> place, qint64 offset)
{
    const qint64 length = std::clamp<qint64>(m_size - offset, 0, static_cast<qint64>(place.size()));
    const qint64 count = m_file && m_file->seek(offset) ? m_file->read(place.data(), length) : 0;
    if (count < 0)
        m_readError = m_file->errorString();
    return {place.data(), std::max<qint64>(0, count)};
}

#endif

QByteArray ArchiveFile::read(qint64 offset, qint64 length)
{
    QByteArray bytes(std::clamp<qint64>(m_size - offset, 0, length), Qt::Uninitialized);
    bytes.truncate(readInto({bytes.data(), static_cast<size_t>(bytes.size())}, offset).size());
    return bytes;
}
