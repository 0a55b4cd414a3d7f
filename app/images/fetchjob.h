#pragma once

#include "app/images/fetchqueue.h"
#include "app/images/imagefetcher.h"
#include "app/images/imageladder.h"
#include "app/images/imageloader.h"
#include "app/images/standins.h"

#include <algorithm>

// One picture of the loader on its way up the ladder, and everybody who waits for it.
struct FetchJob {
    QList<ImageRequest> waiting;
    QList<LadderStep> untried; // best first
    LadderStep step;           // the one that runs, or ran last
    QList<TriedWay> tried;
    qint64 begun = 0; // the first fetch, milliseconds since 1970-01-01 UTC
    std::optional<FetchedImage> firstFailure;
    std::optional<FetchedImage> ownFailure; // at the picture's own address: the first that is not "gone"
    // What is shown where nothing better comes, and whether it is in the store already.
    std::optional<FetchedImage> fallback;
    bool isFallbackKept = false;
    bool isRefusedKept = false;      // what is in the store is not to be shown, by the reader's word
    bool isAnyRight = false;         // by the reader's word, whatever comes but a failure
    QList<StandInSeen> standIns;     // met on the way
    ImageFetcher *fetcher = nullptr; // while it runs; a child of the loader
    FetchQueue::Place place;         // that the fetcher was counted for
    bool isBeside = false;           // once more, for a second connection

    void noteTried(const FetchedImage &result)
    {
        tried << TriedWay{step.rung,      step.address.scheme(), step.address.host(), step.referrer.host(),
                          result.failure, result.detail};
    }

    void noteFailure(const FetchedImage &failure, const QUrl &key)
    {
        if (!firstFailure)
            firstFailure = failure;
        const bool isOpen = !ownFailure || isGone(ownFailure->failure, ownFailure->detail);
        if (isOpen && step.address == key) // gone only where every answer says so
            ownFailure = failure;
    }

    // What is in the store.
    void noteKept(const QByteArray &bytes, StandIn judgement)
    {
        isRefusedKept = judgement == StandIn::Refused;
        isFallbackKept = !isRefusedKept;
        if (isFallbackKept)
            fallback = FetchedImage{.bytes = bytes};
    }

    // What everybody who waits is answered where it is given up, for a reason that is no fetch's.
    FetchedImage givenUp(ImageFailure failure) const
    {
        if (isFallbackKept)
            return *fallback;
        return {.failure = isRefusedKept ? ImageFailure::StandIn : failure,
                .host = waiting.first().address.url.host()};
    }

    // As LadderMemory::noteFailure() wants it.
    QString goneAs() const
    {
        return ownFailure && isGone(ownFailure->failure, ownFailure->detail) ? ownFailure->detail : QString();
    }

    // Of the next step, of which there is one.
    FetchQueue::Place nextPlace() const
    {
        const bool isQuiet = std::none_of(waiting.cbegin(), waiting.cend(), [](const ImageRequest &request) {
            return request.use == ImageUse::Show;
        });
        return {untried.first().address.host(), isQuiet ? FetchUrgency::Quiet : FetchUrgency::Urgent};
    }
};
