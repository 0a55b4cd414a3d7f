#include "ui/quitsignals.h"

#ifdef Q_OS_UNIX
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace
{

constexpr std::array handled = {SIGTERM, SIGINT, SIGHUP};

// A handler may hardly do more than write(2) (signal-safety(7)), and has nothing else to find its pipe by.
int pipeEnds[2] = {-1, -1};

void passOn(int)
{
    const int before = errno;
    const char one = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], &one, sizeof one);
    errno = before;
}

void takeOver(int number)
{
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    if (action.sa_handler == SIG_IGN)
        return; // nohup(1), or a script that started the program in the background
    action = {};
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    sigaction(number, &action, nullptr);
}

void giveBack(int number)
{
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    if (action.sa_handler == passOn)
        signal(number, SIG_DFL);
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
    std::for_each(handled.begin(), handled.end(), takeOver);
}

QuitSignals::~QuitSignals()
{
    if (!m_notifier)
        return;
    std::for_each(handled.begin(), handled.end(), giveBack);
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
