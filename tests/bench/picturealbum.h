#pragma once

#include "app/catalog/catalogtypes.h"

#include <QSize>
#include <QTemporaryDir>

// The bare page, with its pictures at article-image:///NUMBER.jpg, and these by path.
struct MemoryPages {
    QByteArray html;
    QHash<QByteArray, QByteArray> files;
};

// An article with many pictures: in an archive, with its pictures in a store, and as a bare HTML page that
// has the same pictures as files. All pictures differ; each is a photograph's size, a smaller one where there
// are more than a page may decode.
class PictureAlbum final
{
public:
    // False where it cannot be written.
    bool make(int pictures);

    QByteArray root() const; // as in readArticle()
    ArticleRow article() const;
    QString storeFolder() const { return m_folder.filePath(QStringLiteral("store")); }
    // The page that Lectern makes, but with the files in place of its own pictures' addresses. `round` makes
    // the addresses new, for Chromium keeps what it has decoded.
    QUrl barePage(int round) const;

    MemoryPages memoryPages() const;

private:
    QSize pictureSize() const; // pixels

    QTemporaryDir m_folder;
    int m_pictures = 0;
};
