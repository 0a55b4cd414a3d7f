#include "app/page/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace
{

// Hue in sixths of a turn, saturation and lightness from 0 to 1 (CSS Color 4, "HSL").
struct Hsl {
    double hue = 0;
    double saturation = 0;
    double lightness = 0;
};

double channel(Rgb color, int shift)
{
    return ((color >> shift) & 0xff) / 255.0;
}

// WCAG 2.1, "relative luminance". Looked up: a page of many colours asks for it a million times.
double luminance(Rgb color)
{
    static const std::array<double, 256> linear = [] {
        std::array<double, 256> result{};
        for (size_t i = 0; i < result.size(); ++i) {
            const double value = static_cast<double>(i) / 255.0;
            result.at(i) = value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        }
        return result;
    }();
    return 0.2126 * linear.at((color >> 16) & 0xff) + 0.7152 * linear.at((color >> 8) & 0xff) +
           0.0722 * linear.at(color & 0xff);
}

Hsl toHsl(Rgb color)
{
    const double red = channel(color, 16);
    const double green = channel(color, 8);
    const double blue = channel(color, 0);
    const double high = std::max({red, green, blue});
    const double range = high - std::min({red, green, blue});
    Hsl result{0, 0, high - range / 2};
    if (range <= 0)
        return result;
    result.saturation = range / (1 - std::abs(2 * result.lightness - 1));
    if (high == red)
        result.hue = std::fmod((green - blue) / range + 6, 6);
    else
        result.hue = high == green ? (blue - red) / range + 2 : (red - green) / range + 4;
    return result;
}

// White, black and one strong colour each for links and the accent; WCAG 2.1, 1.4.6 asks for 7:1.
ThemeColors starkColors(bool isDark)
{
    constexpr double enhanced = 7;
    if (isDark)
        return {0x000000, 0xffffff, 0xe0e0e0, 0xffffff, 0xa8d0ff,
                0x000000, 0x000000, 0x262626, 0xffd23f, enhanced};
    return {0xffffff, 0x000000, 0x262626, 0x000000, 0x0000a0,
            0xffffff, 0xffffff, 0xe8e8e8, 0x8c1d00, enhanced};
}

Rgb toRgb(const Hsl &color)
{
    const double chroma = (1 - std::abs(2 * color.lightness - 1)) * color.saturation;
    const double second = chroma * (1 - std::abs(std::fmod(color.hue, 2) - 1));
    const std::array<std::array<double, 3>, 6> sixths{{{chroma, second, 0},
                                                       {second, chroma, 0},
                                                       {0, chroma, second},
                                                       {0, second, chroma},
                                                       {second, 0, chroma},
                                                       {chroma, 0, second}}};
    Rgb result = 0;
    for (const double part : sixths.at(static_cast<size_t>(color.hue) % 6)) {
        const double value = std::clamp(part + color.lightness - chroma / 2, 0.0, 1.0);
        result = (result << 8) | static_cast<Rgb>(std::lround(value * 255));
    }
    return result;
}

}

ThemeColors themeColors(Theme theme, Contrast contrast)
{
    if (contrast == Contrast::High)
        return starkColors(theme == Theme::Dark);
    switch (theme) {
    case Theme::Dark:
        return {0x1b1c1e, 0xd9d6d0, 0x96928b, 0x33353a, 0x7db7f0, 0x24262a, 0x26282c, 0x2c2f34, 0xe08a5f};
    case Theme::Sepia:
        return {0xf5ecd9, 0x3a2f23, 0x72624d, 0xddd0b8, 0x8a4b14, 0xede1ca, 0xebdfc7, 0xe5d8be, 0xa4481f};
    case Theme::Light:
        break;
    }
    return {0xfbfaf7, 0x23211e, 0x6f6a62, 0xe4dfd6, 0x0a5ea8, 0xf3efe7, 0xf1ede4, 0xe9e4da, 0xb4552d};
}

ThemeColors themeColors(const PageStyle &style)
{
    return themeColors(style.theme, style.contrast);
}

QString themeName(Theme theme)
{
    switch (theme) {
    case Theme::Dark:
        return u"dark"_s;
    case Theme::Sepia:
        return u"sepia"_s;
    case Theme::Light:
        break;
    }
    return u"light"_s;
}

Theme themeFromName(QStringView name)
{
    if (name == u"dark")
        return Theme::Dark;
    return name == u"sepia" ? Theme::Sepia : Theme::Light;
}

double contrastRatio(Rgb first, Rgb second)
{
    const auto [low, high] = std::minmax({luminance(first), luminance(second)});
    return (high + 0.05) / (low + 0.05);
}

Rgb mendedColor(Rgb color, Rgb background, double ratio)
{
    if (contrastRatio(color, background) >= ratio)
        return color;
    const Hsl from = toHsl(color);
    constexpr int steps = 200;
    for (int step = 1; step <= steps; ++step) {
        for (const double direction : {-1.0, 1.0}) {
            const double lightness = std::clamp(from.lightness + direction * step / steps, 0.0, 1.0);
            const Rgb candidate = toRgb({from.hue, from.saturation, lightness});
            if (contrastRatio(candidate, background) >= ratio)
                return candidate;
        }
    }
    return contrastRatio(0x000000, background) > contrastRatio(0xffffff, background) ? 0x000000 : 0xffffff;
}
