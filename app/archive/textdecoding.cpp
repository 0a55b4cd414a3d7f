#include "app/archive/textdecoding.h"

#include <QStringDecoder>

#include <simdjson.h>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

// The commonest characters of modern Chinese, simplified and traditional, and the full-width signs. A text
// that was decoded wrongly has hardly any of them; a right one has one in three.
constexpr QStringView commonCharacters = u"的一是不了在人有我他这这個们們中来來上大为為和国國地到以说說时時要"
                                         u"就出会會可也你对對生能而子那得于於着著下自之年过過"
                                         u"发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当"
                                         u"當没沒动動面起看定天分还還进進好小部其些主样樣理"
                                         u"心她本前开開但因只从從想实實日军軍者意无無力它与與长長把机機十民第"
                                         u"公此已工使情明性知全三又关關点點正业業外将將两兩"
                                         u"高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等"
                                         u"产產新己制身果加西斯月话話合回特代内內信表化老给"
                                         u"給世位次度门門任常先海通教儿兒东東声聲提立及比员員解水名真论論处處"
                                         u"走义義各入几幾口认認条條平系气氣题題活尔爾更别別"
                                         u"打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必"
                                         u"场場件计計管期市直德资資命山金指克许許统統区區保"
                                         u"，。、？！：；（）「」《》“”";

struct Trial {
    qsizetype errors = 0;  // characters that cannot be: U+FFFD, private use, controls
    qsizetype common = 0;  // characters of commonCharacters
    bool possible = false; // false: this Qt has no such codec

    qsizetype score() const { return common - 5 * errors; }
};

// The same as QUtf8StringView::isValidUtf8(), in a tenth of its time.
bool isUtf8(QByteArrayView bytes)
{
    return simdjson::validate_utf8(bytes.data(), static_cast<size_t>(bytes.size()));
}

bool isHighByte(char byte)
{
    return static_cast<uchar>(byte) >= 0x80;
}
bool isContinuation(char byte)
{
    return (static_cast<uchar>(byte) & 0xC0) == 0x80;
}

// What guessEncoding() looks at; see encodingBlock.
QByteArrayView sampleOf(QByteArrayView bytes)
{
    const auto firstHigh = std::find_if(bytes.begin(), bytes.end(), isHighByte);
    if (firstHigh == bytes.end())
        return {};
    const qsizetype block = (firstHigh - bytes.begin()) / encodingBlock;
    return bytes.first(std::min(bytes.size(), (block + 1) * encodingBlock));
}

// A character that the end of the sample cuts in two is no error.
QByteArrayView withoutCutCharacter(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const uchar byte = static_cast<uchar>(bytes[bytes.size() - back]);
        if (byte < 0x80)
            break;
        if (byte >= 0xC0) {
            const qsizetype length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return length > back ? bytes.chopped(back) : bytes;
        }
    }
    return bytes;
}

const char *codecName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return "UTF-8";
    case TextEncoding::Utf16LittleEndian:
        return "UTF-16LE";
    case TextEncoding::Utf16BigEndian:
        return "UTF-16BE";
    case TextEncoding::Gb18030:
        return "GB18030";
    case TextEncoding::Big5:
        return "Big5";
    case TextEncoding::Windows1252:
        return "windows-1252";
    }
    Q_UNREACHABLE();
    return nullptr;
}

Trial tryEncoding(QByteArrayView sample, TextEncoding encoding)
{
    QStringDecoder decoder(codecName(encoding));
    Trial trial;
    trial.possible = decoder.isValid();
    if (!trial.possible)
        return trial;
    const QString text = decoder.decode(sample);
    for (const QChar c : text) {
        const bool isPrivate = c.unicode() >= 0xE000 && c.unicode() <= 0xF8FF;
        if (c == QChar::ReplacementCharacter || isPrivate || (c.unicode() >= 0x80 && c.unicode() < 0xA0))
            ++trial.errors;
        else if (c.unicode() >= 0x80 && commonCharacters.contains(c))
            ++trial.common;
    }
    return trial;
}

// Text that is UTF-8 but for a character spoilt here and there (names and titles cut by bytes). In GB18030 or
// Big5 text whole sequences of UTF-8 are rare accidents.
bool isNearlyUtf8(QByteArrayView sample)
{
    const QString text = QString::fromUtf8(sample);
    const qsizetype broken = text.count(QChar::ReplacementCharacter);
    const qsizetype sound =
        std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; }) - broken;
    return sound > 10 * broken;
}

EncodingGuess guessLegacyEncoding(QByteArrayView sample)
{
    const Trial gb18030 = tryEncoding(sample, TextEncoding::Gb18030);
    const Trial big5 = tryEncoding(sample, TextEncoding::Big5);
    const bool preferBig5 = big5.possible && (!gb18030.possible || big5.score() > gb18030.score());
    const Trial &best = preferBig5 ? big5 : gb18030;
    if (!best.possible)
        return {TextEncoding::Utf8, Problem::EncodingDamaged};

    // A European letter of one byte swallows the ASCII letter after it or is an error in front of a space.
    const qsizetype highBytes = std::count_if(sample.begin(), sample.end(), isHighByte);
    if (4 * best.errors > highBytes) {
        const bool hasCodec = QStringDecoder(codecName(TextEncoding::Windows1252)).isValid();
        return {hasCodec ? TextEncoding::Windows1252 : TextEncoding::Utf8,
                Problem::EncodingGuessed | Problem::EncodingDamaged};
    }
    Problems problems = Problem::EncodingGuessed;
    if (best.errors > 1) // one may be the character that the end of the sample cuts in two
        problems |= Problem::EncodingDamaged;
    return {preferBig5 ? TextEncoding::Big5 : TextEncoding::Gb18030, problems};
}

