#pragma once

#include <QEventLoop>
#include <QPointer>
#include <QTimer>
#include <QVariant>

#include <functional>
#include <memory>

// Waits for what a script answers; invalid where nothing comes in time. An event loop of its own and not
// QTest::qWaitFor(): that sleeps for 10 ms between its looks, and an answer takes many turns of Chromium's
// (measured: 200 ms for one).
inline QVariant scriptAnswer(const std::function<void(const std::function<void(const QVariant &)> &)> &run,
                             int milliseconds)
{
    const auto answer = std::make_shared<QVariant>();
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    run([answer, wake = QPointer<QEventLoop>(&loop)](const QVariant &value) {
        *answer = value;
        if (wake)
            wake->quit();
    });
    if (!answer->isValid())
        loop.exec();
    return *answer;
}
