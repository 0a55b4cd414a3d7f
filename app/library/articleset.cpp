#include "app/library/articleset.h"

#include <algorithm>
#include <vector>

namespace
{

// Row numbers are handed out one after the other, so a bit for each between the smallest and the largest is
// smaller than any other set.
class IdSet final
{
public:
    explicit IdSet(const QList<ArticleId> &ids)
    {
        if (ids.isEmpty())
            return;
        const auto [smallest, largest] = std::minmax_element(ids.cbegin(), ids.cend());
        m_first = *smallest;
        m_bits.resize(static_cast<size_t>(*largest - *smallest) + 1);
        for (const ArticleId id : ids)
            m_bits[static_cast<size_t>(id - m_first)] = true;
    }

    bool contains(ArticleId id) const
    {
        const auto place = static_cast<size_t>(id - m_first); // what is below the first becomes very large
        return place < m_bits.size() && m_bits[place];
    }

private:
    ArticleId m_first = 0;
    std::vector<bool> m_bits;
};

QList<ArticleId> without(const QList<ArticleId> &ids, const QList<ArticleId> &others)
{
    const IdSet known(others);
    QList<ArticleId> left;
    std::copy_if(ids.cbegin(), ids.cend(), std::back_inserter(left),
                 [&known](ArticleId id) { return !known.contains(id); });
    return left;
}

// Whether first + second is third + fourth, which are as long together.
bool isSame(const QList<ArticleId> &first, const QList<ArticleId> &second, const QList<ArticleId> &third,
            const QList<ArticleId> &fourth)
{
    if (first.size() > third.size())
        return isSame(third, fourth, first, second);
    const qsizetype rest = third.size() - first.size(); // of the third, beside the second
    return std::equal(first.cbegin(), first.cend(), third.cbegin()) &&
           std::equal(third.cbegin() + first.size(), third.cend(), second.cbegin()) &&
           std::equal(second.cbegin() + rest, second.cend(), fourth.cbegin(), fourth.cend());
}

}

ArticleChange changeBetween(const ArticleSet &before, const ArticleSet &after)
{
    ArticleChange change{before, after, {}, {}, false, false};
    if (before.ids != after.ids) {
        change.added = without(after.ids, before.ids);
        change.removed = without(before.ids, after.ids);
    }
    const bool headersMove = before.days != after.days && change.added.isEmpty() && change.removed.isEmpty();
    change.isReordered = headersMove || !isSame(before.ids, change.added, after.ids, change.removed);
    return change;
}
