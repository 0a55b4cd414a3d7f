#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/statement.h"

#include <QHash>

#include <functional>
#include <vector>

// Which articles of one archive are read: the one place that knows how horizons and what was said of single
// articles go together. The later of the two wins.
//
// All functions take a connection to which the marks are attached as "marks" and the catalogue as
// "catalogue".
class ReadState final
{
public:
    // Part of a category that a horizon covers, the latest one where several do. from <= time < to.
    struct Range {
        qint64 from = 0;
        qint64 to = 0;
        MarkVersion since = 0;
        bool operator==(const Range &) const = default;
    };

    // Brings it up to date with the horizons and categories as they are; quick where nothing changed. False,
    // with the reason, where they cannot be read.
    bool refresh(const Database &database, const QString &archive, QString *error);

    // `time` is the catalogue's sort_ms.
    bool isRead(CategoryId category, qint64 time, const ReadOpinion &opinion) const;
    bool hasHorizons() const { return m_hasHorizons; }
    // Disjoint, ascending.
    QList<Range> ranges(CategoryId category) const;

    // How many articles of each category are read, those below it not counted in. nullopt where it failed,
    // or `mayGoOn` said false (then `error` is empty).
    std::optional<QHash<CategoryId, int>>
    countRead(const Database &database, const std::function<bool()> &mayGoOn, QString *error) const;

    // The articles that are read, or unread, other than the horizons alone would have it: a bit for each
    // ArticleId up to the last of them. nullopt as countRead().
    std::optional<std::vector<bool>> exceptions(const Database &database,
                                                const std::function<bool()> &mayGoOn, QString *error) const;

private:
    struct Category {
        CategoryId parent = wholeArchive;
        QString name;
    };
    struct Known {
        qint64 newestCategory = -1;
        qint64 articles = -1;
        bool isIndexed = false;
        qint64 horizons = -1;
        qint64 versions = -1; // their sum: any change makes it another
        QString archive;
        bool operator==(const Known &) const = default;
    };

    MarkVersion since(CategoryId category, qint64 time) const;
    bool readHorizons(const Database &database, const Known &known, QString *error);
    void spread(const QHash<CategoryId, QList<Range>> &own,
                const QHash<CategoryId, QList<CategoryId>> &children);
    bool forEachException(const Database &database, const std::function<bool()> &mayGoOn,
                          const std::function<void(ArticleId, CategoryId, bool isRead)> &use,
                          QString *error) const;
    bool countCovered(const Database &database, bool isIndexed, QHash<CategoryId, int> *read,
                      QString *error) const;

    Known m_known;
    bool m_hasHorizons = false;
    QHash<CategoryId, QList<Range>> m_ranges;
};

// Whether there is any mark at all among the attached ones; true where that cannot be told.
bool hasMarks(const Database &database);

// Two columns of a statement: coalesce(read, -1) and read_since of the marks' table, -1 and 0 where the
// article has no mark.
ReadOpinion opinionFrom(const Statement &row, int column);
