#pragma once

#include "app/page/htmltree.h"

// The tree as UTF-8 HTML: attributes sorted and always in double quotes, &<>" escaped, control characters but
// TAB and LF dropped, CR as LF, a newline right after <pre> doubled (parsers swallow one).
QByteArray writeHtml(const HtmlTree &tree);

// Whether nothing of a text is lost on the way: no control character but TAB and LF.
bool isWrittenWhole(const QByteArray &text);

// One text, escaped for both text and double-quoted attributes.
QByteArray escapedHtml(const QByteArray &text);
