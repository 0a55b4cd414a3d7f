#pragma once

#include <QByteArray>
#include <QtEndian>

// Pictures made on the spot. PNG and GIF are whole and decodable; JPEG and WebP carry a true header and no
// pixels.

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

template <typename Number>
QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

inline quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    return ~crc;
}

inline QByteArray pngChunk(const QByteArray &name, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + name + data + bigEndian(crc32(name + data));
}

inline const QByteArray pngSignature = "\x89PNG\r\n\x1a\n";

inline QByteArray pngHead(quint32 width, quint32 height)
{
    constexpr char greyOneBit[] = "\x01\x00\x00\x00\x00";
    return pngSignature + pngChunk("IHDR", bigEndian(width) + bigEndian(height) + QByteArray(greyOneBit, 5));
}

// Black, one bit a pixel: 8,000 times 8,000 of them need 8 KB.
inline QByteArray pngData(int width, int height)
{
    constexpr int qtLengthPrefix = 4;
    return pngChunk("IDAT", qCompress(QByteArray((1 + (width + 7) / 8) * height, '\0')).mid(qtLengthPrefix));
}

inline QByteArray png(int width, int height)
{
    return pngHead(width, height) + pngData(width, height) + pngChunk("IEND", {});
}

inline QByteArray animatedPng(int width, int height, quint32 announced, int frames)
{
    QByteArray bytes =
        pngHead(width, height) + pngChunk("acTL", bigEndian(announced) + bigEndian(quint32(0)));
    for (int i = 0; i < frames; ++i) {
        bytes += pngChunk("fcTL", QByteArray(26, '\0'));
        bytes += i == 0 ? pngData(width, height) : pngChunk("fdAT", QByteArray(8, '\0'));
    }
    return bytes + pngChunk("IEND", {});
}

// Every frame is one black pixel at the top left.
inline QByteArray gif(quint16 width, quint16 height, int frames = 1)
{
    const QByteArray palette("\x00\x00\x00\xff\xff\xff", 6);
    const QByteArray frame("\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0", 15);
    const QByteArray delay("\x21\xf9\x04\0\x0a\0\0\0", 8);
    return "GIF89a" + littleEndian(width) + littleEndian(height) + QByteArray("\x80\0\0", 3) + palette +
           (delay + frame).repeated(frames) + ';';
}

inline QByteArray jpeg(quint16 width, quint16 height)
{
    const QByteArray comment = "\xff\xfe" + bigEndian(quint16(6)) + "look";
    const QByteArray frame = "\xff\xc0" + bigEndian(quint16(11)) + '\x08' + bigEndian(height) +
                             bigEndian(width) + QByteArray("\x01\x01\x11\x00", 4);
    return "\xff\xd8" + comment + frame + "\xff\xd9";
}

// As cameras write it: one entry in the first directory of a TIFF, in the byte order of `Number`'s writer.
inline QByteArray exif(quint16 orientation, QByteArray (*number)(quint32, int))
{
    constexpr quint32 orientationTag = 0x0112;
    constexpr quint32 shortNumber = 3;
    const QByteArray order = number(1, 2) == QByteArray("\0\1", 2) ? "MM" : "II";
    return QByteArray("Exif\0\0", 6) + order + number(42, 2) + number(8, 4) + number(1, 2) +
           number(orientationTag, 2) + number(shortNumber, 2) + number(1, 4) + number(orientation, 2) +
           number(0, 2) + number(0, 4);
}

inline QByteArray bigNumber(quint32 value, int bytes)
{
    return bigEndian(value).last(bytes);
}

inline QByteArray littleNumber(quint32 value, int bytes)
{
    return littleEndian(value).first(bytes);
}

// `jpeg` with a note on how it is to be turned, behind its start mark.
inline QByteArray withExif(QByteArray jpeg, const QByteArray &exif)
{
    return jpeg.insert(2, "\xff\xe1" + bigEndian(quint16(2 + exif.size())) + exif);
}

inline QByteArray riffChunk(const QByteArray &name, const QByteArray &data)
{
    return name + littleEndian(quint32(data.size())) + data + QByteArray(data.size() & 1, '\0');
}

inline QByteArray riff(const QByteArray &chunks)
{
    return riffChunk("RIFF", "WEBP" + chunks);
}

inline QByteArray vp8(quint16 width, quint16 height)
{
    return riffChunk("VP8 ",
                     QByteArray("\x10\x02\x00\x9d\x01\x2a", 6) + littleEndian(width) + littleEndian(height));
}

inline QByteArray vp8l(quint32 width, quint32 height)
{
    return riffChunk("VP8L", '\x2f' + littleEndian((width - 1) | (height - 1) << 14));
}

inline QByteArray twentyFour(quint32 number)
{
    return littleEndian(number).first(3);
}

inline QByteArray vp8x(quint32 width, quint32 height, char flags = 0)
{
    return riffChunk("VP8X", flags + QByteArray(3, '\0') + twentyFour(width - 1) + twentyFour(height - 1));
}

inline QByteArray webpFrame(quint32 width, quint32 height, const QByteArray &chunks)
{
    return riffChunk("ANMF", QByteArray(6, '\0') + twentyFour(width - 1) + twentyFour(height - 1) +
                                 QByteArray("\x64\0\0\0", 4) + chunks);
}

inline QByteArray animatedWebp(quint32 width, quint32 height, int frames)
{
    constexpr char animated = 0x02;
    return riff(vp8x(width, height, animated) + riffChunk("ANIM", QByteArray(6, '\0')) +
                webpFrame(width, height, vp8l(width, height)).repeated(frames));
}
