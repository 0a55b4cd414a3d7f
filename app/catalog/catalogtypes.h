#pragma once

#include "app/archive/article.h"

#include <limits>

// Values that the catalogue and the models speak in.

// The row of an article in the catalogue: valid until that article changes. Never written to settings or
// marks.
using ArticleId = qint64;

// The row of a category; 0 is the archive as a whole.
using CategoryId = qint64;
constexpr CategoryId wholeArchive = 0;

struct CategoryRow {
    CategoryId id = wholeArchive;
    CategoryId parent = wholeArchive;
    QString name;
    int articles = 0; // in this category and everything below it
    int unread = 0;   // of these
    bool operator==(const CategoryRow &) const = default;
};

struct ArticleRow {
    ArticleId id = 0;
    ArticleHead head;
    bool read = false;
    bool starred = false;
    double position = 0; // where it was left: 0 top, 1 end
};

// An article whose date nobody knows: its file's time stands in, which in a regenerated archive is the same
// for all and newer than everything. Such articles come after all others, under a header of their own.
constexpr qint64 undatedTime = std::numeric_limits<qint64>::min(); // in place of milliseconds since 1970
constexpr qint64 undatedDay = std::numeric_limits<qint64>::min();  // in place of a Julian day; no QDate

enum class SortKey : quint8 { Date, Title, Author };

struct ArticleSort {
    SortKey key = SortKey::Date;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const ArticleSort &) const = default;
};

// What a list shows of the archive: a category, or a view that cuts through all of them.
enum class ArticleView : quint8 {
    Category,
    Unread,
    Starred,
    Newest,       // of the newest day that has articles, today at the latest
    RecentlyRead, // the last ones by the time of reading, whatever the order asked for
};

struct ViewCounts {
    int starred = 0;
    int newest = 0;
    QDate newestDay; // invalid where no article has a date
    int recentlyRead = 0;
    bool operator==(const ViewCounts &) const = default;
};

// An article that was read, and when.
struct ReadArticle {
    ArticleRow article;
    QDateTime readAt; // UTC
};

// How far a pass over the archive is.
struct PassProgress {
    int done = 0;
    int found = 0;        // files found so far, or all that there are
    bool walking = false; // there may be more of them
};

// How a pass ended.
struct PassResult {
    int articles = 0;
    int withProblems = 0;   // with any of FrontMatterRepaired, EncodingDamaged, Unreadable, NotARegularFile,
                            // TooLarge, LinkLoop
    bool complete = false;  // false: stopped, or the folder could not be read
    QString error;          // the system's reason where the folder could not be read
    int missing = 0;        // rows that were kept although their files were not found
    bool isEmptied = false; // these are all rows, and there was no other file either
};

Q_DECLARE_METATYPE(ViewCounts)
Q_DECLARE_METATYPE(PassProgress)
Q_DECLARE_METATYPE(PassResult)
