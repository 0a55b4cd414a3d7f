#include "app/page/styletranslation.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

bool isDangerous(const QByteArray &value)
{
    return value.contains('(') || value.contains('\\') || value.contains('@') || value.contains('<') ||
           value.contains("/*");
}

bool isOneOf(const QByteArray &value, std::initializer_list<QByteArrayView> allowed)
{
    return std::find(allowed.begin(), allowed.end(), QByteArrayView(value)) != allowed.end();
}

// Channels that lie closer together than this read as grey.
bool isGrey(Rgb color)
{
    constexpr int range = 24;
    const int red = (color >> 16) & 0xff;
    const int green = (color >> 8) & 0xff;
    const int blue = color & 0xff;
    return std::max({red, green, blue}) - std::min({red, green, blue}) < range;
}

QByteArray colorClass(const char *kind, Rgb color)
{
    return isGrey(color) ? QByteArray() : kind + QByteArray::number(color, 16).rightJustified(6, '0');
}

int pixels(const QByteArray &value)
{
    constexpr double highest = 16'384;
    bool isNumber = false;
    const double number = value.endsWith("px") ? value.chopped(2).toDouble(&isNumber) : 0;
    return isNumber && number >= 0 && number <= highest ? qRound(number) : -1;
}

void appendWrapper(TranslatedStyle *result, QByteArrayView name)
{
    if (!result->wrappers.contains(name))
        result->wrappers.append(name);
}

// The same declaration 100,000 times is still one class.
void appendClass(TranslatedStyle *result, const QByteArray &name)
{
    if (!result->classes.contains(name))
        result->classes.append(name);
}

void translateFont(TranslatedStyle *result, const QByteArray &property, const QByteArray &value)
{
    constexpr int boldFrom = 600; // CSS Fonts 4: what "bold" of a two-weight family covers
    if (property == "font-weight" && (value == "bold" || value == "bolder" || value.toInt() >= boldFrom))
        appendWrapper(result, "strong");
    if (property == "font-style" && (value == "italic" || value == "oblique"))
        appendWrapper(result, "em");
    if (property == "text-decoration" || property == "text-decoration-line") {
        const QList<QByteArray> words = value.split(' ');
        if (words.contains("underline"))
            appendWrapper(result, "u");
        if (words.contains("line-through"))
            appendWrapper(result, "s");
    }
    if (property == "vertical-align" && value == "super")
        appendWrapper(result, "sup");
    if (property == "vertical-align" && value == "sub")
        appendWrapper(result, "sub");
}

struct FunctionColor {
    Rgb color = 0;
    double alpha = 1;
};

// CSS Color 4, "rgb()": three whole numbers, and how much of the colour there is. Nothing may stand before or
// behind.
std::optional<FunctionColor> functionColor(const QByteArray &value)
{
    constexpr qsizetype longest = 60;
    static const QRegularExpression form(
        u"\\Argba?\\( *([0-9]{1,3}) *[, ] *([0-9]{1,3}) *[, ] *([0-9]{1,3}) *(?:[,/] *([0-9]{0,3}(?:\\.[0-9]{1,8})?)(%?) *)?\\)\\z"_s);
    if (!value.startsWith("rgb") || value.size() > longest)
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(QString::fromLatin1(value));
    if (!match.hasMatch())
        return std::nullopt;
    FunctionColor result;
    for (const int part : {1, 2, 3})
        result.color = (result.color << 8) | static_cast<Rgb>(std::min(match.captured(part).toInt(), 255));
    if (!match.captured(4).isEmpty())
        result.alpha = std::min(match.captured(4).toDouble() / (match.captured(5).isEmpty() ? 1 : 100), 1.0);
    return result;
}

// Below this nobody sees it.
constexpr double leastAlpha = 0.04;

std::optional<Rgb> onWhite(const FunctionColor &color)
{
    if (color.alpha < leastAlpha)
        return std::nullopt;
    Rgb result = 0;
    for (const int shift : {16, 8, 0}) {
        const double channel = (color.color >> shift) & 0xff;
        result = (result << 8) | static_cast<Rgb>(qRound(255 - (255 - channel) * color.alpha));
    }
    return result;
}

