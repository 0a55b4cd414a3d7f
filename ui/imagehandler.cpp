#include "ui/imagehandler.h"

#include "app/images/firstframe.h"
#include "ui/pagescheme.h"

#include <QBuffer>

#include <utility>

namespace
{

// Chromium reads the device on a thread of its own until the job dies: a finished buffer, owned by the job.
void reply(QWebEngineUrlRequestJob *job, const QByteArray &type, const QByteArray &bytes)
{
    auto *buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(type, buffer);
}

// What the reader looks at by itself is an article of its own to the loader, with limits of its own. Panes
// number from 1 on, collectors (imagethread.cpp) from 2^61.
quint64 readersArticle(quint64 number)
{
    return (quint64(1) << 60) + number;
}

// Of a key on paper: no key of a page ends so.
constexpr QByteArrayView paperEnding = "-paper";

ImageVerdict verdictOf(Asking asking)
{
    switch (asking) {
    case Asking::Wrong:
        return ImageVerdict::Wrong;
    case Asking::Right:
        return ImageVerdict::Right;
    default:
        return ImageVerdict::None;
    }
}

}

ImageAnswer inlineAnswer(const PagePicture &picture)
{
    ImageAnswer answer;
    answer.failure = checkImage(picture.inlineData);
    if (answer.failure != ImageFailure::None)
        return answer;
    answer.bytes = picture.inlineData;
    answer.type = imageType(picture.inlineData);
    return answer;
}

