#pragma once

#include "app/images/imagelimits.h"

#include <QHash>
#include <QUrl>

// What one article has used up of its limits. A picture counts once, however often it is asked for.
class ArticleBudget final
{
public:
    // Counts the picture; false where the article has as many as it may, or as many bytes.
    bool admit(const QUrl &address, const ImageLimits &limits);
    // Counts its bytes; false where they are too many.
    bool spend(const QUrl &address, qint64 bytes, const ImageLimits &limits);

private:
    QHash<QUrl, qint64> m_pictures; // bytes, 0 while unknown
    qint64 m_bytes = 0;
};
