#include "app/images/imagefetcher.h"

#include "app/images/firstframe.h"
#include "app/images/imageheader.h"

#include <QDateTime>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

// The default jar keeps what servers set and sends it back.
class EmptyCookieJar final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;

    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

QByteArray hostHeader(const QUrl &url)
{
    QUrl bare;
    bare.setScheme(url.scheme());
    bare.setHost(url.host(QUrl::FullyEncoded));
    bare.setPort(url.port());
    return bare.authority(QUrl::FullyEncoded).toLatin1();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

// -1 where the server did not say.
qint64 promisedLength(const QNetworkReply &reply)
{
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() ? length.toLongLong() : -1;
}

// In any of the three forms of RFC 9110, 5.6.7, which Qt reads under a name that it knows.
QDateTime httpDate(const QByteArray &written)
{
    QNetworkRequest reader;
    reader.setRawHeader("Last-Modified", written);
    return reader.header(QNetworkRequest::LastModifiedHeader).toDateTime();
}

// A number of seconds, or a date, which is by the server's own clock.
std::optional<std::chrono::seconds> retryAfter(const QNetworkReply &reply)
{
    const QByteArray written = reply.rawHeader("Retry-After").trimmed();
    bool isNumber = false;
    const uint seconds = written.toUInt(&isNumber);
    if (isNumber)
        return std::chrono::seconds(seconds);
    const QDateTime until = httpDate(written);
    const QDateTime now = httpDate(reply.rawHeader("Date"));
    if (!until.isValid() || !now.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::max<qint64>(0, now.secsTo(until)));
}

QNetworkRequest pictureRequest(const QUrl &url, const QHostAddress &address)
{
    QUrl target = url.adjusted(QUrl::RemoveFragment);
    target.setHost(address.toString());
    QNetworkRequest request(target);
    request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    request.setRawHeader("Host", hostHeader(url));
    request.setRawHeader("Accept", "image/webp,image/png,image/jpeg,image/gif");
    // With this header set by hand, Qt unpacks nothing: no small answer grows into a large one.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

ImageFailure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return ImageFailure::HostNotFound;
    case QNetworkReply::TimeoutError:
        return ImageFailure::TimedOut;
    default:
        return ImageFailure::NoConnection;
    }
}

} // namespace

std::unique_ptr<QNetworkAccessManager> pictureNetwork()
{
    auto network = std::make_unique<QNetworkAccessManager>();
    network->setProxy(QNetworkProxy::NoProxy);
    network->setCookieJar(new EmptyCookieJar(network.get()));
    network->setStrictTransportSecurityEnabled(false);
    return network;
}

ImageFetcher::ImageFetcher(QNetworkAccessManager &network, const FetchOptions &options, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_options(options)
{
    m_connecting.setSingleShot(true);
    connect(&m_connecting, &QTimer::timeout, this, &ImageFetcher::tryAnotherWay);
    for (QTimer *timer : {&m_firstByte, &m_total}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, [this] { fail(ImageFailure::TimedOut); });
    }
}

ImageFetcher::~ImageFetcher()
{
    dropReply();
}

void ImageFetcher::start(const QUrl &address, const QUrl &referrer, std::chrono::milliseconds left)
{
    m_referrer = referrer;
    m_total.start(std::min(m_options.limits.total, left));
    hop(address);
}

void ImageFetcher::hop(const QUrl &url)
{
    m_url = url;
    if (!mayFetch(url)) {
        fail(ImageFailure::NotAllowed);
        return;
    }
    m_firstByte.start(m_options.limits.firstByte);
    const QString host = url.host(QUrl::FullyEncoded);
    const QHostAddress literal(host);
    if (!literal.isNull()) {
        connectTo({{literal}, {}});
        return;
    }
    m_options.resolve(host, this, [this](const HostAddresses &found) {
        if (!m_isFinished)
            connectTo(found);
    });
}

