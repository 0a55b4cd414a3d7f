#include "app/images/exiforientation.h"

#include "app/images/bytereading.h"

namespace
{

constexpr qsizetype entrySize = 12;
constexpr quint16 orientationTag = 0x0112;
constexpr quint16 shortNumber = 3;

// TIFF 6.0: a header, and where the first directory is. The two readers know the file's byte order.
template <typename ReadShort, typename ReadLong>
int orientationIn(QByteArrayView tiff, ReadShort shortAt, ReadLong longAt)
{
    if (shortAt(tiff, 2) != 42)
        return 1;
    const qsizetype directory = longAt(tiff, 4);
    const qsizetype entries = shortAt(tiff, directory);
    for (qsizetype i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + i * entrySize;
        if (entry + entrySize > tiff.size())
            break;
        if (shortAt(tiff, entry) != orientationTag)
            continue;
        const int value = shortAt(tiff, entry + 8);
        return shortAt(tiff, entry + 2) == shortNumber && value >= 1 && value <= 8 ? value : 1;
    }
    return 1;
}

}

int exifOrientation(QByteArrayView segment)
{
    constexpr QByteArrayView mark("Exif\0\0", 6);
    if (!segment.startsWith(mark))
        return 1;
    const QByteArrayView tiff = segment.sliced(mark.size());
    if (tiff.startsWith("II"))
        return orientationIn(tiff, littleEndianAt<quint16>, littleEndianAt<quint32>);
    if (tiff.startsWith("MM"))
        return orientationIn(tiff, bigEndianAt<quint16>, bigEndianAt<quint32>);
    return 1;
}
