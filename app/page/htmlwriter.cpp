#include "app/page/htmlwriter.h"

#include "app/page/htmlrules.h"

#include <algorithm>

namespace
{

void appendEscaped(QByteArray *result, const QByteArray &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        switch (c) {
        case '&':
            *result += "&amp;";
            break;
        case '<':
            *result += "&lt;";
            break;
        case '>':
            *result += "&gt;";
            break;
        case '"':
            *result += "&quot;";
            break;
        case '\r':
            if (i + 1 >= text.size() || text.at(i + 1) != '\n')
                *result += '\n';
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 ? c != 0x7f : c == '\t' || c == '\n')
                *result += c;
        }
    }
}

void appendStartTag(QByteArray *result, const HtmlTree &tree, const HtmlNode &node)
{
    *result += '<';
    *result += node.name;
    QList<HtmlAttribute> sorted = node.attributes;
    std::sort(sorted.begin(), sorted.end(),
              [](const HtmlAttribute &a, const HtmlAttribute &b) { return a.name < b.name; });
    for (const HtmlAttribute &attribute : sorted) {
        *result += ' ';
        *result += attribute.name;
        *result += "=\"";
        appendEscaped(result, attribute.value);
        *result += '"';
    }
    *result += '>';
    if (node.name == "pre" && node.firstChild >= 0 &&
        tree.nodes.at(static_cast<size_t>(node.firstChild)).text.startsWith('\n'))
        *result += '\n';
}

void appendEndTag(QByteArray *result, const HtmlNode &node)
{
    if (node.isText() || isVoidElement(node.name))
        return;
    *result += "</";
    *result += node.name;
    *result += '>';
}

}

QByteArray writeHtml(const HtmlTree &tree)
{
    QByteArray result;
    int index = tree.nodes.front().firstChild;
    while (index > 0) {
        const HtmlNode &node = tree.nodes.at(static_cast<size_t>(index));
        if (node.isText())
            appendEscaped(&result, node.text);
        else
            appendStartTag(&result, tree, node);
        if (node.firstChild >= 0) {
            index = node.firstChild;
            continue;
        }
        int closing = index;
        appendEndTag(&result, node);
        while (closing > 0 && tree.nodes.at(static_cast<size_t>(closing)).next < 0) {
            closing = tree.nodes.at(static_cast<size_t>(closing)).parent;
            if (closing > 0)
                appendEndTag(&result, tree.nodes.at(static_cast<size_t>(closing)));
        }
        index = closing > 0 ? tree.nodes.at(static_cast<size_t>(closing)).next : 0;
    }
    return result;
}

QByteArray escapedHtml(const QByteArray &text)
{
    QByteArray result;
    appendEscaped(&result, text);
    return result;
}
