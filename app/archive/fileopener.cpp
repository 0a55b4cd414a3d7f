#include "app/archive/fileopener.h"

#include "app/archive/archivefile.h"

FileOpener::FileOpener(const QByteArray &root)
    : m_root(root)
{
}

#ifdef Q_OS_UNIX

#include <fcntl.h>
#include <unistd.h>

namespace
{

#ifdef O_PATH
constexpr int folderFlags = O_PATH | O_DIRECTORY | O_CLOEXEC; // a folder that may be entered and not listed
#else
constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
#endif

}

FileOpener::~FileOpener()
{
    leaveFolder();
}

int FileOpener::open(const QByteArray &path, int flags)
{
    enterFolderOf(path);
    if (m_descriptor >= 0) {
        const int file = openBelow(m_descriptor, path.constData() + m_folder.size(), flags);
        if (file >= 0)
            return file;
        leaveFolder();
    }
    // There may be another folder in its place by now. Where there is none, the whole path tells why.
    return openPath(m_root + '/' + path, flags);
}

void FileOpener::leaveFolder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void FileOpener::enterFolderOf(const QByteArray &path)
{
    const QByteArrayView folder = QByteArrayView(path).first(path.lastIndexOf('/') + 1);
    if (m_descriptor >= 0 && folder == m_folder)
        return;
    leaveFolder();
    m_folder = folder.toByteArray();
    m_descriptor = openPath(m_root + '/' + m_folder, folderFlags);
}

#else

FileOpener::~FileOpener() = default;

#endif
