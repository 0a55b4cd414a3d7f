#pragma once

#include <QHash>
#include <QStringList>

// How Chinese characters are read, by their code point: in small Latin letters without tones, "lü" as "lv",
// as input methods have it. Several where a character is read in several ways.
using Readings = QHash<char32_t, QStringList>;

// Those of every Chinese character in the text; Simplified and Traditional. The data are ICU's ("Han-Latin"),
// with the second readings that occur in names (Xinhua Zidian). The first call takes about 0.1 s, so ask for
// many at once.
Readings pinyinOf(const QString &text);
