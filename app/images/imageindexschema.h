#pragma once

#include <QSqlDatabase>
#include <QSqlError>

// The tables of the pictures' facts.
//
// picture: one row a file; `key` is its name, `shown` and `stored` are milliseconds since 1970-01-01 UTC.
// owner: which articles show a picture, by whatever number the callers know them: one that is stored, and
//   whatever a starred article shows.
// starred: the articles, by the same numbers, that were starred and read for their pictures once, all of
//   which then have their owner, stored or not.
// kept: the keys of pictures that never make room for others, as earlier versions noted them, or whose facts
//   were lost and found out anew; until a starred article is known to show them,
//   all starred articles are known, or all go.
// stray: the parts of the store, as two hex digits, which may have files of whole pictures that are not in
//   `picture`: all of them where the file is begun anew.
// total: one row, the sum of all lengths (bytes) and the number of pictures, kept by triggers with every
//   change, so that nobody counts.
constexpr int imageIndexSchema = 8;

// Makes the tables, or brings those of an earlier schema up to date, in one transaction. An error, and
// nothing changed, where the file has a newer schema.
QSqlError bringImageIndexUpToDate(const QSqlDatabase &database);
