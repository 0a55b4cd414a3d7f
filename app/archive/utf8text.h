#pragma once

#include <QByteArrayView>
#include <QChar>

#include <array>

// What has to be known of a text in UTF-8 without decoding it. All bytes are valid UTF-8: somebody has
// looked.

// The characters of isVisibleTriple(): of those that share their first two bytes, from which third byte to
// which.
class VisibleTriples final
{
public:
    constexpr VisibleTriples()
    {
        for (size_t first = 0x4E00 >> bits; first <= 0x9FFF >> bits; ++first)
            m_thirds.at(first) = {0x80, 0xBF};
        m_thirds.at(0x3000 >> bits) = {0x81, 0xBF};
        m_thirds.at(0xFF00 >> bits) = {0x81, 0xBF};
        m_thirds.at(0xFF40 >> bits) = {0x80, 0x9E};
    }

    // Of bytes of UTF-8, the first one of three.
    constexpr bool contains(unsigned char first, unsigned char second, unsigned char third) const
    {
        const Range &range = m_thirds[static_cast<size_t>((first & 0x0F) << bits | (second & 0x3F))];
        return third >= range.first && third <= range.last;
    }

private:
    static constexpr unsigned bits = 6; // of a character, in each byte but the first
    struct Range {
        unsigned char first = 0xFF;
        unsigned char last = 0;
    };

    std::array<Range, (0xFFFF >> bits) + 1> m_thirds; // of the characters that three bytes can be
};

inline constexpr VisibleTriples visibleTriples;

// How many bytes the character has that begins with this one.
constexpr qsizetype utf8Length(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// Whether a character of three bytes begins here that is surely seen: an ideograph (U+4E00 to U+9FFF), the
// punctuation or a wide letter that Chinese is written with (U+3001 to U+303F, U+FF01 to U+FF5E). They are
// most of what is no ASCII in an archive. Told by a table, as no processor foresees which kind comes next.
constexpr bool isVisibleTriple(const char *character)
{
    const auto byte = [character](int at) { return static_cast<unsigned char>(character[at]); };
    return (byte(0) & 0xF0) == 0xE0 && visibleTriples.contains(byte(0), byte(1), byte(2));
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
