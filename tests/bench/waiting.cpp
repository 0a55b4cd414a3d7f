#include "waiting.h"

#include <QEventLoop>
#include <QTimer>

constexpr int interval = 5; // milliseconds

bool waitFor(const std::function<bool()> &isOver, int patience)
{
    QEventLoop loop;
    QTimer asking;
    QObject::connect(&asking, &QTimer::timeout, &loop, [&] {
        if (isOver())
            loop.exit(1);
    });
    asking.start(interval);
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    return loop.exec() == 1;
}

void pause(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}
