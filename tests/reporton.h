#pragma once

#include "app/library/reportmaker.h"

#include <QFile>

// A report and what it says, without anybody who watches.

inline ArchiveReport reportOn(const QString &folder)
{
    return makeReport(QFile::encodeName(folder), 0, {[] { return false; }, [](const ReportProgress &) {}});
}

inline QByteArrayList paths(const ArchiveReport &report, ReportKind kind)
{
    QByteArrayList all;
    for (const int file : report.line(kind).files)
        all << report.files[file].path;
    return all;
}

// The kinds whose lines name the file.
inline QStringList linesOf(const ArchiveReport &report, const QByteArray &path)
{
    QStringList names;
    for (int kind = 0; kind < reportKindCount; ++kind) {
        if (paths(report, static_cast<ReportKind>(kind)).contains(path))
            names << reportKindName(static_cast<ReportKind>(kind));
    }
    names.removeOne(QStringLiteral("largest"));
    return names;
}
