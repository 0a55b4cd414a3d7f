#include "app/images/firstframe.h"

#include "app/images/bytereading.h"
#include "app/images/imageheader.h"

namespace
{

QByteArray firstGifFrame(QByteArrayView bytes, const ImageHeader &header)
{
    constexpr char endMark = 0x3b;
    return bytes.first(header.firstFrameEnd).toByteArray() + endMark;
}

// A PNG without its animation chunks is the still picture that its author chose for older readers.
QByteArray stillPng(QByteArrayView bytes)
{
    constexpr qsizetype signature = 8;
    QByteArray still = bytes.first(signature).toByteArray();
    for (qsizetype at = signature; at + 12 <= bytes.size();) {
        const qsizetype whole = 12 + qsizetype(bigEndianAt<quint32>(bytes, at));
        if (whole > bytes.size() - at)
            return {};
        const bool isAnimation = isTagAt(bytes, at + 4, "acTL") || isTagAt(bytes, at + 4, "fcTL") ||
                                 isTagAt(bytes, at + 4, "fdAT");
        if (!isAnimation)
            still += bytes.sliced(at, whole);
        at += whole;
    }
    return still;
}

QByteArray riffNumber(qsizetype number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(quint32(number), bytes.data());
    return bytes;
}

// RFC 9649: a frame's data stand behind 16 bytes of place and duration and are what a still file holds, but
// for the VP8X chunk that a separate alpha channel needs: flags, then width and height less one, 24 bits
// each, which the frame notes in the same form.
QByteArray webpOfFrame(QByteArrayView frame)
{
    constexpr qsizetype placeAndDuration = 16;
    constexpr char alphaFlag = 0x10;
    const QByteArrayView data = frame.sliced(placeAndDuration);
    QByteArray body = "WEBP";
    if (isTagAt(data, 0, "ALPH"))
        body += "VP8X" + riffNumber(10) + alphaFlag + QByteArray(3, '\0') + frame.sliced(6, 6).toByteArray();
    body += data;
    return "RIFF" + riffNumber(body.size()) + body;
}

QByteArray firstWebpFrame(QByteArrayView bytes)
{
    constexpr qsizetype chunkHead = 8;
    for (qsizetype at = 12; at + chunkHead <= bytes.size();) {
        const qsizetype length = littleEndianAt<quint32>(bytes, at + 4);
        if (length > bytes.size() - at - chunkHead)
            return {};
        if (isTagAt(bytes, at, "ANMF") && length > 16)
            return webpOfFrame(bytes.sliced(at + chunkHead, length));
        at += chunkHead + length + (length & 1);
    }
    return {};
}

} // namespace

QByteArray firstFrame(QByteArrayView bytes)
{
    const ImageHeader header = readImageHeader(bytes);
    if (header.frames < 2)
        return {};
    switch (header.type) {
    case ImageType::Gif:
        return firstGifFrame(bytes, header);
    case ImageType::Png:
        return stillPng(bytes);
    case ImageType::WebP:
        return firstWebpFrame(bytes);
    case ImageType::Jpeg:
    case ImageType::Unknown:
        break;
    }
    return {};
}
