#include "app/library/threadweight.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

// QThread's priorities mean nothing to Linux's usual scheduler; there each thread has a nice value of its own
// (setpriority(2), "C library/kernel differences").
void giveWay()
{
#ifdef Q_OS_LINUX
    constexpr int weight = 10; // of 19, a tenth of the usual share; as nice(1) takes
    setpriority(PRIO_PROCESS, 0, weight);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}
