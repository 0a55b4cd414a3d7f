#include "app/images/imageladder.h"

#include "app/images/imagefetcher.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace
{

class Ladder
{
public:
    void add(const QUrl &address, const QUrl &referrer, Rung rung)
    {
        const bool isKnown = std::any_of(m_steps.cbegin(), m_steps.cend(), [&](const LadderStep &step) {
            return step.address == address && step.referrer == referrer;
        });
        if (!isKnown && !address.isEmpty())
            m_steps << LadderStep{address, referrer, rung};
    }

    QList<LadderStep> steps() const { return m_steps; }

private:
    QList<LadderStep> m_steps;
};

// With the slash at its end: the form in which browsers send an origin as the Referer.
QUrl origin(const QUrl &address)
{
    QUrl url;
    url.setScheme(address.scheme());
    url.setHost(address.host());
    url.setPort(address.port());
    url.setPath(u"/"_s);
    return url;
}

// Empty where there is none: a port of its own speaks one of the two only.
QUrl otherScheme(QUrl address)
{
    if (address.port() >= 0)
        return {};
    address.setScheme(address.scheme() == u"https" ? u"http"_s : u"https"_s);
    return address;
}

// With the known Referer or without: that is enough to see whether somebody answers there.
bool isOtherPort(const LadderStep &step, const LadderStep &failed)
{
    return (step.rung == Rung::OtherScheme || step.rung == Rung::Plain || step.rung == Rung::KnownReferrer) &&
           step.address.scheme() != failed.address.scheme();
}

bool isBusy(const FetchedImage &failure)
{
    return failure.failure == ImageFailure::HttpStatus &&
           (failure.detail == u"429" || failure.detail.startsWith(u'5'));
}

QList<LadderStep> stepsAfterGone(const QList<LadderStep> &steps, const LadderStep &failed, GoneBelief belief)
{
    bool isOneMoreWanted = belief == GoneBelief::WithAReferrer && failed.rung == Rung::Plain;
    QList<LadderStep> left;
    for (const LadderStep &step : steps) {
        const bool isKnown = step.rung == Rung::KnownReferrer || step.rung == Rung::Plain;
        if (step.address != failed.address || isKnown || std::exchange(isOneMoreWanted, false))
            left << step;
    }
    return left;
}

// The address form of the Internet Archive for a picture as it was, without its own frame (im_).
QUrl archivedCopy(const QUrl &address)
{
    return QUrl(u"https://web.archive.org/web/0im_/"_s + address.toString(QUrl::FullyEncoded));
}

}

QList<LadderStep> imageLadder(const ImageAddress &address, const HostRules &rules, std::optional<Rung> worked,
                              PublicArchiveUse archive)
{
    const QUrl &url = address.url;
    Ladder ladder;
    const std::optional<QUrl> known = rules.referrer(url.host());
    if (known)
        ladder.add(url, *known, Rung::KnownReferrer);
    ladder.add(url, {}, Rung::Plain);
    if (!address.proxyReferrer.isEmpty())
        ladder.add(url, address.proxyReferrer, Rung::ProxyReferrer);
    ladder.add(url, origin(url), Rung::OwnReferrer);
    const auto addElsewhere = [&](const QUrl &other, Rung rung) {
        if (const std::optional<QUrl> wanted = rules.referrer(other.host()))
            ladder.add(other, *wanted, rung);
        ladder.add(other, {}, rung);
    };
    addElsewhere(otherScheme(url), Rung::OtherScheme);
    for (const QUrl &other : address.others)
        addElsewhere(other, Rung::OtherAddress);
    if (archive == PublicArchiveUse::AsLastResort)
        ladder.add(archivedCopy(url), {}, Rung::PublicArchive);
    QList<LadderStep> steps = ladder.steps();
    if (worked && !(known && worked == Rung::Plain))
        std::stable_partition(steps.begin(), steps.end(),
                              [worked](const LadderStep &step) { return step.rung == *worked; });
    return steps;
}

bool isGone(ImageFailure failure, const QString &detail)
{
    return failure == ImageFailure::HttpStatus && (detail == u"404" || detail == u"410");
}

QList<LadderStep> remainingSteps(const QList<LadderStep> &steps, const LadderStep &failed,
                                 const FetchedImage &failure, GoneBelief belief)
{
    if (isGone(failure.failure, failure.detail))
        return stepsAfterGone(steps, failed, belief);
    const bool isElsewhere = !failure.host.isEmpty() && failure.host != failed.address.host();
    const auto isHopeless = [&](const LadderStep &step) {
        const bool isSameAddress = step.address == failed.address;
        const bool isSameHost = step.address.host() == failed.address.host();
        switch (failure.failure) {
        case ImageFailure::HostNotFound:
        case ImageFailure::NotAllowed:
            return isSameHost && !isElsewhere;
        case ImageFailure::TimedOut:
            return isSameHost && !isElsewhere && !isOtherPort(step, failed);
        case ImageFailure::NoConnection: // the other scheme is another port
            return isSameAddress && !isElsewhere;
        case ImageFailure::TooLarge:
            return isSameAddress;
        default:
            break;
        }
        return isBusy(failure) && isSameHost;
    };
    QList<LadderStep> left;
    std::remove_copy_if(steps.cbegin(), steps.cend(), std::back_inserter(left), isHopeless);
    return left;
}
