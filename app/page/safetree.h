#pragma once

#include "app/page/htmlparser.h"
#include "app/page/sanitizer.h"

// The most pictures of one page (security.md 1, guard 6); those beyond leave a link.
constexpr int maximumPictures = 300;
// Deeper elements are unwrapped: together with the elements that styles become this stays below 200.
constexpr int maximumDepth = 150;

struct SafeTree {
    HtmlTree tree;
    QList<PagePicture> pictures;
};

// A stranger's tree to one that holds nothing but the output grammar: every element by allow-list, every
// attribute's value made anew. nullopt where the time is over.
std::optional<SafeTree> safeTree(const HtmlTree &hostile, const SanitizerContext &context,
                                 const QDeadlineTimer &deadline = QDeadlineTimer(maximumHtmlTime));

// The same for a tree parsed from our own output, where our classes and the keys of `pictures` are let
// through.
std::optional<HtmlTree> checkedTree(const HtmlTree &ours, const SanitizerContext &context,
                                    const QList<PagePicture> &pictures,
                                    const QDeadlineTimer &deadline = QDeadlineTimer(maximumHtmlTime));
