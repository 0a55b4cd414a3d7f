#include "app/archive/articlebody.h"

#include "app/archive/entities.h"

#include <QRegularExpression>
#include <QVarLengthArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

// CommonMark 0.30, HTML blocks of type 1 and 6, less the void elements.
bool isBlockName(const QString &name)
{
    static const QStringList names = {
        u"address"_s,    u"article"_s, u"aside"_s,   u"blockquote"_s, u"body"_s,   u"center"_s, u"dd"_s,
        u"details"_s,    u"dialog"_s,  u"dir"_s,     u"div"_s,        u"dl"_s,     u"dt"_s,     u"fieldset"_s,
        u"figcaption"_s, u"figure"_s,  u"footer"_s,  u"form"_s,       u"h1"_s,     u"h2"_s,     u"h3"_s,
        u"h4"_s,         u"h5"_s,      u"h6"_s,      u"head"_s,       u"header"_s, u"html"_s,   u"iframe"_s,
        u"legend"_s,     u"li"_s,      u"main"_s,    u"menu"_s,       u"nav"_s,    u"ol"_s,     u"p"_s,
        u"pre"_s,        u"script"_s,  u"section"_s, u"style"_s,      u"table"_s,  u"tbody"_s,  u"td"_s,
        u"tfoot"_s,      u"th"_s,      u"thead"_s,   u"title"_s,      u"tr"_s,     u"ul"_s};
    return names.contains(name);
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() && c.unicode() < 0x80;
}

QString nameAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isNameCharacter(text[end]))
        ++end;
    return text.sliced(at, end - at).toString().toLower();
}

// Comments and a doctype may stand in front of the first tag.
QStringView withoutPreamble(QStringView body)
{
    for (;;) {
        body = body.trimmed();
        const bool isComment = body.startsWith("<!--"_L1);
        const QLatin1StringView closer = isComment ? "-->"_L1 : ">"_L1;
        const qsizetype end = isComment || body.startsWith("<!"_L1) ? body.indexOf(closer) : -1;
        if (end < 0)
            return body;
        body = body.sliced(end + closer.size());
    }
}

QString plainText(QStringView html)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    return decodeEntities(html.toString().remove(tag)).simplified();
}

// [text](address) becomes text, emphasis and code marks go.
QString withoutMarkdown(QString heading)
{
    static const QRegularExpression link(uR"(!?\[([^\]]*)\]\([^)]*\))"_s);
    static const QRegularExpression marks(uR"(\*\*|__|`)"_s);
    static const QRegularExpression closingHashes(uR"(\s+#+\s*$)"_s);
    return plainText(heading.remove(closingHashes).replace(link, u"\\1"_s).remove(marks));
}

QString markdownHeading(QStringView start)
{
    static const QRegularExpression atx(uR"(^ {0,3}#{1,6}[ \t]+(.*\S.*)$)"_s);
    static const QRegularExpression underline(uR"(^ {0,3}=+\s*$)"_s);
    bool isInFence = false;
    QStringView previous;
    for (const QStringView line : start.tokenize(u'\n')) {
        const QStringView text = line.trimmed();
        if (text.startsWith("```"_L1) || text.startsWith("~~~"_L1))
            isInFence = !isInFence;
        const QRegularExpressionMatch match = isInFence ? QRegularExpressionMatch() : atx.match(line);
        QString heading;
        if (match.hasMatch())
            heading = withoutMarkdown(match.captured(1));
        else if (!isInFence && !previous.isEmpty() && underline.match(line).hasMatch())
            heading = withoutMarkdown(previous.toString());
        if (!heading.isEmpty())
            return heading;
        previous = text;
    }
    return {};
}

