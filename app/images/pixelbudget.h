#pragma once

#include <QByteArray>
#include <QHash>
#include <QSize>

// How much one page may ask its reader's memory for: a picture is decoded at four bytes a pixel, however few
// bytes it came as, and many that are allowed one by one are too much together (security.md 3).
class PixelBudget final
{
public:
    explicit PixelBudget(qint64 most = maximumPagePixels)
        : m_left(most)
    {
    }

    // Counts the picture once, however often it is asked for; false where there is no room for it. A smaller
    // one may still fit then.
    bool admit(const QByteArray &picture, const QSize &size);

    static constexpr qint64 maximumPagePixels = 120'000'000;

private:
    QHash<QByteArray, qint64> m_pictures; // pixels
    qint64 m_left;
};
