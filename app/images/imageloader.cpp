#include "app/images/imageloader_p.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

ImageLoader::Private::Private(ImageLoader *loader, const Options &given)
    : q(loader)
    , options(given)
    , hosts(new HostLookup(given.resolve, given.now, loader))
    , watch(new NetworkWatch(loader))
    , store(*loader->m_store)
    , memory(given.now)
    , queue(given.limits)
{
    fetchOptions = {.userAgent = given.userAgent,
                    .limits = given.limits,
                    .resolve = [this](const QString &host, QObject *context,
                                      const HostAnswer &done) { hosts->lookUp(host, context, done); },
                    .isAllowed = given.isAllowed};
    store.setKeptOwners(given.keptOwners, given.allKeptOwners);
    memory.setRules(given.rules);
    memory.setPublicArchive(given.publicArchive);
}

std::optional<ImageAnswer> ImageLoader::Private::answerAtOnce(const ImageRequest &request)
{
    const QUrl &key = request.address.url;
    if (!budgets[request.article].admit(key, options.limits))
        return failedAnswer(request, ImageFailure::TooMany);
    const bool isAsked = request.again || request.use != ImageUse::Show;
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

void ImageLoader::Private::forgetFailures(const ImageAddress &address)
{
    for (const QString &host : memory.forget(address))
        hosts->forget(host);
}

void ImageLoader::Private::forgetNetworkFailures()
{
    memory.forgetNetworkFailures();
    hosts->forgetAll();
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
    connect(d->watch, &NetworkWatch::returned, this, &ImageLoader::noteNetworkReturned);
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
    if (std::exchange(d->options.network, use) == NetworkUse::Offline && use != NetworkUse::Offline)
        d->forgetNetworkFailures();
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

void ImageLoader::noteNetworkReturned()
{
    d->forgetNetworkFailures();
    Q_EMIT networkReturned();
}

void ImageLoader::addOwner(const QUrl &address, quint64 article)
{
    if (article != 0)
        d->store.addOwner(address, article);
}

void ImageLoader::setOwner(quint64 article, const QList<ImageAddress> &pictures)
{
    QList<QUrl> addresses;
    for (const ImageAddress &picture : pictures)
        addresses << picture.url;
    m_store->setOwner(article, addresses);
}

void ImageLoader::setRules(const HostRules &rules)
{
    d->memory.changeRules(rules);
}

void ImageLoader::setPublicArchive(PublicArchiveUse use)
{
    d->memory.setPublicArchive(use);
}
