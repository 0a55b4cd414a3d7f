#pragma once

#include "app/images/hostlookup.h"
#include "app/images/imageladder.h"
#include "app/images/imagelimits.h"
#include "app/images/storekeeper.h"
#include "app/images/triedway.h"
#include "app/page/imageaddress.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

enum class NetworkUse : quint8 {
    Never,
    WhenAsked, // for requests that the reader made: ImageRequest::again
    Allowed,
};

// What the picture is wanted for.
enum class ImageUse : quint8 {
    Show,    // somebody looks at its place
    Ahead,   // kept for later, where the network is Allowed
    Collect, // kept for later because the reader said so, which is enough WhenAsked
};

struct ImageRequest {
    quint64 number = 0;  // chosen by the caller, unique among its requests; comes back in the answer
    quint64 article = 0; // requests of one article share its limits; chosen by the caller
    ImageAddress address{};
    // The reader asks for this one: a remembered failure, also of another run, is no answer.
    bool again = false;
    ImageUse use = ImageUse::Show;
};

struct ImageAnswer {
    quint64 number = 0;
    QByteArray bytes{}; // empty where it failed, but for StoreFailed; and where it is only to be kept
    ImageType type = ImageType::Unknown;
    QSize size{}; // pixels
    ImageFailure failure = ImageFailure::None;
    QString host{};   // that failed
    QString detail{}; // a number or the system's own reason; may be empty
    // One after the other; empty where nothing was asked, as for what is stored or known from another run.
    QList<TriedWay> tried{};
};
Q_DECLARE_METATYPE(ImageRequest)
Q_DECLARE_METATYPE(ImageAnswer)

// The one door to pictures: store first, network second. Lives on a thread of its own; values in, values out.
// Destroy it on that thread; requests still pending then are not answered.
class ImageLoader final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString storeFolder{};
        QByteArray userAgent{};
        NetworkUse network = NetworkUse::Allowed;
        // Tests hand in their own; the defaults are the product's.
        HostRules rules{};
        PublicArchiveUse publicArchive = PublicArchiveUse::Never;
        ImageLimits limits{};
        HostResolver resolve = systemResolver();
        std::function<bool(const QHostAddress &)> isAllowed = isPublicAddress;
        std::function<qint64()> now = QDateTime::currentMSecsSinceEpoch;
    };
    explicit ImageLoader(const Options &options, QObject *parent = nullptr);
    ~ImageLoader() override;
    QString storeFolder() const; // thread-safe

public Q_SLOTS:
    // Opens the store; call once, on the loader's thread, before anything else.
    void open();
    // From the store, else from the network within the policy, kept in the store under address.url. Every
    // request is answered exactly once by answered(), possibly before load() returns; two for one address
    // share one fetch. The ladder (imageladder.h) is climbed up to the first success; the failure that is
    // told is the first one's. What worked is remembered for each host, and so are, until somebody asks
    // again, the pictures that are gone; for a day the hosts that did not resolve while others did; any other
    // failure for this run. Once a public archive may be asked, it is asked for these, too. What is not to be
    // shown gives way to what is.
    void load(const ImageRequest &request);
    // The article is closed: its pending requests are answered with Cancelled, fetches for it alone are given
    // up, and its limits start anew.
    void cancelArticle(quint64 article);
    // With Never, pending requests are answered with Offline; with WhenAsked, what is not stored is answered
    // with NotAsked, and what is pending goes on.
    void setNetworkUse(NetworkUse use);
    // For what is loaded from now on.
    void setPublicArchive(PublicArchiveUse use);
    void setRules(const HostRules &rules);

    // What the store may take, in bytes; usualStoreLimit at first. The least recently shown make room.
    void setStoreLimit(qint64 bytes) { m_store->setLimit(bytes); }
    // Those of starred articles, say: they never make room, fetched already or not.
    void setKept(const QList<QUrl> &addresses, Keeping keeping) { m_store->setKept(addresses, keeping); }
    bool has(const QUrl &address) { return m_store->has(address); } // stored, as far as its facts tell
    bool isStoreFull() const { return m_store->isFull(); }
    void requestStoreSize() { m_store->requestSize(); }
    // All pictures go, the kept ones, too; storeSize() tells when.
    void clearStore() { m_store->clear(); }

Q_SIGNALS:
    void answered(const ImageAnswer &answer);
    void stored(const QUrl &address); // ImageAddress::url of a new picture
    void storeSize(qint64 bytes, qint64 pictures);
    void storeUnusable(const QString &reason);

private:
    struct Private;
    StoreKeeper *m_store; // a child: it moves to the loader's thread with it
    std::unique_ptr<Private> d;
};
