#pragma once

#include "app/archive/article.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <span>

class FileOpener;
class QFile;

// One file of the archive, open for reading only. Paths are bytes: a name need not be valid UTF-8. A FIFO,
// socket or device is never opened, and nothing here can wait for another process.
class ArchiveFile final
{
public:
    ArchiveFile();
    ~ArchiveFile();
    ArchiveFile(const ArchiveFile &) = delete;
    ArchiveFile &operator=(const ArchiveFile &) = delete;

    // `root` and `path` as in readArticle(). Problem::None where the file is open; else why it is not
    // (Unreadable, NotARegularFile, TooLarge, LinkLoop), with the system's reason in `error`.
    Problem open(const QByteArray &root, const QByteArray &path, QString *error);
    // The same for a file that a walk has just seen to be a regular one: the system is asked once less.
    Problem openListed(const QByteArray &root, const QByteArray &path, QString *error);
    Problem openListed(FileOpener &opener, const QByteArray &path, QString *error);

    qint64 size() const { return m_size; }         // bytes, when it was opened
    quint64 inode() const { return m_inode; }      // 0 where the file system has none
    qint64 modified() const { return m_modified; } // milliseconds since 1970-01-01 UTC

    // At most `length` bytes from `offset` on; fewer where the file ends or cannot be read.
    QByteArray read(qint64 offset, qint64 length);
    // The same into a place that the caller has: the view is its beginning.
    QByteArrayView readInto(std::span<char> place, qint64 offset);
    // The system's reason where any of that failed: what was read is not what the file holds. Else empty.
    QString readError() const { return m_readError; }

private:
    Problem take(int descriptor, QString *error);

    int m_descriptor = -1;
    std::unique_ptr<QFile> m_file; // where there is no POSIX
    qint64 m_size = 0;
    qint64 m_modified = 0;
    quint64 m_inode = 0;
    QString m_readError;
};

#ifdef Q_OS_UNIX
// open(2) for paths of any length: those above PATH_MAX are walked in pieces. -1 with errno set on failure.
int openPath(const QByteArray &path, int flags);
// openat(2), again where a signal came in between.
int openBelow(int folder, const char *path, int flags);
#endif
