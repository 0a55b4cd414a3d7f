#include "ui/imagethread.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

ImageThread::ImageThread(const QString &storeFolder, NetworkUse network)
{
    ImageLoader::Options options;
    options.storeFolder = storeFolder;
    options.userAgent = "Lectern/" + QCoreApplication::applicationVersion().toLatin1();
    options.network = network;
    m_loader = new ImageLoader(options);
    m_loader->moveToThread(&m_thread);
    m_thread.setObjectName(u"images"_s);
    QObject::connect(&m_thread, &QThread::started, m_loader, &ImageLoader::open);
    QObject::connect(&m_thread, &QThread::finished, m_loader, &QObject::deleteLater);
    m_thread.start();
}

ImageThread::~ImageThread()
{
    m_thread.quit();
    m_thread.wait();
}

void ImageThread::setNetworkUse(NetworkUse network)
{
    QMetaObject::invokeMethod(m_loader, [loader = m_loader, network] { loader->setNetworkUse(network); });
}
