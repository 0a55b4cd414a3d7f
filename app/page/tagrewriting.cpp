#include "app/page/tagrewriting.h"

#include "app/page/htmlrules.h"
#include "app/page/nameset.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace
{

// Longest name that any rule knows is shorter; a longer one in running text is no name either.
constexpr qsizetype longestName = 64;
// How far a literal such as <https://…> reaches at most.
constexpr qsizetype longestLiteral = 300;

// Not each becomes an x- element: gumbo takes all names that it does not know for one, so </x-select> would
// close the <x-option> before it and leave the rest of the article within. What is dropped anyway takes the
// name of another dropped element that gumbo closes as browsers close this one: <canvas> over all that is no
// block, <applet> over anything. <blink> and <marquee> do the same for what is looked into (rewrittenName());
// those that were written make room.
QByteArrayView rewritten(QByteArrayView name)
{
    static constexpr std::array names =
        std::to_array<std::pair<QByteArrayView, QByteArrayView>>({{"svg", "canvas"},
                                                                  {"select", "canvas"},
                                                                  {"template", "applet"},
                                                                  {"math", "blink"},
                                                                  {"blink", "x-blink"},
                                                                  {"noscript", "marquee"},
                                                                  {"marquee", "x-marquee"},
                                                                  {"option", "x-option"},
                                                                  {"optgroup", "x-optgroup"},
                                                                  {"frame", "x-frame"},
                                                                  {"frameset", "x-frameset"},
                                                                  {"isindex", "x-isindex"},
                                                                  {"form", "x-form"},
                                                                  {"button", "x-button"},
                                                                  {"input", "x-input"},
                                                                  {"keygen", "x-keygen"},
                                                                  {"html", "x-html"},
                                                                  {"head", "x-head"},
                                                                  {"body", "x-body"}});
    const auto *const found =
        std::find_if(names.begin(), names.end(), [name](const auto &each) { return each.first == name; });
    return found == names.end() ? QByteArrayView() : found->second;
}

// Known to HTML, but meaningless without a value or without an end tag, where they would swallow what
// follows.
bool isUselessBare(QByteArrayView name)
{
    static const NameSet names{
        "image",  "base",   "link",   "meta",     "param",    "source",  "track",    "area",      "embed",
        "select", "option", "button", "optgroup", "template", "title",   "textarea", "object",    "svg",
        "math",   "xmp",    "canvas", "noembed",  "noframes", "listing", "datalist", "map",       "applet",
        "data",   "slot",   "search", "content",  "command",  "output",  "label",    "plaintext", "frameset"};
    return names.contains(name);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool endsName(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == '/' || c == '>' || c == '\0';
}

// A tag's name in lower case; empty where it is none of a length that any rule knows.
class TagName final
{
public:
    TagName(const QByteArray &html, qsizetype start)
    {
        for (qsizetype at = start; at < html.size() && !endsName(html.at(at)); ++at) {
            if (m_size == longestName) {
                m_size = 0;
                return;
            }
            const char c = html.at(at);
            m_text[m_size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }

    QByteArrayView view() const { return QByteArrayView(m_text.data(), static_cast<qsizetype>(m_size)); }

private:
    std::array<char, longestName> m_text;
    size_t m_size = 0;
};

class TagRewriter final
{
public:
    explicit TagRewriter(const QByteArray &html)
        : m_html(html)
        , m_lookAhead(4 * html.size())
    {
    }

    QByteArray run()
    {
        for (m_at = m_html.indexOf('<'); m_at >= 0; m_at = m_html.indexOf('<', m_at))
            rewriteTag();
        if (m_copied == 0)
            return m_html; // nothing was rewritten
        copyUntil(m_html.size());
        return m_result;
    }

private:
    void copyUntil(qsizetype end)
    {
        m_result += QByteArrayView(m_html).sliced(m_copied, end - m_copied);
        m_copied = end;
    }

    // In the place of what stands between the two.
    void replace(qsizetype start, qsizetype end, QByteArrayView text)
    {
        copyUntil(start);
        m_result += text;
        m_copied = m_at = end;
    }

    void rewriteTag()
    {
        const bool isEndTag = m_at + 1 < m_html.size() && m_html.at(m_at + 1) == '/';
        const qsizetype start = m_at + (isEndTag ? 2 : 1);
        if (start >= m_html.size() || !isLetter(m_html.at(start))) {
            ++m_at;
            return;
        }
        const TagName written(m_html, start);
        const QByteArrayView name = written.view();
        if (!isEndTag && isLiteral(name, start)) {
            replace(m_at, start, "&lt;");
            return;
        }
        m_at = start;
        const QByteArrayView other = rewritten(name);
        if (!other.isEmpty())
            replace(start, start + name.size(), other);
        const bool isForeign = !other.isEmpty() || !isHtmlElement(name);
        if (!isEndTag && !name.isEmpty() && isForeign)
            closeWhereSelfClosed(other.isEmpty() ? name : other);
    }

    // Few pages hold a name that makes anybody ask.
    bool isClosedSomewhere(QByteArrayView name)
    {
        if (!m_hasEndTags) {
            for (qsizetype at = m_html.indexOf("</"); at >= 0; at = m_html.indexOf("</", at + 2))
                m_endTags.insert(TagName(m_html, at + 2).view().toByteArray());
            m_hasEndTags = true;
        }
        return m_endTags.contains(name.toByteArray());
    }

    bool isLiteral(QByteArrayView name, qsizetype start)
    {
        const bool isAddress = name.startsWith("http:") || name.startsWith("https:");
        if (name.isEmpty() || (isHtmlElement(name) && !isUselessBare(name)) || isClosedSomewhere(name))
            return false;
        qsizetype end = start + name.size();
        for (; end < m_html.size() && end - start < longestLiteral && m_html.at(end) != '>'; ++end) {
            const char c = m_html.at(end);
            if (c == '<' || c == '"' || (!isAddress && (c == '=' || c == '\'')))
                return false;
        }
        return end < m_html.size() && m_html.at(end) == '>' && m_html.at(end - 1) != '/';
    }

    // <svg/>, <path/> and <o:p/> are whole in SVG and XML and open in HTML, where they would swallow what
    // follows: gumbo knows all foreign names as one, and an end tag closes the innermost of them.
    // The same holds for those that HTML itself never closes and that now have a foreign name.
    void closeWhereSelfClosed(QByteArrayView name)
    {
        const bool isVoid =
            name == "x-input" || name == "x-keygen" || name == "x-frame" || name == "x-isindex";
        char quote = 0;
        for (qsizetype end = m_at; end < m_html.size() && m_lookAhead > 0; ++end, --m_lookAhead) {
            const char c = m_html.at(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                return;
            } else if (c == '>') {
                m_at = end + 1;
                if (m_html.at(end - 1) == '/' || isVoid)
                    replace(m_at, m_at, "</" + name.toByteArray() + '>');
                return;
            }
        }
    }

    const QByteArray &m_html;
    QByteArray m_result;
    QSet<QByteArray> m_endTags; // lower case; once somebody asks
    bool m_hasEndTags = false;
    qsizetype m_at = 0;
    qsizetype m_copied = 0;    // up to here `m_html` is in the result
    qsizetype m_lookAhead = 0; // bytes that may still be looked at twice; keeps the whole walk linear
};

}

QByteArray rewrittenTags(const QByteArray &html)
{
    QByteArray clean = html;
    if (clean.contains('\0'))
        clean.replace('\0', QByteArray());
    if (clean.contains('\r'))
        clean.replace("\r\n", "\n").replace('\r', '\n');
    return TagRewriter(clean).run();
}

QByteArrayView rewrittenName(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    if (lower == "blink")
        return "x-math";
    if (lower == "marquee")
        return "noscript";
    const QByteArrayView written =
        lower.startsWith("x-") ? rewritten(QByteArrayView(lower).sliced(2)) : QByteArrayView();
    return written.startsWith("x-") ? written : QByteArrayView();
}
