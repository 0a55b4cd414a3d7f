#include "ui/windowpalette.h"

namespace
{
QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share); };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()),
            channel(first.blue(), second.blue())};
}

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

// White on black, as those choose it who see little.
bool isStark(const QPalette &palette)
{
    constexpr double least = 19; // of 21
    const auto ratio = [&palette](QPalette::ColorRole ink, QPalette::ColorRole ground) {
        return contrastRatio(rgb(palette.color(ink)), rgb(palette.color(ground)));
    };
    return ratio(QPalette::Text, QPalette::Base) >= least &&
           ratio(QPalette::WindowText, QPalette::Window) >= least;
}
}

QColor focusColor(const QPalette &palette)
{
    constexpr double wanted = 3;
    const Rgb ground = rgb(palette.color(QPalette::Base));
    for (const QPalette::ColorRole role : {QPalette::Highlight, QPalette::LinkVisited})
        if (contrastRatio(rgb(palette.color(QPalette::Active, role)), ground) >= wanted)
            return palette.color(QPalette::Active, role);
    return palette.color(QPalette::Active, QPalette::Text);
}

QPalette windowPalette(Theme theme, const QPalette &system, const QPalette &plain)
{
    const bool systemIsLight = system.color(QPalette::Window).lightness() > 127;
    if (theme == Theme::Light && systemIsLight && hasOwnColors(system, plain))
        return system;
    if (theme == Theme::Dark && !systemIsLight && isStark(system))
        return system;
    const ThemeColors colors = themeColors(theme);
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
    palette.setColor(QPalette::Highlight,
                     mixed(base, QColor(colors.accent), theme == Theme::Dark ? 0.3 : 0.24));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, text, 0.1));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.quiet));
    return palette;
}
