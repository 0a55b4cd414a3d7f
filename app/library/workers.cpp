#include "app/library/workers.h"

#include <limits>

Workers::Workers(const QString &dataFolder, const QTimeZone &zone, QDateTime (*now)(),
                 const WatchLimits &limits)
    : m_indexer(new Indexer(limits))
    , m_reader(new CatalogReader(now))
    , m_lists(new ListReader(zone, now))
    , m_categories(new CategoryReader(zone, now))
    , m_keeper(new MarksKeeper(now))
    , m_sharer(new MarksSharer)
{
    QThread *thread = m_threads;
    for (QObject *worker :
         std::initializer_list<QObject *>{m_indexer, m_reader, m_lists, m_categories, m_keeper, m_sharer}) {
        worker->moveToThread(thread);
        QObject::connect(thread++, &QThread::finished, worker, &QObject::deleteLater);
    }
    QObject::connect(m_lists, &ListReader::listFound, m_reader, &CatalogReader::completeList);
    QObject::connect(m_reader, &CatalogReader::catalogueOpened, m_categories, &CategoryReader::openCatalogue);
    QObject::connect(m_reader, &CatalogReader::catalogueOpened, m_lists, &ListReader::attachMarks);
    QObject::connect(m_reader, &CatalogReader::marksOpened, m_keeper, &MarksKeeper::keep);
    QObject::connect(m_reader, &CatalogReader::marksOpened, m_sharer, &MarksSharer::open);
    QObject::connect(m_sharer, &MarksSharer::exchanged, m_reader, &CatalogReader::lookForMarks);
    QObject::connect(m_keeper, &MarksKeeper::damageFound, m_reader, &CatalogReader::mendMarks);
    ask(m_reader, &CatalogReader::openMarks, marksFile(dataFolder));
}

void Workers::start()
{
    for (QThread &thread : m_threads)
        thread.start();
}

void Workers::openCatalogue(quint64 epoch, const QString &databaseName, const QString &archive) const
{
    ask(m_lists, &ListReader::openCatalogue, epoch, databaseName); // before the reader tells it of the marks
    ask(m_reader, &CatalogReader::openCatalogue, epoch, databaseName, archive);
}

Workers::~Workers()
{
    constexpr quint64 all = std::numeric_limits<quint64>::max();
    m_indexer->stop(all);
    m_lists->abandonBefore(all);
    m_categories->stop();
    start(); // if nobody did: what was asked is still to be done
    // Returns after everything that was asked before, so the marks are on the disk.
    QMetaObject::invokeMethod(m_reader, &CatalogReader::close, Qt::BlockingQueuedConnection);
    // And in the shared folder.
    QMetaObject::invokeMethod(m_sharer, &MarksSharer::exchange, Qt::BlockingQueuedConnection);
    for (QThread &thread : m_threads) {
        thread.quit();
        thread.wait();
    }
}
