#pragma once

#include "app/library/pinyin.h"

#include <QList>

#include <optional>

struct FuzzyMatch {
    int score = 0;     // the higher the better; comparable between names
    QList<int> places; // what of the name was matched, in UTF-16 units, ascending
};

// Whether every word of `pattern` is found in `name`, its characters in their order but not necessarily side
// by side, whatever their case. A Chinese character is matched by itself or by the beginning of one of its
// readings: "xmt", "xinmt" and "新mei" all find 新媒体. Better are beginnings of words, neighbours, and short
// names. An empty pattern matches with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &pattern, const QString &name, const Readings &readings);

// Whether the pattern stands in the text without a gap, where Chinese characters may be given by the
// beginnings of their readings: "hg", "hangao" and "hanggao" all stand in 将行高. Spaces of the pattern do
// not count, and an empty one stands nowhere.
bool isReadIn(const QString &pattern, const QString &text, const Readings &readings);
