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
    m_next = std::clamp(2 * m_next, firstInterval, longestInterval);
}
