#include "ui/windowpalette.h"

namespace
{

constexpr double visible = 3; // WCAG 2.1, 1.4.11

bool hasOwnColors(const QPalette &system, const QPalette &plain)
{
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Highlight})
        if (system.color(role) != plain.color(role))
            return true;
    return false;
}

Rgb rgb(const QColor &color)
{
    return color.rgb() & 0xffffff;
}

// The edges are as strong as the text, and so is the choice; whether the window is active, too.
void makeStark(QPalette &palette, const ThemeColors &colors)
{
    const QColor text(colors.text);
    const QColor base(colors.background);
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Button, QPalette::AlternateBase})
        palette.setColor(role, base);
    for (const QPalette::ColorRole role : {QPalette::Mid, QPalette::Dark})
        palette.setColor(role, text);
    palette.setColor(QPalette::Highlight, QColor(colors.link));
    palette.setColor(QPalette::HighlightedText, base);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, text, 0.2));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, text);
}

}

QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share); };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()),
            channel(first.blue(), second.blue())};
}

bool isStark(const QPalette &palette)
{
    constexpr double least = 19; // of 21
    const auto ratio = [&palette](QPalette::ColorRole ink, QPalette::ColorRole ground) {
        return contrastRatio(rgb(palette.color(ink)), rgb(palette.color(ground)));
    };
    return ratio(QPalette::Text, QPalette::Base) >= least &&
           ratio(QPalette::WindowText, QPalette::Window) >= least;
}

QColor focusColor(const QPalette &palette, const QColor &ground)
{
    const QColor behind = ground.isValid() ? ground : palette.color(QPalette::Base);
    const QColor color = palette.color(QPalette::Active, QPalette::Highlight);
    const bool isPale = contrastRatio(rgb(color), rgb(behind)) < visible;
    // Our own palettes have the accent there.
    const bool hasAccent = isPale && !isStark(palette);
    return visibleOn(behind, hasAccent ? palette.color(QPalette::Active, QPalette::LinkVisited) : color,
                     palette);
}

QColor visibleOn(const QColor &ground, const QColor &color, const QPalette &palette)
{
    if (contrastRatio(rgb(color), rgb(ground)) >= visible)
        return color;
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    return contrastRatio(rgb(text), rgb(ground)) >= visible
               ? text
               : palette.color(QPalette::Active, QPalette::HighlightedText);
}

QPalette windowPalette(const PageStyle &style, const QPalette &system, const QPalette &plain)
{
    const bool isDark = style.theme == Theme::Dark;
    const bool isStarkWanted = style.contrast == Contrast::High;
    const bool systemIsDark = system.color(QPalette::Window).lightness() <= 127;
    if (isDark == systemIsDark && isStark(system))
        return system;
    if (style.theme == Theme::Light && !isStarkWanted && !systemIsDark && hasOwnColors(system, plain))
        return system;
    const ThemeColors colors = themeColors(style);
    const QColor text(colors.text);
    const QColor base(colors.background);
    const QColor window = mixed(base, text, 0.04);
    QPalette palette(mixed(base, text, 0.08), window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(colors.quote));
    palette.setColor(QPalette::ToolTipBase, QColor(colors.code));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(colors.quiet));
    // Fusion draws the edges of bars and frames with these; derived from a dark button they would shine.
    palette.setColor(QPalette::Light, mixed(base, text, 0.14));
    palette.setColor(QPalette::Midlight, mixed(base, text, 0.12));
    palette.setColor(QPalette::Mid, mixed(base, text, 0.15));
    palette.setColor(QPalette::Link, QColor(colors.link));
    palette.setColor(QPalette::LinkVisited, QColor(colors.accent));
    palette.setColor(QPalette::Highlight, mixed(base, QColor(colors.accent), isDark ? 0.3 : 0.24));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, text, 0.1));
    if (isStarkWanted)
        makeStark(palette, colors);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.quiet));
    return palette;
}
