#pragma once

#include "app/library/keycollector.h"
#include "app/library/listquery.h"

#include <deque>
#include <functional>

// The lists of a catalogue that has no indexes yet, as while a first pass fills it: rows are read once, in
// the order of their numbers, and kept (24 bytes each) until the indexes are there.
class UnsortedArticles final
{
public:
    // Reads what is new, and everything where something was removed, asking `mayGoOn` now and then. What
    // changed under its old number stays as it was until clear(). False where it was told to stop, and, with
    // `error`, where the catalogue cannot be read.
    bool readOn(const Database &database, const std::function<bool()> &mayGoOn, QString *error);
    void clear();
    bool isEmpty() const { return m_entries.empty(); }

    ArticleSet byDate(const ListScope &scope, Qt::SortOrder order, const QTimeZone &zone) const;
    // By the first bytes of title or author, and then by date; reads all rows. nullopt as readOn().
    static std::optional<ArticleSet> byText(const Database &database, const ListScope &scope,
                                            const ArticleSort &sort, const std::function<bool()> &mayGoOn,
                                            QString *error);

private:
    bool readNewer(const Database &database, const std::function<bool()> &mayGoOn, QString *error);

    struct Entry {
        qint64 time = 0;
        ArticleId id = 0;
        CategoryId category = wholeArchive;
    };

    std::deque<Entry> m_entries; // grows without moving
};
