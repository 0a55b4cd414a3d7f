#pragma once

#include "app/page/htmltree.h"

#include <QHash>

// What the sanitizer looks up in a hostile tree beside the element at hand. Nothing here is safe to write out
// unchecked.

// Footnotes: each name that some link leads to as "#name" and that stands somewhere as an id or an anchor's
// name, with our name for it, "uc-<number>" in the order of the links.
QHash<QByteArray, QByteArray> linkTargets(const HtmlTree &tree);

// The address that an <iframe>, <video> or <audio> plays, as written: its own, a source's, a lazy one.
QByteArray mediaAddress(const HtmlTree &tree, int media);

// A formula in one line: its TeX source where it has one, else its alternative text, else its symbols.
QByteArray formulaText(const HtmlTree &tree, int math);

// The srcset of each <source> before the image in a <picture> around it, in a format that we show.
QList<QByteArray> pictureSources(const HtmlTree &tree, const HtmlNode &image);

// True where an <img> stands below `top`.
bool holdsImage(const HtmlTree &tree, int top);

// For each node, whether a block stands below it.
std::vector<bool> blockHolders(const HtmlTree &tree);
