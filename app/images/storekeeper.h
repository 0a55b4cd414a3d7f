#pragma once

#include "app/images/imagestore.h"

#include <QObject>
#include <QTimer>

#include <functional>

// The picture store on the thread of its owner, and what is to be done about it in between: times are
// written, room is made, in slices, so that no picture waits long.
class StoreKeeper final : public QObject
{
    Q_OBJECT

public:
    // `now` gives milliseconds since 1970-01-01 UTC.
    explicit StoreKeeper(std::function<qint64()> now, QObject *parent = nullptr);

    bool open(const QString &folder, QString *error);
    bool has(const QUrl &address) { return m_store.has(address); }
    // Every new picture drives out an old one, or will soon.
    bool isFull() const;
    // Counts as shown now.
    std::optional<StoredImage> load(const QUrl &address);
    bool save(const QUrl &address, const QByteArray &bytes, QString *error);
    void remove(const QUrl &address) { m_store.remove(address); }
    // The size follows once there is no more than that.
    void setLimit(qint64 bytes);
    void addOwner(const QUrl &address, quint64 article) { m_store.addOwner(address, article); }
    void setOwner(quint64 article, const QList<QUrl> &addresses) { m_store.setOwner(article, addresses); }
    bool isOwnerKnown(quint64 article) const { return m_store.isOwnerKnown(article); }
    void setKeptOwners(const KeptOwners &kept, const AllKeptOwners &all = {})
    {
        m_store.setKeptOwners(kept, all);
    }
    void requestSize();
    // The size follows once the files are gone.
    void clear();

Q_SIGNALS:
    void sizeFound(qint64 bytes, qint64 pictures, bool keepsFound); // as ImageStore::keepsFound()

private:
    void tidy();

    ImageStore m_store;
    qint64 m_limit = usualStoreLimit; // bytes
    std::function<qint64()> m_now;
    QTimer m_tidying;
    QTimer m_flushing;
    bool m_isSizeWanted = false; // when all is tidy
};
