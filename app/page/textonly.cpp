#include "app/page/textonly.h"

#include "app/page/htmlrules.h"
#include "app/page/htmlwriter.h"

#include <QString>

#include <algorithm>

namespace
{

// Longest entity that is resolved, "&#x10FFFF;".
constexpr qsizetype longestEntity = 10;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

QByteArray characterOf(QByteArrayView entity)
{
    if (entity == "amp")
        return "&";
    if (entity == "lt")
        return "<";
    if (entity == "gt")
        return ">";
    if (entity == "quot")
        return "\"";
    if (entity == "nbsp")
        return "\u00a0";
    if (!entity.startsWith('#'))
        return {};
    const bool isHex = entity.size() > 1 && (entity.at(1) == 'x' || entity.at(1) == 'X');
    bool isNumber = false;
    const uint code = entity.sliced(isHex ? 2 : 1).toByteArray().toUInt(&isNumber, isHex ? 16 : 10);
    const bool isSurrogate = code >= 0xd800 && code < 0xe000;
    if (!isNumber || code < 0x20 || code > 0x10ffff || isSurrogate)
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1).toUtf8();
}

class Stripper final
{
public:
    explicit Stripper(const QByteArray &html)
        : m_html(html)
    {
        m_result.reserve(html.size());
    }

    QByteArray run()
    {
        while (m_at < m_html.size()) {
            const char c = m_html.at(m_at);
            if (c == '<')
                skipTag();
            else if (c == '&')
                resolveEntity();
            else
                copyText();
        }
        return m_result;
    }

private:
    void copyText()
    {
        const char *const start = m_html.constData() + m_at;
        const char *const end = std::find_if(start, m_html.constData() + m_html.size(),
                                             [](char c) { return c == '<' || c == '&'; });
        m_result += QByteArrayView(start, end);
        m_at += end - start;
    }

    void skipTag()
    {
        const QByteArrayView rest = QByteArrayView(m_html).sliced(m_at);
        if (rest.startsWith("<!--")) {
            skipBehind("-->", 2);
            return;
        }
        const bool isEndTag = rest.startsWith("</");
        const qsizetype start = m_at + (isEndTag ? 2 : 1);
        const char first = start < m_html.size() ? m_html.at(start) : '\0';
        if (!isLetter(first) && first != '!' && first != '?') {
            m_result += m_html.at(m_at++);
            return;
        }
        const QByteArray name = nameAt(start);
        skipBehind(">", 0);
        if (isBlockElement(name) || name == "br")
            m_result += '\n';
        if (!isEndTag && (name == "script" || name == "style"))
            skipContent(name);
    }

    // To behind the mark; to the end where there is none.
    void skipBehind(QByteArrayView mark, qsizetype offset)
    {
        const qsizetype end = m_html.indexOf(mark, m_at + offset);
        m_at = end < 0 ? m_html.size() : end + mark.size();
    }

    // To the end tag, in whatever letter case; to the end where there is none.
    void skipContent(const QByteArray &name)
    {
        for (qsizetype at = m_html.indexOf("</", m_at); at >= 0; at = m_html.indexOf("</", at + 2)) {
            if (m_html.mid(at + 2, name.size()).toLower() == name) {
                m_at = at;
                return;
            }
        }
        m_at = m_html.size();
    }

    QByteArray nameAt(qsizetype start) const
    {
        constexpr qsizetype longest = 16;
        qsizetype end = start;
        while (end < m_html.size() && end - start < longest &&
               (isLetter(m_html.at(end)) || (m_html.at(end) >= '0' && m_html.at(end) <= '9')))
            ++end;
        return m_html.mid(start, end - start).toLower();
    }

    void resolveEntity()
    {
        const QByteArrayView window =
            QByteArrayView(m_html).sliced(m_at).first(std::min(longestEntity, m_html.size() - m_at));
        const qsizetype end = window.indexOf(';');
        const QByteArray character = end > 1 ? characterOf(window.sliced(1, end - 1)) : QByteArray();
        if (character.isEmpty())
            m_result += '&';
        else
            m_result += character;
        m_at += character.isEmpty() ? 1 : end + 1;
    }

    const QByteArray &m_html;
    QByteArray m_result;
    qsizetype m_at = 0;
};

}

QByteArray strippedText(const QByteArray &html)
{
    return Stripper(html).run();
}

QByteArray textOnlyHtml(const QByteArray &html)
{
    // Invalid UTF-8 would otherwise reach the page.
    QByteArray text = strippedText(QString::fromUtf8(html).toUtf8());
    text.replace('\r', '\n');
    QByteArray result;
    result.reserve(text.size() + text.size() / 8);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype newline = text.indexOf('\n', at);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArrayView line = QByteArrayView(text).sliced(at, end - at).trimmed();
        at = end + 1;
        if (line.isEmpty())
            continue;
        const QByteArray escaped = escapedHtml(line.toByteArray()).trimmed();
        if (!escaped.isEmpty())
            result += "<p>" + escaped + "</p>\n";
    }
    return result;
}
