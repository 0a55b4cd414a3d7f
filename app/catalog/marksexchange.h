#pragma once

#include "app/catalog/database.h"
#include "app/catalog/mark.h"

#include <QIODevice>

// Marks as text, to carry them between machines: UTF-8, one JSON object a line.
//
//   {"lectern-marks":1,"version":V}           the first line; V as in marksVersion()
//   {"identity":"00c0ffee00c0ffee",           one article: 16 hexadecimal digits
//    "read":true,                             absent where nothing was said of it
//    "since":MS,"readAt":MS,"readVersion":V,  since when; when it was last read (absent: never)
//    "starred":true,"starredVersion":V,
//    "position":0.5,"positionVersion":V}      0 top, 1 end
//   {"horizon":"…","archive":"/folder","category":["a","b"],"from":MS,"to":MS,"undated":true,
//    "since":MS,"active":true,"version":V,    from and to are absent where there is no such end
//    "sample":"00c0ffee00c0ffee …"}           some articles of the archive; absent where none were noted
//
// MS are milliseconds since 1970-01-01 UTC, V likewise: of two lines about the same, the higher V wins. What
// was never touched may be left out. Importing is MarksMerger::merge(): it may be done in any order and as
// often as one likes.

struct ImportedMarks {
    qint64 articles = 0;
    qint64 horizons = 0;
    qint64 refused = 0;      // lines that are none of these
    bool hasChanged = false; // there was something that was not known, or known otherwise
};

// False, with the reason, where one of the two cannot be read or written.
bool exportMarks(const Database &marks, QIODevice &out, QString *error);

// What the first line of such a text says; nullopt where it is none.
std::optional<MarkVersion> marksVersionOf(QIODevice &in);

// nullopt, with the reason, where the text is not of this kind (then the reason is empty), or one of the two
// cannot be read or written. One transaction, so that all of it is taken or nothing, unless `linesAtOnce`
// allows others to write in between.
std::optional<ImportedMarks> importMarks(QIODevice &in, Database &marks, QString *error,
                                         qint64 linesAtOnce = std::numeric_limits<qint64>::max());
