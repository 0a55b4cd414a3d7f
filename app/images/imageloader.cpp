#include "app/images/imageloader.h"

#include "app/images/articlebudget.h"
#include "app/images/fetchjob.h"
#include "app/images/laddermemory.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static FetchedImage standInOf(const QUrl &address)
{
    return {.failure = ImageFailure::StandIn, .host = address.host()};
}

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
    void forgetFailures(const ImageAddress &address);
    void heed(const ImageRequest &request, bool isAllowed);

    ImageLoader *q;
    Options options;
    HostLookup *hosts; // a child of the loader: it moves to the loader's thread with it
    FetchOptions fetchOptions;
    StoreKeeper &store;
    LadderMemory memory;
    std::unique_ptr<QNetworkAccessManager> network; // made on the loader's thread

    QHash<QUrl, FetchJob> jobs; // by ImageAddress::url
    FetchQueue queue;           // keys of jobs without a fetcher
    QHash<quint64, ArticleBudget> budgets;
};

ImageLoader::Private::Private(ImageLoader *loader, const Options &given)
    : q(loader)
    , options(given)
    , hosts(new HostLookup(given.resolve, given.now, loader))
    , store(*loader->m_store)
    , memory(given.now)
    , queue(given.limits)
{
    fetchOptions = {.userAgent = given.userAgent,
                    .limits = given.limits,
                    .resolve = [this](const QString &host, QObject *context,
                                      const HostAnswer &done) { hosts->lookUp(host, context, done); },
                    .isAllowed = given.isAllowed};
    store.setKeptOwners(given.keptOwners);
    memory.setRules(given.rules);
    memory.setPublicArchive(given.publicArchive);
}

std::optional<ImageAnswer> ImageLoader::Private::answerAtOnce(const ImageRequest &request)
{
    const QUrl &key = request.address.url;
    if (!budgets[request.article].admit(key, options.limits))
        return failedAnswer(request, ImageFailure::TooMany);
    const bool isAsked = request.again || request.use == ImageUse::Collect;
    const bool isAllowed = mayAsk(options.network, isAsked);
    heed(request, isAllowed);
    if (request.use != ImageUse::Show && store.has(key)) {
        q->addOwner(key, request.owner);
        return ImageAnswer{.number = request.number};
    }
    const std::optional<StoredImage> stored = loadStored(key);
    const StandIn kept = stored ? memory.judgeKept(key, stored->bytes) : StandIn::No;
    const bool isRefused = kept == StandIn::Refused;
    if (stored && !isRefused) {
        const bool isDoubtful = isAllowed && kept != StandIn::No;
        if (!isDoubtful || memory.failure(request.address))
            return delivered(request, stored->bytes);
        return std::nullopt;
    }
    if (!isAllowed)
        return failedAnswer(request, isRefused ? ImageFailure::StandIn : whyNotAsked(options.network));
    if (request.again)
        forgetFailures(request.address);
    const std::optional<LadderFailure> known = memory.failure(request.address);
    if (!known || !memory.untried(request.address, known).isEmpty())
        return std::nullopt;
    return failedAnswer(request, isRefused ? standInOf(key) : known->image, known->tried);
}

// Older versions kept a dot where nothing better came.
std::optional<StoredImage> ImageLoader::Private::loadStored(const QUrl &key)
{
    std::optional<StoredImage> stored = store.load(key);
    if (!stored || !isDot(stored->bytes))
        return stored;
    store.remove(key);
    return std::nullopt;
}

ImageAnswer ImageLoader::Private::delivered(const ImageRequest &request, const QByteArray &bytes)
{
    q->addOwner(request.address.url, request.owner);
    if (!budgets[request.article].spend(request.address.url, bytes.size(), options.limits))
        return failedAnswer(request, ImageFailure::TooMany);
    if (request.use != ImageUse::Show)
        return {.number = request.number};
    return {.number = request.number,
            .bytes = bytes,
            .type = imageType(bytes),
            .size = imageSize(bytes),
            .digest = StandIns::digest(bytes)};
}

