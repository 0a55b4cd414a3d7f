#include "app/page/tagrewriting.h"

#include "app/page/htmlrules.h"

#include <QHash>
#include <QSet>

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
const QHash<QByteArrayView, QByteArrayView> &rewrites()
{
    static const QHash<QByteArrayView, QByteArrayView> names{
        {"svg", "canvas"},        {"select", "canvas"},       {"template", "applet"},
        {"math", "blink"},        {"blink", "x-blink"},       {"noscript", "marquee"},
        {"marquee", "x-marquee"}, {"option", "x-option"},     {"optgroup", "x-optgroup"},
        {"frame", "x-frame"},     {"frameset", "x-frameset"}, {"isindex", "x-isindex"},
        {"form", "x-form"},       {"button", "x-button"},     {"input", "x-input"},
        {"keygen", "x-keygen"},   {"html", "x-html"},         {"head", "x-head"},
        {"body", "x-body"}};
    return names;
}

// Known to HTML, but meaningless without a value or without an end tag, where they would swallow what
// follows.
bool isUselessBare(QByteArrayView name)
{
    static const QSet<QByteArrayView> names{
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

class TagRewriter final
{
public:
    explicit TagRewriter(const QByteArray &html)
        : m_html(html)
        , m_lookAhead(4 * html.size())
    {
        collectEndTags();
        m_result.reserve(html.size() + html.size() / 16);
    }

    QByteArray run()
    {
        while (m_at < m_html.size()) {
            const qsizetype tag = m_html.indexOf('<', m_at);
            copyUntil(tag < 0 ? m_html.size() : tag);
            if (m_at < m_html.size())
                rewriteTag();
        }
        return m_result;
    }

private:
    QByteArray nameAt(qsizetype start) const
    {
        qsizetype end = start;
        while (end < m_html.size() && end - start <= longestName && !endsName(m_html.at(end)))
            ++end;
        return end - start > longestName ? QByteArray() : m_html.mid(start, end - start).toLower();
    }

    void collectEndTags()
    {
        for (qsizetype at = m_html.indexOf("</"); at >= 0; at = m_html.indexOf("</", at + 2))
            m_endTags.insert(nameAt(at + 2));
    }

    void copyUntil(qsizetype end)
    {
        m_result += QByteArrayView(m_html).sliced(m_at, end - m_at);
        m_at = end;
    }

    void rewriteTag()
    {
        const bool isEndTag = m_at + 1 < m_html.size() && m_html.at(m_at + 1) == '/';
        const qsizetype start = m_at + (isEndTag ? 2 : 1);
        if (start >= m_html.size() || !isLetter(m_html.at(start))) {
            copyUntil(m_at + 1);
            return;
        }
        const QByteArray name = nameAt(start);
        if (!isEndTag && isLiteral(name, start)) {
            m_result += "&lt;";
            m_at = start;
            return;
        }
        copyUntil(start);
        const QByteArray rewritten = rewrites().value(name).toByteArray();
        if (!rewritten.isEmpty()) {
            m_result += rewritten;
            m_at = start + name.size();
        }
        const bool isForeign = !isHtmlElement(name) || !rewritten.isEmpty();
        if (!isEndTag && !name.isEmpty() && isForeign)
            closeWhereSelfClosed(rewritten.isEmpty() ? name : rewritten);
    }

    bool isLiteral(const QByteArray &name, qsizetype start) const
    {
        const bool isAddress = name.startsWith("http:") || name.startsWith("https:");
        if (name.isEmpty() || m_endTags.contains(name) || (isHtmlElement(name) && !isUselessBare(name)))
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
    void closeWhereSelfClosed(const QByteArray &name)
    {
        const bool isVoid =
            name == "x-input" || name == "x-keygen" || name == "x-frame" || name == "x-isindex";
        const qsizetype start = m_at;
        char quote = 0;
        for (qsizetype end = start; end < m_html.size() && m_lookAhead > 0; ++end, --m_lookAhead) {
            const char c = m_html.at(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<') {
                return;
            } else if (c == '>') {
                copyUntil(end + 1);
                if (m_html.at(end - 1) == '/' || isVoid)
                    m_result += "</" + name + '>';
                return;
            }
        }
    }

    const QByteArray &m_html;
    QByteArray m_result;
    QSet<QByteArray> m_endTags;
    qsizetype m_at = 0;
    qsizetype m_lookAhead = 0; // bytes that may still be looked at twice; keeps the whole walk linear
};

}

QByteArray rewrittenTags(const QByteArray &html)
{
    QByteArray clean = html;
    clean.replace('\0', QByteArray()).replace("\r\n", "\n").replace('\r', '\n');
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
        lower.startsWith("x-") ? rewrites().value(QByteArrayView(lower).sliced(2)) : QByteArrayView();
    return written.startsWith("x-") ? written : QByteArrayView();
}
