#include "app/page/markdown.h"

#include <md4c-html.h>

namespace
{

// Indented code is off: what archives indent is prose and HTML, and code stands in fences.
constexpr unsigned parserFlags = MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS;

void append(const MD_CHAR *text, MD_SIZE size, void *result)
{
    static_cast<QByteArray *>(result)->append(text, size);
}

}

QByteArray markdownToHtml(const QByteArray &markdown)
{
    QByteArray source = markdown;
    source.replace("&#123;", "{").replace("&#125;", "}");
    QByteArray result;
    result.reserve(source.size() + source.size() / 4);
    const int failed =
        md_html(source.constData(), static_cast<MD_SIZE>(source.size()), append, &result, parserFlags, 0);
    return failed == 0 ? result : markdown;
}