void ImageLoader::Private::enqueue(const ImageRequest &request)
{
    const QUrl &key = request.address.url;
    FetchJob &job = jobs[key];
    if (job.waiting.isEmpty()) {
        const std::optional<LadderFailure> known = memory.failure(request.address);
        job.untried = memory.untried(request.address, known);
        if (known) {
            job.firstFailure = known->image;
            job.tried = known->tried;
        }
        if (const std::optional<StoredImage> kept = loadStored(key))
            job.noteKept(kept->bytes, memory.judgeKept(key, kept->bytes));
        if (job.isRefusedKept)
            job.firstFailure = standInOf(key);
        queue.append(key);
    }
    job.isAnyRight |= request.verdict == ImageVerdict::Right;
    job.waiting.append(request);
}

void ImageLoader::Private::startFetches()
{
    const FetchQueue::Look look = [this](const QUrl &key) { return jobs[key].nextPlace(); };
    while (const std::optional<QUrl> key = queue.begin(look))
        startFetch(*key);
}

void ImageLoader::Private::startFetch(const QUrl &key)
{
    FetchJob &job = jobs[key];
    job.place = job.nextPlace();
    job.step = job.untried.takeFirst();
    if (job.begun == 0)
        job.begun = options.now();
    const std::chrono::milliseconds spent(options.now() - job.begun);
    const auto left = std::max(1ms, options.limits.ladder - spent);
    job.fetcher = new ImageFetcher(*network, fetchOptions, q);
    connect(job.fetcher, &ImageFetcher::finished, q,
            [this, key](const FetchedImage &image) { fetched(key, image); });
    // Later, because it may finish at once, and startFetches() is in the middle of the queue.
    QMetaObject::invokeMethod(
        job.fetcher,
        [fetcher = job.fetcher, step = job.step, left] { fetcher->start(step.address, step.referrer, left); },
        Qt::QueuedConnection);
}

void ImageLoader::Private::fetched(const QUrl &key, const FetchedImage &image)
{
    FetchJob &job = jobs[key];
    release(job);
    const FetchedImage result = judged(job, image);
    memory.noteStep(key, job.step, result);
    job.noteTried(result);
    if (result.failure == ImageFailure::None && job.isFallbackKept && result.bytes == job.fallback->bytes) {
        keepFallback(key); // a way that is trusted has nothing else either
    } else if (result.failure == ImageFailure::None) {
        memory.standIns().noteBetter(job.standIns, job.step);
        succeed(key, result);
    } else {
        climbOn(key, result);
    }
    startFetches();
}

// As a failure, where it is a picture that stands for others.
FetchedImage ImageLoader::Private::judged(FetchJob &job, const FetchedImage &image)
{
    if (image.failure != ImageFailure::None)
        return image;
    const QString host = job.step.address.host();
    if (isDot(image.bytes))
        return {.failure = ImageFailure::Dot, .host = host};
    const StandIn standIn = memory.judge(job.step, image.bytes);
    if (job.isAnyRight && standIn != StandIn::No)
        memory.noteRight(job.waiting.first().address, StandIns::digest(image.bytes));
    if (job.isAnyRight || standIn == StandIn::No)
        return image;
    job.standIns << StandInSeen{host, StandIns::digest(image.bytes)};
    if (standIn == StandIn::Suspected && !job.fallback)
        job.fallback = image;
    return {.failure = ImageFailure::StandIn, .host = host};
}

void ImageLoader::Private::climbOn(const QUrl &key, const FetchedImage &failure)
{
    FetchJob &job = jobs[key];
    job.noteFailure(failure, key);
    job.untried = remainingSteps(job.untried, job.step, failure.failure, failure.detail);
    const bool isLate = options.now() - job.begun >= options.limits.ladder.count();
    if (!job.untried.isEmpty() && !isLate) {
        queue.prepend(key);
        return;
    }
    if (!job.fallback) {
        fail(key);
        return;
    }
    if (!isLate)
        memory.standIns().noteNothingBetter(job.standIns);
    if (job.isFallbackKept)
        keepFallback(key);
    else
        succeed(key, FetchedImage(*job.fallback));
}

