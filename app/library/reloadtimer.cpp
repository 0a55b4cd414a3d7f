#include "app/library/reloadtimer.h"

#include <algorithm>

ReloadTimer::ReloadTimer(QObject *parent)
    : QTimer(parent)
{
    setSingleShot(true);
}

void ReloadTimer::beginPass()
{
    m_next = 0;
}

void ReloadTimer::schedule()
{
    if (isActive())
        return;
    start(m_next);
    m_next = std::max(firstInterval, m_next + m_next / 2);
}
