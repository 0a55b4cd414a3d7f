#pragma once

#include "app/images/imageloader.h"

#include <QThread>

// The picture loader on a thread of its own, from the first request to the last.
class ImageThread final
{
public:
    ImageThread(const QString &storeFolder, NetworkUse network);
    ~ImageThread();

    ImageLoader &loader() { return *m_loader; }
    void setNetworkUse(NetworkUse network);

private:
    ImageLoader *m_loader; // deleted on its own thread, when that ends
    QThread m_thread;
};
