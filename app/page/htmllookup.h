#pragma once

#include "app/page/htmltree.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

// What the sanitizer looks up in a hostile tree beside the element at hand. Nothing here is safe to write out
// unchecked.

// Footnotes: each name that some link leads to and that stands somewhere as an id or an anchor's name, with
// our name for it, "uc-<number>" in the order of the links. `base` is the article's own address. Once the
// time is over it knows what it has found so far.
QHash<QByteArray, QByteArray> linkTargets(const HtmlTree &tree, const QUrl &base,
                                          const QDeadlineTimer &deadline = QDeadlineTimer::Forever);

// Our name from linkTargets() for what the link leads to, "#name" or the article's own address with it;
// percent-encoded or not (HTML standard, "find a potential indicated element"). Empty where it is none.
QByteArray linkTarget(const QHash<QByteArray, QByteArray> &targets, const QByteArray &href, const QUrl &base);

// The addresses that an <iframe>, <video> or <audio> may play, as written: its own, its sources', a lazy one.
QList<QByteArray> mediaAddresses(const HtmlTree &tree, int media);

// A formula in one line: its TeX source where it has one, else its alternative text, else its symbols.
QByteArray formulaText(const HtmlTree &tree, int math);

// The srcset of each <source> before the image in a <picture> around it, in a format that we show.
QList<QByteArray> pictureSources(const HtmlTree &tree, const HtmlNode &image);

// True where an <img> stands below `top`.
bool holdsImage(const HtmlTree &tree, int top);

// For each node, whether a block stands below it.
std::vector<bool> blockHolders(const HtmlTree &tree);
