#pragma once

#include <QByteArrayView>
#include <QChar>

// What has to be known of a text in UTF-8 without decoding it. All bytes are valid UTF-8: somebody has
// looked.

// How many bytes the character has that begins with this one.
constexpr qsizetype utf8Length(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Whether an ideograph (U+4E00 to U+9FFF) begins here, most of what is no ASCII in an archive: told by two
// bytes.
constexpr bool isIdeograph(const char *character)
{
    const auto first = static_cast<unsigned char>(character[0]);
    return (first > 0xE4 && first <= 0xE9) ||
           (first == 0xE4 && static_cast<unsigned char>(character[1]) >= 0xB8);
}

// The character that begins at `at`, as QString would hold it: of a pair, the first half.
QChar utf8Character(QByteArrayView utf8, qsizetype at);
// The same for the one that ends the text, which is not empty.
QChar lastUtf8Character(QByteArrayView utf8);

// Spaces off, and nothing else: what QString::trimmed() takes off as well is text to YAML.
QByteArrayView withoutSpaces(QByteArrayView utf8);

// A line as it is shown: no white space but single spaces inside, no controls, no '&' that may begin an
// entity, and something to be seen. What this says of a text, asLine() in frontmatter.cpp leaves alone.
bool isPlainLine(QByteArrayView utf8);
