#pragma once

#include "app/catalog/catalog.h"
#include "app/catalog/marks.h"

#include <QTemporaryDir>

// A catalogue and marks in a folder of their own, with a connection to which both are attached. Articles are
// named by a letter and get it as their identity.
struct MarkedCatalogue {
    struct Entry {
        char name = 'a';
        QStringList category;
        qint64 time = 0;   // milliseconds since 1970-01-01 UTC; undatedTime for none
        char identity = 0; // 0: its name
    };

    bool open(QString *error)
    {
        const QString file = folder.filePath(QStringLiteral("c.sqlite"));
        return marks.open(marksFile(folder.path()), error) && catalog.open(file, error) &&
               database.open(QStringLiteral(":memory:"), DatabaseUse::Reading, error) &&
               database.attach(marks.databaseName(), QStringLiteral("marks"), error) &&
               database.attach(file, QStringLiteral("catalogue"), error);
    }

    bool store(const QList<Entry> &entries, QString *error)
    {
        QList<ReadFile> files;
        for (const Entry &entry : entries) {
            const FileEntry file{QByteArray(1, entry.name), 1, 1000, 7, {}};
            ArticleHead head;
            head.title = QString(QLatin1Char(entry.name));
            head.categories = entry.category;
            head.date = QDateTime::fromMSecsSinceEpoch(entry.time == undatedTime ? file.modified : entry.time,
                                                       Qt::UTC);
            if (entry.time == undatedTime)
                head.problems = Problem::DateMissing;
            head.identity = identity(entry.identity ? entry.identity : entry.name);
            files << ReadFile{file, PackedHead(head)};
        }
        return catalog.store(files, {}, error).has_value();
    }

    static Identity identity(char name) { return Identity{static_cast<quint64>(name)}; }
    static QList<Identity> identities(const char *names)
    {
        QList<Identity> all;
        for (const char *name = names; *name; ++name)
            all << identity(*name);
        return all;
    }
    ArticleId id(char name)
    {
        QString error;
        return catalog.rowOfPath(QByteArray(1, name), &error);
    }

    QTemporaryDir folder;
    Marks marks;
    Catalog catalog;
    Database database;
};
