#include "app/images/laddermemory.h"

#include "app/images/networkuse.h"
#include "app/images/sha256.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

// For so long an answer proves that there is a network. Short, as it may go and come back in between.
constexpr qint64 proofOfNetwork = 30'000; // milliseconds

namespace
{

bool isOfStandIns(const LadderFailure &failure)
{
    return failure.image.failure == ImageFailure::StandIn ||
           std::any_of(failure.tried.cbegin(), failure.tried.cend(),
                       [](const TriedWay &way) { return way.failure == ImageFailure::StandIn; });
}

}

LadderMemory::LadderMemory(std::function<qint64()> now)
    : m_now(std::move(now))
    , m_standIns(m_hosts)
{
}

void LadderMemory::changeRules(const HostRules &rules)
{
    const HostRules former = std::exchange(m_rules, rules);
    const auto isOther = [&](const QString &host) { return former.referrer(host) != rules.referrer(host); };
    m_hosts.forgetWorked(isOther);
    m_failures.removeIf([&](const auto &failure) {
        const QUrl &key = failure.key();
        const bool isMeant = isOther(key.host());
        if (isMeant)
            m_hosts.forgetFailures(key, knownReferrer(key));
        return isMeant || isOfStandIns(*failure);
    });
}

std::optional<LadderFailure> LadderMemory::failure(const ImageAddress &address) const
{
    const auto failure = m_failures.constFind(address.url);
    if (failure != m_failures.cend() && isBelieved(*failure))
        return *failure;
    const QString host = address.url.host();
    const QString status = m_hosts.gone(address.url, knownReferrer(address.url));
    if (!status.isEmpty())
        return LadderFailure{{.failure = ImageFailure::HttpStatus, .host = host, .detail = status}};
    const QList<LadderStep> steps = ladder(address);
    const bool isAlive = std::any_of(steps.cbegin(), steps.cend(),
                                     [](const LadderStep &step) { return step.rung != Rung::PublicArchive; });
    return isAlive ? std::nullopt
                   : std::optional(LadderFailure{{.failure = ImageFailure::HostNotFound, .host = host}});
}

QList<LadderStep> LadderMemory::untried(const ImageAddress &address,
                                        const std::optional<LadderFailure> &known) const
{
    QList<LadderStep> steps = ladder(address);
    if (known)
        steps.removeIf([&](const LadderStep &step) {
            const bool isNewArchive = step.rung == Rung::PublicArchive && !known->wasArchiveAsked;
            const bool isNewOther = step.rung == Rung::OtherAddress && !known->others.contains(step.address);
            return !(isNewArchive || isNewOther) ||
                   !m_hosts.gone(step.address, knownReferrer(step.address)).isEmpty();
        });
    return steps;
}

QUrl LadderMemory::knownReferrer(const QUrl &address) const
{
    return m_rules.referrer(address.host()).value_or(QUrl());
}

QList<LadderStep> LadderMemory::ladder(const ImageAddress &address) const
{
    QList<LadderStep> steps = imageLadder(address, m_rules, worked(address.url), m_archive);
    QHash<QString, bool> dead;
    steps.removeIf([&](const LadderStep &step) {
        const QString host = step.address.host();
        if (!dead.contains(host))
            dead.insert(host, isDead(host));
        return dead.value(host);
    });
    return steps;
}

// Of a host whose pictures come by https, the http addresses are asked in the other scheme, and the https
// ones as they are.
std::optional<Rung> LadderMemory::worked(const QUrl &address) const
{
    const std::optional<WorkedWay> way = m_hosts.worked(address.host());
    const bool isOtherScheme = way && way->rung == Rung::OtherScheme;
    if (!way || way->rung == Rung::PublicArchive || (isOtherScheme && way->scheme.isEmpty()))
        return std::nullopt; // or as older versions noted it
    return isOtherScheme && way->scheme == address.scheme() ? Rung::Plain : way->rung;
}

void LadderMemory::noteWorked(const QString &host, const LadderStep &step)
{
    const WorkedWay inScheme{Rung::OtherScheme, step.address.scheme()};
    const bool isAsWritten = step.rung == Rung::Plain || step.rung == Rung::KnownReferrer;
    const bool isInScheme =
        step.rung == Rung::OtherScheme || (isAsWritten && m_hosts.worked(host) == inScheme);
    m_hosts.setWorked(host, isInScheme ? inScheme : WorkedWay{step.rung});
}

bool LadderMemory::isStandInByRule(const QString &host, const QByteArray &bytes) const
{
    if (!m_rules.hasStandIns() || !m_rules.isStandIn(host, sha256(bytes)))
        return false;
    const std::optional<StandInRecord> record = m_hosts.standIn(host, StandIns::digest(bytes));
    return !record || record->verdict != StandIn::Accepted;
}

StandIn LadderMemory::judge(const LadderStep &step, const QByteArray &bytes)
{
    return isStandInByRule(step.address.host(), bytes) ? StandIn::Certain : m_standIns.judge(step, bytes);
}

StandIn LadderMemory::judgeKept(const QUrl &key, const QByteArray &bytes) const
{
    const StandIn learnt = m_standIns.known(key.host(), bytes);
    return learnt != StandIn::Refused && isStandInByRule(key.host(), bytes) ? StandIn::Certain : learnt;
}

void LadderMemory::noteWrong(const ImageAddress &address, const QByteArray &digest)
{
    setVerdict(address, digest, StandIn::Refused);
}

void LadderMemory::noteRight(const ImageAddress &address, const QByteArray &digest)
{
    setVerdict(address, digest, StandIn::Accepted);
}

