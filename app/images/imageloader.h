#pragma once

#include "app/images/hostlookup.h"
#include "app/images/imageanswer.h"
#include "app/images/imageladder.h"
#include "app/images/imagelimits.h"
#include "app/images/networkuse.h"
#include "app/images/storekeeper.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

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
        qint64 storeLimit = usualStoreLimit; // bytes, as for setStoreLimit(), from the first look on
        KeptOwners keptOwners{};             // called on the loader's thread; none keeps nothing
        AllKeptOwners allKeptOwners{};       // likewise; none cannot tell
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
    // With Offline and Never, pending requests are answered with ImageFailure::Offline and NotWanted; with
    // WhenAsked, what is not stored is answered with NotAsked, and what is pending goes on. After Offline,
    // what failed for want of a network is tried again.
    void setNetworkUse(NetworkUse use);
    // The machine is online again: the same, and networkReturned(). Called also by the loader itself, as far
    // as the system tells.
    void noteNetworkReturned();
    // For what is loaded from now on. What failed in this run and other rules may change is tried again.
    void setPublicArchive(PublicArchiveUse use);
    void setRules(const HostRules &rules);

    // What the store may take, in bytes. The least recently shown make room.
    void setStoreLimit(qint64 bytes) { m_store->setLimit(bytes); }
    // The same as ImageRequest::owner of a picture that is stored already.
    void addOwner(const QUrl &address, quint64 article);
    // The same of everything that a starred article shows, whenever it is stored; and whether that is done.
    void setOwner(quint64 article, const QList<ImageAddress> &pictures);
    bool isOwnerKnown(quint64 article) const { return m_store->isOwnerKnown(article); }
    bool has(const QUrl &address) { return m_store->has(address); } // stored, as far as its facts tell
    bool isStoreFull() const { return m_store->isFull(); }
    void requestStoreSize() { m_store->requestSize(); }
    // All pictures go, the kept ones, too; storeSize() tells when.
    void clearStore() { m_store->clear(); }

Q_SIGNALS:
    void answered(const ImageAnswer &answer);
    void stored(const QUrl &address);                               // ImageAddress::url of a new picture
    void storeSize(qint64 bytes, qint64 pictures, bool keepsFound); // as ImageStore::keepsFound()
    void storeUnusable(const QString &reason);
    void networkReturned(); // what failed may come now

private:
    struct Private;
    StoreKeeper *m_store; // a child: it moves to the loader's thread with it
    std::unique_ptr<Private> d;
};
