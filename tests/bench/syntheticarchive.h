#pragma once

#include "syntheticarticle.h"

// An archive of `articles` files that differ in path. File n is always the same, whoever asks, in whatever
// order; files of one folder follow each other, as a collector writes them feed by feed.
class SyntheticArchive final
{
public:
    explicit SyntheticArchive(int articles);

    SyntheticFile file(int number) const; // 0 to articles - 1

private:
    struct Feed {
        int end = 0; // one past its last article
        Dialect dialect = Dialect::Hexo;
        QList<QByteArray> categories;
    };

    Feed makeFeed(Random &random, int number) const;

    SyntheticText m_text;
    QList<QByteArray> m_groups; // the outermost categories
    QList<Feed> m_feeds;
};
