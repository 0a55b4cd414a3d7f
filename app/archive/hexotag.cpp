#include "app/archive/hexotag.h"

#include "app/archive/entities.h"

#include <QLatin1StringView>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

// Where the text ends once white space and the tags that close the page are taken off.
qsizetype endOfContent(QStringView text)
{
    static constexpr std::array closers = {"</div>"_L1, "</p>"_L1, "</body>"_L1, "</html>"_L1};
    for (bool hasCut = true; hasCut;) {
        hasCut = false;
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        for (const QLatin1StringView closer : closers) {
            if (!text.endsWith(closer, Qt::CaseInsensitive))
                continue;
            text.chop(closer.size());
            hasCut = true;
            break;
        }
    }
    return text.size();
}

// "%}" or "%&#125;": how long it is where it ends the text, else 0.
qsizetype tagEnd(QStringView text)
{
    for (const QLatin1StringView mark : {"%}"_L1, "%&#125;"_L1}) {
        if (text.endsWith(mark))
            return mark.size();
    }
    return 0;
}

struct Opening {
    qsizetype at = -1;
    qsizetype length = 0;
};

// Goes by the '%', which is rarer in a text than braces.
template <typename View, typename Character>
Opening lastOpening(View text, Character percent, View brace, View written)
{
    for (qsizetype at = text.lastIndexOf(percent); at > 0; at = text.lastIndexOf(percent, at - 1)) {
        const View before = text.first(at);
        for (const View mark : {brace, written}) {
            if (before.endsWith(mark))
                return {at - mark.size(), mark.size() + 1};
        }
    }
    return {};
}

Opening lastTagStart(QStringView text)
{
    return lastOpening<QStringView>(text, u'%', u"{", u"&#123;");
}

// Takes the element that holds nothing but the tag along.
void widenToElement(QStringView text, LinkTag &tag)
{
    static constexpr QLatin1StringView open = "<div>"_L1;
    static constexpr QLatin1StringView close = "</div>"_L1;
    const QStringView before = text.first(tag.begin);
    const QStringView after = text.sliced(tag.end);
    qsizetype begin = before.size();
    while (begin > 0 && before[begin - 1].isSpace())
        --begin;
    qsizetype end = 0;
    while (end < after.size() && after[end].isSpace())
        ++end;
    if (before.first(begin).endsWith(open) && after.sliced(end).startsWith(close)) {
        tag.begin = begin - open.size();
        tag.end += end + close.size();
    }
}

} // namespace

std::optional<LinkTag> findTrailingLinkTag(QStringView text)
{
    const QStringView content = text.first(endOfContent(text));
    const qsizetype endLength = tagEnd(content);
    if (endLength == 0)
        return std::nullopt;
    const Opening opening = lastTagStart(content);
    if (opening.at < 0)
        return std::nullopt;
    const qsizetype inside = opening.at + opening.length;
    QStringView words =
        content.sliced(inside, std::max<qsizetype>(0, content.size() - endLength - inside)).trimmed();
    static constexpr QLatin1StringView name = "link"_L1;
    if (!words.startsWith(name) || words.size() == name.size() || !words[name.size()].isSpace())
        return std::nullopt;
    words = words.sliced(name.size()).trimmed();
    qsizetype urlLength = 0;
    while (urlLength < words.size() && !words[urlLength].isSpace())
        ++urlLength;
    QString url = decodeEntities(words.first(urlLength).toString());
    if (url.size() > 2 && (url.front() == u'\'' || url.front() == u'"') && url.front() == url.back())
        url = url.sliced(1, url.size() - 2);
    if (url.isEmpty())
        return std::nullopt;
    LinkTag tag{url, opening.at, content.size()};
    widenToElement(text, tag);
    return tag;
}

bool endsInsideTag(QStringView text)
{
    const QStringView content = text.first(endOfContent(text));
    return tagEnd(content) > 0 && lastTagStart(content).at < 0;
}

qsizetype lastTagOpening(QByteArrayView utf8)
{
    return lastOpening<QByteArrayView>(utf8, '%', "{", "&#123;").at;
}
