// How the loader fetches: one job a picture, rung by rung, until it is had or nothing is left.

#include "app/images/imageloader_p.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

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
    const FetchQueue::Look look = [this](const QUrl &key) {
        FetchQueue::Place place = jobs[key].nextPlace();
        place.isResting = resting.contains(place.host);
        return place;
    };
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
    job.fetcher->setMayTryBeside([this, key] { return extend(jobs[key]); });
    connect(job.fetcher, &ImageFetcher::besideEnded, q, [this, key] {
        endBeside(jobs[key]);
        startFetches();
    });
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
    noteBusy(job.place.host, image);
    const FetchedImage result = judged(job, image);
    memory.noteStep(key, job.step, result);
    if (mayBeOfTheNetwork(result.failure))
        watch->begin();
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

// Else the first that comes to be fetched for later while a host is busy makes all the others fail, too.
void ImageLoader::Private::noteBusy(const QString &host, const FetchedImage &result)
{
    if (result.failure == ImageFailure::None)
        rests.remove(host);
    const bool isBusy =
        result.failure == ImageFailure::HttpStatus && (result.detail == u"429" || result.detail == u"503");
    const ImageLimits &limits = options.limits;
    if (!isBusy || resting.contains(host) || rests.value(host) >= limits.restsInARow)
        return;
    ++rests[host];
    resting.insert(host);
    const std::chrono::milliseconds asked = result.retryAfter ? *result.retryAfter : limits.usualRest;
    QTimer::singleShot(std::min(asked, limits.longestRest), q, [this, host] {
        resting.remove(host);
        startFetches();
    });
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
    job.untried = memory.remaining(key, job.untried, job.step, failure);
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
    memory.noteFailure(done.waiting.first().address, standInOf(key), done.tried);
    answerAll(done, *done.fallback, {});
}

void ImageLoader::Private::fail(const QUrl &key)
{
    const FetchJob done = jobs.take(key);
    memory.noteFailure(done.waiting.first().address, *done.firstFailure, done.tried, done.goneAs());
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
    job.fetcher->setMayTryBeside([] { return false; });
    job.fetcher->deleteLater();
    job.fetcher = nullptr;
    endBeside(job);
    queue.end(job.place);
}

bool ImageLoader::Private::extend(FetchJob &job)
{
    job.isBeside = queue.extend(job.place);
    return job.isBeside;
}

void ImageLoader::Private::endBeside(FetchJob &job)
{
    if (std::exchange(job.isBeside, false))
        queue.end(job.place);
}
