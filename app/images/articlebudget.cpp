#include "app/images/articlebudget.h"

bool ArticleBudget::admit(const QUrl &address, const ImageLimits &limits)
{
    if (m_pictures.contains(address))
        return true;
    if (m_pictures.size() >= limits.imagesPerArticle || m_bytes >= limits.bytesPerArticle)
        return false;
    m_pictures.insert(address, 0);
    return true;
}

bool ArticleBudget::spend(const QUrl &address, qint64 bytes, const ImageLimits &limits)
{
    qint64 &counted = m_pictures[address];
    const qint64 sum = m_bytes - counted + bytes;
    if (sum > limits.bytesPerArticle)
        return false;
    m_bytes = sum;
    counted = bytes;
    return true;
}
