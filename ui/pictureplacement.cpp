#include "ui/pictureplacement.h"

#include <QtMath>

#include <algorithm>

namespace
{

constexpr double largestZoom = 16; // a pixel can be counted
constexpr int smallestSide = 32;   // device pixels; smaller it would be lost

// The middle of the view along one side, so that a picture of that length shows no edge inside it.
double kept(double center, double length, double viewLength)
{
    if (length <= viewLength)
        return length / 2;
    return std::clamp(center, viewLength / 2, length - viewLength / 2);
}

}

void PicturePlacement::setPicture(const QSize &size)
{
    m_picture = size;
    m_quarters = 0;
    fit();
}

void PicturePlacement::setView(const QSize &size, double scale)
{
    m_view = size;
    m_scale = scale;
    if (m_isFit)
        fit();
    else
        keepInside();
}

void PicturePlacement::fit()
{
    m_isFit = true;
    m_zoom = fittingZoom();
    keepInside();
}

void PicturePlacement::setZoom(double zoom, const QPointF &anchor)
{
    const double longest = std::max({m_picture.width(), m_picture.height(), 1});
    const double least = std::min(fittingZoom(), smallestSide / longest);
    const double wanted = std::clamp(zoom, least, std::max(largestZoom, fittingZoom()));
    const QPointF fromCenter = anchor - viewCenter();
    m_center += fromCenter / m_zoom - fromCenter / wanted;
    m_zoom = wanted;
    m_isFit = false;
    keepInside();
}

void PicturePlacement::panBy(const QPointF &distance)
{
    m_center -= distance / m_zoom;
    keepInside();
}

bool PicturePlacement::canPan(Qt::Orientation direction) const
{
    constexpr double half = 0.5; // of a pixel: what rounding leaves
    const QSizeF shown = turnedSize() * m_zoom;
    return direction == Qt::Horizontal ? shown.width() > m_view.width() + half
                                       : shown.height() > m_view.height() + half;
}

void PicturePlacement::turn(int quarters)
{
    for (int i = 0; i < (quarters % 4 + 4) % 4; ++i) {
        m_center = {turnedSize().height() - m_center.y(), m_center.x()};
        m_quarters = (m_quarters + 1) % 4;
    }
    m_isFit ? fit() : keepInside();
}

QRectF PicturePlacement::target() const
{
    return {viewCenter() - m_center * m_zoom, turnedSize() * m_zoom};
}

QSize PicturePlacement::shownSize() const
{
    return (QSizeF(m_picture) * m_zoom).toSize().expandedTo({1, 1});
}

QPointF PicturePlacement::viewCenter() const
{
    return {m_view.width() / 2.0, m_view.height() / 2.0};
}

QSizeF PicturePlacement::turnedSize() const
{
    return m_quarters % 2 == 0 ? m_picture : m_picture.transposed();
}

double PicturePlacement::fittingZoom() const
{
    const QSizeF size = turnedSize();
    if (size.isEmpty() || m_view.isEmpty())
        return m_scale;
    return std::min({m_view.width() / size.width(), m_view.height() / size.height(), m_scale});
}

void PicturePlacement::keepInside()
{
    const QSizeF size = turnedSize();
    m_center = {kept(m_center.x(), size.width(), m_view.width() / m_zoom),
                kept(m_center.y(), size.height(), m_view.height() / m_zoom)};
}
