#include "app/page/articlepage.h"

#include "app/page/sanitizer.h"

#include <QFile>
#include <QHash>

// Outside of everything, as Q_INIT_RESOURCE asks for: the linker drops the resources of a static library that
// nobody names.
static void keepResources()
{
    Q_INIT_RESOURCE(page);
}

using namespace Qt::StringLiterals;

namespace
{

QByteArray resource(const QString &name)
{
    keepResources();
    QFile file(u":/page/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().toUtf8();
}

// `alpha` is two hex digits, or empty.
void appendVariable(QByteArray *result, QByteArrayView name, Rgb color, QByteArrayView alpha = {})
{
    *result += "--";
    *result += name;
    *result += ": #" + QByteArray::number(color, 16).rightJustified(6, '0');
    *result += alpha;
    *result += "; ";
}

// The themes are written down once, in theme.cpp; the sheet only names them.
QByteArray colorVariables(const ThemeColors &colors)
{
    QByteArray result;
    appendVariable(&result, "background", colors.background);
    appendVariable(&result, "text", colors.text);
    appendVariable(&result, "quiet", colors.quiet);
    appendVariable(&result, "rule", colors.rule);
    appendVariable(&result, "link", colors.link);
    appendVariable(&result, "quote", colors.quote);
    appendVariable(&result, "code", colors.code);
    appendVariable(&result, "placeholder", colors.placeholder);
    appendVariable(&result, "accent", colors.accent);
    // 25 % for what is selected or marked, 40 % for the line under a link.
    appendVariable(&result, "selection", colors.accent, "40");
    appendVariable(&result, "link-line", colors.link, "66");
    appendVariable(&result, "scroll", colors.quiet, "66");
    return result;
}

QByteArray categoryLinks(const QStringList &categories)
{
    QByteArray links;
    for (int parts = 1; parts <= categories.size(); ++parts) {
        if (parts > 1)
            links += "<span class=\"page-separator\">›</span>";
        links += "<a href=\"article-command://category/" + QByteArray::number(parts) + "\"><bdi>" +
                 escaped(categories.at(parts - 1)) + "</bdi></a>";
    }
    return links.isEmpty() ? QByteArray() : "<nav class=\"page-path\">" + links + "</nav>\n";
}

QByteArray element(const QByteArray &opening, const QString &text, const QByteArray &closing)
{
    return text.isEmpty() ? QByteArray() : opening + escaped(text) + closing + "\n";
}

QByteArray headPictureElement(const PagePicture &picture)
{
    if (picture.key.isEmpty())
        return {};
    QByteArray size;
    if (!picture.size.isEmpty())
        size = " width=\"" + QByteArray::number(picture.size.width()) + "\" height=\"" +
               QByteArray::number(picture.size.height()) + '"';
    return "<figure class=\"page-picture\"><img src=\"article-image://i/" + picture.key + "\" alt=\"" +
           escaped(picture.alt) + '"' + size + "></figure>\n";
}

QByteArray originalLine(const PageTexts &texts)
{
    const QUrl &link = texts.originalLink;
    const bool safe =
        link.scheme() == u"http"_s || link.scheme() == u"https"_s || link.scheme() == u"mailto"_s;
    if (!link.isValid() || !safe)
        return {};
    const QString address = QString::fromLatin1(link.toEncoded(QUrl::FullyEncoded));
    constexpr int longest = 100; // characters; what is hidden shows in the status bar
    const QString shown = address.size() > longest ? address.left(longest) + u'…' : address;
    return "<footer class=\"page-foot\"><span>" + escaped(texts.original) + "</span> <a href=\"" +
           escaped(address) + "\" rel=\"noopener noreferrer\">" + escaped(shown) + "</a></footer>\n";
}

// A family's name as a CSS string. It comes from the settings and stands inside a style element: what no font
// has in its name is left out.
QByteArray fontVariable(const QByteArray &name, const QString &family)
{
    QString safe;
    for (const QChar character : family) {
        if (character.isLetterOrNumber() || QStringView(u" -_.").contains(character))
            safe += character;
    }
    return safe.trimmed().isEmpty() ? QByteArray() : "--" + name + ": \"" + safe.trimmed().toUtf8() + "\"; ";
}

// Sizes and fonts of the reader's own choice.
QByteArray styleVariables(const PageStyle &style)
{
    return "font-size: " + QByteArray::number(qBound(12, style.textSize, 40)) +
           "px; --measure: " + QByteArray::number(qBound(60, style.columnWidth, 200) / 100.0) +
           "; --leading: " + QByteArray::number(qBound(80, style.lineHeight, 150) / 100.0) + "; " +
           fontVariable("latin-font", style.latinFont) + fontVariable("chinese-font", style.chineseFont);
}

QByteArray themeClasses(const PageStyle &style)
{
    return themeName(style.theme).toLatin1() + (style.contrast == Contrast::High ? " contrast" : "");
}

QByteArray scriptClass(const QString &language)
{
    return language == u"en"_s ? "latin" : "cjk";
}

}

PagePicture headPicture(const QString &written, const QUrl &base, const SafeHtml &body,
                        const QByteArray &token)
{
    PagePicture picture;
    picture.address = imageAddress(written, base);
    if (!picture.address.url.isValid())
        return {};
    for (const PagePicture &shown : body.pictures())
        if (shown.address.url.matches(picture.address.url, QUrl::RemoveScheme | QUrl::RemoveFragment))
            return {};
    picture.key = token + "head";
    return picture;
}

QByteArray articlePage(const PageTexts &texts, const PagePicture &headPicture, const SafeHtml &body,
                       const PageStyle &style, const QByteArray &nonce)
{
    // They lie compressed in the program.
    static const QByteArray page = resource(u"page.html"_s);
    static const QByteArray sheet = resource(u"page.css"_s);
    const QString language = textLanguage(texts.title + u'\n' + plainText(body));
    return filledTemplate(page,
                          {{"language", language.toLatin1()},
                           {"theme", themeClasses(style)},
                           {"font", style.font == FontStyle::Sans ? "sans" : "serif"},
                           {"script", scriptClass(language)},
                           {"paragraphs", style.paragraphs == ParagraphStyle::Indented ? " indented" : ""},
                           {"nonce", nonce},
                           {"title", escaped(texts.title)},
                           {"colors", styleVariables(style) + colorVariables(themeColors(style))},
                           {"sheet", sheet},
                           {"rules", body.styleRules()},
                           {"categories", categoryLinks(texts.categories)},
                           {"byline", element("<p class=\"page-byline\">", texts.byline, "</p>")},
                           {"notice", element("<p class=\"page-notice\">", texts.notice, "</p>")},
                           {"picture", headPictureElement(headPicture)},
                           {"body", body.html()},
                           {"original", originalLine(texts)}});
}

QByteArray filledTemplate(const QByteArray &page, const QHash<QByteArray, QByteArray> &values)
{
    qsizetype size = page.size();
    for (const QByteArray &value : values)
        size += value.size();
    QByteArray result;
    result.reserve(size);
    qsizetype from = 0;
    while (true) {
        const qsizetype open = page.indexOf("{{", from);
        const qsizetype close = open < 0 ? -1 : page.indexOf("}}", open);
        if (close < 0)
            return result += QByteArrayView(page).sliced(from);
        result += QByteArrayView(page).sliced(from, open - from);
        result += values.value(page.mid(open + 2, close - open - 2));
        from = close + 2;
    }
}
