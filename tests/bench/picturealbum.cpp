#include "picturealbum.h"

#include "app/images/imagestore.h"
#include "app/images/pixelbudget.h"
#include "ui/pageloader.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>

using namespace Qt::StringLiterals;

namespace
{

bool write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
}

// About 140 KB of JPEG where it is 1200 pixels wide: soft shapes with some grain, as a camera makes them.
QByteArray photograph(const QSize &size, int number)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 grain = 12'345u + quint32(number);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            grain = grain * 1'664'525u + 1'013'904'223u;
            const int noise = int(grain >> 28);
            line[x] = qRgb((x * (number % 7 + 1) / 8 + noise) & 255, (y / 4 + number + noise) & 255,
                           ((x + y) / 9 + noise) & 255);
        }
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", 75);
    return buffer.data();
}

QUrl addressOf(int number)
{
    return QUrl(u"https://pictures.example.org/%1.jpg"_s.arg(number));
}

}

bool PictureAlbum::make(int pictures)
{
    m_pictures = pictures;
    ImageStore store;
    QString error;
    if (!store.open(storeFolder(), &error) || !QDir(m_folder.path()).mkpath(u"archive"_s) ||
        !QDir(m_folder.path()).mkpath(u"files"_s))
        return false;
    QByteArray body;
    for (int number = 0; number < pictures; ++number) {
        const QByteArray bytes = photograph(pictureSize(), number);
        if (!write(m_folder.filePath(u"files/%1.jpg"_s.arg(number)), bytes) ||
            !store.save(addressOf(number), bytes, 1, &error))
            return false;
        body += "<p><img src=\"" + addressOf(number).toEncoded() + "\" width=\"" +
                QByteArray::number(pictureSize().width()) + "\" height=\"" +
                QByteArray::number(pictureSize().height()) + "\"></p>\n";
    }
    return write(m_folder.filePath(u"archive/album.md"_s),
                 "---\ntitle: 'Album'\ndate: 2024-01-01 00:00:00\n---\n\n<div>" + body + "</div>\n");
}

QSize PictureAlbum::pictureSize() const
{
    const bool isWithinBudget = qint64(m_pictures) * 1200 * 800 <= PixelBudget::maximumPagePixels;
    return isWithinBudget ? QSize(1200, 800) : QSize(750, 500);
}

QByteArray PictureAlbum::root() const
{
    return QFile::encodeName(m_folder.filePath(u"archive"_s));
}

ArticleRow PictureAlbum::article() const
{
    ArticleRow row;
    row.id = 1;
    row.head.path = "album.md";
    row.head.identity = Identity{1}; // the store notes whose pictures they are
    row.head.title = u"Album"_s;
    return row;
}

QUrl PictureAlbum::barePage(int round) const
{
    PageRequest request;
    request.root = root();
    request.head = article().head;
    const LoadedPage page = makePage(request);
    QByteArray html = page.html;
    html.replace("img-src article-image:", "img-src file:");
    for (const PagePicture &picture : page.pictures) {
        const QString file = m_folder.filePath(u"files/"_s + picture.address.url.fileName());
        html.replace("article-image://i/" + picture.key + '"',
                     QUrl::fromLocalFile(file).toEncoded() + '?' + QByteArray::number(round) + '"');
    }
    const QString name = m_folder.filePath(u"bare%1.html"_s.arg(round));
    return write(name, html) ? QUrl::fromLocalFile(name) : QUrl();
}

MemoryPages PictureAlbum::memoryPages() const
{
    PageRequest request;
    request.root = root();
    request.head = article().head;
    const LoadedPage page = makePage(request);
    MemoryPages pages;
    pages.html = page.html;
    for (const PagePicture &picture : page.pictures) {
        const QString name = picture.address.url.fileName();
        QFile file(m_folder.filePath(u"files/"_s + name));
        if (file.open(QIODevice::ReadOnly))
            pages.files.insert('/' + name.toLatin1(), file.readAll());
        pages.html.replace("article-image://i/" + picture.key + '"',
                           "article-image://i/" + name.toLatin1() + '"');
    }
    return pages;
}
