#pragma once

#include "app/catalog/catalogtypes.h"

// A run of rows of one day, while the list is sorted by date. The header above it is the view's business.
struct DaySection {
    int firstRow = 0;
    QDate day; // invalid for the articles without a date, which come last
    bool operator==(const DaySection &) const = default;
};

// The articles of one list in their order: 8 bytes a row. Copies share their memory.
struct ArticleSet {
    QList<ArticleId> ids;
    QList<DaySection> days; // empty where the order is not by date
    bool operator==(const ArticleSet &) const = default;
};

// The way from one list to another, worked out away from the windows' thread: `before` grows by `added` at
// its end, is put into the new order with `removed` at its end, and loses these. Three steps, however many
// articles came and went.
struct ArticleChange {
    ArticleSet before;
    ArticleSet after;
    QList<ArticleId> added;   // in `after` alone, in its order
    QList<ArticleId> removed; // in `before` alone, in its order
    bool isReordered = false; // `before` and `added` are not `after` and `removed`
    bool isFresh = false;     // another list was asked for: another category, or another order
};

ArticleChange changeBetween(const ArticleSet &before, const ArticleSet &after);
