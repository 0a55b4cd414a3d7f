#pragma once

#include "app/images/articlebudget.h"
#include "app/images/fetchjob.h"
#include "app/images/imageloader.h"
#include "app/images/laddermemory.h"
#include "app/images/networkwatch.h"

#include <QHash>
#include <QSet>

// What a loader keeps; nobody but imageloader*.cpp reads this: imageloader.cpp answers, imageloaderladder.cpp
// fetches.
struct ImageLoader::Private {
    Private(ImageLoader *loader, const Options &given);

    std::optional<ImageAnswer> answerAtOnce(const ImageRequest &request);
    std::optional<StoredImage> loadStored(const QUrl &key);
    ImageAnswer delivered(const ImageRequest &request, const QByteArray &bytes);
    void enqueue(const ImageRequest &request);
    void startFetches();
    void startFetch(const QUrl &key);
    void fetched(const QUrl &key, const FetchedImage &image);
    FetchedImage judged(FetchJob &job, const FetchedImage &image);
    void climbOn(const QUrl &key, const FetchedImage &failure);
    void keepFallback(const QUrl &key);
    void succeed(const QUrl &key, const FetchedImage &image);
    void fail(const QUrl &key);
    void answerAll(const FetchJob &job, const FetchedImage &image, const QString &storeError);
    void giveUp(const QUrl &key);
    void release(FetchJob &job);
    bool extend(FetchJob &job);
    void endBeside(FetchJob &job);
    void noteBusy(const QString &host, const FetchedImage &result);
    void forgetFailures(const ImageAddress &address);
    void forgetNetworkFailures();
    void heed(const ImageRequest &request, bool isAllowed);

    ImageLoader *q;
    Options options;
    HostLookup *hosts; // children of the loader: they move to the loader's thread with it
    NetworkWatch *watch;
    FetchOptions fetchOptions;
    StoreKeeper &store;
    LadderMemory memory;
    std::unique_ptr<QNetworkAccessManager> network; // made on the loader's thread

    QHash<QUrl, FetchJob> jobs; // by ImageAddress::url
    FetchQueue queue;           // keys of jobs without a fetcher
    QSet<QString> resting;      // hosts
    QHash<QString, int> rests;  // of a host, since its last picture
    QHash<quint64, ArticleBudget> budgets;
};

// What is told of a picture in whose place another one came.
inline FetchedImage standInOf(const QUrl &address)
{
    return {.failure = ImageFailure::StandIn, .host = address.host()};
}
