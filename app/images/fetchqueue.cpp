#include "app/images/fetchqueue.h"

#include <algorithm>

FetchQueue::FetchQueue(const ImageLimits &limits)
    : m_limits(limits)
{
}

std::optional<QUrl> FetchQueue::begin(const Look &look)
{
    if (m_waiting.isEmpty() || isFull(FetchUrgency::Urgent))
        return std::nullopt;
    if (const std::optional<QUrl> urgent = take(FetchUrgency::Urgent, look))
        return urgent;
    if (isFull(FetchUrgency::Quiet) || hasUrgent(look))
        return std::nullopt;
    return take(FetchUrgency::Quiet, look);
}

std::optional<QUrl> FetchQueue::take(FetchUrgency urgency, const Look &look)
{
    for (qsizetype i = 0; i < m_waiting.size(); ++i) {
        const Place place = look(m_waiting.at(i));
        if (place.urgency != urgency || !hasRoom(place))
            continue;
        count(place, 1);
        return m_waiting.takeAt(i);
    }
    return std::nullopt;
}

bool FetchQueue::isFull(FetchUrgency urgency) const
{
    return m_running.all >= m_limits.fetches ||
           (urgency == FetchUrgency::Quiet && m_running.quiet >= m_limits.quietFetches);
}

bool FetchQueue::hasRoom(const Place &place) const
{
    const Running ofHost = m_ofHost.value(place.host);
    return ofHost.all < m_limits.fetchesPerHost &&
           (place.urgency == FetchUrgency::Urgent ||
            (!place.isResting && ofHost.quiet < m_limits.quietFetchesPerHost));
}

bool FetchQueue::hasUrgent(const Look &look) const
{
    return std::any_of(m_waiting.cbegin(), m_waiting.cend(), [&look](const QUrl &picture) {
        return look(picture).urgency == FetchUrgency::Urgent;
    });
}

bool FetchQueue::extend(const Place &place)
{
    if (isFull(place.urgency) || !hasRoom(place))
        return false;
    count(place, 1);
    return true;
}

void FetchQueue::end(const Place &place)
{
    count(place, -1);
}

void FetchQueue::count(const Place &place, int more)
{
    const int quiet = place.urgency == FetchUrgency::Quiet ? more : 0;
    Running &ofHost = m_ofHost[place.host];
    m_running.all += more;
    ofHost.all += more;
    m_running.quiet += quiet;
    ofHost.quiet += quiet;
    if (ofHost.all == 0)
        m_ofHost.remove(place.host);
}
