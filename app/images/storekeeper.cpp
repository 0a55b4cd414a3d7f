#include "app/images/storekeeper.h"

#include <chrono>

using namespace std::chrono_literals;

StoreKeeper::StoreKeeper(std::function<qint64()> now, QObject *parent)
    : QObject(parent)
    , m_now(std::move(now))
    , m_tidying(this)
    , m_flushing(this)
{
    m_tidying.setSingleShot(true);
    m_flushing.setSingleShot(true);
    m_flushing.setInterval(30s);
    connect(&m_tidying, &QTimer::timeout, this, &StoreKeeper::tidy);
    connect(&m_flushing, &QTimer::timeout, this, [this] { m_store.flush(); });
}

bool StoreKeeper::open(const QString &folder, QString *error)
{
    const bool isOpen = m_store.open(folder, error);
    m_tidying.start(); // a smaller limit than last time, perhaps
    return isOpen;
}

std::optional<StoredImage> StoreKeeper::load(const QUrl &address)
{
    std::optional<StoredImage> picture = m_store.load(address);
    if (picture) {
        m_store.noteShown(address, m_now());
        if (!m_flushing.isActive())
            m_flushing.start();
    }
    return picture;
}

bool StoreKeeper::save(const QUrl &address, const QByteArray &bytes, QString *error)
{
    m_tidying.start();
    return m_store.save(address, bytes, m_now(), error);
}

bool StoreKeeper::isFull() const
{
    return m_store.size().bytes >= m_limit - m_limit / 20; // as much as the store sets free at once
}

void StoreKeeper::setLimit(qint64 bytes)
{
    m_limit = bytes;
    m_store.setLimit(bytes);
    m_isSizeWanted = true;
    m_tidying.start();
}

void StoreKeeper::requestSize()
{
    const StoreSize size = m_store.size();
    Q_EMIT sizeFound(size.bytes, size.pictures, m_store.keepsFound());
}

void StoreKeeper::clear()
{
    QString ignored; // what could not be cleared shows in the size
    m_isSizeWanted = true;
    m_store.clear(&ignored);
    m_tidying.start();
}

void StoreKeeper::tidy()
{
    if (m_store.tidy(m_now()))
        m_tidying.start();
    else if (std::exchange(m_isSizeWanted, false))
        requestSize();
}
