#include "app/catalog/catalogschema.h"

#include "app/catalog/catalog.h"

using namespace Qt::StringLiterals;

QStringList catalogSchema()
{
    return {
        // AUTOINCREMENT: without it the number of a removed article would be given to the next one.
        u"CREATE TABLE articles(id INTEGER PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL,"
        " stamp INTEGER NOT NULL, identity INTEGER NOT NULL, category INTEGER NOT NULL,"
        " sort_ms INTEGER NOT NULL, date_ms INTEGER NOT NULL, date_offset INTEGER NOT NULL,"
        " problems INTEGER NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, path BLOB NOT NULL,"
        " head_image TEXT NOT NULL, link TEXT NOT NULL)"_s,
        u"CREATE TABLE categories(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL,"
        " own INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE(parent, name))"_s,
        u"INSERT INTO categories VALUES(%1, -1, '', 0, 0)"_s.arg(wholeArchive),
    };
}

// (sort_ms, category) walks the whole archive, or a large part of it, in the order of the list without
// touching the rows; (category, sort_ms) does so for a small part; those by title and author likewise.
// (identity, category) joins the marks and counts what is read without touching the rows. The last one is a
// list of the few awkward articles.
QStringList catalogIndexes()
{
    return {
        u"CREATE INDEX IF NOT EXISTS articles_date ON articles(sort_ms, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_category ON articles(category, sort_ms)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_title ON articles(title COLLATE NOCASE, sort_ms, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_author ON articles(author COLLATE NOCASE, sort_ms, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_identity ON articles(identity, category)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_place ON articles(place)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_stamp ON articles(stamp)"_s,
        u"CREATE INDEX IF NOT EXISTS articles_problems ON articles(id) WHERE problems & %1"_s.arg(
            countedProblems.toInt()),
    };
}