void translateColor(TranslatedStyle *result, const QByteArray &property, const QByteArray &value)
{
    const bool isForeground = property == "color";
    if (!isForeground && property != "background-color" && property != "background")
        return;
    const std::optional<Rgb> color = cssColor(value);
    if (!color)
        return;
    const QByteArray prefix = isForeground ? "fg-" : "bg-";
    result->classes.removeIf([&prefix](const QByteArray &each) { return each.startsWith(prefix); });
    const QByteArray name = isForeground ? foregroundClass(*color) : backgroundClass(*color);
    if (!name.isEmpty())
        result->classes.append(name);
}

void translateLayout(TranslatedStyle *result, const QByteArray &property, const QByteArray &value)
{
    if (property == "text-align" && isOneOf(value, {"left", "right", "center", "justify"}))
        result->align = value;
    else if (property == "direction" && isOneOf(value, {"ltr", "rtl"}))
        result->direction = value;
    else if (property == "white-space" && isOneOf(value, {"pre", "pre-wrap", "break-spaces"}))
        appendClass(result, "uc-pre-wrap");
    else if (property == "float" && isOneOf(value, {"left", "right"}))
        appendClass(result, "uc-float-" + value);
    else if (property == "width")
        result->size.setWidth(pixels(value));
    else if (property == "height")
        result->size.setHeight(pixels(value));
    else if (property == "display" && value == "none")
        result->isHidden = true;
}

}

TranslatedStyle translatedStyle(const QByteArray &style)
{
    TranslatedStyle result;
    if (style.isEmpty())
        return result;
    for (const QByteArray &declaration : style.toLower().split(';')) {
        const qsizetype colon = declaration.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray property = declaration.left(colon).trimmed();
        QByteArray value = declaration.mid(colon + 1).trimmed();
        if (value.endsWith("!important"))
            value = value.chopped(10).trimmed();
        if (isDangerous(value) && !functionColor(value))
            continue;
        translateFont(&result, property, value);
        translateColor(&result, property, value);
        translateLayout(&result, property, value);
    }
    std::sort(result.classes.begin(), result.classes.end());
    return result;
}

std::optional<Rgb> cssColor(const QByteArray &value)
{
    static const QHash<QByteArrayView, Rgb> names{
        {"maroon", 0x800000}, {"red", 0xff0000},    {"orange", 0xffa500},  {"yellow", 0xffff00},
        {"olive", 0x808000},  {"purple", 0x800080}, {"fuchsia", 0xff00ff}, {"white", 0xffffff},
        {"lime", 0x00ff00},   {"green", 0x008000},  {"navy", 0x000080},    {"blue", 0x0000ff},
        {"aqua", 0x00ffff},   {"teal", 0x008080},   {"black", 0x000000},   {"silver", 0xc0c0c0},
        {"gray", 0x808080}};
    const QByteArray word = value.trimmed().toLower();
    if (const std::optional<FunctionColor> color = functionColor(word))
        return onWhite(*color);
    if (!word.startsWith('#')) {
        const QHash<QByteArrayView, Rgb>::const_iterator found = names.constFind(word);
        return found == names.constEnd() ? std::nullopt : std::optional<Rgb>(*found);
    }
    QByteArray digits = word.sliced(1);
    if (digits.size() == 3)
        digits = QByteArray{} + digits.at(0) + digits.at(0) + digits.at(1) + digits.at(1) + digits.at(2) +
                 digits.at(2);
    const bool isHex = std::all_of(digits.cbegin(), digits.cend(),
                                   [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return isHex && digits.size() == 6 ? std::optional<Rgb>(digits.toUInt(nullptr, 16)) : std::nullopt;
}

QByteArray foregroundClass(Rgb color)
{
    return colorClass("fg-", color);
}

QByteArray backgroundClass(Rgb color)
{
    return colorClass("bg-", color);
}
