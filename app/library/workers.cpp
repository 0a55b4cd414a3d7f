#include "app/library/workers.h"

#include <limits>

Workers::Workers(const QString &dataFolder, const QTimeZone &zone, QDateTime (*now)(),
                 const WatchLimits &limits)
    : m_indexer(new Indexer(limits))
    , m_reader(new CatalogReader(zone, now))
    , m_keeper(new MarksKeeper(now))
{
    m_indexer->moveToThread(&m_indexThread);
    m_reader->moveToThread(&m_readThread);
    QObject::connect(&m_indexThread, &QThread::finished, m_indexer, &QObject::deleteLater);
    QObject::connect(&m_readThread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_keeper->moveToThread(&m_keepThread);
    QObject::connect(&m_keepThread, &QThread::finished, m_keeper, &QObject::deleteLater);
    QObject::connect(m_reader, &CatalogReader::marksOpened, m_keeper, &MarksKeeper::keep);
    QObject::connect(m_keeper, &MarksKeeper::damageFound, m_reader, &CatalogReader::mendMarks);
    m_indexThread.start();
    m_readThread.start();
    m_keepThread.start(QThread::LowPriority);
    ask(m_reader, &CatalogReader::openMarks, marksFile(dataFolder));
}

Workers::~Workers()
{
    constexpr quint64 all = std::numeric_limits<quint64>::max();
    m_indexer->stop(all);
    m_reader->abandonListsBefore(all);
    // Returns after everything that was asked before, so the marks are on the disk.
    QMetaObject::invokeMethod(m_reader, &CatalogReader::close, Qt::BlockingQueuedConnection);
    for (QThread *thread : {&m_indexThread, &m_readThread, &m_keepThread}) {
        thread->quit();
        thread->wait();
    }
}
