#pragma once

#include <QString>

// "zh-Hans", "zh-Hant", "ja", "ko" or "en": guessed by characters, never by folder. These take different
// glyphs for the same code points (Unicode's Han unification), so a wrong guess is visible.
QString textLanguage(QStringView text);

// Minutes at 400 Chinese characters or 220 words a minute (usual silent-reading rates), at least 1.
int readingMinutes(QStringView text);
