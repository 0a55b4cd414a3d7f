#pragma once

#include "app/images/picturecollector.h"
#include "app/images/pictureowners.h"

#include <QThread>

// The picture loader on a thread of its own. It starts with the event loop, so that whoever is made before
// that hears everything it says.
class ImageThread final
{
public:
    // `storeLimit` is in bytes. `ownHosts` is a file of rules (hostrules.h) that come before the program's
    // own, `marks` that of the marks: what has a star there keeps its pictures. They need not exist.
    ImageThread(const QString &storeFolder, NetworkUse network, qint64 storeLimit = usualStoreLimit,
                const QString &ownHosts = {}, const QString &marks = {});
    ~ImageThread();

    ImageLoader &loader() { return *m_loader; }
    // For the reader's command, and for the articles around the open one. They live on the loader's thread.
    PictureCollector &collector() { return *m_collector; }
    PictureCollector &ahead() { return *m_ahead; }
    PictureOwners &owners() { return *m_owners; }
    NetworkUse firstNetworkUse() const { return m_firstNetworkUse; }
    const QString &storeFolder() const { return m_storeFolder; }
    void setNetworkUse(NetworkUse network);
    void setPublicArchive(PublicArchiveUse use);
    const QString &ownHosts() const { return m_ownHosts; }
    void readHostsAgain();
    void setStoreLimit(qint64 bytes);
    void requestStoreSize(); // answered by the loader's storeSize(), as is clearStore()
    void clearStore();

private:
    QString m_storeFolder;
    QString m_ownHosts;
    NetworkUse m_firstNetworkUse;
    ImageLoader *m_loader;         // deleted on its own thread, when that ends
    PictureCollector *m_collector; // children of the loader
    PictureCollector *m_ahead;
    PictureOwners *m_owners;
    QThread m_thread;
};
