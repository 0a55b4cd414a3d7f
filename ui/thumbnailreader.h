#pragma once

#include "app/archive/article.h"
#include "app/images/imagestore.h"
#include "ui/thumbnail.h"

#include <QHash>
#include <QObject>

#include <atomic>

// A row of the article list whose picture is wanted. All as the catalogue has it.
struct RowPicture {
    QString key;     // chosen by the caller; comes back
    QString written; // the head picture's address
    QString link;
    QByteArray path;
};

struct ThumbnailRequest {
    quint64 number = 0;
    QByteArray root; // the archive's folder, as in readArticle()
    ThumbnailShape shape;
    QList<RowPicture> rows; // the most wanted first
};

// Makes thumbnails from the picture store, and from pictures that lie in the archive; never from the network.
// Lives on a thread of its own with a store of its own, so that neither the window nor the open article
// waits.
class ThumbnailReader final : public QObject
{
    Q_OBJECT

public:
    // `storeFolder` as in ImageStore; it is opened when the first thumbnail is wanted.
    explicit ThumbnailReader(const QString &storeFolder);

    // Any thread: requests of a lower number are not read to their end.
    void abandonBefore(quint64 number) { m_oldest = number; }

public Q_SLOTS:
    // First tells of all rows whether there is a picture, then makes one after the other.
    void read(const ThumbnailRequest &request);

Q_SIGNALS:
    void looked(quint64 number, const QHash<QString, bool> &isThere); // by key
    // Null where the picture that was there cannot be drawn.
    void made(quint64 number, const QString &key, const QImage &thumbnail);

private:
    bool isThere(const QUrl &address, const QByteArray &root);
    QImage make(const QUrl &address, const ThumbnailRequest &request);

    const QString m_storeFolder;
    bool m_isOpen = false;
    ImageStore m_store;
    std::atomic<quint64> m_oldest = 0;
};
