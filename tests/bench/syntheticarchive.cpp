#include "syntheticarchive.h"

#include "awkwardarticle.h"

#include <cmath>

namespace
{

constexpr int groups = 18;
constexpr int awkwardOneIn = 100;
constexpr int firstAwkward = 37; // not the first of anything: some copy the article before them
constexpr int sisterPercent = 35;

}

// A collector's archive has a few long feeds and many short ones: their lengths fall off as one over the
// rank.
SyntheticArchive::SyntheticArchive(int articles)
{
    Random random(20'211'123);
    for (int i = 0; i < groups; ++i)
        m_groups << m_text.words(random, random.between(1, 2)) + m_text.word(random);
    const int feeds = std::max(1, static_cast<int>(2 * std::sqrt(articles)));
    double all = 0;
    for (int i = 0; i < feeds; ++i)
        all += 1.0 / (i + 10);
    double sum = 0;
    for (int i = 0; i < feeds; ++i) {
        sum += 1.0 / (i + 10);
        Feed feed = makeFeed(random, i);
        feed.end = i + 1 == feeds ? articles : static_cast<int>(articles * (sum / all));
        m_feeds << feed;
    }
}

// group / site / channel in the one dialect, group / site in the other. The number keeps two feeds apart.
SyntheticArchive::Feed SyntheticArchive::makeFeed(Random &random, int number) const
{
    Feed feed;
    feed.dialect = random.chance(sisterPercent) ? Dialect::Sister : Dialect::Hexo;
    feed.categories << m_groups[random.below(groups)] << m_text.words(random, 2) + QByteArray::number(number);
    if (feed.dialect == Dialect::Hexo)
        feed.categories << m_text.words(random, random.between(1, 3));
    return feed;
}

SyntheticFile SyntheticArchive::file(int number) const
{
    const auto feed = std::upper_bound(m_feeds.cbegin(), m_feeds.cend(), number,
                                       [](int wanted, const Feed &each) { return wanted < each.end; });
    const SyntheticArticle article = makeArticle(m_text, number, feed->categories);
    if (number % awkwardOneIn == firstAwkward)
        return makeAwkward(m_text, article, feed->dialect, number / awkwardOneIn);
    return writeArticle(article, feed->dialect);
}
