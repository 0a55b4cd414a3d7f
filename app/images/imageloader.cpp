#include "app/images/imageloader.h"

#include "app/images/articlebudget.h"
#include "app/images/imagefetcher.h"

#include <QHash>

#include <algorithm>

namespace
{

// One address on its way, and everybody who waits for it.
struct Job {
    QList<ImageRequest> waiting;
    QList<QUrl> untried; // best first
    std::optional<FetchedImage> firstFailure;
    ImageFetcher *fetcher = nullptr; // while it runs; a child of the loader
    QString host;                    // that the fetcher was counted for
};

ImageAnswer failed(const ImageRequest &request, const FetchedImage &image)
{
    return {.number = request.number, .failure = image.failure, .host = image.host, .detail = image.detail};
}

ImageAnswer failed(const ImageRequest &request, ImageFailure failure)
{
    return failed(request, {.failure = failure, .host = request.address.url.host()});
}

QList<QUrl> candidates(const ImageAddress &address)
{
    QList<QUrl> list{address.url};
    for (const QUrl &other : address.others) {
        if (!list.contains(other))
            list << other;
    }
    return list;
}

} // namespace

struct ImageLoader::Private {
    Private(ImageLoader *loader, const Options &given);

    std::optional<ImageAnswer> answerAtOnce(const ImageRequest &request);
    ImageAnswer delivered(const ImageRequest &request, const QByteArray &bytes);
    void enqueue(const ImageRequest &request);
    void startFetches();
    void startFetch(const QUrl &key);
    void fetched(const QUrl &key, const FetchedImage &image);
    void answerAll(const QList<ImageRequest> &waiting, const FetchedImage &image, const QString &storeError);
    void giveUp(const QUrl &key);
    void release(Job &job);
    void forgetFailures(const ImageAddress &address);

    ImageLoader *q;
    Options options;
    HostLookup *hosts; // a child of the loader: it moves to the loader's thread with it
    FetchOptions fetchOptions;
    ImageStore store;
    std::unique_ptr<QNetworkAccessManager> network; // made on the loader's thread

    QHash<QUrl, Job> jobs; // by ImageAddress::url
    QList<QUrl> queue;     // keys of jobs without a fetcher, the next one first
    QHash<QString, int> fetchesOfHost;
    int fetches = 0;
    QHash<quint64, ArticleBudget> budgets;
    QHash<QUrl, FetchedImage> failures; // of this run
};

ImageLoader::Private::Private(ImageLoader *loader, const Options &given)
    : q(loader)
    , options(given)
    , hosts(new HostLookup(given.resolve, loader))
{
    fetchOptions = {.userAgent = given.userAgent,
                    .limits = given.limits,
                    .resolve = [this](const QString &host, QObject *context,
                                      const HostAnswer &done) { hosts->lookUp(host, context, done); },
                    .isAllowed = given.isAllowed};
}

std::optional<ImageAnswer> ImageLoader::Private::answerAtOnce(const ImageRequest &request)
{
    const QUrl &key = request.address.url;
    if (!budgets[request.article].admit(key, options.limits))
        return failed(request, ImageFailure::TooMany);
    if (const std::optional<StoredImage> stored = store.load(key))
        return delivered(request, stored->bytes);
    if (options.network == NetworkUse::Never)
        return failed(request, ImageFailure::Offline);
    if (request.again)
        forgetFailures(request.address);
    const auto failure = failures.constFind(key);
    return failure == failures.cend() ? std::nullopt : std::optional(failed(request, *failure));
}

ImageAnswer ImageLoader::Private::delivered(const ImageRequest &request, const QByteArray &bytes)
{
    if (!budgets[request.article].spend(request.address.url, bytes.size(), options.limits))
        return failed(request, ImageFailure::TooMany);
    return {.number = request.number, .bytes = bytes, .type = imageType(bytes), .size = imageSize(bytes)};
}

void ImageLoader::Private::enqueue(const ImageRequest &request)
{
    const QUrl &key = request.address.url;
    Job &job = jobs[key];
    if (job.waiting.isEmpty()) {
        job.untried = candidates(request.address);
        queue.append(key);
    }
    job.waiting.append(request);
}

void ImageLoader::Private::startFetches()
{
    for (qsizetype i = 0; i < queue.size() && fetches < options.limits.fetches;) {
        const QString host = jobs[queue.at(i)].untried.first().host();
        if (fetchesOfHost.value(host) < options.limits.fetchesPerHost)
            startFetch(queue.takeAt(i));
        else
            ++i;
    }
}

