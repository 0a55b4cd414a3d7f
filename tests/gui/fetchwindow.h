#pragma once

#include "app/images/imagestore.h"
#include "app/library/library.h"
#include "app/library/settings.h"
#include "tests/samplepictures.h"
#include "ui/imagethread.h"
#include "ui/mainwindow.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// A window over an archive whose pictures need no network: those at pictures.example.org are stored, those at
// 127.0.0.1 are refused before anything is asked.
struct FetchWindow {
    explicit FetchWindow(const QTemporaryDir &home, NetworkUse network = NetworkUse::Allowed)
        : archive(home.filePath(QStringLiteral("archive")))
        , settings(home.filePath(QStringLiteral("settings.ini")))
        , images(home.filePath(QStringLiteral("pictures")), network)
        , library({home.filePath(QStringLiteral("data")), home.filePath(QStringLiteral("cache"))})
        , window(library, settings, images, {}, {nullptr, false})
    {
        window.resize(1180, 760);
        window.show();
    }

    // `articles` of them, each with one picture of its own that is refused, and one that all share and that
    // is stored.
    static bool write(const QTemporaryDir &home, int articles)
    {
        const QUrl shared(QStringLiteral("https://pictures.example.org/a.png"));
        ImageStore store;
        QString error;
        QDir(home.path()).mkpath(QStringLiteral("archive"));
        for (int number = 0; number < articles; ++number) {
            QFile file(home.filePath(QStringLiteral("archive/%1.md").arg(number)));
            const QByteArray id = QByteArray::number(number);
            if (!file.open(QFile::WriteOnly) ||
                file.write("---\ntitle: 'Article " + id +
                           "'\ndate: 2024-01-01 00:00:00\n---\n\n<div><img src='" + shared.toEncoded() +
                           "'><img src='http://127.0.0.1/" + id + ".png'></div>\n") < 0)
                return false;
        }
        return store.open(home.filePath(QStringLiteral("pictures")), &error) &&
               store.save(shared, png(300, 200), 1, &error);
    }

    QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }

    QString archive;
    Settings settings;
    ImageThread images;
    Library library;
    MainWindow window;
};