void ImageFetcher::connectTo(const HostAddresses &found)
{
    if (found.addresses.isEmpty()) {
        fail(ImageFailure::HostNotFound, found.error);
        return;
    }
    // One address that is not allowed spoils the host: it would be a matter of luck otherwise.
    for (const QHostAddress &address : found.addresses) {
        if (!m_options.isAllowed(address)) {
            fail(ImageFailure::NotAllowed, address.toString());
            return;
        }
    }
    m_addresses = addressesToTry(found.addresses);
    m_untried = m_addresses.size();
    m_turn = m_firstByte.remainingTimeAsDuration() / m_untried;
    tryNextAddress();
}

// An address that nobody refuses, and nobody answers at, must not use up the time of the others; and where
// the way is long to all of them, none must be left before it can be there. So the next is tried beside it
// where there is room for another connection, and in its place when its turn is over.
void ImageFetcher::tryAnotherWay()
{
    const bool isAlone = m_attempts.size() == 1;
    if (isAlone && !m_isBeside)
        m_isBeside = m_mayTryBeside();
    if (isAlone && m_isBeside)
        return tryNextAddress();
    const bool isFirstRound = isAlone && m_untried > 0; // short, and everybody comes again
    const std::chrono::milliseconds left(m_attempts.first().turn.remainingTime());
    if (!isFirstRound && left > 0ms) {
        m_connecting.start(std::min(m_options.limits.connection, left));
        return;
    }
    const Attempt eldest = m_attempts.takeFirst();
    if (isFirstRound)
        m_addresses.append(eldest.address);
    abandon(eldest.reply);
    tryNextAddress();
}

void ImageFetcher::tryNextAddress()
{
    const QHostAddress address = m_addresses.takeFirst();
    m_untried = std::max<qsizetype>(0, m_untried - 1);
    QNetworkRequest request = pictureRequest(m_url, address);
    request.setRawHeader("User-Agent", m_options.userAgent);
    if (!m_referrer.isEmpty())
        request.setRawHeader("Referer", m_referrer.toEncoded(QUrl::FullyEncoded | QUrl::RemoveFragment));
    QNetworkReply *reply = m_network.get(request);
    m_attempts.append({address, reply, QDeadlineTimer(m_turn)});
    m_addresses.isEmpty() ? m_connecting.stop()
                          : m_connecting.start(std::min(m_options.limits.connection, m_turn / 2));
    connect(reply, &QNetworkReply::requestSent, this, [this, reply] { choose(reply); });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { attemptFinished(reply); });
}

// The others are not asked for it, too.
void ImageFetcher::choose(QNetworkReply *reply)
{
    if (m_reply)
        return;
    m_connecting.stop();
    m_reply = reply;
    m_bytes.clear();
    for (const Attempt &attempt : std::exchange(m_attempts, {})) {
        if (attempt.reply == reply)
            continue;
        abandon(attempt.reply);
        m_addresses.append(attempt.address);
    }
    connect(reply, &QNetworkReply::metaDataChanged, this, &ImageFetcher::readHead);
    connect(reply, &QNetworkReply::readyRead, this, &ImageFetcher::readBody);
    if (std::exchange(m_isBeside, false))
        Q_EMIT besideEnded();
}

void ImageFetcher::readHead()
{
    const int status = statusOf(*m_reply);
    if (status == 0)
        return;
    m_firstByte.stop();
    if (isRedirect(status))
        redirect();
    else if (status < 200 || status > 299)
        finish({.failure = ImageFailure::HttpStatus,
                .host = m_url.host(),
                .detail = QString::number(status),
                .retryAfter = retryAfter(*m_reply)});
    else if (promisedLength(*m_reply) > m_options.limits.bytes)
        fail(ImageFailure::TooLarge);
}

