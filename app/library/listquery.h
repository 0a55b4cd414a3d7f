#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/statement.h"

#include <QSet>

#include <functional>
#include <optional>
#include <vector>

// How the rows of a list are asked for. No statement here ever sorts the whole archive: that would be one
// step of seconds. Where the index of an order is there, rows come in its order and those of other categories
// are passed over; a small category is sorted.

// A category and everything below it.
struct ListScope {
    CategoryId category = wholeArchive;
    std::vector<bool> categories; // by number; not filled for the whole archive
    qint64 articles = 0;          // in these
    qint64 all = 0;               // in the archive
    // Which of these are shown, by number, category and sort_ms; empty: all.
    std::function<bool(ArticleId, CategoryId, qint64)> filter = {};

    bool contains(CategoryId id) const
    {
        return category == wholeArchive ||
               (static_cast<size_t>(id) < categories.size() && categories[static_cast<size_t>(id)]);
    }
    bool shows(ArticleId article, CategoryId home, qint64 time) const
    {
        return contains(home) && (!filter || filter(article, home, time));
    }
};

// nullopt where the catalogue cannot be read.
std::optional<ListScope> listScope(const Database &database, CategoryId category, QString *error);

// Whether the archive can be walked in this order; not until some time after a first
// pass (Catalog::makeListIndexes()).
bool isIndexed(const Database &database, SortKey key);

// Whether sorting the category is quicker than walking the archive.
bool isSmall(const ListScope &scope, SortKey key);
// The rows of a small category, sorted: id, sort_ms, category.
Statement sortedRows(const Database &database, CategoryId category, const ArticleSort &sort);
// Those that were chosen one by one, sorted: id, sort_ms.
Statement chosenRows(const Database &database, const QList<ArticleId> &ids, const ArticleSort &sort);

// All whose title begins with `text`, in the whole archive.
std::optional<QSet<ArticleId>> titledArticles(const Database &database, const QString &text, QString *error);

enum class WalkPart : quint8 {
    Whole,
    From,   // the given article and what comes after it
    Before, // what comes before it, going backwards
};

// A walk over the archive: id, sort_ms, category; where it is not the whole, the article's row is bound.
QString walkedSql(const ArticleSort &sort, WalkPart part);
Statement walkedRows(const Database &database, const ArticleSort &sort, WalkPart part, ArticleId article = 0);
// The first rows of the whole walk, also where there is no index of its order: SQLite then reads every row,
// but sorts no more than these.
Statement firstRows(const Database &database, const ArticleSort &sort, int most);