void ImageLoader::Private::startFetch(const QUrl &key)
{
    Job &job = jobs[key];
    const QUrl url = job.untried.takeFirst();
    job.host = url.host();
    job.fetcher = new ImageFetcher(*network, fetchOptions, q);
    ++fetches;
    ++fetchesOfHost[job.host];
    connect(job.fetcher, &ImageFetcher::finished, q,
            [this, key](const FetchedImage &image) { fetched(key, image); });
    // Later, because it may finish at once, and startFetches() is in the middle of the queue.
    QMetaObject::invokeMethod(
        job.fetcher, [fetcher = job.fetcher, url] { fetcher->start(url); }, Qt::QueuedConnection);
}

void ImageLoader::Private::fetched(const QUrl &key, const FetchedImage &image)
{
    Job &job = jobs[key];
    release(job);
    if (image.failure == ImageFailure::None) {
        const QList<ImageRequest> waiting = jobs.take(key).waiting;
        QString storeError;
        store.save(key, image.bytes, options.now(), &storeError);
        answerAll(waiting, image, storeError);
    } else {
        if (!job.firstFailure)
            job.firstFailure = image;
        if (job.untried.isEmpty()) {
            const Job done = jobs.take(key);
            failures.insert(key, *done.firstFailure);
            answerAll(done.waiting, *done.firstFailure, {});
        } else {
            queue.prepend(key);
        }
    }
    startFetches();
}

void ImageLoader::Private::answerAll(const QList<ImageRequest> &waiting, const FetchedImage &image,
                                     const QString &storeError)
{
    for (const ImageRequest &request : waiting) {
        if (image.failure != ImageFailure::None) {
            Q_EMIT q->answered(failed(request, image));
            continue;
        }
        ImageAnswer answer = delivered(request, image.bytes);
        if (answer.failure == ImageFailure::None && !storeError.isEmpty()) {
            answer.failure = ImageFailure::StoreFailed;
            answer.detail = storeError;
        }
        Q_EMIT q->answered(answer);
    }
}

// Whoever waited is answered by the caller.
void ImageLoader::Private::giveUp(const QUrl &key)
{
    release(jobs[key]);
    queue.removeAll(key);
    jobs.remove(key);
}

void ImageLoader::Private::release(Job &job)
{
    if (!job.fetcher)
        return;
    job.fetcher->disconnect(q);
    job.fetcher->deleteLater();
    job.fetcher = nullptr;
    --fetches;
    if (--fetchesOfHost[job.host] == 0)
        fetchesOfHost.remove(job.host);
}

void ImageLoader::Private::forgetFailures(const ImageAddress &address)
{
    const QString failedHost = failures.take(address.url).host; // of a redirect, perhaps
    hosts->forget(QString::fromLatin1(QUrl::toAce(failedHost)));
    for (const QUrl &url : candidates(address))
        hosts->forget(url.host(QUrl::FullyEncoded));
}

ImageLoader::ImageLoader(const Options &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, options))
{
}

ImageLoader::~ImageLoader() = default;

void ImageLoader::open()
{
    d->network = pictureNetwork();
    QString error;
    if (!d->store.open(d->options.storeFolder, &error))
        Q_EMIT storeUnusable(error);
}

void ImageLoader::load(const ImageRequest &request)
{
    Q_ASSERT(d->network); // open() first
    if (const std::optional<ImageAnswer> answer = d->answerAtOnce(request)) {
        Q_EMIT answered(*answer);
        return;
    }
    d->enqueue(request);
    d->startFetches();
}

void ImageLoader::cancelArticle(quint64 article)
{
    d->budgets.remove(article);
    QList<ImageRequest> cancelled;
    const QList<QUrl> keys = d->jobs.keys();
    for (const QUrl &key : keys) {
        QList<ImageRequest> &waiting = d->jobs[key].waiting;
        const auto others =
            std::stable_partition(waiting.begin(), waiting.end(),
                                  [article](const ImageRequest &one) { return one.article == article; });
        cancelled << QList<ImageRequest>(waiting.begin(), others);
        waiting.erase(waiting.begin(), others);
        if (waiting.isEmpty())
            d->giveUp(key);
    }
    d->startFetches();
    for (const ImageRequest &request : std::as_const(cancelled))
        Q_EMIT answered(failed(request, ImageFailure::Cancelled));
}

void ImageLoader::setNetworkUse(NetworkUse use)
{
    d->options.network = use;
    if (use == NetworkUse::Allowed)
        return;
    QList<ImageRequest> waiting;
    const QList<QUrl> keys = d->jobs.keys();
    for (const QUrl &key : keys) {
        waiting << d->jobs[key].waiting;
        d->giveUp(key);
    }
    for (const ImageRequest &request : std::as_const(waiting))
        Q_EMIT answered(failed(request, ImageFailure::Offline));
}
