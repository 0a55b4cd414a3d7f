#pragma once

#include "app/archive/scanner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

// An archive to walk over.
struct ScannedFolder {
    QTemporaryDir dir;

    QByteArray root() const { return QFile::encodeName(dir.path()); }

    bool write(const QString &path) const
    {
        const QString folder = path.left(std::max<qsizetype>(0, path.lastIndexOf(QLatin1Char('/'))));
        QFile file(dir.filePath(path));
        return QDir(dir.path()).mkpath(folder + QStringLiteral("/.")) && file.open(QIODevice::WriteOnly) &&
               file.write("x") == 1;
    }

    bool link(const char *target, const char *name) const
    {
        return QFile::link(QString::fromUtf8(target), dir.filePath(QString::fromUtf8(name)));
    }
};

// Path and problems of everything found, in the order in which it came.
struct Found {
    ScanResult result;
    QList<FileEntry> entries;

    QList<QByteArray> paths() const
    {
        QList<QByteArray> list;
        for (const FileEntry &entry : entries)
            list << entry.path;
        return list;
    }
    Problems problemsOf(const QByteArray &path) const
    {
        return entries.value(paths().indexOf(path)).problems;
    }
};

inline Found scan(const QByteArray &folder)
{
    Found found;
    found.result = scanArchive(folder, 3, [&](const QList<FileEntry> &batch) {
        found.entries += batch;
        return !batch.isEmpty() && batch.size() <= 3;
    });
    return found;
}