QString htmlHeading(QStringView start)
{
    static const QRegularExpression heading(uR"(<h([1-6])(?:\s[^>]*)?>(.*?)</h\1\s*>)"_s,
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::DotMatchesEverythingOption);
    for (auto matches = heading.globalMatch(start); matches.hasNext();) {
        const QString text = plainText(matches.next().capturedView(2));
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// How much a tag, comment or entity at `at` covers. `isCut` where the text ends before that is certain.
struct Markup {
    qsizetype length = 0;
    bool isCut = false;
};

// "&thetasym;" has 10 characters, numbers with leading zeros somewhat more.
constexpr qsizetype longestEntity = 32;

Markup entityAt(QStringView text, qsizetype at)
{
    const QStringView window = text.sliced(at).left(longestEntity);
    qsizetype end = 1;
    while (end < window.size() && (isNameCharacter(window[end]) || (end == 1 && window[end] == u'#')))
        ++end;
    if (end == window.size())
        return {0, window.size() < longestEntity};
    return {window[end] == u';' && end > 1 ? end + 1 : 0, false};
}

Markup tagAt(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return {0, true};
    const QChar next = text[at + 1];
    if (next != u'/' && next != u'!' && next != u'?' && !isNameCharacter(next))
        return {0, false};
    const QStringView rest = text.sliced(at);
    if (next != u'!') {
        const qsizetype end = rest.indexOf(u'>', 1);
        return end < 0 ? Markup{0, true} : Markup{end + 1, false};
    }
    const bool mayBeComment = QLatin1StringView("<!--").startsWith(rest.left(4));
    if (mayBeComment && rest.size() < 4)
        return {0, true};
    const QLatin1StringView closer = mayBeComment ? "-->"_L1 : ">"_L1;
    const qsizetype end = rest.indexOf(closer, mayBeComment ? 4 : 1);
    return end < 0 ? Markup{0, true} : Markup{end + closer.size(), false};
}

// Most of the text there is: CJK Unified Ideographs, and ASCII that opens nothing.
bool isPlainlyVisible(QChar c)
{
    constexpr char16_t firstIdeograph = 0x4E00;
    constexpr char16_t lastIdeograph = 0x9FFF;
    const char16_t code = c.unicode();
    return (code >= firstIdeograph && code <= lastIdeograph) ||
           (code > u' ' && code <= u'~' && code != u'<' && code != u'&');
}

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

} // namespace

BodyFormat bodyFormat(QStringView body)
{
    const QStringView text = withoutPreamble(body);
    if (text.isEmpty())
        return BodyFormat::Html;
    const qsizetype last = text.lastIndexOf(u'<');
    const bool closesAtEnd = text.endsWith(u'>') && text.sliced(last).startsWith("</"_L1);
    const bool isHtml = text.startsWith(u'<') && closesAtEnd && isBlockName(nameAt(text, 1)) &&
                        isBlockName(nameAt(text, last + 2));
    return isHtml ? BodyFormat::Html : BodyFormat::Markdown;
}

QString firstHeading(QStringView start)
{
    const QString markdown = bodyFormat(start) == BodyFormat::Html ? QString() : markdownHeading(start);
    return markdown.isEmpty() ? htmlHeading(start) : markdown;
}

QString htmlTitle(QStringView start)
{
    static const QRegularExpression title(uR"(<title(?:\s[^>]*)?>(.*?)</title\s*>)"_s,
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::DotMatchesEverythingOption);
    return decodeEntities(title.match(start).captured(1)).simplified();
}

std::optional<QString> foldedText(QStringView body, qsizetype length, bool whole)
{
    QVarLengthArray<QChar, 256> folded;
    bool hasCloser = true; // false once a '<' found no '>' behind it: then none has, and none is looked for
    for (qsizetype at = 0; at < body.size() && folded.size() < length;) {
        const QChar c = body[at];
        if (isPlainlyVisible(c)) {
            folded.append(c);
            ++at;
            continue;
        }
        Markup markup;
        if (c == u'<' && hasCloser)
            markup = tagAt(body, at);
        else if (c == u'&')
            markup = entityAt(body, at);
        if (markup.isCut && !whole)
            return std::nullopt;
        if (markup.isCut && c == u'<' && body.indexOf(u'>', at) < 0)
            hasCloser = false;
        if (markup.length == 0 && !isInvisible(c))
            folded.append(c);
        at += std::max<qsizetype>(1, markup.length);
    }
    if (folded.size() < length && !whole)
        return std::nullopt;
    return QString(folded.constData(), folded.size());
}
