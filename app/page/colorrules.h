#pragma once

#include "app/page/htmltree.h"
#include "app/page/theme.h"

// CSS for the classes fg-RRGGBB and bg-RRGGBB of a page: grounds on which the theme's text keeps 4.5:1, and
// text that has 4.5:1 on the ground that it stands on. At most 64 colours of each kind; others get no rule.
QByteArray colorRules(const HtmlTree &tree, const ThemeColors &colors);
