#pragma once

#include "app/page/foreseentree.h"
#include "app/page/htmlparser.h"
#include "app/page/htmlwriter.h"

#include <QString>

// Where foreseenTree() foresees another tree than the parser makes: both, written. Else nothing.
inline QString foreseenFault(const HtmlTree &tree)
{
    using namespace Qt::StringLiterals;
    const std::optional<HtmlTree> foreseen = foreseenTree(tree);
    const std::optional<HtmlTree> parsed = foreseen ? parseHtml(writeHtml(tree)) : std::nullopt;
    if (!parsed) // nothing to compare, or a slow machine
        return {};
    const QByteArray expected = writeHtml(*parsed);
    const QByteArray html = writeHtml(*foreseen);
    return html == expected ? QString() : QString::fromUtf8(html + "\nis parsed as\n" + expected);
}
