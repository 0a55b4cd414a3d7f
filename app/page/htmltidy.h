#pragma once

#include "app/page/htmltree.h"

// looks.md, "The page": runs of <br> become one gap, those at the edge of a block go, and paragraphs (and
// other blocks) that hold nothing but space vanish. Elements with an id or a class stay.
void tidyHtml(HtmlTree *tree);
