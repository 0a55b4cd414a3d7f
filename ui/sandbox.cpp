#include "ui/sandbox.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace
{

bool put(const char *file, const char *text, size_t length)
{
    const int descriptor = open(file, O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool written = write(descriptor, text, length) == static_cast<ssize_t>(length);
    close(descriptor);
    return written;
}

// In the child: the namespace must give the rights that Chromium uses next. Some systems let it be made and
// then allow nothing in it. Only calls that are safe between fork and exec.
int useNamespace(uid_t user)
{
    char map[64];
    const int length = std::snprintf(map, sizeof map, "%u %u 1\n", user, user);
    put("/proc/self/setgroups", "deny", 4); // absent before Linux 3.19
    if (!put("/proc/self/uid_map", map, static_cast<size_t>(length)))
        return 1;
    return chroot("/proc/self/fdinfo") == 0 ? 0 : 1;
}

}

bool canSandbox()
{
    const uid_t user = geteuid();
    // The same namespaces as Chromium's own zygote: user, process and network.
    const long child = syscall(SYS_clone, CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | SIGCHLD, nullptr,
                               nullptr, nullptr, 0);
    if (child < 0)
        return false;
    if (child == 0)
        _exit(useNamespace(user));
    int status = 0;
    while (waitpid(static_cast<pid_t>(child), &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

#else

bool canSandbox()
{
    return true;
}

#endif
