#pragma once

#include "app/library/archivereport.h"

#include <QIODevice>

#include <functional>

// One JSON object: folder, complete, articles, sizes {total, smallest, median, largest}, and findings, with
// one member for every reportKindName(): {count, files: […]}, or {count, groups: [[…], …]} for the kinds that
// come in groups. A file is {path, bytes} with `reason` where it could not be read and, as in listArchive(),
// `pathBytes` where the path is no UTF-8. Each file has a line of its own. Written piece by piece; false,
// with the device's reason, where that fails.
bool writeReportJson(const ArchiveReport &report, QIODevice &out, QString *error);

// RFC 4180: kind, group, path, bytes, reason; a header, then one row for every file of every line, with CRLF.
// `group` numbers the copies of a kind from 1 on, and is empty elsewhere. UTF-8 with a byte-order mark, as
// spreadsheets expect it; what a spreadsheet would take for a formula gets "./" in front, which leaves a path
// the same path.
// `goesOn` is told how far it is, from 0 to 1, now and then; where it says no, nothing more is written, and
// the answer is false with no reason.
bool writeReportCsv(const ArchiveReport &report, QIODevice &out, QString *error);
bool writeReportCsv(const ArchiveReport &report, QIODevice &out, const std::function<bool(double)> &goesOn,
                    QString *error);

// One field: in quotation marks, those inside doubled. `text` may hold anything, line ends too.
QByteArray csvField(const QString &text);
