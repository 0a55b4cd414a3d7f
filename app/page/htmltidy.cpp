#include "app/page/htmltidy.h"

#include "app/page/htmlrules.h"

#include <QSet>
#include <QString>

#include <algorithm>

namespace
{

// Two in a row make the gap; more only make it larger.
constexpr int longestRun = 2;

bool isBlankText(const QByteArray &text)
{
    const bool isAsciiSpace = std::all_of(
        text.cbegin(), text.cend(), [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f'; });
    if (isAsciiSpace)
        return true;
    const QString decoded = QString::fromUtf8(text);
    return std::all_of(decoded.cbegin(), decoded.cend(),
                       [](QChar c) { return c.isSpace() || c == QChar(0x200b) || c == QChar(0xfeff); });
}

bool mayVanish(const HtmlNode &node)
{
    static const QSet<QByteArrayView> names{
        "p",          "div",  "section", "article", "header",     "footer", "center", "h1",  "h2",
        "h3",         "h4",   "h5",      "h6",      "blockquote", "ul",     "ol",     "dl",  "figure",
        "figcaption", "pre",  "aside",   "a",       "b",          "i",      "u",      "s",   "em",
        "strong",     "span", "small",   "big",     "sub",        "sup",    "font",   "code"};
    return names.contains(node.name) && !node.has("id");
}

class Tidier final
{
public:
    explicit Tidier(HtmlTree *tree)
        : m_tree(*tree)
    {
    }

    void run()
    {
        removeBlankBlocks();
        for (int i = count() - 1; i > 0; --i) {
            if (isLinkedBreak(i) && endsLine(i))
                m_tree.unlink(i);
        }
        for (int i = 1; i < count(); ++i) {
            if (isLinkedBreak(i) && !isWanted(i))
                m_tree.unlink(i);
        }
    }

private:
    int count() const { return static_cast<int>(m_tree.nodes.size()); }
    const HtmlNode &node(int index) const { return m_tree.nodes.at(static_cast<size_t>(index)); }
    bool isBreak(int index) const { return index >= 0 && node(index).name == "br"; }
    bool isLinkedBreak(int index) const { return isBreak(index) && node(index).parent >= 0; }

    // Children stand behind their parents, so one walk backwards knows them first.
    void removeBlankBlocks()
    {
        std::vector<bool> isBlank(m_tree.nodes.size());
        for (int i = count() - 1; i > 0; --i) {
            bool blank = node(i).isText() ? isBlankText(node(i).text) : isBreak(i) || mayVanish(node(i));
            for (int child = node(i).firstChild; blank && child >= 0; child = node(child).next)
                blank = isBlank.at(static_cast<size_t>(child));
            isBlank.at(static_cast<size_t>(i)) = blank;
            // Space within a line still parts words, so an inline element goes only where nothing is in it.
            const bool isBare = isBlockElement(node(i).name) || node(i).firstChild < 0;
            if (blank && isBare && mayVanish(node(i)) && node(i).parent >= 0)
                m_tree.unlink(i);
        }
    }

    int neighbour(int index, bool forwards) const
    {
        int next = index;
        do {
            next = forwards ? node(next).next : node(next).previous;
        } while (next >= 0 && node(next).isText() && isBlankText(node(next).text));
        return next;
    }

    // Nothing or a block stands there, inside a block.
    bool isEdge(int index, int neighbour) const
    {
        if (neighbour >= 0)
            return isBlockElement(node(neighbour).name);
        const int parent = node(index).parent;
        return parent == 0 || isBlockElement(node(parent).name);
    }

    bool endsLine(int index) const { return isEdge(index, neighbour(index, true)); }

    bool isWanted(int index) const
    {
        int before = neighbour(index, false);
        if (isEdge(index, before))
            return false;
        int run = 1;
        for (; isBreak(before) && run <= longestRun; before = neighbour(before, false))
            ++run;
        return run <= longestRun;
    }

    HtmlTree &m_tree;
};

}

void tidyHtml(HtmlTree *tree)
{
    Tidier(tree).run();
}