void ImageFetcher::readBody()
{
    m_bytes += m_reply->read(m_options.limits.bytes + 1 - m_bytes.size());
    constexpr qsizetype enoughToKnow = 512;
    if (m_bytes.size() > m_options.limits.bytes)
        fail(ImageFailure::TooLarge);
    else if (m_bytes.size() >= enoughToKnow && imageType(m_bytes) == ImageType::Unknown)
        fail(ImageFailure::NotAPicture, contentName(m_bytes));
}

void ImageFetcher::redirect()
{
    const int status = statusOf(*m_reply);
    const QUrl location = QUrl::fromEncoded(m_reply->rawHeader("Location"));
    const QUrl next = m_url.resolved(location);
    dropReply();
    if (location.isEmpty())
        fail(ImageFailure::HttpStatus, QString::number(status));
    else if (++m_redirects > m_options.limits.redirects)
        fail(ImageFailure::TooManyRedirects);
    else
        hop(next);
}

// A host with several addresses is reachable if one of them is.
void ImageFetcher::attemptFinished(QNetworkReply *reply)
{
    if (reply == m_reply)
        return replyFinished();
    m_attempts.removeIf([reply](const Attempt &attempt) { return attempt.reply == reply; });
    const ImageFailure failure = failureOf(reply->error());
    const QString reason = reply->errorString();
    drop(reply);
    if (!m_addresses.isEmpty())
        tryNextAddress();
    else if (m_attempts.isEmpty())
        fail(failure, reason);
}

void ImageFetcher::replyFinished()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError) {
        complete();
    } else if (!m_bytes.isEmpty()) { // broken off in the middle
        fail(ImageFailure::Damaged, m_reply->errorString());
    } else if (m_addresses.isEmpty() || statusOf(*m_reply) != 0) {
        fail(failureOf(error), m_reply->errorString());
    } else {
        dropReply();
        tryNextAddress();
    }
}

void ImageFetcher::complete()
{
    readBody();
    if (m_isFinished)
        return;
    const qint64 promised = promisedLength(*m_reply);
    const bool isChunked = m_reply->rawHeader("Transfer-Encoding").toLower().contains("chunked");
    // Without a length the end of the connection is the end of the picture, or of a broken connection.
    const bool isCutOff =
        promised >= 0 ? m_bytes.size() < promised : !isChunked && !readImageHeader(m_bytes).isWhole;
    ImageFailure failure = checkImage(m_bytes);
    if (failure == ImageFailure::TooLarge) {
        const QByteArray still = firstFrame(m_bytes);
        if (!still.isEmpty() && checkImage(still) == ImageFailure::None) {
            m_bytes = still;
            failure = ImageFailure::None;
        }
    }
    if (failure == ImageFailure::NotAPicture)
        fail(failure, contentName(m_bytes));
    else if (failure != ImageFailure::None)
        fail(failure);
    else if (isCutOff)
        fail(ImageFailure::Damaged);
    else
        finish({.bytes = m_bytes});
}

void ImageFetcher::fail(ImageFailure failure, const QString &detail)
{
    finish({.failure = failure, .host = m_url.host(), .detail = detail});
}

void ImageFetcher::finish(const FetchedImage &image)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_firstByte.stop();
    m_total.stop();
    dropReply();
    Q_EMIT finished(image);
}

void ImageFetcher::drop(QNetworkReply *reply)
{
    if (!reply)
        return;
    reply->disconnect(this);
    // Its destructor aborts. abort() itself, called while a signal of the reply is delivered, makes Qt
    // complain.
    reply->deleteLater();
}

// At once, so not while a signal of the reply is delivered. Qt leaves the socket to the system all the same,
// where it is still connecting, until it is connected or 30 s are over
// (QAbstractSocket::disconnectFromHost()): mostAddressesTried is what bounds these.
void ImageFetcher::abandon(QNetworkReply *reply)
{
    drop(reply);
    if (reply)
        reply->abort();
}

void ImageFetcher::dropReply()
{
    m_connecting.stop();
    drop(m_reply);
    m_reply = nullptr;
    for (const Attempt &attempt : std::exchange(m_attempts, {}))
        drop(attempt.reply);
}