ImageHandler::ImageHandler(QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
{
}

void ImageHandler::use(const ImageLoader &images)
{
    connect(this, &ImageHandler::wanted, &images, &ImageLoader::load);
    connect(this, &ImageHandler::articleLeft, &images, &ImageLoader::cancelArticle);
    connect(&images, &ImageLoader::answered, this, &ImageHandler::take);
}

void ImageHandler::setPictures(const QList<PagePicture> &pictures, const ThemeColors &colors,
                               const QString &retryKey)
{
    leaveArticle();
    m_colors = colors;
    m_retryKey = retryKey;
    m_attempts.clear();
    m_firstKeys.clear();
    m_failed.clear();
    m_askedFor.clear();
    m_digests.clear();
    m_judged.clear();
    m_budget = PixelBudget();
    m_pictures.clear();
    forgetHeldBack();
    for (const PagePicture &picture : pictures)
        m_pictures.insert(picture.key, picture);
}

void ImageHandler::leaveArticle()
{
    const QHash<quint64, Waiting> left = std::exchange(m_waiting, {});
    for (auto it = left.cbegin(); it != left.cend(); ++it) {
        if (it->job)
            it->job->fail(QWebEngineUrlRequestJob::RequestAborted);
        if (it->forReader)
            Q_EMIT articleLeft(readersArticle(it.key()));
    }
    if (!m_pictures.isEmpty()) // also where nothing is awaited: its limits are counted no longer
        Q_EMIT articleLeft(m_article);
    ++m_article;
}

const PagePicture *ImageHandler::picture(const QByteArray &key) const
{
    const auto found = m_pictures.constFind(key);
    return found == m_pictures.cend() ? nullptr : &*found;
}

void ImageHandler::noteHeldBack(const QString &host)
{
    ++m_heldBack;
    m_heldHosts.insert(host);
    Q_EMIT heldBack(m_heldBack, static_cast<int>(m_heldHosts.size()));
}

void ImageHandler::forgetHeldBack()
{
    m_heldHosts.clear();
    if (std::exchange(m_heldBack, 0) > 0)
        Q_EMIT heldBack(0, 0);
}

QHash<QByteArray, QByteArray> ImageHandler::renewFailed(Asking asking)
{
    forgetHeldBack();
    QHash<QByteArray, QByteArray> renewed;
    const QList<QByteArray> failed = m_failed.keys();
    for (const QByteArray &key : failed)
        renewed.insert(key, renew(key, asking));
    return renewed;
}

QHash<QByteArray, QByteArray> ImageHandler::renewJudged(const QByteArray &key)
{
    const QByteArray last = lastKey(firstKey(key));
    return m_pictures.contains(last) ? QHash<QByteArray, QByteArray>{{last, renew(last, Asking::Usual)}}
                                     : QHash<QByteArray, QByteArray>();
}

QHash<QByteArray, QByteArray> ImageHandler::redrawFailed()
{
    QHash<QByteArray, QByteArray> renewed;
    const QHash<QByteArray, ImageAnswer> failed = m_failed;
    for (auto it = failed.cbegin(); it != failed.cend(); ++it) {
        const QByteArray key = renew(it.key(), Asking::Usual);
        m_failed.insert(key, it.value());
        renewed.insert(it.key(), key);
    }
    return renewed;
}

QByteArray ImageHandler::renew(const QByteArray &key, Asking asking)
{
    PagePicture picture = m_pictures.take(key);
    const int attempt = m_attempts.take(key) + 1;
    // "x" is no digit, so the new key is that of no other picture.
    picture.key = (attempt == 1 ? key : key.left(key.lastIndexOf('x'))) + 'x' + QByteArray::number(attempt);
    m_attempts.insert(picture.key, attempt);
    m_firstKeys.insert(picture.key, firstKey(key));
    if (asking == Asking::Again)
        m_askedFor.insert(picture.key);
    m_failed.remove(key);
    m_pictures.insert(picture.key, picture);
    return picture.key;
}

quint64 ImageHandler::fetch(const PagePicture &picture, Asking asking)
{
    const quint64 number = ++m_number;
    if (picture.inlineData.isEmpty()) {
        if (verdictOf(asking) != ImageVerdict::None)
            m_judged.insert(firstKey(picture.key), {.number = number});
        sendWanted(number, picture, {picture.key, nullptr, true}, asking);
        return number;
    }
    ImageAnswer answer = inlineAnswer(picture);
    answer.number = number;
    QMetaObject::invokeMethod(
        this, [this, answer] { Q_EMIT fetched(answer); }, Qt::QueuedConnection);
    return number;
}

// By which the page knows it now.
QByteArray ImageHandler::lastKey(const QByteArray &firstKey) const
{
    for (auto known = m_firstKeys.cbegin(); known != m_firstKeys.cend(); ++known) {
        if (known.value() == firstKey && m_pictures.contains(known.key()))
            return known.key();
    }
    return firstKey;
}

QHash<QByteArray, QByteArray> ImageHandler::paperKeys() const
{
    QHash<QByteArray, QByteArray> keys;
    for (auto failed = m_failed.cbegin(); failed != m_failed.cend(); ++failed)
        keys.insert(failed.key(), failed.key() + paperEnding.toByteArray());
    return keys;
}

// Paper is white, whatever the screen is.
QByteArray ImageHandler::boxOf(const QByteArray &key, Medium medium) const
{
    const PagePicture *shown = picture(key);
    return failedPicture(m_failed.value(key), shown ? shown->size : QSize(),
                         medium == Medium::Paper ? themeColors(Theme::Light) : m_colors, m_retryKey, m_column,
                         medium);
}

void ImageHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QByteArray key = imageKey(job->requestUrl());
    const PagePicture *found = picture(key);
    const QByteArray onScreen = key.endsWith(paperEnding) ? key.chopped(paperEnding.size()) : QByteArray();
    if (m_failed.contains(onScreen))
        reply(job, "image/svg+xml", boxOf(onScreen, Medium::Paper));
    else if (m_failed.contains(key))
        reply(job, "image/svg+xml", boxOf(key, Medium::Screen));
    else if (found)
        ask(*found, {found->key, job, false});
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

void ImageHandler::ask(const PagePicture &picture, const Waiting &waiting)
{
    if (!picture.inlineData.isEmpty()) {
        answer(waiting, inlineAnswer(picture));
        return;
    }
    if (takesJudged(waiting))
        return;
    sendWanted(++m_number, picture, waiting,
               m_askedFor.contains(picture.key) ? Asking::Again : Asking::Usual);
}

// True where the reader's word on the picture brings, or has brought, what the page asks for.
bool ImageHandler::takesJudged(const Waiting &waiting)
{
    const auto judged = m_judged.find(firstKey(waiting.key));
    if (judged == m_judged.end())
        return false;
    judged->page = waiting;
    if (judged->answer)
        answer(waiting, *m_judged.take(judged.key()).answer);
    return true;
}

void ImageHandler::answerJudged(const QByteArray &firstKey, const ImageAnswer &imageAnswer)
{
    const auto judged = m_judged.find(firstKey);
    if (judged == m_judged.end() || judged->number != imageAnswer.number)
        return;
    if (judged->page.key.isEmpty())
        judged->answer = imageAnswer;
    else
        answer(m_judged.take(firstKey).page, imageAnswer);
}

void ImageHandler::sendWanted(quint64 number, const PagePicture &picture, const Waiting &waiting,
                              Asking asking)
{
    m_waiting.insert(number, waiting);
    const quint64 article = waiting.forReader ? readersArticle(number) : m_article;
    Q_EMIT wanted({.number = number,
                   .article = article,
                   .address = picture.address,
                   .again = asking != Asking::Usual,
                   .verdict = verdictOf(asking),
                   .doubted = asking == Asking::Wrong ? m_digests.value(firstKey(picture.key)) : QByteArray(),
                   .owner = m_owner});
}

void ImageHandler::take(const ImageAnswer &imageAnswer)
{
    const auto found = m_waiting.constFind(imageAnswer.number);
    if (found == m_waiting.cend())
        return;
    const Waiting waiting = *found;
    m_waiting.erase(found);
    if (!imageAnswer.digest.isEmpty())
        m_digests.insert(firstKey(waiting.key), imageAnswer.digest);
    if (waiting.forReader)
        Q_EMIT articleLeft(readersArticle(imageAnswer.number));
    answer(waiting, imageAnswer);
    answerJudged(firstKey(waiting.key), imageAnswer);
}

// The page alone has a budget: the reader may look at each picture by itself.
ImageAnswer ImageHandler::withinBudget(const QByteArray &key, const ImageAnswer &answer)
{
    if (answer.bytes.isEmpty() || m_budget.admit(firstKey(key), imageSize(answer.bytes)))
        return answer;
    const PagePicture *shown = picture(key);
    return {.number = answer.number,
            .failure = ImageFailure::TooManyPixels,
            .host = shown ? shown->address.url.host() : QString()};
}

void ImageHandler::answer(const Waiting &waiting, const ImageAnswer &delivered)
{
    if (waiting.forReader) {
        Q_EMIT fetched(delivered);
        return;
    }
    const PagePicture *shown = picture(waiting.key);
    if (!shown)
        return;
    const ImageAnswer imageAnswer = withinBudget(waiting.key, delivered);
    if (imageAnswer.bytes.isEmpty())
        m_failed.insert(waiting.key, imageAnswer);
    if (imageAnswer.failure == ImageFailure::NotAsked)
        noteHeldBack(imageAnswer.host);
    if (!waiting.job)
        return;
    if (imageAnswer.bytes.isEmpty())
        reply(waiting.job, "image/svg+xml", boxOf(waiting.key, Medium::Screen));
    else
        reply(waiting.job, contentType(imageAnswer.type), shownBytes(imageAnswer));
}

QByteArray ImageHandler::shownBytes(const ImageAnswer &imageAnswer) const
{
    const QByteArray still = m_motion == PictureMotion::Still ? firstFrame(imageAnswer.bytes) : QByteArray();
    return still.isEmpty() ? imageAnswer.bytes : still;
}
