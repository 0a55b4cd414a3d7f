#include "app/library/listquery.h"

using namespace Qt::StringLiterals;

namespace
{

// Measured at a million: sorting a row takes as long as walking over so many; one that has to be looked up
// for its title costs more.
constexpr qint64 sortedPart = 16;
constexpr qint64 sortedPartByText = 128;

// Titles and authors compare as SQLite's NOCASE does, ASCII letters alike and all else by code point: the
// reader's collation takes ten times as long, which in a million rows nobody would wait for.
QStringList orderColumns(SortKey key)
{
    const QStringList dated{u"sort_ms"_s, u"category"_s, u"id"_s};
    switch (key) {
    case SortKey::Title:
        return QStringList(u"title COLLATE NOCASE"_s) + dated;
    case SortKey::Author:
        return QStringList(u"author COLLATE NOCASE"_s) + dated;
    case SortKey::Date:
        break;
    }
    return dated;
}

QString orderBy(QStringList columns, Qt::SortOrder order)
{
    for (QString &column : columns)
        column += order == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    return u" ORDER BY "_s + columns.join(u", "_s);
}

QString indexOf(SortKey key)
{
    switch (key) {
    case SortKey::Title:
        return u"articles_title"_s;
    case SortKey::Author:
        return u"articles_author"_s;
    case SortKey::Date:
        break;
    }
    return u"articles_date"_s;
}

}

std::optional<ListScope> listScope(const Database &database, CategoryId category, QString *error)
{
    ListScope scope;
    scope.category = category;
    Statement total(database, u"SELECT total FROM categories WHERE id=?"_s);
    scope.all = firstNumber(total.bind(wholeArchive), error).value_or(0);
    scope.articles = firstNumber(total.bind(category), error).value_or(0);
    if (category == wholeArchive)
        return error->isEmpty() ? std::optional(scope) : std::nullopt;
    Statement below(database, u"WITH RECURSIVE shown(id) AS (VALUES(?) UNION SELECT c.id FROM categories c"
                              " JOIN shown ON c.parent=shown.id) SELECT id FROM shown ORDER BY id DESC"_s);
    for (bool more = below.bind(category).execute(error) && below.next(); more; more = below.next()) {
        const auto id = static_cast<size_t>(below.number(0));
        if (scope.categories.size() <= id)
            scope.categories.resize(id + 1); // the largest comes first
        scope.categories[id] = true;
    }
    return error->isEmpty() && !below.hasFailed(error) ? std::optional(scope) : std::nullopt;
}

bool isIndexed(const Database &database, SortKey key)
{
    return hasIndex(database, indexOf(key));
}

bool isSmall(const ListScope &scope, SortKey key)
{
    const qint64 part = key == SortKey::Date ? sortedPart : sortedPartByText;
    return scope.category != wholeArchive && scope.articles * part < scope.all;
}

Statement sortedRows(const Database &database, CategoryId category, const ArticleSort &sort)
{
    QStringList columns = orderColumns(sort.key);
    columns.first().prepend(u'+'); // else SQLite may walk over the archive in this order
    Statement rows(database, u"SELECT id, sort_ms, category FROM articles WHERE category IN (WITH RECURSIVE "
                             u"shown(id) AS (VALUES(?)"
                             " UNION SELECT c.id FROM categories c JOIN shown ON c.parent=shown.id)"
                             " SELECT id FROM shown)"_s +
                                 orderBy(columns, sort.order));
    rows.bind(category);
    return rows;
}

Statement chosenRows(const Database &database, const QList<ArticleId> &ids, const ArticleSort &sort)
{
    QStringList numbers;
    for (const ArticleId id : ids)
        numbers << QString::number(id);
    Statement rows(database,
                   u"SELECT id, sort_ms FROM articles WHERE id IN (SELECT value FROM json_each(?))"_s +
                       orderBy(orderColumns(sort.key), sort.order));
    rows.bind(QString(u'[' + numbers.join(u',') + u']'));
    return rows;
}

std::optional<QSet<ArticleId>> titledArticles(const Database &database, const QString &text, QString *error)
{
    // A range, which the index of titles answers; no character comes after the last one.
    constexpr char32_t last = QChar::LastValidCodePoint;
    Statement rows(database,
                   u"SELECT id FROM articles WHERE title COLLATE NOCASE >= ? AND title COLLATE NOCASE < ?"_s);
    QSet<ArticleId> ids;
    bool more = rows.bind(text).bind(text + QString::fromUcs4(&last, 1)).execute(error) && rows.next();
    for (; more; more = rows.next())
        ids << rows.number(0);
    return error->isEmpty() && !rows.hasFailed(error) ? std::optional(ids) : std::nullopt;
}

QString walkedSql(const ArticleSort &sort, WalkPart part)
{
    const QStringList columns = orderColumns(sort.key);
    const bool isAscending = (sort.order == Qt::AscendingOrder) != (part == WalkPart::Before);
    QString sql = u"SELECT id, sort_ms, category FROM articles"_s;
    if (part != WalkPart::Whole) {
        const QString side = (isAscending ? u">"_s : u"<"_s);
        const QString place = columns.join(u", "_s);
        // The first column alone lets SQLite begin in the midst of the index.
        sql += u" WHERE "_s + columns.first() + side + u"=(SELECT "_s + columns.first() +
               u" FROM articles WHERE id=?1) AND ("_s + place + u")"_s + side +
               (part == WalkPart::From ? u"="_s : QString()) + u"(SELECT "_s + place +
               u" FROM articles WHERE id=?1)"_s;
    }
    return sql + orderBy(columns, isAscending ? Qt::AscendingOrder : Qt::DescendingOrder);
}

Statement walkedRows(const Database &database, const ArticleSort &sort, WalkPart part, ArticleId article)
{
    Statement rows(database, walkedSql(sort, part));
    if (part != WalkPart::Whole)
        rows.bind(article);
    return rows;
}

Statement firstRows(const Database &database, const ArticleSort &sort, int most)
{
    Statement rows(database, walkedSql(sort, WalkPart::Whole) + u" LIMIT ?"_s);
    rows.bind(qint64{most});
    return rows;
}
