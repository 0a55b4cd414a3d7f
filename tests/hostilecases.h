#pragma once

#include "app/page/sanitizer.h"

#include <QList>
#include <QString>

// One body as a stranger could write it, shared by all tests that ask what becomes of it.
struct HostileCase {
    QString name;     // unique: "<class>: <what>"
    QString html;     // U+0000 included where the row is about it
    QString kept;     // words that the reader must still see, in this order; may be empty
    QString output;   // the exact HTML of sanitize() in hostileContext(); null where only the rest counts
    QString pictures; // the page's addresses, a space between, "inline" for a data: one; null where not asked
};

// Every row of every table, then the products: every event handler, every address attribute and every
// drop rule against every kept element. A few thousand; none takes longer than a usual article.
const QList<HostileCase> &hostileCases();

// The rows alone, without the products.
const QList<HostileCase> &hostileRows();

// Bodies that try to take all the time or all the memory; up to some megabytes each. `kept` is one word
// that has to be there in whatever form they end.
const QList<HostileCase> &hostileBombs();

// What `output` was written for: base https://s.example/news/a.html, token t0, the light theme, and the
// labels "Video: %1", "Audio: %1" and "Frame: %1".
SanitizerContext hostileContext();
