#include "app/images/imageheader.h"

#include "app/images/bytereading.h"
#include "app/images/exiforientation.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

ImageHeader pngHeader(QByteArrayView bytes)
{
    ImageHeader header{.type = ImageType::Png};
    if (!isTagAt(bytes, 12, "IHDR"))
        return header;
    header.size = {int(std::min(bigEndianAt<quint32>(bytes, 16), quint32(INT_MAX))),
                   int(std::min(bigEndianAt<quint32>(bytes, 20), quint32(INT_MAX)))};
    qint64 counted = 0;
    // A chunk: length, name, data, checksum.
    for (qsizetype at = 8; at + 12 <= bytes.size(); at += 12 + qsizetype(bigEndianAt<quint32>(bytes, at))) {
        if (isTagAt(bytes, at + 4, "acTL"))
            header.frames = std::max<qint64>(header.frames, bigEndianAt<quint32>(bytes, at + 8));
        else if (isTagAt(bytes, at + 4, "fcTL"))
            header.frames = std::max(header.frames, ++counted);
        else if (isTagAt(bytes, at + 4, "IEND"))
            header.isWhole = true;
    }
    return header;
}

// SOF0 to SOF15 carry the size; C4, C8 and CC among them are something else.
bool isFrameMarker(quint8 marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

// Marks without a length: stuffing, TEM, RST0 to RST7, and the start and the end of a picture. Decoders read
// on right behind them, so that what is taken for a length here would hide the size that they find.
bool isBareMarker(quint8 marker)
{
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

// As much of it as is there.
QByteArrayView segmentData(QByteArrayView bytes, qsizetype at, qsizetype length)
{
    const qsizetype start = std::min(at, bytes.size());
    return bytes.sliced(start, std::min(length, bytes.size() - start));
}

ImageHeader jpegHeader(QByteArrayView bytes)
{
    ImageHeader header{.type = ImageType::Jpeg};
    // Cameras and servers append bytes behind the end mark: it is looked for anywhere.
    header.isWhole = bytes.lastIndexOf(QByteArrayView("\xff\xd9")) > 0;
    constexpr quint8 startOfScan = 0xda;
    constexpr quint8 application1 = 0xe1;
    int orientation = 1;
    qsizetype at = 2;
    while (byteAt(bytes, at) == 0xff) {
        const quint8 marker = byteAt(bytes, at + 1);
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        const qsizetype length = bigEndianAt<quint16>(bytes, at + 2);
        if (isFrameMarker(marker)) {
            const QSize stored(bigEndianAt<quint16>(bytes, at + 7), bigEndianAt<quint16>(bytes, at + 5));
            header.size = isOnItsSide(orientation) ? stored.transposed() : stored;
            return header;
        }
        if (marker == startOfScan || isBareMarker(marker) || length < 2)
            return header;
        if (marker == application1 && orientation == 1)
            orientation = exifOrientation(segmentData(bytes, at + 4, length - 2));
        at += 2 + length;
    }
    return header;
}

// The offset behind a GIF's chain of blocks of at most 255 bytes, or behind the file where it has no end.
qsizetype behindSubBlocks(QByteArrayView bytes, qsizetype at)
{
    while (at < bytes.size() && byteAt(bytes, at) != 0)
        at += 1 + byteAt(bytes, at);
    return at + 1;
}

qsizetype colourTableSize(quint8 flags)
{
    return (flags & 0x80) != 0 ? 3 * (qsizetype(2) << (flags & 7)) : 0;
}

ImageHeader gifHeader(QByteArrayView bytes)
{
    constexpr quint8 frameMark = 0x2c;
    constexpr quint8 extensionMark = 0x21;
    constexpr quint8 endMark = 0x3b;
    ImageHeader header{.type = ImageType::Gif};
    header.size = {littleEndianAt<quint16>(bytes, 6), littleEndianAt<quint16>(bytes, 8)};
    qint64 counted = 0;
    qsizetype at = 13 + colourTableSize(byteAt(bytes, 10));
    while (at < bytes.size()) {
        const quint8 mark = byteAt(bytes, at);
        if (mark == extensionMark) {
            at = behindSubBlocks(bytes, at + 2);
        } else if (mark == frameMark) {
            // Browsers widen the screen to the first frame where a file calls it smaller than that.
            if (++counted == 1) {
                const int right =
                    littleEndianAt<quint16>(bytes, at + 1) + littleEndianAt<quint16>(bytes, at + 5);
                const int bottom =
                    littleEndianAt<quint16>(bytes, at + 3) + littleEndianAt<quint16>(bytes, at + 7);
                header.size = header.size.expandedTo({right, bottom});
            }
            at = behindSubBlocks(bytes, at + 11 + colourTableSize(byteAt(bytes, at + 9)));
            if (counted == 1)
                header.firstFrameEnd = std::min(at, bytes.size());
        } else {
            header.isWhole = mark == endMark;
            break;
        }
    }
    header.frames = std::max<qint64>(1, counted);
    return header;
}

int littleEndian24At(QByteArrayView bytes, qsizetype at)
{
    return littleEndianAt<quint16>(bytes, at) | byteAt(bytes, at + 2) << 16;
}

QSize webpSize(QByteArrayView bytes)
{
    if (isTagAt(bytes, 12, "VP8 ") && isTagAt(bytes, 23, "\x9d\x01\x2a"))
        return {littleEndianAt<quint16>(bytes, 26) & 0x3fff, littleEndianAt<quint16>(bytes, 28) & 0x3fff};
    if (isTagAt(bytes, 12, "VP8L") && byteAt(bytes, 20) == 0x2f && bytes.size() >= 25) {
        const auto bits = littleEndianAt<quint32>(bytes, 21);
        return {int(bits & 0x3fff) + 1, int(bits >> 14 & 0x3fff) + 1};
    }
    if (isTagAt(bytes, 12, "VP8X") && bytes.size() >= 30)
        return {littleEndian24At(bytes, 24) + 1, littleEndian24At(bytes, 27) + 1};
    return {};
}

ImageHeader webpHeader(QByteArrayView bytes)
{
    ImageHeader header{.type = ImageType::WebP, .size = webpSize(bytes)};
    header.isWhole = qint64(littleEndianAt<quint32>(bytes, 4)) + 8 <= bytes.size();
    qint64 counted = 0;
    // A chunk: name, length, data, padded to an even length.
    for (qsizetype at = 12; at + 8 <= bytes.size();) {
        counted += isTagAt(bytes, at, "ANMF") ? 1 : 0;
        const qsizetype length = littleEndianAt<quint32>(bytes, at + 4);
        at += 8 + length + (length & 1);
    }
    header.frames = std::max<qint64>(1, counted);
    return header;
}

} // namespace

ImageHeader readImageHeader(QByteArrayView bytes)
{
    switch (imageType(bytes)) {
    case ImageType::Png:
        return pngHeader(bytes);
    case ImageType::Jpeg:
        return jpegHeader(bytes);
    case ImageType::Gif:
        return gifHeader(bytes);
    case ImageType::WebP:
        return webpHeader(bytes);
    case ImageType::Unknown:
        break;
    }
    return {};
}

QString contentName(QByteArrayView bytes)
{
    struct Mark {
        qsizetype at;
        QByteArrayView bytes;
        QLatin1StringView name;
    };
    static constexpr Mark marks[] = {
        {4, "ftypavif", "AVIF"_L1},    {4, "ftypavis", "AVIF"_L1},   {4, "ftypheic", "HEIC"_L1},
        {4, "ftypmif1", "HEIF"_L1},    {0, "BM", "BMP"_L1},          {0, {"\0\0\1\0", 4}, "ICO"_L1},
        {0, {"II*\0", 4}, "TIFF"_L1},  {0, {"MM\0*", 4}, "TIFF"_L1}, {0, "\x1f\x8b", "gzip"_L1},
        {0, "\xff\x0a", "JPEG XL"_L1}, {4, "JXL ", "JPEG XL"_L1},    {0, "%PDF", "PDF"_L1},
        {0, {"PK\3\4", 4}, "ZIP"_L1},  {4, "ftyp", "MP4"_L1},
    };
    for (const Mark &mark : marks) {
        if (isTagAt(bytes, mark.at, mark.bytes))
            return mark.name;
    }
    // Text is known by what stands near its start, whatever comment or declaration stands before it.
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 512)).toByteArray().toLower();
    if (start.contains("<svg"))
        return u"SVG"_s;
    if (start.contains("<!doctype html") || start.contains("<html") || start.contains("<body"))
        return u"HTML"_s;
    if (start.trimmed().startsWith('{'))
        return u"JSON"_s;
    return start.trimmed().startsWith('<') ? u"XML"_s : QString();
}
