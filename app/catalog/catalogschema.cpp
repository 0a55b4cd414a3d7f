#include "app/catalog/catalogschema.h"

#include "app/catalog/catalog.h"

using namespace Qt::StringLiterals;

QStringList catalogSchema()
{
    return {
        u"CREATE TABLE articles(id INTEGER PRIMARY KEY, place INTEGER NOT NULL,"
        " stamp INTEGER NOT NULL, identity INTEGER NOT NULL, category INTEGER NOT NULL,"
        " sort_ms INTEGER NOT NULL, date_ms INTEGER NOT NULL, date_offset INTEGER NOT NULL,"
        " problems INTEGER NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, path BLOB NOT NULL,"
        " head_image TEXT NOT NULL, link TEXT NOT NULL)"_s,
        // What the next row is numbered: the number of a removed article must never be given to another. The
        // same by AUTOINCREMENT costs a third of storing a row.
        u"CREATE TABLE numbers(next INTEGER NOT NULL)"_s,
        u"INSERT INTO numbers VALUES(1)"_s,
        // The few awkward articles: so few that it is there from the beginning.
        u"CREATE INDEX articles_problems ON articles(id) WHERE problems & %1"_s.arg(countedProblems.toInt()),
        u"CREATE TABLE categories(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL,"
        " own INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE(parent, name))"_s,
        u"INSERT INTO categories VALUES(%1, -1, '', 0, 0)"_s.arg(wholeArchive),
    };
}

// (identity, category) joins the marks and counts what is read without touching the rows. (place, stamp)
// tells which files are known, and finds one by its path.
QStringList catalogIndexes()
{
    return {
        u"CREATE INDEX IF NOT EXISTS articles_identity ON articles(identity, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_place ON articles(place, stamp)"_s,
    };
}

// (sort_ms, category) walks the whole archive, or a large part of it, in the order of the list without
// touching the rows; (category, sort_ms) does so for a small part.
QStringList listIndexes()
{
    return {
        u"CREATE INDEX IF NOT EXISTS articles_date ON articles(sort_ms, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_category ON articles(category, sort_ms)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_title ON articles(title COLLATE NOCASE, sort_ms, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_author ON articles(author COLLATE NOCASE, sort_ms, category)"_s,
    };
}
