#pragma once

#include "app/catalog/database.h"

// The tables of the marks.
//
// marks: one row an article, by identity. Three things are written on their own and carry a version each
//   (MarkVersion): read (NULL: nothing was said), since when, and when it was last read (NULL: never);
//   starred; position. Times are milliseconds since 1970-01-01 UTC.
// horizons: Horizon, the category's path as a JSON array, the sample as sampleText(); `active` is 0 where it
// was
//   undone.
// clock: one row; the highest version seen.
// journal: JournalEntry; `undone` is the version of the undoing, 0 where it stands.
// journal_changes: what each article of an entry was before and after it. Of a star the first number alone
//   counts. NULLs are kept as -1.
constexpr int marksSchemaNumber = 3;

// Makes the tables, or brings those of an earlier schema up to date, in one transaction.
bool bringMarksUpToDate(Database &database, QString *error);
