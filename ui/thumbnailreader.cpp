#include "ui/thumbnailreader.h"

#include "app/page/neighbourpictures.h"

#include <QFileInfo>

namespace
{

// As the page resolves it: see makePage().
QUrl addressOf(const RowPicture &row, const QByteArray &root)
{
    return imageAddress(row.written, articleBase(row.link, root, row.path)).url;
}

}

ThumbnailReader::ThumbnailReader(const QString &storeFolder)
    : m_storeFolder(storeFolder)
{
}

void ThumbnailReader::read(const ThumbnailRequest &request)
{
    if (request.number < m_oldest)
        return;
    if (!m_isOpen) {
        QString ignored; // then there are none; the loader says why
        m_isOpen = m_store.open(m_storeFolder, &ignored);
    }
    QHash<QString, bool> found;
    QList<QUrl> addresses;
    for (const RowPicture &row : request.rows) {
        addresses << addressOf(row, request.root);
        found.insert(row.key, isThere(addresses.last(), request.root));
    }
    Q_EMIT looked(request.number, found);
    for (qsizetype i = 0; i < request.rows.size() && request.number >= m_oldest; ++i) {
        const QString &key = request.rows.at(i).key;
        if (found.value(key))
            Q_EMIT made(request.number, key, make(addresses.at(i), request));
    }
}

bool ThumbnailReader::isThere(const QUrl &address, const QByteArray &root)
{
    if (!address.isValid())
        return false;
    if (!address.isLocalFile())
        return m_store.has(address);
    const QString file = address.toLocalFile();
    return file.startsWith(QFile::decodeName(root) + u'/') && QFileInfo(file).isFile();
}

QImage ThumbnailReader::make(const QUrl &address, const ThumbnailRequest &request)
{
    QByteArray bytes;
    if (address.isLocalFile()) {
        PagePicture picture;
        picture.address.url = address;
        bytes = withNeighbours({picture}, request.root).first().inlineData;
        if (checkImage(bytes) != ImageFailure::None)
            return {};
    } else if (const std::optional<StoredImage> stored = m_store.load(address)) {
        bytes = stored->bytes;
    }
    return thumbnailOf(bytes, imageType(bytes), request.shape);
}
