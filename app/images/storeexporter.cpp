#include "app/images/storeexporter.h"

#include "app/images/imagestore.h"

#include <QElapsedTimer>

namespace
{

ExportResult exported(const QString &storeFolder, const QString &target, const std::atomic_bool &isStopped,
                      const std::function<void(qint64, qint64)> &progressed)
{
    constexpr qint64 between = 100; // milliseconds
    ExportResult result;
    ImageStore store;
    if (!store.open(storeFolder, &result.error))
        return result;
    QElapsedTimer sinceTold;
    sinceTold.start();
    store.exportTo(
        target,
        [&](qint64 done, qint64 all, bool isWhole) {
            ++(isWhole ? result.written : result.damaged);
            if (done == all || sinceTold.elapsed() >= between) {
                progressed(done, all);
                sinceTold.restart();
            }
            result.stopped = isStopped && done < all;
            return !result.stopped;
        },
        &result.error);
    return result;
}

}

StoreExporter::StoreExporter(QObject *parent)
    : QObject(parent)
{
    m_threads.setMaxThreadCount(1);
}

StoreExporter::~StoreExporter()
{
    stop();
    m_threads.waitForDone();
}

void StoreExporter::start(const QString &storeFolder, const QString &target)
{
    if (m_isRunning)
        return;
    m_isRunning = true;
    m_isStopped = false;
    m_threads.start([this, storeFolder, target] {
        const auto tell = [this](qint64 done, qint64 all) {
            QMetaObject::invokeMethod(
                this, [this, done, all] { Q_EMIT progressed(done, all); }, Qt::QueuedConnection);
        };
        const ExportResult result = exported(storeFolder, target, m_isStopped, tell);
        QMetaObject::invokeMethod(
            this,
            [this, result] {
                m_isRunning = false;
                Q_EMIT finished(result);
            },
            Qt::QueuedConnection);
    });
}

void StoreExporter::stop()
{
    m_isStopped = true;
}
