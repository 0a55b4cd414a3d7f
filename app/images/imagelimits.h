#pragma once

#include "app/images/imagepolicy.h"

#include <chrono>

// How much a picture and an article may cost (security.md 3). The defaults are the product's; tests have less
// time.
struct ImageLimits {
    std::chrono::milliseconds firstByte{10'000}; // of each hop, looking up its host included
    // Until the next address of a host is tried beside those that let nobody in yet (as RFC 8305, whose 250
    // ms are for pages: most pictures need no second connection in that time).
    std::chrono::milliseconds connection{1'000};
    std::chrono::milliseconds total{30'000};  // all hops of one address; a dripping server is always active
    std::chrono::milliseconds ladder{60'000}; // all addresses of one picture, from the first fetch on
    // How long a host that is busy (429, 503) is asked for nothing that nobody looks at yet: what it asks
    // for, at most the longest; the usual where it says nothing. After so many in a row without a picture it
    // is no pause that it needs.
    std::chrono::milliseconds usualRest{5'000};
    std::chrono::milliseconds longestRest{60'000};
    int restsInARow = 3;
    qint64 bytes = maximumImageBytes;
    int redirects = 5;
    int fetchesPerHost = 6; // connections: a fetch that tries two addresses at a time counts twice
    int fetches = 12;
    // Of these for pictures that nobody looks at yet.
    int quietFetchesPerHost = 2;
    int quietFetches = 4;
    int imagesPerArticle = maximumImagesPerArticle;
    qint64 bytesPerArticle = maximumImageBytesPerArticle;
};
