#pragma once

#include "app/images/hostlookup.h"
#include "app/images/imagelimits.h"

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

    // Call once. `referrer` is sent as the Referer of every hop; empty: none is sent. All of it may take the
    // limits' total, and at most `left`.
    void start(const QUrl &address, const QUrl &referrer = {},
               std::chrono::milliseconds left = std::chrono::milliseconds::max());

Q_SIGNALS:
    // Exactly once, and possibly before start() returns.
    void finished(const FetchedImage &image);

private:
    void hop(const QUrl &url);
    void connectTo(const HostAddresses &found);
    void request();
    void readHead();
    void readBody();
    void replyFinished();
    void redirect();
    void complete();
    void fail(ImageFailure failure, const QString &detail = {});
    void finish(const FetchedImage &image);
    void dropReply();
    bool tryNextAddress();
    void giveUpAddress();
    std::chrono::milliseconds connectionTime(bool isFirstTurn) const;

    QNetworkAccessManager &m_network;
    const FetchOptions &m_options;
    QTimer m_connecting;
    QTimer m_firstByte;
    QTimer m_total;
    QUrl m_url;
    QUrl m_referrer;
    QHostAddress m_address;          // that is asked
    QList<QHostAddress> m_addresses; // the others of m_url's host, checked, the next one first
    qsizetype m_untried = 0;         // of these, as many as had no turn yet
    std::chrono::milliseconds m_firstTurn{0};
    QPointer<QNetworkReply> m_reply; // the manager's child: it may go first
    QByteArray m_bytes;
    int m_redirects = 0;
    bool m_isFinished = false;
};
