#include "app/library/unsortedarticles.h"

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsBetweenQuestions = 4096; // some milliseconds

// A text as SQLite's NOCASE compares it, as far as it tells most titles apart without keeping them.
constexpr int comparedBytes = 24;

struct TextEntry {
    std::array<uchar, comparedBytes> text = {};
    qint64 time = 0;
    CategoryId category = wholeArchive;
    ArticleId id = 0;
    auto operator<=>(const TextEntry &) const = default;
};

std::array<uchar, comparedBytes> beginning(const QByteArray &text)
{
    std::array<uchar, comparedBytes> bytes = {};
    const auto count = std::min<qsizetype>(text.size(), comparedBytes);
    std::transform(text.cbegin(), text.cbegin() + count, bytes.begin(),
                   [](char c) { return static_cast<uchar>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return bytes;
}

template <typename Entry, typename Before>
void sortEntries(std::vector<Entry> &entries, Qt::SortOrder order, Before before)
{
    if (order == Qt::AscendingOrder)
        std::sort(entries.begin(), entries.end(), before);
    else
        std::sort(entries.rbegin(), entries.rend(), before);
}

// A million texts take half a second, in which somebody may choose another order: in parts, which are merged.
// False where `mayGoOn` says no.
template <typename Iterator>
bool sortPatiently(Iterator begin, Iterator end, const std::function<bool()> &mayGoOn)
{
    constexpr qsizetype part = 16'384; // some milliseconds
    const qsizetype size = end - begin;
    for (qsizetype at = 0; at < size; at += part) {
        if (!mayGoOn())
            return false;
        std::sort(begin + at, begin + std::min(at + part, size));
    }
    for (qsizetype sorted = part; sorted < size; sorted *= 2) {
        for (qsizetype at = 0; at + sorted < size; at += 2 * sorted) {
            if (!mayGoOn())
                return false;
            std::inplace_merge(begin + at, begin + at + sorted, begin + std::min(at + 2 * sorted, size));
        }
    }
    return true;
}

}

bool UnsortedArticles::readOn(const Database &database, const std::function<bool()> &mayGoOn, QString *error)
{
    if (!readNewer(database, mayGoOn, error))
        return false;
    // Counted last: whatever else came meanwhile, more rows than there are means that some were removed.
    Statement count(database, u"SELECT total FROM categories WHERE id=0"_s);
    const qint64 total = firstNumber(count, error).value_or(0);
    if (!error->isEmpty())
        return false;
    if (total >= static_cast<qint64>(m_entries.size()))
        return true;
    clear();
    return readNewer(database, mayGoOn, error);
}

bool UnsortedArticles::readNewer(const Database &database, const std::function<bool()> &mayGoOn,
                                 QString *error)
{
    Statement rows(database, u"SELECT id, sort_ms, category FROM articles WHERE id>? ORDER BY id"_s);
    bool more = rows.bind(m_entries.empty() ? 0 : m_entries.back().id).execute(error) && rows.next();
    for (int row = 0; more; more = rows.next()) {
        m_entries.push_back({rows.number(1), rows.number(0), rows.number(2)});
        if (++row % rowsBetweenQuestions == 0 && !mayGoOn())
            return false;
    }
    return error->isEmpty() && !rows.hasFailed(error);
}

void UnsortedArticles::clear()
{
    m_entries.clear();
    m_entries.shrink_to_fit();
}

ArticleSet UnsortedArticles::byDate(const ListScope &scope, Qt::SortOrder order, const QTimeZone &zone) const
{
    std::vector<Entry> found;
    found.reserve(std::min(m_entries.size(), static_cast<size_t>(scope.articles)));
    std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(found),
                 [&scope](const Entry &entry) { return scope.shows(entry.id, entry.category, entry.time); });
    sortEntries(found, order, [](const Entry &first, const Entry &second) {
        return std::tie(first.time, first.category, first.id) <
               std::tie(second.time, second.category, second.id);
    });
    KeyCollector collector(zone, KeyCollector::Days::Kept, static_cast<qsizetype>(found.size()));
    for (const Entry &entry : found)
        collector.add(entry.id, entry.time);
    return collector.articles();
}

std::optional<ArticleSet> UnsortedArticles::byText(const Database &database, const ListScope &scope,
                                                   const ArticleSort &sort,
                                                   const std::function<bool()> &mayGoOn, QString *error)
{
    const QString column = sort.key == SortKey::Author ? u"author"_s : u"title"_s;
    Statement rows(database, u"SELECT id, sort_ms, category, CAST(substr("_s + column +
                                 u", 1, %1) AS BLOB) FROM articles ORDER BY id"_s.arg(comparedBytes));
    std::vector<TextEntry> found;
    found.reserve(static_cast<size_t>(scope.articles));
    bool more = rows.execute(error) && rows.next();
    for (int row = 0; more; more = rows.next()) {
        if (scope.shows(rows.number(0), rows.number(2), rows.number(1)))
            found.push_back({beginning(rows.bytes(3)), rows.number(1), rows.number(2), rows.number(0)});
        if (++row % rowsBetweenQuestions == 0 && !mayGoOn())
            return std::nullopt;
    }
    if (!error->isEmpty() || rows.hasFailed(error))
        return std::nullopt;
    const bool isSorted = sort.order == Qt::AscendingOrder
                              ? sortPatiently(found.begin(), found.end(), mayGoOn)
                              : sortPatiently(found.rbegin(), found.rend(), mayGoOn);
    if (!isSorted)
        return std::nullopt;
    KeyCollector collector(QTimeZone::utc(), KeyCollector::Days::LeftOut,
                           static_cast<qsizetype>(found.size()));
    for (const TextEntry &entry : found)
        collector.add(entry.id, entry.time);
    return collector.articles();
}
