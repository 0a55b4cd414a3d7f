#pragma once

#include "app/catalog/statement.h"
#include "app/library/indexer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>
#include <utility>

// A folder "archive" that has to be made, and an indexer that keeps its catalogue in a file beside it.
struct IndexedFolder {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cache/c.sqlite"));
    std::unique_ptr<Indexer> indexer = std::make_unique<Indexer>();
    QString name; // of the catalogue's database, which is `file` if all is well
    quint64 pass = 0;

    IndexedFolder()
    {
        QObject::connect(indexer.get(), &Indexer::catalogueOpened, indexer.get(),
                         [this](quint64, const QString &opened) { name = opened; });
        indexer->openCatalogue(1, file);
    }

    QString path(const QString &below) const { return folder.filePath(QStringLiteral("archive/") + below); }

    bool write(const QString &article, const QByteArray &text) const
    {
        QFile written(path(article));
        return QDir().mkpath(QFileInfo(written).path()) && written.open(QIODevice::WriteOnly) &&
               written.write(text) == text.size();
    }

    bool writeMany(int count) const
    {
        bool isWritten = true;
        for (int i = 0; i < count; ++i)
            isWritten = write(QStringLiteral("many/%1.md").arg(i),
                              "---\ntitle: t" + QByteArray::number(i) + "\n---\ntext") &&
                        isWritten;
        return isWritten;
    }

    PassResult run(Removal removal = Removal::Few, const ArchiveChanges &changes = ArchiveChanges::all())
    {
        const QSignalSpy spy(indexer.get(), &Indexer::passFinished);
        indexer->runPass(1, ++pass, QFile::encodeName(folder.filePath(QStringLiteral("archive"))),
                         {changes, removal});
        return spy.size() == 1 ? spy[0][1].value<PassResult>()
                               : PassResult{-1, -1, false, QStringLiteral("not once")};
    }

    QStringList titles() const { return column(QStringLiteral("SELECT title FROM articles ORDER BY title")); }

    // "1 path": every row, in the order of the numbers.
    QStringList rows() const
    {
        return column(QStringLiteral("SELECT id || ' ' || path FROM articles ORDER BY id"));
    }

    bool damage(const QString &sql) const
    {
        QString error;
        Database database;
        return database.open(name, DatabaseUse::Disposable, &error) && database.execute(sql, &error);
    }

private:
    QStringList column(const QString &sql) const
    {
        QString error;
        Database database;
        database.open(name, DatabaseUse::Reading, &error);
        Statement all(database, sql);
        QStringList list;
        for (bool more = all.execute(&error) && all.next(); more; more = all.next())
            list << all.text(0);
        return list;
    }
};
