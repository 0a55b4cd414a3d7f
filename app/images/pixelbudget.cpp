#include "app/images/pixelbudget.h"

bool PixelBudget::admit(const QByteArray &picture, const QSize &size)
{
    const qint64 pixels = size.isEmpty() ? 0 : qint64(size.width()) * size.height();
    qint64 &counted = m_pictures[picture];
    const qint64 left = m_left + counted - pixels;
    if (left < 0)
        return false;
    m_left = left;
    counted = pixels;
    return true;
}
