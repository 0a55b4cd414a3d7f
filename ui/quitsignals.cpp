#include "ui/quitsignals.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace
{

constexpr int handled[] = {SIGTERM, SIGINT, SIGHUP};

// A handler may hardly do more than write(2) (signal-safety(7)), and has nothing else to find its pipe by.
int pipeEnds[2] = {-1, -1};

void passOn(int)
{
    const int before = errno;
    const char one = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &one, sizeof one);
    errno = before;
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    for (const int number : handled)
        sigaction(number, &action, nullptr);
}

}

QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char one = 0;
        if (read(pipeEnds[0], &one, sizeof one) > 0)
            Q_EMIT quitWanted();
    });
    handle(passOn);
}

QuitSignals::~QuitSignals()
{
    if (!m_notifier)
        return;
    handle(SIG_DFL);
    delete m_notifier; // before what it listens to
    for (int &end : pipeEnds) {
        close(end);
        end = -1;
    }
}
#else
QuitSignals::QuitSignals(QObject *parent)
    : QObject(parent)
{
}

QuitSignals::~QuitSignals() = default;
#endif
