#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/statement.h"
#include "app/library/newestday.h"
#include "app/library/starredfile.h"

#include <functional>
#include <optional>
#include <vector>

// What the views that cut through an archive are made of. All functions take a connection to which the marks
// are attached as "marks" and the catalogue as "catalogue"; nullopt where these cannot be read, or `mayGoOn`
// said false (then `error` is empty).

constexpr int mostRecentlyRead = 1000; // articles; a reader's last weeks, and a list that is read at once

struct RecentlyRead {
    ArticleId id = 0;
    qint64 readAt = 0; // milliseconds since 1970-01-01 UTC
};

// In no order; every copy.
std::optional<QList<ArticleId>> starredArticles(const Database &database,
                                                const std::function<bool()> &mayGoOn, QString *error);
// One file of each, in no order.
std::optional<QList<StarredFile>> starredFiles(const Database &database, QString *error);
// The last read first, one of several copies. What was marked together with others was not read.
std::optional<std::vector<RecentlyRead>> recentlyRead(const Database &database,
                                                      const std::function<bool()> &mayGoOn, QString *error);
std::optional<QList<ArticleId>> articlesOf(const Database &database, const DayRange &day, QString *error);

std::optional<ViewCounts> countViews(const Database &database, NewestDay &newest, const QDateTime &now,
                                     const std::function<bool()> &mayGoOn, QString *error);
