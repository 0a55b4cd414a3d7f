#include "app/library/threadweight.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

// QThread's priorities mean nothing to Linux's usual scheduler; there each thread has a nice value of its own
// (nice(2), "C library/kernel differences").
void giveWay()
{
#ifdef Q_OS_LINUX
    constexpr int more = 10; // of 19, as nice(1) takes: a tenth of the usual share
    [[maybe_unused]] const int now = nice(more);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}
