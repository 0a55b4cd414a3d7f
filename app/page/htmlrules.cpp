#include "app/page/htmlrules.h"

#include "app/page/nameset.h"

#include <algorithm>

namespace
{

using Names = NameSet;

const Names &keptElements()
{
    static const Names names{
        "a",      "abbr",       "acronym", "address", "article", "aside",  "b",    "bdi",     "bdo",
        "big",    "blockquote", "br",      "caption", "center",  "cite",   "code", "col",     "colgroup",
        "dd",     "del",        "details", "dfn",     "div",     "dl",     "dt",   "em",      "figcaption",
        "figure", "footer",     "h1",      "h2",      "h3",      "h4",     "h5",   "h6",      "header",
        "hgroup", "hr",         "i",       "img",     "ins",     "kbd",    "li",   "main",    "mark",
        "nav",    "ol",         "p",       "pre",     "q",       "rp",     "rt",   "ruby",    "s",
        "samp",   "section",    "small",   "span",    "strike",  "strong", "sub",  "summary", "sup",
        "table",  "tbody",      "td",      "tfoot",   "th",      "thead",  "time", "tr",      "tt",
        "u",      "ul",         "var",     "wbr"};
    return names;
}

// The x- names are those that tagrewriting gives; <select>, <svg> and <template> come as <canvas> and
// <applet>. <head> is unwrapped: its end tag is optional, and what it may hold is dropped by itself.
const Names &droppedElements()
{
    static const Names names{"script",   "style",       "title",   "textarea",  "x-option", "x-optgroup",
                             "datalist", "object",      "embed",   "applet",    "x-svg",    "canvas",
                             "noembed",  "noframes",    "xmp",     "plaintext", "listing",  "meta",
                             "link",     "base",        "map",     "area",      "param",    "track",
                             "portal",   "fencedframe", "bgsound", "x-frameset"};
    return names;
}

const Names &replacedElements()
{
    static const Names names{"iframe", "video", "audio", "picture", "source", "noscript", "x-math", "font"};
    return names;
}

const Names &otherHtmlElements()
{
    static const Names names{
        "script",      "style",    "template", "title",     "textarea", "select",  "option",   "optgroup",
        "datalist",    "object",   "embed",    "applet",    "svg",      "canvas",  "frame",    "frameset",
        "noembed",     "noframes", "xmp",      "plaintext", "listing",  "head",    "meta",     "link",
        "base",        "input",    "keygen",   "map",       "area",     "param",   "track",    "portal",
        "fencedframe", "iframe",   "video",    "audio",     "picture",  "source",  "noscript", "math",
        "font",        "form",     "button",   "label",     "html",     "body",    "fieldset", "legend",
        "output",      "progress", "meter",    "dialog",    "dir",      "menu",    "menuitem", "blink",
        "marquee",     "nobr",     "rb",       "rtc",       "data",     "slot",    "search",   "bgsound",
        "isindex",     "basefont", "multicol", "spacer",    "content",  "command", "image"};
    return names;
}

bool isOneOf(const QByteArray &value, std::initializer_list<QByteArrayView> allowed)
{
    return std::find(allowed.begin(), allowed.end(), QByteArrayView(value)) != allowed.end();
}

QByteArray number(const QByteArray &value, int low, int high)
{
    bool isNumber = false;
    const int result = value.trimmed().toInt(&isNumber);
    return isNumber && result >= low && result <= high ? QByteArray::number(result) : QByteArray();
}

// Letters, digits and a few marks: enough for language tags and dates.
QByteArray plainWord(const QByteArray &value, QByteArrayView marks, int longest)
{
    const QByteArray word = value.trimmed();
    const bool isPlain = std::all_of(word.cbegin(), word.cend(), [marks](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               marks.contains(c);
    });
    return isPlain && !word.isEmpty() && word.size() <= longest ? word : QByteArray();
}

QByteArray oneOf(const QByteArray &value, std::initializer_list<QByteArrayView> allowed)
{
    const QByteArray word = value.trimmed().toLower();
    return isOneOf(word, allowed) ? word : QByteArray();
}

QByteArray checkedGlobal(QByteArrayView attribute, const QByteArray &value)
{
    constexpr qsizetype longestTitle = 2000; // bytes; a tool tip
    if (attribute == "dir")
        return oneOf(value, {"ltr", "rtl", "auto"});
    if (attribute == "lang")
        return plainWord(value, "-", 35); // RFC 5646 4.4.1
    const bool isTitle = attribute == "title" && !value.trimmed().isEmpty() && value.size() <= longestTitle;
    return isTitle ? value : QByteArray();
}

QByteArray checkedCell(QByteArrayView attribute, const QByteArray &value)
{
    if (attribute == "colspan" || attribute == "rowspan")
        return number(value, 1, 999);
    if (attribute == "scope")
        return oneOf(value, {"row", "col", "rowgroup", "colgroup"});
    return {};
}

QByteArray checkedList(QByteArrayView element, QByteArrayView attribute, const QByteArray &value)
{
    constexpr int highest = 1'000'000;
    if (element == "li")
        return attribute == "value" ? number(value, -highest, highest) : QByteArray();
    if (attribute == "start")
        return number(value, -highest, highest);
    if (attribute == "type" && isOneOf(value, {"1", "a", "A", "i", "I"}))
        return value;
    return attribute == "reversed" ? QByteArray("") : QByteArray();
}

QByteArray checkedAlignment(QByteArrayView element, QByteArrayView attribute, const QByteArray &value)
{
    static const Names aligned{"p",     "div",   "h1",    "h2", "h3", "h4", "h5",  "h6",       "hr",
                               "tbody", "thead", "tfoot", "tr", "td", "th", "col", "colgroup", "caption"};
    static const Names valigned{"tbody", "thead", "tfoot", "tr", "td", "th", "col", "colgroup"};
    if (attribute == "align" && aligned.contains(element))
        return oneOf(value, {"left", "right", "center", "justify"});
    if (attribute == "valign" && valigned.contains(element))
        return oneOf(value, {"top", "middle", "bottom", "baseline"});
    return {};
}

bool isHexColor(QByteArrayView text)
{
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}

ElementRule elementRule(QByteArrayView name)
{
    if (keptElements().contains(name))
        return ElementRule::Keep;
    if (droppedElements().contains(name))
        return ElementRule::Drop;
    return replacedElements().contains(name) ? ElementRule::Replace : ElementRule::Unwrap;
}

bool isVoidElement(QByteArrayView name)
{
    return name == "br" || name == "col" || name == "hr" || name == "img" || name == "wbr";
}

bool isBlockElement(QByteArrayView name)
{
    static const Names names{"address", "article", "aside",   "blockquote", "center", "dd",     "details",
                             "div",     "dl",      "dt",      "figcaption", "figure", "footer", "h1",
                             "h2",      "h3",      "h4",      "h5",         "h6",     "header", "hgroup",
                             "hr",      "li",      "main",    "nav",        "ol",     "p",      "pre",
                             "section", "summary", "table",   "tbody",      "thead",  "tfoot",  "tr",
                             "td",      "th",      "caption", "ul"};
    return names.contains(name);
}

bool takesWrapper(QByteArrayView element, QByteArrayView wrapper)
{
    static const NameSet boldAlready{"strong", "b", "th", "h1", "h2", "h3", "h4", "h5", "h6"};
    static const NameSet unfit{"table", "tbody", "thead", "tfoot", "tr",      "colgroup",
                               "ul",    "ol",    "dl",    "ruby",  "details", "hgroup"};
    const bool isSame = wrapper == element || (wrapper == "em" && element == "i") ||
                        (wrapper == "strong" && boldAlready.contains(element)) ||
                        (wrapper == "u" && element == "a");
    return !isSame && !unfit.contains(element);
}

bool isHtmlElement(QByteArrayView name)
{
    return keptElements().contains(name) || otherHtmlElements().contains(name);
}

QByteArrayView knownAttribute(QByteArrayView name)
{
    static const Names names{"align",
                             "alt",
                             "alttext",
                             "class",
                             "color",
                             "colspan",
                             "data-actualsrc",
                             "data-height",
                             "data-lazy-src",
                             "data-original",
                             "data-original-src",
                             "data-rawheight",
                             "data-rawwidth",
                             "data-size",
                             "data-src",
                             "data-srcset",
                             "data-width",
                             "datetime",
                             "dir",
                             "encoding",
                             "height",
                             "hidden",
                             "href",
                             "id",
                             "lang",
                             "name",
                             "open",
                             "poster",
                             "reversed",
                             "rowspan",
                             "scope",
                             "span",
                             "src",
                             "srcset",
                             "start",
                             "style",
                             "title",
                             "type",
                             "valign",
                             "value",
                             "width",
                             "_src"};
    return names.find(name);
}

QByteArray checkedAttribute(QByteArrayView element, QByteArrayView attribute, const QByteArray &value)
{
    if (attribute == "dir" || attribute == "lang" || attribute == "title")
        return checkedGlobal(attribute, value);
    if (attribute == "align" || attribute == "valign")
        return checkedAlignment(element, attribute, value);
    if (element == "td" || element == "th")
        return checkedCell(attribute, value);
    if (element == "col" || element == "colgroup")
        return attribute == "span" ? number(value, 1, 999) : QByteArray();
    if (element == "ol" || element == "li")
        return checkedList(element, attribute, value);
    if (element == "time" || element == "ins" || element == "del")
        return attribute == "datetime" ? plainWord(value, "-+:. ", 40) : QByteArray();
    if (element == "details" && attribute == "open")
        return QByteArray("");
    return {};
}

bool isOwnClass(QByteArrayView name)
{
    static const Names names{"uc-embed",    "uc-math",       "uc-inline-picture", "uc-block-picture",
                             "uc-pre-wrap", "uc-float-left", "uc-float-right"};
    const bool isColor = name.startsWith("fg-") || name.startsWith("bg-");
    return names.contains(name) || (isColor && isHexColor(name.sliced(3)));
}
