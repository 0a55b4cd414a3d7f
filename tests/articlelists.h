#pragma once

#include "app/library/articlemodel.h"

// Lists of articles and their rows, for models that are filled without a catalogue.

using ArticleIds = QList<ArticleId>;

inline ArticleIds series(ArticleId first, ArticleId last, ArticleId step = 1)
{
    ArticleIds list;
    for (ArticleId id = first; id <= last; id += step)
        list << id;
    return list;
}

inline ArticleSet undated(const ArticleIds &ids)
{
    return {ids, {}};
}

// All of one day.
inline ArticleSet dated(const ArticleIds &ids)
{
    constexpr qint64 someDay = 2459541;
    return {ids, {{0, QDate::fromJulianDay(someDay)}}};
}

inline ArticleRow made(ArticleId id)
{
    ArticleRow row;
    row.id = id;
    row.head.title = QStringLiteral("Article %1").arg(id);
    row.head.identity = Identity{static_cast<quint64>(id)};
    return row;
}