void ImageLoader::Private::succeed(const QUrl &key, const FetchedImage &image)
{
    const FetchJob done = jobs.take(key);
    QString storeError;
    if (store.save(key, image.bytes, &storeError))
        Q_EMIT q->stored(key);
    answerAll(done, image, storeError);
}

// It stays in the store, and is not climbed for again in this run.
void ImageLoader::Private::keepFallback(const QUrl &key)
{
    const FetchJob done = jobs.take(key);
    memory.noteFailure(key, standInOf(key), done.tried);
    answerAll(done, *done.fallback, {});
}

void ImageLoader::Private::fail(const QUrl &key)
{
    const FetchJob done = jobs.take(key);
    memory.noteFailure(key, *done.firstFailure, done.tried, done.goneAs());
    answerAll(done, *done.firstFailure, {});
}

void ImageLoader::Private::answerAll(const FetchJob &job, const FetchedImage &image,
                                     const QString &storeError)
{
    for (const ImageRequest &request : job.waiting) {
        if (image.failure != ImageFailure::None) {
            Q_EMIT q->answered(failedAnswer(request, image, job.tried));
            continue;
        }
        ImageAnswer answer = delivered(request, image.bytes);
        answer.tried = job.tried;
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
    queue.remove(key);
    jobs.remove(key);
}

void ImageLoader::Private::release(FetchJob &job)
{
    if (!job.fetcher)
        return;
    job.fetcher->disconnect(q);
    job.fetcher->deleteLater();
    job.fetcher = nullptr;
    queue.end(job.place);
}

void ImageLoader::Private::forgetFailures(const ImageAddress &address)
{
    for (const QString &host : memory.forget(address))
        hosts->forget(host);
}

void ImageLoader::Private::heed(const ImageRequest &request, bool isAllowed)
{
    const ImageAddress &address = request.address;
    const bool isRight = request.verdict == ImageVerdict::Right;
    if (!isRight && (request.verdict != ImageVerdict::Wrong || !isAllowed))
        return;
    QByteArray digest = request.doubted; // what was shown need not be stored, or no longer
    const std::optional<StoredImage> stored = loadStored(address.url);
    if (stored && (isRight || digest.isEmpty()))
        digest = StandIns::digest(stored->bytes);
    if (digest.isEmpty())
        return;
    isRight ? memory.noteRight(address, digest) : memory.noteWrong(address, digest);
}

ImageLoader::ImageLoader(const Options &options, QObject *parent)
    : QObject(parent)
    , m_store(new StoreKeeper(options.now, this))
    , d(std::make_unique<Private>(this, options))
{
    connect(m_store, &StoreKeeper::sizeFound, this, &ImageLoader::storeSize);
}

ImageLoader::~ImageLoader() = default;

QString ImageLoader::storeFolder() const
{
    return d->options.storeFolder;
}

void ImageLoader::open()
{
    d->network = pictureNetwork();
    QString error;
    d->store.setLimit(d->options.storeLimit);
    const bool isUsable = d->store.open(d->options.storeFolder, &error);
    if (!isUsable)
        Q_EMIT storeUnusable(error);
    // What cannot be remembered is learnt again.
    d->memory.open(isUsable ? d->options.storeFolder + u"/hosts.sqlite"_s : QString(), &error);
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
        Q_EMIT answered(failedAnswer(request, ImageFailure::Cancelled));
}

void ImageLoader::setNetworkUse(NetworkUse use)
{
    d->options.network = use;
    if (use != NetworkUse::Offline && use != NetworkUse::Never)
        return;
    QList<FetchJob> left;
    const QList<QUrl> keys = d->jobs.keys();
    for (const QUrl &key : keys) {
        left << d->jobs[key];
        d->giveUp(key);
    }
    for (const FetchJob &job : std::as_const(left))
        d->answerAll(job, job.givenUp(whyNotAsked(use)), {});
}

void ImageLoader::addOwner(const QUrl &address, quint64 article)
{
    if (article != 0)
        d->store.addOwner(address, article);
}

void ImageLoader::setRules(const HostRules &rules)
{
    d->memory.setRules(rules);
}

void ImageLoader::setPublicArchive(PublicArchiveUse use)
{
    d->memory.setPublicArchive(use);
}
