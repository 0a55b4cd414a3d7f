#include "ui/windowpalette.h"

namespace
{
QColor mixed(const QColor &first, const QColor &second, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share); };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()),
            channel(first.blue(), second.blue())};
}
}

QPalette windowPalette(Theme theme, const QPalette &system)
{
    const bool systemIsLight = system.color(QPalette::Window).lightness() > 127;
    if (theme == Theme::Light && systemIsLight)
        return system;
    const ThemeColors colors = themeColors(theme);
    const QColor text(colors.text);
    const QColor base(colors.background);
    const QColor window = mixed(base, text, 0.05);
    QPalette palette(mixed(base, text, 0.1), window);
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
    palette.setColor(QPalette::Mid, QColor(colors.rule));
    palette.setColor(QPalette::Link, QColor(colors.link));
    palette.setColor(QPalette::Highlight, mixed(base, QColor(colors.accent), 0.42));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, mixed(base, text, 0.14));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(colors.quiet));
    return palette;
}
