#include "app/archive/utf8text.h"

namespace
{

char16_t bitsOf(char byte, int bits)
{
    return static_cast<char16_t>(static_cast<unsigned char>(byte) & ((1U << bits) - 1));
}

}

QChar utf8Character(QByteArrayView utf8, qsizetype at)
{
    const char *in = utf8.data() + at;
    switch (utf8Length(*in)) {
    case 1:
        return QLatin1Char(*in);
    case 2:
        return QChar(static_cast<char16_t>(bitsOf(in[0], 5) << 6 | bitsOf(in[1], 6)));
    case 3:
        return QChar(
            static_cast<char16_t>(bitsOf(in[0], 4) << 12 | bitsOf(in[1], 6) << 6 | bitsOf(in[2], 6)));
    default:
        return QChar(QChar::highSurrogate(static_cast<char32_t>(bitsOf(in[0], 3)) << 18 |
                                          static_cast<char32_t>(bitsOf(in[1], 6)) << 12 |
                                          static_cast<char32_t>(bitsOf(in[2], 6)) << 6));
    }
}

QChar lastUtf8Character(QByteArrayView utf8)
{
    qsizetype at = utf8.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80)
        --at;
    return utf8Character(utf8, at);
}

QByteArrayView withoutSpaces(QByteArrayView utf8)
{
    while (!utf8.isEmpty() && utf8.front() == ' ')
        utf8 = utf8.sliced(1);
    while (!utf8.isEmpty() && utf8.back() == ' ')
        utf8.chop(1);
    return utf8;
}

bool isPlainLine(QByteArrayView utf8)
{
    const char *const end = utf8.data() + utf8.size();
    bool mayBeSpace = false;
    bool isVisible = false;
    for (const char *at = utf8.data(); at < end; at += utf8Length(*at)) {
        if ((*at > ' ' && *at <= '~' && *at != '&') || isVisibleTriple(at)) {
            isVisible = mayBeSpace = true;
            continue;
        }
        if (*at == ' ' && mayBeSpace) {
            mayBeSpace = false;
            continue;
        }
        mayBeSpace = true;
        const QChar other = utf8Character(utf8, at - utf8.data());
        if (other.unicode() < 0x80 || other.isSpace() || other.category() == QChar::Other_Control)
            return false;
    }
    return mayBeSpace && isVisible;
}
