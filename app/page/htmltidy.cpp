#include "app/page/htmltidy.h"

#include "app/page/htmlrules.h"
#include "app/page/nameset.h"

#include <QString>

#include <algorithm>

namespace
{

// Two in a row make the gap; more only make it larger.
constexpr size_t longestRun = 2;

bool isSpace(char32_t c)
{
    return QChar::isSpace(c) || c == 0x200b || c == 0xfeff;
}

// Looks no further than the first character that is no space. The spaces beyond ASCII have two or three
// bytes.
bool isBlankText(const QByteArray &text)
{
    for (qsizetype at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text.at(at));
        if (lead < 0x80) {
            if (lead != ' ' && lead != '\n' && lead != '\t' && lead != '\f')
                return false;
            ++at;
            continue;
        }
        const qsizetype size = lead < 0xe0 ? 2 : 3;
        const QString character =
            QString::fromUtf8(QByteArrayView(text).sliced(at).first(std::min(size, text.size() - at)));
        // Nothing is left of a byte order mark.
        const bool isBlank =
            character.isEmpty() || (character.size() == 1 && isSpace(character.front().unicode()));
        if (lead >= 0xf0 || !isBlank)
            return false;
        at += size;
    }
    return true;
}

bool mayVanish(const HtmlNode &node)
{
    static const NameSet names{"p",    "div",   "section", "article", "header",     "footer", "center",
                               "h1",   "h2",    "h3",      "h4",      "h5",         "h6",     "blockquote",
                               "ul",   "ol",    "dl",      "figure",  "figcaption", "pre",    "aside",
                               "a",    "b",     "i",       "u",       "s",          "em",     "strong",
                               "span", "small", "big",     "sub",     "sup",        "font",   "code"};
    return names.contains(node.name) && !node.has("id");
}

class Tidier final
{
public:
    explicit Tidier(HtmlTree *tree)
        : m_tree(*tree)
    {
    }

    // One walk over each node's children: what is looked for again from every <br> takes hours on a page of
    // 100,000.
    void run()
    {
        removeBlankBlocks();
        for (int i = 0; i < count(); ++i)
            tidyBreaks(i);
    }

private:
    int count() const { return static_cast<int>(m_tree.nodes.size()); }
    const HtmlNode &node(int index) const { return m_tree.nodes.at(static_cast<size_t>(index)); }
    bool isBreak(int index) const { return node(index).name == "br"; }

    // Children stand behind their parents, so one walk backwards knows them first.
    void removeBlankBlocks()
    {
        m_isBlank.resize(m_tree.nodes.size());
        for (int i = count() - 1; i > 0; --i) {
            bool blank = node(i).isText() ? isBlankText(node(i).text) : isBreak(i) || mayVanish(node(i));
            for (int child = node(i).firstChild; blank && child >= 0; child = node(child).next)
                blank = m_isBlank.at(static_cast<size_t>(child));
            m_isBlank.at(static_cast<size_t>(i)) = blank;
            // Space within a line still parts words, so an inline element goes only where nothing is in it.
            const bool isBare = isBlockElement(node(i).name) || node(i).firstChild < 0;
            if (blank && isBare && mayVanish(node(i)) && node(i).parent >= 0)
                m_tree.unlink(i);
        }
    }

    // Runs of <br>, blank text between them or not.
    void tidyBreaks(int parent)
    {
        const bool isBlock = parent == 0 || isBlockElement(node(parent).name);
        bool isBehindEdge = isBlock;
        std::vector<int> run;
        for (int child = node(parent).firstChild; child >= 0; child = node(child).next) {
            if (isBreak(child)) {
                run.push_back(child);
            } else if (!node(child).isText() || !m_isBlank.at(static_cast<size_t>(child))) {
                const bool isEdge = isBlockElement(node(child).name);
                shorten(&run, isBehindEdge || isEdge);
                isBehindEdge = isEdge;
            }
        }
        shorten(&run, isBehindEdge || isBlock);
    }

    void shorten(std::vector<int> *run, bool isAtEdge)
    {
        for (size_t i = isAtEdge ? 0 : longestRun; i < run->size(); ++i)
            m_tree.unlink(run->at(i));
        run->clear();
    }

    HtmlTree &m_tree;
    std::vector<bool> m_isBlank;
};

}

void tidyHtml(HtmlTree *tree)
{
    Tidier(tree).run();
}
