#include "ui/stopcommand.h"

#include <QAction>

#include <algorithm>

StopCommand::StopCommand(QAction *action, QObject *parent)
    : QObject(parent)
    , m_action(action)
{
    action->setEnabled(false);
    connect(action, &QAction::triggered, this, &StopCommand::stopLast);
}

void StopCommand::offer(const QObject *work, const std::function<void()> &stop)
{
    const auto isSame = [work](const Work &other) { return other.shown == work; };
    if (std::none_of(m_works.cbegin(), m_works.cend(), isSame))
        m_works << Work{work, stop};
    m_action->setEnabled(true);
}

void StopCommand::withdraw(const QObject *work)
{
    m_works.removeIf([work](const Work &other) { return other.shown == work; });
    m_action->setEnabled(!m_works.isEmpty());
}

// It is withdrawn when it has ended, which may be a moment later.
void StopCommand::stopLast()
{
    if (m_works.isEmpty())
        return;
    const std::function<void()> stop = m_works.last().stop; // the list may change meanwhile
    stop();
}
