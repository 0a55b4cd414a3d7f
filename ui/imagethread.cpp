#include "ui/imagethread.h"

#include "app/catalog/starredarticles.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace
{

// Reading goes on without a line that is wrong: its number is for whoever started the program in a terminal.
void addRules(HostRules &rules, const QString &path)
{
    constexpr qint64 mostBytes = 1 << 20;
    QFile file(path);
    if (path.isEmpty() || !file.open(QFile::ReadOnly))
        return;
    for (const int line : rules.add(QString::fromUtf8(file.read(mostBytes))))
        qWarning("%s:%d: no rule for a picture host", qUtf8Printable(path), line);
}

// The reader's rules come first.
HostRules allRules(const QString &ownHosts)
{
    HostRules rules;
    addRules(rules, ownHosts);
    addRules(rules, u":/images/hosts.txt"_s);
    return rules;
}

}

ImageThread::ImageThread(const QString &storeFolder, NetworkUse network, qint64 storeLimit,
                         const QString &ownHosts, const QString &marks)
    : m_storeFolder(storeFolder)
    , m_ownHosts(ownHosts)
    , m_firstNetworkUse(network)
{
    ImageLoader::Options options;
    options.storeFolder = storeFolder;
    options.userAgent = "Lectern/" + QCoreApplication::applicationVersion().toLatin1();
    options.network = network;
    options.rules = allRules(ownHosts);
    options.storeLimit = storeLimit;
    options.keptOwners = [marks](const QSet<quint64> &articles) { return starredAmong(marks, articles); };
    options.allKeptOwners = [marks] { return allStarred(marks); };
    m_loader = new ImageLoader(options);
    // Panes number from 1 on, what the reader looks at by itself (imagehandler.cpp) from 2^60.
    m_collector = new PictureCollector(*m_loader, quint64(1) << 62, m_loader);
    m_ahead = new PictureCollector(*m_loader, quint64(1) << 61, m_loader);
    m_owners = new PictureOwners(*m_loader, m_loader);
    m_loader->moveToThread(&m_thread);
    m_thread.setObjectName(u"images"_s);
    QObject::connect(&m_thread, &QThread::started, m_loader, &ImageLoader::open);
    QObject::connect(&m_thread, &QThread::finished, m_loader, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        &m_thread, [this] { m_thread.start(); }, Qt::QueuedConnection);
}

ImageThread::~ImageThread()
{
    if (!m_thread.isRunning() && !m_thread.isFinished()) { // no event loop ever ran
        delete m_loader;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void ImageThread::setNetworkUse(NetworkUse network)
{
    QMetaObject::invokeMethod(m_loader, [loader = m_loader, network] { loader->setNetworkUse(network); });
}

void ImageThread::setPublicArchive(PublicArchiveUse use)
{
    QMetaObject::invokeMethod(m_loader, [loader = m_loader, use] { loader->setPublicArchive(use); });
}

void ImageThread::readHostsAgain()
{
    QMetaObject::invokeMethod(m_loader,
                              [loader = m_loader, rules = allRules(m_ownHosts)] { loader->setRules(rules); });
}

void ImageThread::setStoreLimit(qint64 bytes)
{
    QMetaObject::invokeMethod(m_loader, [loader = m_loader, bytes] { loader->setStoreLimit(bytes); });
}

void ImageThread::requestStoreSize()
{
    QMetaObject::invokeMethod(m_loader, &ImageLoader::requestStoreSize);
}

void ImageThread::clearStore()
{
    QMetaObject::invokeMethod(m_loader, &ImageLoader::clearStore);
}