void LadderMemory::setVerdict(const ImageAddress &address, const QByteArray &digest, StandIn verdict)
{
    QSet<QString> hosts{address.url.host()}; // judgeKept() asks for it
    for (const LadderStep &step : imageLadder(address, m_rules, std::nullopt, m_archive))
        hosts.insert(step.address.host());
    for (const QString &host : std::as_const(hosts))
        m_hosts.setStandIn(host, digest, {verdict, 0});
}

QList<LadderStep> LadderMemory::remaining(const QUrl &key, const QList<LadderStep> &steps,
                                          const LadderStep &failed, const FetchedImage &failure) const
{
    return remainingSteps(steps, failed, failure,
                          isGoneBelieved(key.host()) ? GoneBelief::AtOnce : GoneBelief::WithAReferrer);
}

bool LadderMemory::isGoneBelieved(const QString &host) const
{
    constexpr int enough = 3; // the first pictures met may really be gone
    const std::optional<WorkedWay> way = m_hosts.worked(host);
    const bool isMet = way && way->rung != Rung::OtherAddress && way->rung != Rung::PublicArchive;
    return isMet || m_vainReferrers.value(host) >= enough;
}

void LadderMemory::noteStep(const QUrl &key, const LadderStep &step, const FetchedImage &image)
{
    if (image.failure == ImageFailure::None || image.failure == ImageFailure::HttpStatus ||
        image.failure == ImageFailure::StandIn || image.failure == ImageFailure::Dot)
        noteAnswer();
    const bool isGoneHere = isGone(image.failure, image.detail);
    if (isGoneHere && (step.rung == Rung::ProxyReferrer || step.rung == Rung::OwnReferrer))
        ++m_vainReferrers[key.host()];
    const bool isForGood =
        isGoneHere && (step.rung == Rung::PublicArchive ||
                       (step.rung == Rung::OtherAddress && isGoneBelieved(step.address.host())));
    // A copy elsewhere says nothing about the host, which would be asked last ever after.
    if (image.failure == ImageFailure::None && step.rung != Rung::PublicArchive)
        noteWorked(key.host(), step);
    else if (isForGood)
        m_hosts.setGone(step.address, image.detail, knownReferrer(step.address));
    // Without a network no host resolves, and none of them is dead.
    else if (image.failure == ImageFailure::HostNotFound && isNetworkProved())
        m_doubted.insert(image.host, m_now());
}

// Who has not resolved or answered between two answers of others is not there; unless so much time lies
// between that the network may have been away meanwhile.
void LadderMemory::noteAnswer()
{
    m_lastAnswer = m_now();
    for (auto host = m_doubted.cbegin(); host != m_doubted.cend(); ++host) {
        if (m_lastAnswer - host.value() < proofOfNetwork)
            m_hosts.setDead(host.key(), host.value());
    }
    m_doubted.clear();
    for (const QUrl &key : std::exchange(m_unproved, {})) {
        const auto failure = m_failures.find(key);
        if (failure != m_failures.end())
            failure->isProved = m_lastAnswer - failure->noted < proofOfNetwork;
    }
}

bool LadderMemory::isDead(const QString &host) const
{
    const auto doubted = m_doubted.constFind(host);
    return m_hosts.isDead(host, m_now()) ||
           (doubted != m_doubted.cend() && m_now() - *doubted < doubtfulRest);
}

bool LadderMemory::isNetworkProved() const
{
    return m_lastAnswer > 0 && m_now() - m_lastAnswer < proofOfNetwork;
}

bool LadderMemory::isBelieved(const LadderFailure &failure) const
{
    const qint64 rest = failure.isProved ? HostMemory::restOfTheDead : doubtfulRest;
    return !failure.isOfTheNetwork || m_now() - failure.noted < rest;
}

void LadderMemory::forgetNetworkFailures()
{
    m_doubted.clear();
    m_unproved.clear();
    m_failures.removeIf([](const auto &failure) { return failure->isOfTheNetwork; });
}

void LadderMemory::noteFailure(const ImageAddress &address, const FetchedImage &image,
                               const QList<TriedWay> &tried, const QString &goneAs)
{
    // A kilobyte each, with the ways that were tried. In a run as long as that, most hosts have had time to
    // get well.
    constexpr qsizetype mostFailures = 30'000;
    if (m_failures.size() >= mostFailures)
        m_failures.clear();
    const QUrl &key = address.url;
    QList<QUrl> others = m_failures.value(key).others;
    std::copy_if(address.others.cbegin(), address.others.cend(), std::back_inserter(others),
                 [known = others](const QUrl &other) { return !known.contains(other); });
    const bool isOfTheNetwork = mayBeOfTheNetwork(image.failure);
    m_failures.insert(
        key, {image, tried, others, m_archive == PublicArchiveUse::AsLastResort, m_now(), isOfTheNetwork});
    if (isOfTheNetwork && isNetworkProved())
        m_unproved << key;
    if (!goneAs.isEmpty())
        m_hosts.setGone(key, goneAs, knownReferrer(key));
}

QStringList LadderMemory::forget(const ImageAddress &address)
{
    const QString failedHost = m_failures.take(address.url).image.host; // of a redirect, perhaps
    QStringList hosts{QString::fromLatin1(QUrl::toAce(failedHost))};
    for (const LadderStep &step : imageLadder(address, m_rules, std::nullopt, m_archive)) {
        hosts << step.address.host(QUrl::FullyEncoded);
        m_hosts.forgetFailures(step.address, knownReferrer(step.address));
        m_doubted.remove(step.address.host());
    }
    return hosts;
}
