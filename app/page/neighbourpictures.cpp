#include "app/page/neighbourpictures.h"

#include "app/archive/archivefile.h"

#include <QFile>

#include <algorithm>

constexpr qint64 largestPicture = 10 * 1024 * 1024;
constexpr qint64 largestSum = 60 * 1024 * 1024;

QUrl articleFileAddress(const QByteArray &root, const QByteArray &path)
{
    return QUrl::fromLocalFile(QFile::decodeName(root + '/' + path));
}

QByteArray neighbourBytes(const QUrl &address, const QByteArray &root, qint64 most)
{
    const QByteArray file = QFile::encodeName(address.toLocalFile());
    if (!file.startsWith(root + '/'))
        return {};
    ArchiveFile picture;
    QString error;
    if (picture.open(root, file.mid(root.size() + 1), &error) != Problem::None ||
        picture.size() > largestPicture)
        return {};
    return picture.read(0, std::min(most, picture.size()));
}

QUrl articleBase(const QString &originalLink, const QByteArray &root, const QByteArray &path)
{
    const QUrl link = linkAddress(originalLink, {});
    return link.isValid() ? link : articleFileAddress(root, path);
}

QList<PagePicture> withNeighbours(QList<PagePicture> pictures, const QByteArray &root)
{
    qint64 sum = 0;
    for (PagePicture &picture : pictures) {
        if (!picture.address.url.isLocalFile() || sum >= largestSum)
            continue;
        picture.inlineData = neighbourBytes(picture.address.url, root, largestPicture);
        sum += picture.inlineData.size();
    }
    return pictures;
}
