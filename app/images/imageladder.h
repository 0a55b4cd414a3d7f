#pragma once

#include "app/images/hostrules.h"
#include "app/images/imagepolicy.h"
#include "app/page/imageaddress.h"

struct FetchedImage;

// The ways of asking for one picture, one after the other: no single policy works, as one large host refuses
// every Referer and another demands one. Pure functions.

// Kept in the hosts' memory as numbers: append only.
enum class Rung : quint8 {
    Plain,         // without a Referer
    ProxyReferrer, // with the one that the proxy's r= names: the article's site
    OwnReferrer,   // with the picture's own origin
    KnownReferrer, // with the one that this host is known to want
    OtherScheme,   // https for http, and back: with the known Referer, then without
    OtherAddress,  // another address of the picture, so too: as written before it was mended, a proxy's
    PublicArchive, // a copy in a public archive
};

struct LadderStep {
    QUrl address;
    QUrl referrer; // empty: none is sent
    Rung rung = Rung::Plain;
    bool operator==(const LadderStep &) const = default;
};

enum class PublicArchiveUse : quint8 { Never, AsLastResort };

// What to try, in this order: the rung that worked for this host before, then the known Referer, as such a
// host may answer any other with a picture of its own that would be believed, then the others as above. That
// it "worked" without a Referer is for the same reason no way to begin with where a Referer is known.
QList<LadderStep> imageLadder(const ImageAddress &address, const HostRules &rules,
                              std::optional<Rung> worked = {},
                              PublicArchiveUse archive = PublicArchiveUse::Never);

// Some hosts answer 404 to visitors who do not come from the right place.
enum class GoneBelief : quint8 {
    AtOnce,
    WithAReferrer, // not before one Referer brought nothing, either
};

// Those that still make sense once a step has failed. A host that does not resolve is not asked in other
// words, and one that does not answer in the other scheme only, which is another port; where it is another
// host that it sent us to, or in circles, it has answered, and may send us elsewhere with another Referer.
// What is gone (404, 410) is asked for with one more Referer at most, the known one where there is one; what
// is too large is not asked for again at this address.
QList<LadderStep> remainingSteps(const QList<LadderStep> &steps, const LadderStep &failed,
                                 const FetchedImage &failure, GoneBelief belief = GoneBelief::AtOnce);

// Whether a server's answer means that the picture is gone for good: 404 or 410.
bool isGone(ImageFailure failure, const QString &detail);
