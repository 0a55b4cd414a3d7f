#include "app/images/pictureowners.h"

// Some at once, as a change of threads costs more than most articles; few enough that stop() is quick.
constexpr int readAtOnce = 16;

PictureOwners::PictureOwners(ImageLoader &loader, QObject *parent)
    : QObject(parent)
    , m_loader(loader)
{
    m_reading.setMaxThreadCount(1);
    m_reading.setThreadPriority(QThread::LowPriority); // nobody waits for it
}

PictureOwners::~PictureOwners()
{
    stop();
    m_reading.waitForDone();
}

void PictureOwners::add(const QList<Wanted> &articles)
{
    m_wanted.insert(m_wanted.end(), articles.cbegin(), articles.cend());
    if (!m_isReading)
        readNext();
}

void PictureOwners::stop()
{
    ++m_run;
    m_reading.clear();
    m_wanted.clear();
    m_isReading = false;
}

void PictureOwners::readNext()
{
    QList<Wanted> articles;
    for (; !m_wanted.empty() && articles.size() < readAtOnce; m_wanted.pop_front()) {
        if (!m_loader.isOwnerKnown(m_wanted.front().owner))
            articles << m_wanted.front();
    }
    m_isReading = !articles.isEmpty();
    if (!m_isReading) {
        Q_EMIT done();
        return;
    }
    m_reading.start([this, run = m_run.load(), articles] {
        QList<PictureCollector::Pictures> pictures;
        for (qsizetype i = 0; i < articles.size() && run == m_run; ++i)
            pictures << articles.at(i).article();
        QMetaObject::invokeMethod(
            this,
            [this, run, pictures] {
                if (run == m_run)
                    take(pictures);
            },
            Qt::QueuedConnection);
    });
}

void PictureOwners::take(const QList<PictureCollector::Pictures> &articles)
{
    for (const PictureCollector::Pictures &pictures : articles) {
        if (pictures.owner != 0) // else it could not be read
            m_loader.setOwner(pictures.owner, pictures.addresses);
    }
    readNext();
}
