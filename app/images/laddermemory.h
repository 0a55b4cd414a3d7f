#pragma once

#include "app/images/hostmemory.h"
#include "app/images/imagefetcher.h"
#include "app/images/standins.h"
#include "app/images/triedway.h"

#include <functional>

// One picture that could not be had.
struct LadderFailure {
    FetchedImage image{};    // of the first way
    QList<TriedWay> tried{}; // empty where another run found out
    QList<QUrl> others{};    // ImageAddress::others that were tried, or passed over
    bool wasArchiveAsked = false;
    qint64 noted = 0;            // milliseconds since 1970-01-01 UTC
    bool isOfTheNetwork = false; // perhaps: then it is not believed for as long as the run
    bool isProved = false;       // there was a network: it is the host
};

// What is to be tried for a picture, by the rules and by what this run and earlier ones learnt. One thread
// only, that of open(), which comes first.
class LadderMemory final
{
public:
    // `now` gives milliseconds since 1970-01-01 UTC.
    explicit LadderMemory(std::function<qint64()> now);

    // As HostMemory::open().
    bool open(const QString &file, QString *error) { return m_hosts.open(file, error); }
    void setRules(const HostRules &rules) { m_rules = rules; }
    // The reader wrote others: what they may change is as if it had never been tried.
    void changeRules(const HostRules &rules);
    void setPublicArchive(PublicArchiveUse use) { m_archive = use; }

    // How long a failure is believed that may have been the network's: as long as a host that does not
    // resolve is left alone, where somebody answered shortly before and shortly after; else the network may
    // have been away, and it is a minute. So it is with the hosts that do not resolve.
    static constexpr qint64 doubtfulRest = 60'000; // milliseconds
    // The network was away and is back: no failure that may have been its fault is believed any longer.
    void forgetNetworkFailures();

    // Of this run, or of another one.
    std::optional<LadderFailure> failure(const ImageAddress &address) const;
    // After a failure that is known only what has become possible since: a copy in a public archive, and
    // other addresses that another article has for the picture.
    QList<LadderStep> untried(const ImageAddress &address, const std::optional<LadderFailure> &known) const;

    // Whether a picture that a step brought is only sent in place of one: by the rules, or by what was
    // learnt.
    StandIn judge(const LadderStep &step, const QByteArray &bytes);
    // The same of one that is kept; Refused where it is not to be shown.
    StandIn judgeKept(const QUrl &key, const QByteArray &bytes) const;
    // What the reader says of the bytes with this StandIns::digest(): that they only stand in for the
    // picture, or are it after all, for all hosts that it may come from.
    void noteWrong(const ImageAddress &address, const QByteArray &digest);
    void noteRight(const ImageAddress &address, const QByteArray &digest);
    StandIns &standIns() { return m_standIns; }
    // As remainingSteps(). A host that never sent a picture has its 404 believed only where it says so with a
    // Referer, too, until it did so often enough in this run.
    QList<LadderStep> remaining(const QUrl &key, const QList<LadderStep> &steps, const LadderStep &failed,
                                const FetchedImage &failure) const;
    // What came of one step for the picture `key`.
    void noteStep(const QUrl &key, const LadderStep &step, const FetchedImage &image);
    // `image` is what is told: the failure of the first way. `goneAs`: the status, 404 or 410, with which the
    // picture's own address was answered; empty where that had another answer, or only other addresses were
    // asked.
    void noteFailure(const ImageAddress &address, const FetchedImage &image, const QList<TriedWay> &tried,
                     const QString &goneAs = {});
    // As if this picture had never failed. Answers the hosts it may come from, as a resolver takes them.
    QStringList forget(const ImageAddress &address);

private:
    QList<LadderStep> ladder(const ImageAddress &address) const;
    QUrl knownReferrer(const QUrl &address) const; // empty for none
    std::optional<Rung> worked(const QUrl &address) const;
    void noteWorked(const QString &host, const LadderStep &step);
    void setVerdict(const ImageAddress &address, const QByteArray &digest, StandIn verdict);
    bool isGoneBelieved(const QString &host) const;
    bool isNetworkProved() const;
    bool isBelieved(const LadderFailure &failure) const;
    bool isDead(const QString &host) const;
    void noteAnswer();
    bool isStandInByRule(const QString &host, const QByteArray &bytes) const;

    std::function<qint64()> m_now;
    HostRules m_rules;
    PublicArchiveUse m_archive = PublicArchiveUse::Never;
    HostMemory m_hosts;
    StandIns m_standIns;
    qint64 m_lastAnswer = 0;               // of any host, by the clock: there is a network
    QHash<QString, qint64> m_doubted;      // hosts that did not resolve since, and when
    QHash<QString, int> m_vainReferrers;   // by host: how often a 404 stayed one with another Referer
    QList<QUrl> m_unproved;                // failures since that may have been the network's
    QHash<QUrl, LadderFailure> m_failures; // of this run, by ImageAddress::url
};