// Qt passes halves of UTF-16 pairs on as they are.
void replaceHalfPairs(QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
}

// NULs out, CRLF and CR to LF, in place: most texts have neither and are not copied.
QString normalised(QString text)
{
    if (!text.contains(u'\r') && !text.contains(QChar::Null))
        return text;
    text.remove(QChar::Null);
    text.replace("\r\n"_L1, "\n"_L1);
    return text.replace(u'\r', u'\n');
}

// The bits of a byte that belong to the character.
char32_t bitsOf(char byte, int bits)
{
    return static_cast<uchar>(byte) & ((1U << bits) - 1);
}

// The characters of one word of ASCII, most of what stands between tags' brackets.
bool putAsciiWord(const char *in, char16_t *out)
{
    quint64 word = 0;
    std::memcpy(&word, in, sizeof word);
    if (word & Q_UINT64_C(0x8080808080808080))
        return false;
    std::copy_n(in, sizeof word, out);
    return true;
}

bool isOfThree(char first)
{
    return (static_cast<uchar>(first) & 0xF0) == 0xE0;
}

char16_t fromThree(const char *in)
{
    return static_cast<char16_t>(bitsOf(in[0], 4) << 12 | bitsOf(in[1], 6) << 6 | bitsOf(in[2], 6));
}

// One character of two or four bytes; how many it has.
int putRareCharacter(const char *in, char16_t *&out)
{
    if (static_cast<uchar>(*in) < 0xE0) {
        *out++ = static_cast<char16_t>(bitsOf(in[0], 5) << 6 | bitsOf(in[1], 6));
        return 2;
    }
    const char32_t code =
        bitsOf(in[0], 3) << 18 | bitsOf(in[1], 6) << 12 | bitsOf(in[2], 6) << 6 | bitsOf(in[3], 6);
    *out++ = QChar::highSurrogate(code);
    *out++ = QChar::lowSurrogate(code);
    return 4;
}

// QString::fromUtf8() for bytes that are known to be valid and have no mark: it tests each character once
// more, which takes a fifth of reading a Chinese head.
QString fromValidUtf8(QByteArrayView bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    auto *out = reinterpret_cast<char16_t *>(text.data());
    const char16_t *const begin = out;
    const char *const end = bytes.data() + bytes.size();
    for (const char *in = bytes.data(); in < end;) {
        constexpr qsizetype word = sizeof(quint64);
        for (; in < end && isOfThree(*in); in += 3) // Chinese
            *out++ = fromThree(in);
        if (end - in >= word && putAsciiWord(in, out)) {
            in += word;
            out += word;
        } else if (in < end && static_cast<uchar>(*in) < 0x80) {
            *out++ = static_cast<uchar>(*in++);
        } else if (in < end && !isOfThree(*in)) {
            in += putRareCharacter(in, out);
        }
    }
    text.truncate(out - begin);
    return text;
}

} // namespace

EncodingGuess guessEncoding(QByteArrayView bytes)
{
    if (bytes.startsWith(byteOrderMark)) {
        const bool sound = isUtf8(withoutCutCharacter(sampleOf(bytes)));
        return {TextEncoding::Utf8, sound ? Problem::None : Problem::EncodingDamaged};
    }
    if (bytes.startsWith("\xFF\xFE"))
        return {TextEncoding::Utf16LittleEndian, {}};
    if (bytes.startsWith("\xFE\xFF"))
        return {TextEncoding::Utf16BigEndian, {}};

    const QByteArrayView sample = withoutCutCharacter(sampleOf(bytes));
    if (isUtf8(sample))
        return {TextEncoding::Utf8, {}};
    if (isNearlyUtf8(sample))
        return {TextEncoding::Utf8, Problem::EncodingDamaged};
    return guessLegacyEncoding(sampleOf(bytes));
}

bool isCleanUtf8(QByteArrayView start, bool whole)
{
    return !start.startsWith(byteOrderMark) && !start.contains('\0') &&
           isUtf8(whole ? start : withoutCutCharacter(start));
}

QString decodeText(QByteArrayView bytes, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8 && !bytes.isEmpty() && isUtf8(bytes)) {
        const bool isMarked = bytes.startsWith(byteOrderMark);
        const QString text = fromValidUtf8(bytes.sliced(isMarked ? byteOrderMark.size() : 0));
        // Valid UTF-8 has no halves of pairs.
        return bytes.contains('\r') || bytes.contains('\0') ? normalised(text) : text;
    }
    QStringDecoder decoder(codecName(encoding), QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (!text.isValidUtf16())
        replaceHalfPairs(text);
    return normalised(std::move(text));
}

QString decodeTail(QByteArrayView bytes, qint64 offset, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8) {
        while (!bytes.isEmpty() && isContinuation(bytes.front()))
            bytes = bytes.sliced(1);
    }
    const bool isWide =
        encoding == TextEncoding::Utf16LittleEndian || encoding == TextEncoding::Utf16BigEndian;
    if (isWide && offset % 2 != 0 && !bytes.isEmpty())
        bytes = bytes.sliced(1);
    return decodeText(bytes, encoding);
}
