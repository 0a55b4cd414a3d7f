#include "app/images/standins.h"

#include "app/images/sha256.h"

using namespace Qt::StringLiterals;

namespace
{

bool isLargeEnough(const QByteArray &bytes)
{
    const QSize size = imageSize(bytes);
    return qint64(size.width()) * size.height() >= StandIns::leastPixels;
}

StandIn notSuspected(StandIn judgement)
{
    return judgement == StandIn::Suspected ? StandIn::No : judgement;
}

StandIn judgement(const StandInRecord &record)
{
    return record.verdict == StandIn::Accepted ? StandIn::No : record.verdict;
}

}

StandIns::StandIns(HostMemory &memory)
    : m_memory(memory)
{
}

QByteArray StandIns::digest(const QByteArray &bytes)
{
    return sha256(bytes).first(16);
}

StandIn StandIns::judge(const LadderStep &step, const QByteArray &bytes)
{
    const QString host = step.address.host();
    if (!isLargeEnough(bytes))
        return notSuspected(known(host, bytes));
    const QByteArray sent = digest(bytes);
    const Way &way = count({host, int(step.rung)}, step.address, sent);
    const std::optional<StandInRecord> record = m_memory.standIn(host, sent);
    if (record && record->verdict != StandIn::Suspected)
        return judgement(*record);
    if (way.isManifold || (!record && way.paths.size() < addresses))
        return StandIn::No;
    if (record)
        return StandIn::Suspected;
    m_memory.setStandIn(host, sent, {StandIn::Suspected, 0});
    return StandIn::Suspected;
}

StandIns::Way &StandIns::count(const WayKey &key, const QUrl &address, const QByteArray &digest)
{
    constexpr qsizetype mostWays = 20'000; // some hundred bytes each; there are as many hosts in no archive
    if (m_ways.size() >= mostWays && !m_ways.contains(key))
        m_ways.clear();
    Way &way = m_ways[key];
    if (way.first.isEmpty())
        way.first = digest;
    if (way.first != digest)
        way.isManifold = true;
    else if (way.paths.size() < addresses)
        way.paths.insert(qHash(address.path(QUrl::FullyEncoded)));
    return way;
}

StandIn StandIns::known(const QString &host, const QByteArray &bytes) const
{
    if (!m_memory.hasStandIns(host))
        return StandIn::No;
    const std::optional<StandInRecord> record = m_memory.standIn(host, digest(bytes));
    return record ? judgement(*record) : StandIn::No;
}

void StandIns::noteBetter(const QList<StandInSeen> &seen, const LadderStep &step)
{
    const QString host = step.address.host();
    if (!m_ways.value({host, int(step.rung)}).isManifold)
        return;
    for (const StandInSeen &each : seen) {
        const std::optional<StandInRecord> record = m_memory.standIn(host, each.digest);
        const bool isRefused = record && record->verdict == StandIn::Refused;
        if (each.host == host && !isRefused)
            m_memory.setStandIn(host, each.digest, {StandIn::Certain, 0});
    }
}

void StandIns::noteNothingBetter(const QList<StandInSeen> &seen)
{
    for (const StandInSeen &each : seen) {
        std::optional<StandInRecord> record = m_memory.standIn(each.host, each.digest);
        if (!record || record->verdict != StandIn::Suspected)
            continue;
        if (++record->vainClimbs >= vainClimbs)
            record->verdict = StandIn::No;
        m_memory.setStandIn(each.host, each.digest, *record);
    }
}
