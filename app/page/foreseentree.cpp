#include "app/page/foreseentree.h"

#include "app/page/htmlrules.h"
#include "app/page/htmlwriter.h"
#include "app/page/nameset.h"

#include <algorithm>

namespace
{

// Their start tag closes an open <p>.
bool closesParagraph(QByteArrayView name)
{
    return isBlockElement(name) || name == "colgroup";
}

bool isHeading(QByteArrayView name)
{
    return name.size() == 2 && name.front() == 'h' && name.back() >= '1' && name.back() <= '6';
}

// Text and all but their own parts are moved out of them ("foster parenting").
bool takesPartsAlone(QByteArrayView name)
{
    static const NameSet names{"table", "tbody", "thead", "tfoot", "tr", "colgroup"};
    return names.contains(name);
}

bool isSpace(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
}

// Whether the text is parsed as it stands: gumbo puts U+FFFD for the controls beyond ASCII (U+0080 to
// U+009F), for noncharacters (U+FDD0 to U+FDEF and the last two of each plane) and for what is no UTF-8, all
// of which it makes itself from numbers. A few characters beside them are taken for such; then the parser
// decides.
bool isParsedWhole(const QByteArray &text)
{
    unsigned char before = 0;
    for (const char byte : text) {
        const auto each = static_cast<unsigned char>(byte);
        const bool isControl = before == 0xc2 && each < 0xa0;
        const bool isNoncharacter =
            (before == 0xef && each == 0xb7) || (before == 0xbf && (each | 1) == 0xbf);
        if (isControl || isNoncharacter)
            return false;
        before = each;
    }
    return isWrittenWhole(text) && QByteArrayView(text).isValidUtf8() && !text.startsWith("\xef\xbb\xbf");
}

// Elements that imply others, or end others of their kind, wherever they are not right below these.
bool isPart(QByteArrayView name)
{
    static const NameSet names{"li",  "dd", "dt",    "rt",    "rp",    "caption", "colgroup",
                               "col", "tr", "tbody", "thead", "tfoot", "td",      "th"};
    return names.contains(name);
}

bool isPartOf(QByteArrayView name, QByteArrayView above)
{
    if (name == "li")
        return above == "ul" || above == "ol";
    if (name == "dd" || name == "dt")
        return above == "dl";
    if (name == "rt" || name == "rp")
        return above == "ruby";
    if (name == "col")
        return above == "colgroup";
    if (name == "tr")
        return above == "tbody" || above == "thead" || above == "tfoot";
    if (name == "td" || name == "th")
        return above == "tr";
    return above == "table";
}

// Those that a parser keeps a list of, to open them anew where they were cut off.
bool isFormatting(QByteArrayView name)
{
    static const NameSet names{"a", "b",     "big",    "code",   "em", "i",
                               "s", "small", "strike", "strong", "tt", "u"};
    return names.contains(name);
}

// Of four that are alike the list forgets one, and parsers differ in what they do at its end.
constexpr int mostFormatting = 3;

// What an element stands in, near or far, that would be closed by another of the kind.
struct Around {
    int formatting = 0;
    bool isParagraph = false;
    bool isHeading = false;
    bool isLink = false;
};

class Foresight final
{
public:
    explicit Foresight(const HtmlTree &tree)
        : m_in(tree)
        , m_placeOf(tree.nodes.size())
    {
        m_out.memory = tree.memory;
        m_out.nodes.reserve(tree.nodes.size());
        m_around.reserve(tree.nodes.size());
        m_around.push_back({});
    }

    std::optional<HtmlTree> run()
    {
        for (int each = m_in.following(0, 0); each >= 0; each = m_in.following(each, 0)) {
            const HtmlNode &node = m_in.nodes.at(static_cast<size_t>(each));
            const int parent = m_placeOf.at(static_cast<size_t>(node.parent));
            if (node.isText() ? !appendText(parent, node) : !appendElement(each, parent, node))
                return std::nullopt;
        }
        return std::move(m_out);
    }

private:
    bool appendText(int parent, const HtmlNode &node)
    {
        const QByteArrayView above = nameAt(parent);
        const bool isPlaced = !isVoidElement(above) && (!takesPartsAlone(above) || isSpace(node.text));
        if (!isPlaced || node.text.isEmpty() || !isParsedWhole(node.text))
            return false;
        m_out.appendText(parent, node.text);
        m_around.resize(m_out.nodes.size());
        return true;
    }

    bool appendElement(int each, int parent, const HtmlNode &node)
    {
        Around around = m_around.at(static_cast<size_t>(parent));
        if (!isPlaced(node.name, nameAt(parent), around))
            return false;
        around.isParagraph |= node.name == "p";
        around.isHeading |= isHeading(node.name);
        around.isLink |= node.name == "a";
        around.formatting += isFormatting(node.name) ? 1 : 0;
        const int place = m_out.appendElement(parent, node.name);
        m_placeOf.at(static_cast<size_t>(each)) = place;
        m_around.push_back(around);
        return appendAttributes(place, node.attributes);
    }

    static bool isPlaced(QByteArrayView name, QByteArrayView above, const Around &around)
    {
        if (elementRule(name) != ElementRule::Keep || isVoidElement(above))
            return false;
        if (isPart(name) ? !isPartOf(name, above) : takesPartsAlone(above))
            return false;
        if (isFormatting(name) && around.formatting >= mostFormatting)
            return false;
        if (around.isParagraph && closesParagraph(name))
            return false;
        return !(around.isHeading && isHeading(name)) && !(around.isLink && name == "a");
    }

    bool appendAttributes(int place, const QList<HtmlAttribute> &attributes)
    {
        HtmlNode &made = m_out.nodes.at(static_cast<size_t>(place));
        for (const HtmlAttribute &attribute : attributes) {
            if (made.has(attribute.name) || !isParsedWhole(attribute.value))
                return false;
            if (!knownAttribute(attribute.name).isEmpty())
                made.attributes.append(attribute);
        }
        return true;
    }

    QByteArrayView nameAt(int place) const { return m_out.nodes.at(static_cast<size_t>(place)).name; }

    const HtmlTree &m_in;
    HtmlTree m_out;
    std::vector<int> m_placeOf;   // of m_in's nodes in m_out
    std::vector<Around> m_around; // by m_out's nodes, each itself included
};

}

std::optional<HtmlTree> foreseenTree(const HtmlTree &tree)
{
    return Foresight(tree).run();
}
