#pragma once

#include "app/images/imagestore.h"
#include "tests/samplepictures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// Of an archive whose pictures need no network: those at pictures.example.org are stored, those at 127.0.0.1
// are refused before anything is asked.
inline QString fetchArchive(const QTemporaryDir &home)
{
    return home.filePath(QStringLiteral("archive"));
}

// `articles` of them, each with one picture of its own that is refused, and one that all share and that is
// stored.
inline bool writeFetchArchive(const QTemporaryDir &home, int articles)
{
    const QUrl shared(QStringLiteral("https://pictures.example.org/a.png"));
    ImageStore store;
    QString error;
    QDir().mkpath(fetchArchive(home));
    for (int number = 0; number < articles; ++number) {
        QFile file(fetchArchive(home) + QStringLiteral("/%1.md").arg(number));
        const QByteArray id = QByteArray::number(number);
        if (!file.open(QFile::WriteOnly) ||
            file.write("---\ntitle: 'Article " + id + "'\ndate: 2024-01-01 00:00:00\n---\n\n<div><img src='" +
                       shared.toEncoded() + "'><img src='http://127.0.0.1/" + id + ".png'></div>\n") < 0)
            return false;
    }
    return store.open(home.filePath(QStringLiteral("pictures")), &error) &&
           store.save(shared, png(300, 200), 1, &error);
}
