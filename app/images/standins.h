#pragma once

#include "app/images/hostmemory.h"

#include <QHash>
#include <QSet>

// Which bytes, of which host: what a ladder has met on its way.
struct StandInSeen {
    QString host;
    QByteArray digest;
};

// The pictures that hosts send in place of those that they do not want to give ("no hot-linking", "not
// found"). There is no list of them; they give themselves away:
//
// - A way of asking a host that answers the first three addresses, all different, with the same bytes is
//   suspected of bringing nothing else. Three, as two addresses of one picture are common; all of the first
//   three, as dividers and portraits are repeated often, but between other pictures; and a way that ever
//   brought two different pictures refuses nobody. Addresses that differ in their query alone count once.
// - Less than 64 times 64 pixels is never suspected: emoji and bullets.
// - A suspicion costs the other ways of the ladder, and nothing is lost by it: where they bring nothing
//   else, the picture is shown. After three times without anything else it is not suspected again.
// - Once another way, by which the same host is known to send different pictures, brings something else, it
//   is certain: from then on it counts as a failure. So it is where the reader says so, however small; and
//   it is no longer, whatever it was, where the reader says that.
//
// Suspicions are remembered with the hosts. The counting is of this run alone. One thread only.
class StandIns final
{
public:
    static constexpr int addresses = 3; // with the same bytes
    static constexpr int leastPixels = 64 * 64;
    static constexpr int vainClimbs = 3;

    explicit StandIns(HostMemory &memory);

    // What a step brought; counts it. What the reader accepted is none.
    StandIn judge(const LadderStep &step, const QByteArray &bytes);
    // Without counting: of a picture that is kept.
    StandIn known(const QString &host, const QByteArray &bytes) const;
    // After some stand-ins a step brought a picture that is none, or none did.
    void noteBetter(const QList<StandInSeen> &seen, const LadderStep &step);
    void noteNothingBetter(const QList<StandInSeen> &seen);

    // The first 16 bytes of the SHA-256.
    static QByteArray digest(const QByteArray &bytes);

private:
    // What a way of asking a host brought so far.
    struct Way {
        QByteArray first;        // digest
        QSet<size_t> paths;      // hashes, of the addresses that brought it
        bool isManifold = false; // something else came as well
    };
    using WayKey = std::pair<QString, int>; // host and rung
    Way &count(const WayKey &key, const QUrl &address, const QByteArray &digest);

    HostMemory &m_memory;
    QHash<WayKey, Way> m_ways;
};
