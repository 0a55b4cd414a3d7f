#include "app/page/htmlparser.h"

#include "app/page/gumboarena.h"
#include "app/page/htmlrules.h"
#include "app/page/tagrewriting.h"

#include <QString>

#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace
{

constexpr size_t memoryBudget = 96 * 1024 * 1024;

// Document mode (fragments are parsed in quirks mode); the <br> keeps a <frameset> from replacing the body.
constexpr char prefix[] = "<!doctype html><html><head></head><body><br>";

struct Memory {
    GumboArena arena;
    int nodes = 0;
};

// Nodes are counted while they come into being: a tree that is too large costs most when it is whole. What
// else has the size of a node is counted as one, which only matters near the limit.
void *allocateInArena(void *memory, size_t size)
{
    Memory *const own = static_cast<Memory *>(memory);
    if (size == sizeof(GumboNode) && ++own->nodes > maximumHtmlNodes)
        own->arena.leave();
    return own->arena.allocate(size);
}

void freeNothing(void *, void *) {}

// Nothing with a destructor lives in this frame or in gumbo's, which are C: longjmp() may cross them.
GumboOutput *parsedWithin(Memory *memory, const char *text, size_t size)
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocateInArena;
    options.deallocator = freeNothing;
    options.userdata = memory;
    options.max_errors = 0;
    if (setjmp(memory->arena.escape()) != 0)
        return nullptr;
    return gumbo_parse_with_options(&options, text, size);
}

const GumboNode *bodyOf(const GumboOutput *output)
{
    const GumboVector &children = output->root->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode *const child = static_cast<const GumboNode *>(children.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == GUMBO_TAG_BODY)
            return child;
    }
    return nullptr;
}

// Our names for all the tags that gumbo knows, by its numbers.
const std::vector<QByteArrayView> &knownNames()
{
    static const std::vector<QByteArrayView> names = [] {
        std::vector<QByteArrayView> result;
        for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag) {
            const QByteArrayView known = gumbo_normalized_tagname(static_cast<GumboTag>(tag));
            const QByteArrayView meant = rewrittenName(known);
            result.push_back(meant.isEmpty() ? known : meant);
        }
        return result;
    }();
    return names;
}

QByteArrayView nameOf(const GumboElement &element)
{
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML)
        return "x-svg"; // dropped with its content
    if (element.tag < GUMBO_TAG_UNKNOWN)
        return knownNames().at(element.tag);
    GumboStringPiece original = element.original_tag;
    if (!original.data)
        return "x-unknown";
    gumbo_tag_from_original_text(&original);
    const QByteArrayView own =
        rewrittenName(QByteArrayView(original.data, static_cast<qsizetype>(original.length)));
    if (!own.isEmpty())
        return own;
    const QByteArray lower = QByteArray(original.data, static_cast<qsizetype>(original.length)).toLower();
    if (lower == "picture") // younger than gumbo
        return "picture";
    return lower == "portal" || lower == "fencedframe" ? QByteArrayView("portal")
                                                       : QByteArrayView("x-unknown");
}

// A view: the parser's memory lives as long as the tree.
QByteArray textOf(const char *text)
{
    return QByteArray::fromRawData(text, static_cast<qsizetype>(std::strlen(text)));
}

QList<HtmlAttribute> attributesOf(const GumboElement &element)
{
    QList<HtmlAttribute> result;
    const unsigned count = std::min<unsigned>(element.attributes.length, maximumHtmlAttributes);
    for (unsigned i = 0; i < count; ++i) {
        const GumboAttribute *const attribute =
            static_cast<const GumboAttribute *>(element.attributes.data[i]);
        const QByteArrayView name = knownAttribute(attribute->name);
        if (!name.isEmpty())
            result.append({name, textOf(attribute->value)});
    }
    return result;
}

struct Pending {
    const GumboNode *node;
    int parent;
};

void appendChildren(std::vector<Pending> *pending, const GumboVector &children, int parent, unsigned first)
{
    for (unsigned i = children.length; i > first; --i)
        pending->push_back({static_cast<const GumboNode *>(children.data[i - 1]), parent});
}

// Iterative: an explicit stack instead of the thread's.
std::optional<HtmlTree> treeOf(const GumboNode *body, const std::shared_ptr<const Memory> &memory,
                               const QDeadlineTimer &deadline)
{
    constexpr size_t nodesBetweenLooks = 256;
    HtmlTree tree;
    tree.memory = memory;
    tree.nodes.reserve(static_cast<size_t>(memory->nodes));
    std::vector<Pending> pending;
    appendChildren(&pending, body->v.element.children, 0, 1); // without the prefix's <br>
    while (!pending.empty()) {
        const Pending next = pending.back();
        pending.pop_back();
        if (tree.nodes.size() % nodesBetweenLooks == 0 && deadline.hasExpired())
            return std::nullopt;
        switch (next.node->type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE: {
            const GumboElement &element = next.node->v.element;
            const int index = tree.appendElement(next.parent, nameOf(element));
            tree.nodes.back().attributes = attributesOf(element);
            appendChildren(&pending, element.children, index, 0);
            break;
        }
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
        case GUMBO_NODE_CDATA:
            tree.appendText(next.parent, textOf(next.node->v.text.text));
            break;
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_DOCUMENT:
            break;
        }
    }
    return tree;
}

// Whatever was no UTF-8 becomes U+FFFD, and a byte order mark at the front goes.
QByteArray validText(const QByteArray &html)
{
    const bool isClean = !html.startsWith("\xef\xbb\xbf") && QByteArrayView(html).isValidUtf8();
    return isClean ? html : QString::fromUtf8(html).toUtf8();
}

}

std::optional<HtmlTree> parseHtml(const QByteArray &html, const QDeadlineTimer &deadline)
{
    if (html.size() > maximumHtmlSize)
        return std::nullopt;
    const QByteArray text = prefix + rewrittenTags(validText(html));
    const std::shared_ptr<Memory> memory(new Memory{GumboArena(memoryBudget, deadline)});
    const GumboOutput *const output =
        parsedWithin(memory.get(), text.constData(), static_cast<size_t>(text.size()));
    const GumboNode *const body = output ? bodyOf(output) : nullptr;
    return body ? treeOf(body, memory, deadline) : std::nullopt;
}
