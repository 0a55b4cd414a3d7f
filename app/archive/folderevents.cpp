#include "app/archive/folderevents.h"

#ifdef Q_OS_LINUX

#include "app/archive/archivefile.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace
{

// IN_CLOSE_WRITE in place of IN_MODIFY: half a file is nothing to read. IN_CREATE is for folders and links;
// of a file it comes before there is anything in it. IN_EXCL_UNLINK: nobody wants to hear of files that are
// gone and still open.
constexpr uint32_t writings = IN_CLOSE_WRITE | IN_ATTRIB;
constexpr uint32_t comings = IN_CREATE | IN_MOVED_TO;
constexpr uint32_t goings = IN_DELETE | IN_MOVED_FROM;
constexpr uint32_t leavings = IN_DELETE_SELF | IN_MOVE_SELF;
constexpr uint32_t wanted = writings | comings | goings | leavings | IN_ONLYDIR | IN_EXCL_UNLINK;

FolderEvent::Kind kindOf(uint32_t mask)
{
    using Kind = FolderEvent::Kind;
    if (mask & IN_Q_OVERFLOW)
        return Kind::Lost;
    if (mask & IN_IGNORED)
        return Kind::Ended;
    if (mask & (leavings | IN_UNMOUNT))
        return Kind::Left;
    if (mask & comings)
        return Kind::Came;
    return mask & goings ? Kind::Went : Kind::Written;
}

int watchPath(int descriptor, const char *path)
{
    const int watch = ::inotify_add_watch(descriptor, path, wanted);
    if (watch >= 0)
        return watch;
    return errno == ENOSPC || errno == ENOMEM ? FolderEvents::noRoom : FolderEvents::noFolder;
}

}

bool FolderEvents::isAvailable()
{
    return true;
}

bool FolderEvents::open()
{
    close();
    m_descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    return isOpen();
}

void FolderEvents::close()
{
    if (isOpen())
        ::close(m_descriptor);
    m_descriptor = -1;
}

int FolderEvents::watch(const QByteArray &folder)
{
    if (folder.size() < PATH_MAX)
        return watchPath(m_descriptor, folder.constData());
    const int opened = openPath(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0)
        return noFolder;
    const int watch = watchPath(m_descriptor, "/proc/self/fd/" + QByteArray::number(opened));
    ::close(opened);
    return watch;
}

void FolderEvents::forget(int watch)
{
    ::inotify_rm_watch(m_descriptor, watch);
}

QList<FolderEvent> FolderEvents::read()
{
    QList<FolderEvent> events;
    alignas(inotify_event) char buffer[16 * 1024];
    while (true) {
        const ssize_t length = ::read(m_descriptor, buffer, sizeof buffer);
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            return events;
        for (ssize_t at = 0; at < length;) {
            inotify_event event;
            std::memcpy(&event, buffer + at, sizeof event);
            const char *name = buffer + at + sizeof event; // with zeros up to event.len
            events << FolderEvent{kindOf(event.mask), event.wd,
                                  event.len > 0 ? QByteArray(name) : QByteArray(),
                                  (event.mask & IN_ISDIR) != 0};
            at += static_cast<ssize_t>(sizeof event + event.len);
        }
    }
}

#else

bool FolderEvents::isAvailable()
{
    return false;
}

bool FolderEvents::open()
{
    return false;
}

void FolderEvents::close() {}

int FolderEvents::watch(const QByteArray &)
{
    return noFolder;
}

void FolderEvents::forget(int) {}

QList<FolderEvent> FolderEvents::read()
{
    return {};
}

#endif
