#pragma once

#include "app/images/hostlookup.h"
#include "app/images/imagelimits.h"

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QNetworkReply;

struct FetchedImage {
    QByteArray bytes{}; // a picture that checkImage() accepts; empty where it failed
    ImageFailure failure = ImageFailure::None;
    QString host{}; // of the hop that failed
    QString
        detail{}; // a status number, a content's name, an address or the system's own reason; may be empty
    std::optional<std::chrono::seconds> retryAfter{}; // what a server that is busy asks for
};

struct FetchOptions {
    QByteArray userAgent{};
    ImageLimits limits{};
    HostResolver resolve = systemResolver();
    std::function<bool(const QHostAddress &)> isAllowed = isPublicAddress;
};

// A network access manager that keeps no cookies, no HSTS list and no cache, and uses no proxy: behind one,
// the address that was checked would not be the one that is connected to.
std::unique_ptr<QNetworkAccessManager> pictureNetwork();

// One picture over the network, within the policy and the limits. Each hop is looked up, refused if any of
// its addresses is not allowed, and then connected to by such an address, so that a name cannot change its
// mind between check and connection; TLS verifies the name all the same. Deleting the fetcher gives up
// silently.
class ImageFetcher final : public QObject
{
    Q_OBJECT

public:
    // `network` and `options` outlive whatever the fetcher still has to do.
    ImageFetcher(QNetworkAccessManager &network, const FetchOptions &options, QObject *parent = nullptr);
    ~ImageFetcher() override;

    // A host's addresses are tried one after the other, or two at a time: asked before that, which takes one
    // connection more until besideEnded(), or until it has finished. No is asked again a little later.
    void setMayTryBeside(const std::function<bool()> &may) { m_mayTryBeside = may; }

    // Call once. `referrer` is sent as the Referer of every hop; empty: none is sent. All of it may take the
    // limits' total, and at most `left`.
    void start(const QUrl &address, const QUrl &referrer = {},
               std::chrono::milliseconds left = std::chrono::milliseconds::max());

Q_SIGNALS:
    // Exactly once, and possibly before start() returns.
    void finished(const FetchedImage &image);
    void besideEnded(); // one connection is left of two

private:
    // A way to one address of the host.
    struct Attempt {
        QHostAddress address;
        QPointer<QNetworkReply> reply; // the manager's child: it may go first
        QDeadlineTimer turn;           // then another address may take its place
    };
    void hop(const QUrl &url);
    void connectTo(const HostAddresses &found);
    void tryAnotherWay();
    void tryNextAddress();
    void choose(QNetworkReply *reply);
    void readHead();
    void readBody();
    void attemptFinished(QNetworkReply *reply);
    void replyFinished();
    void redirect();
    void complete();
    void fail(ImageFailure failure, const QString &detail = {});
    void finish(const FetchedImage &image);
    void drop(QNetworkReply *reply);
    void abandon(QNetworkReply *reply);
    void dropReply();

    QNetworkAccessManager &m_network;
    const FetchOptions &m_options;
    QTimer m_connecting;
    QTimer m_firstByte;
    QTimer m_total;
    QUrl m_url;
    QUrl m_referrer;
    QList<QHostAddress> m_addresses;     // of m_url's host, checked and not being tried, the next one first
    qsizetype m_untried = 0;             // so many of them, at the front
    std::chrono::milliseconds m_turn{0}; // of each of them, where others wait
    QList<Attempt> m_attempts;           // nobody has the request yet; at most two, the eldest first
    std::function<bool()> m_mayTryBeside = [] { return true; };
    bool m_isBeside = false;         // there is room for two
    QPointer<QNetworkReply> m_reply; // the first of them that was let in
    QByteArray m_bytes;
    int m_redirects = 0;
    bool m_isFinished = false;
};
