#pragma once

#include <QByteArrayView>
#include <QtEndian>

// Numbers out of foreign bytes. `at` is an offset; beyond the end everything reads as 0.

template <typename Number>
Number littleEndianAt(QByteArrayView bytes, qsizetype at)
{
    const bool isInside = at >= 0 && at <= bytes.size() - qsizetype(sizeof(Number));
    return isInside ? qFromLittleEndian<Number>(bytes.data() + at) : Number(0);
}

template <typename Number>
Number bigEndianAt(QByteArrayView bytes, qsizetype at)
{
    const bool isInside = at >= 0 && at <= bytes.size() - qsizetype(sizeof(Number));
    return isInside ? qFromBigEndian<Number>(bytes.data() + at) : Number(0);
}

inline quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return littleEndianAt<quint8>(bytes, at);
}

// Four ASCII letters, as PNG and RIFF name their chunks.
inline bool isTagAt(QByteArrayView bytes, qsizetype at, QByteArrayView tag)
{
    return at >= 0 && at <= bytes.size() - tag.size() && bytes.sliced(at, tag.size()) == tag;
}
