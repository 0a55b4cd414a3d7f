#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;

// The one command that stops the long work which the status bar shows: of several, what was begun last. There
// is nothing for it to do while nothing runs.
class StopCommand final : public QObject
{
    Q_OBJECT

public:
    StopCommand(QAction *action, QObject *parent);

    // A part of the status bar that says whether there is something to stop, and does so.
    template <typename Status>
    void watch(Status *status)
    {
        connect(status, &Status::stoppableChanged, this, [this, status](bool stoppable) {
            if (stoppable)
                offer(status, [status] { Q_EMIT status->stopWanted(); });
            else
                withdraw(status);
        });
    }

    // What is offered already keeps its place.
    void offer(const QObject *work, const std::function<void()> &stop);
    void withdraw(const QObject *work);

private:
    struct Work {
        const QObject *shown;
        std::function<void()> stop;
    };
    void stopLast();

    QAction *m_action;
    QList<Work> m_works;
};
