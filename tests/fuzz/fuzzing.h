#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

// Ends the run where something that always holds does not; libFuzzer keeps the input.
inline void require(bool holds, const QString &what)
{
    if (holds)
        return;
    std::fprintf(stderr, "BROKEN: %s\n", what.toUtf8().constData());
    std::abort();
}

inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}
