#include "app/images/networkwatch.h"

#include <utility>

using Reachability = QNetworkInformation::Reachability;

void NetworkWatch::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // then it is tried again after a minute, or by key
    const QNetworkInformation *system = QNetworkInformation::instance();
    take(system->reachability());
    connect(system, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::take);
}

// A local network is not enough: pictures come from the internet. That a system which did not know now does
// is no return.
void NetworkWatch::take(Reachability reachability)
{
    const bool isOnline = reachability == Reachability::Online;
    const std::optional<bool> known =
        reachability == Reachability::Unknown ? std::nullopt : std::optional(isOnline);
    const std::optional<bool> before = std::exchange(m_isOnline, known);
    if (isOnline && before == false)
        Q_EMIT returned();
}
