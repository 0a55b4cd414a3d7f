#pragma once

#include "app/page/tracking.h"

#include <QString>
#include <QtGlobal>

// 0xRRGGBB. (QRgb would need Qt Gui, which the core does without.)
using Rgb = quint32;

enum class Theme : quint8 { Light, Dark, Sepia };

// The colours of looks.md, "The page".
struct ThemeColors {
    Rgb background = 0;
    Rgb text = 0;
    Rgb quiet = 0;
    Rgb rule = 0;
    Rgb link = 0;
    Rgb quote = 0;
    Rgb code = 0;
    Rgb placeholder = 0;
    Rgb accent = 0;
    double leastContrast = 4.5; // of colours of an article's own; WCAG 2.1, 1.4.3 (1.4.6 where it is 7)
};

// High: for those who see little, whatever is read is black on white, or white on black; in the sepia theme
// as in the light one.
enum class Contrast : quint8 { Usual, High };

ThemeColors themeColors(Theme theme, Contrast contrast = Contrast::Usual);

// The name used in settings and as the page's class: "light", "dark", "sepia".
QString themeName(Theme theme);
Theme themeFromName(QStringView name); // Light where unknown

// WCAG 2.1 contrast ratio, 1 to 21.
double contrastRatio(Rgb first, Rgb second);

// The nearest colour to `color` (same hue, lighter or darker) that has at least `ratio` against `background`.
Rgb mendedColor(Rgb color, Rgb background, double ratio);

enum class FontStyle : quint8 { Serif, Sans };

// How paragraphs are set apart.
enum class ParagraphStyle : quint8 {
    Spaced,  // by a gap
    Indented // by two characters at the head of the first line, without a gap, as Chinese books do
};

// What animated pictures do in the article. Some people are made ill by what moves while they read.
enum class PictureMotion : quint8 { Playing, Still };

// The reader's own choices for the page.
struct PageStyle {
    Theme theme = Theme::Light;
    FontStyle font = FontStyle::Serif;
    int textSize = 18;     // CSS pixels, 12 to 40
    int columnWidth = 100; // percent of the usual measure (looks.md, "The page"), 60 to 200
    int lineHeight = 100;  // percent of the usual one, 80 to 150
    ParagraphStyle paragraphs = ParagraphStyle::Spaced;
    // Families that come before those of page.css; empty for none. The first is for Latin letters, the second
    // for Chinese characters.
    QString latinFont = {};
    QString chineseFont = {};
    Tracking links = Tracking::Stripped; // no matter of looks, but like these a wish for every page
    PictureMotion motion = PictureMotion::Playing;
    Contrast contrast = Contrast::Usual; // the desktop's wish when it was last heard
    bool operator==(const PageStyle &) const = default;
};

ThemeColors themeColors(const PageStyle &style);
