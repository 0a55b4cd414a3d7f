#include "app/archive/articlebody.h"

#include "app/archive/entities.h"
#include "app/archive/utf8text.h"

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

bool isNameCharacter(char16_t code)
{
    return (code >= u'0' && code <= u'9') || ((code | 0x20) >= u'a' && (code | 0x20) <= u'z');
}

QString nameAt(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isNameCharacter(text[end].unicode()))
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

// All that markup is made of is ASCII, so that a text in UTF-8 is looked at like a decoded one.
char16_t codeAt(QStringView text, qsizetype at)
{
    return text[at].unicode();
}

char16_t codeAt(QByteArrayView utf8, qsizetype at)
{
    return static_cast<uchar>(utf8[at]);
}

qsizetype placeOf(QStringView text, const char *mark, qsizetype from)
{
    return text.indexOf(QLatin1StringView(mark), from);
}

qsizetype placeOf(QByteArrayView utf8, const char *mark, qsizetype from)
{
    return utf8.indexOf(QByteArrayView(mark), from);
}

template <typename View>
Markup entityAt(View text, qsizetype at)
{
    const qsizetype limit = std::min(text.size(), at + longestEntity);
    qsizetype end = at + 1;
    while (end < limit &&
           (isNameCharacter(codeAt(text, end)) || (end == at + 1 && codeAt(text, end) == u'#')))
        ++end;
    if (end == limit)
        return {0, limit - at < longestEntity};
    return {codeAt(text, end) == u';' && end > at + 1 ? end + 1 - at : 0, false};
}

template <typename View>
Markup tagAt(View text, qsizetype at)
{
    if (at + 1 >= text.size())
        return {0, true};
    const char16_t next = codeAt(text, at + 1);
    if (next != u'/' && next != u'!' && next != u'?' && !isNameCharacter(next))
        return {0, false};
    const auto until = [&](const char *closer, qsizetype length, qsizetype from) {
        const qsizetype end = placeOf(text, closer, at + from);
        return end < 0 ? Markup{0, true} : Markup{end + length - at, false};
    };
    if (next != u'!')
        return until(">", 1, 1);
    const auto mayBeDash = [text](qsizetype place) {
        return place >= text.size() || codeAt(text, place) == u'-';
    };
    const bool mayBeComment = mayBeDash(at + 2) && mayBeDash(at + 3);
    if (mayBeComment && text.size() - at < 4)
        return {0, true};
    return mayBeComment ? until("-->", 3, 4) : until(">", 1, 1);
}

// Most of the text there is: CJK Unified Ideographs, and ASCII that opens nothing.
bool isPlainlyVisible(char16_t code)
{
    constexpr char16_t firstIdeograph = 0x4E00;
    constexpr char16_t lastIdeograph = 0x9FFF;
    return (code >= firstIdeograph && code <= lastIdeograph) ||
           (code > u' ' && code <= u'~' && code != u'<' && code != u'&');
}

bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control;
}

// The run of characters at the start of `text` that are most of the text there is, at most `most` of them, is
// copied to `out`; what follows it.
const char *copyPlainRun(QByteArrayView text, char *&out, qsizetype &most)
{
    const char *in = text.data();
    const char *const end = in + text.size();
    for (; most > 0; --most) {
        if (end - in >= 3 && isVisibleTriple(in))
            in += 3;
        else if (in != end && *in > ' ' && *in <= '~' && *in != '<' && *in != '&')
            ++in;
        else
            break;
    }
    out = std::copy(text.data(), in, out);
    return in;
}

} // namespace

BodyFormat bodyFormat(QStringView body)
{
    const QStringView text = withoutPreamble(body);
    if (text.isEmpty())
        return BodyFormat::Html;
    const qsizetype last = text.lastIndexOf(u'<');
    const bool closesAtEnd = last >= 0 && text.endsWith(u'>') && text.sliced(last).startsWith("</"_L1);
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
        if (isPlainlyVisible(c.unicode())) {
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

std::optional<QByteArray> foldedUtf8(QByteArrayView body, qsizetype length, bool whole)
{
    QByteArray folded(3 * length, Qt::Uninitialized); // a pair takes four bytes
    char *out = folded.data();
    qsizetype left = length;
    bool hasCloser = true; // as above
    for (qsizetype at = 0;;) {
        at = copyPlainRun(body.sliced(at), out, left) - body.data();
        if (left == 0 || at == body.size())
            break;
        const qsizetype size = utf8Length(body[at]);
        const bool isPair = size > 3;
        if (body.size() - at < size || (isPair && left < 2))
            return std::nullopt;
        Markup markup;
        if (body[at] == '<' && hasCloser)
            markup = tagAt(body, at);
        else if (body[at] == '&')
            markup = entityAt(body, at);
        if (markup.isCut && !whole)
            return std::nullopt;
        if (markup.isCut && body[at] == '<' && body.indexOf('>', at) < 0)
            hasCloser = false;
        if (markup.length == 0 && (isPair || !isInvisible(utf8Character(body, at)))) {
            out = std::copy_n(body.data() + at, size, out);
            left -= isPair ? 2 : 1;
        }
        at += std::max(size, markup.length);
    }
    if (left > 0 && !whole)
        return std::nullopt;
    folded.truncate(out - folded.constData());
    return folded;
}
