#pragma once

#include "app/page/htmltree.h"

#include <optional>

// The tree that a parser makes of writeHtml(tree), where the HTML standard (13.2.6, tree construction) leaves
// no doubt that it is the same tree again: every element stands where no rule would move, close or imply
// anything, and no character is lost in the writing. Nodes that were unlinked are not there, texts that came
// to stand side by side are one, and attributes that no rule looks at are gone, as parseHtml() does it.
//
// nullopt where it is not that plain: then only parsing tells. The conditions are narrower than the standard
// asks, so that they can be read at one glance. Only elements that elementRule() keeps are known.
std::optional<HtmlTree> foreseenTree(const HtmlTree &tree);
