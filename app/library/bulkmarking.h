#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/statement.h"

// Marking many articles at once: which are meant. All functions take a connection to which the catalogue is
// attached as "catalogue".

enum class ListPart : quint8 {
    Whole,
    Below, // an article and what comes after it in the list; only where the order is by date
    Older, // what is older than an article, in any order; not what has no date
};

// A part of the list of a category.
struct PartOfList {
    ListPart part = ListPart::Whole;
    CategoryId category = wholeArchive;
    QStringList path;      // of the category
    ArticleId article = 0; // not with ListPart::Whole
    Qt::SortOrder order = Qt::DescendingOrder;
};

// A horizon, and the articles that belong to the part and not to the horizon: those of the same moment as the
// article that come after it, and those with a date later than now. No horizon reaches into the future, where
// it would swallow what is yet to come.
struct HorizonPlan {
    Horizon horizon;
    QList<Identity> beside;
};

// nullopt where the article is not in the catalogue (then `error` is empty) or nothing can be read.
std::optional<HorizonPlan> planHorizon(const Database &database, const QString &archive,
                                       const PartOfList &part, const QDateTime &now, QString *error);

// Rows that are not there are passed over.
std::optional<QList<Identity>> identitiesOf(const Database &database, const QList<ArticleId> &ids,
                                            QString *error);
