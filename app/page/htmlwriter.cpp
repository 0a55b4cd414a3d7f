#include "app/page/htmlwriter.h"

#include "app/page/htmlrules.h"

#include <algorithm>
#include <array>

namespace
{

// Only &<>", control characters and DEL are not written as they stand.
constexpr std::array<bool, 256> plainCharacters = [] {
    std::array<bool, 256> result{};
    for (size_t i = 0x20; i < result.size(); ++i)
        result.at(i) = i != 0x7f;
    for (const char special : {'&', '<', '>', '"'})
        result.at(static_cast<unsigned char>(special)) = false;
    for (const char space : {'\t', '\n'})
        result.at(static_cast<unsigned char>(space)) = true;
    return result;
}();

QByteArrayView escape(const QByteArray &text, qsizetype at)
{
    switch (text.at(at)) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\r':
        return at + 1 < text.size() && text.at(at + 1) == '\n' ? QByteArrayView() : QByteArrayView("\n");
    default:
        return {};
    }
}

void appendEscaped(QByteArray *result, const QByteArray &text)
{
    qsizetype copied = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (plainCharacters[static_cast<unsigned char>(text.at(i))])
            continue;
        *result += QByteArrayView(text).sliced(copied, i - copied);
        *result += escape(text, i);
        copied = i + 1;
    }
    *result += QByteArrayView(text).sliced(copied);
}

QList<HtmlAttribute> sortedByName(QList<HtmlAttribute> attributes)
{
    const auto isBefore = [](const HtmlAttribute &a, const HtmlAttribute &b) { return a.name < b.name; };
    if (!std::is_sorted(attributes.cbegin(), attributes.cend(), isBefore))
        std::sort(attributes.begin(), attributes.end(), isBefore);
    return attributes;
}

void appendStartTag(QByteArray *result, const HtmlTree &tree, const HtmlNode &node)
{
    *result += '<';
    *result += node.name;
    for (const HtmlAttribute &attribute : sortedByName(node.attributes)) {
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

bool isWrittenWhole(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) {
        return plainCharacters[static_cast<unsigned char>(c)] || c == '&' || c == '<' || c == '>' || c == '"';
    });
}

QByteArray escapedHtml(const QByteArray &text)
{
    QByteArray result;
    appendEscaped(&result, text);
    return result;
}
