#pragma once

#include "app/archive/article.h"
#include "app/catalog/catalogtypes.h"

#include <optional>

// Values that the marks speak in.
//
// A version says which of two writings of the same thing is the later one, on this machine or on another:
// milliseconds since 1970-01-01 UTC where the clock goes forward, and at least one more than every version
// seen before where it does not. The later wins; see MarksMerger.
using MarkVersion = qint64;

// What the reader did with one article.
struct Mark {
    bool read = false;
    bool starred = false;
    double position = 0; // 0 top, 1 end
    QDateTime readAt;    // UTC; when it was last read, invalid where never
    bool operator==(const Mark &) const = default;
};

// What was said of the reading of one article itself. A horizon that is later than `since` overrules it.
struct ReadOpinion {
    std::optional<bool> read; // nullopt: nothing was said; horizons decide
    MarkVersion since = 0;
    bool operator==(const ReadOpinion &) const = default;
};

// "Everything from here to there is read": a part of a category and of everything below it.
struct Horizon {
    QString archive;      // its folder, absolute
    QStringList category; // path, outermost first; empty for the whole archive
    // Milliseconds since 1970-01-01 UTC as in the catalogue's sort_ms: from <= time < to. A range from
    // undatedTime has the articles without a date as well.
    qint64 from = undatedTime;
    qint64 to = std::numeric_limits<qint64>::max();
    // Some articles of the archive. Where its folder is gone, as on another machine or after a move, the
    // archive is any that has half of them; where none were noted, any whose folder bears the same name.
    QList<Identity> sample = {};
    bool operator==(const Horizon &) const = default;
};

// Kept in the journal as numbers: append only.
enum class Marking : quint8 { Read, Unread, Starred, Unstarred, ReadHorizon };

// One marking as the journal keeps it, single or of many.
struct JournalEntry {
    qint64 id = 0;
    Marking marking = Marking::Read;
    QDateTime at;        // UTC
    qint64 articles = 0; // that were marked one by one
    Identity first{};    // one of them
    QString title;       // its title, where the open archive has it
    Horizon horizon;     // with Marking::ReadHorizon
    bool isUndone = false;
};

// Articles that are marked, or whose marking is taken back, in one transaction: some 10 ms, for which others
// wait.
constexpr qsizetype articlesAtOnce = 1024;

// How far the taking back of an entry is.
struct TurnedPart {
    qint64 next = std::numeric_limits<qint64>::min(); // the identity that comes next, as a signed number
    qsizetype turned = 0;                             // articles, so far
    bool isOver = false;
};

Q_DECLARE_METATYPE(JournalEntry)
