#include "app/catalog/catalogschema.h"

#include "app/catalog/catalog.h"

using namespace Qt::StringLiterals;

// The indexes: (sort_ms, category) walks the whole archive, or a large part of it, in the order of the list
// without touching the rows; (category, sort_ms) does so for a small part. (identity, category) joins the
// marks and counts what is read without touching the rows. The last one is a list of the few awkward
// articles. AUTOINCREMENT: without it the number of a removed article would be given to the next one.
QStringList catalogSchema()
{
    return {
        u"CREATE TABLE articles(id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE,"
        " size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL, title TEXT NOT NULL,"
        " author TEXT NOT NULL, date_ms INTEGER NOT NULL, date_offset INTEGER NOT NULL,"
        " sort_ms INTEGER NOT NULL,"
        " head_image TEXT NOT NULL, link TEXT NOT NULL, identity INTEGER NOT NULL,"
        " category INTEGER NOT NULL, problems INTEGER NOT NULL)"_s,
        u"CREATE INDEX articles_date ON articles(sort_ms, category)"_s,
        u"CREATE INDEX articles_category ON articles(category, sort_ms)"_s,
        u"CREATE INDEX articles_identity ON articles(identity, category)"_s,
        u"CREATE INDEX articles_problems ON articles(id) WHERE problems & %1"_s.arg(countedProblems.toInt()),
        u"CREATE TABLE categories(id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name TEXT NOT NULL,"
        " own INTEGER NOT NULL, total INTEGER NOT NULL, UNIQUE(parent, name))"_s,
        u"INSERT INTO categories VALUES(%1, -1, '', 0, 0)"_s.arg(wholeArchive),
    };
}
