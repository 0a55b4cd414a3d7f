#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

// Where a picture lies in its view: geometry alone, in device pixels from the view's top left. A picture that
// is smaller than the view stands in its middle; of a larger one no edge is ever drawn inside.
class PicturePlacement final
{
public:
    // The picture as it stands upright. Fits it, unturned.
    void setPicture(const QSize &size);
    // `scale`: device pixels for one of the window system's. A small picture is fitted at that scale, as the
    // page shows it, and never larger.
    void setView(const QSize &size, double scale);

    void fit();
    bool isFit() const { return m_isFit; }
    // Device pixels for one of the picture's. What lies under `anchor` stays there.
    double zoom() const { return m_zoom; }
    void setZoom(double zoom, const QPointF &anchor);
    void panBy(const QPointF &distance);
    bool canPan(Qt::Orientation direction) const;
    void turn(int quarters);                    // clockwise
    int quarters() const { return m_quarters; } // 0 to 3

    QRectF target() const;   // of the turned picture
    QSize shownSize() const; // of the picture before it is turned
    QPointF viewCenter() const;

private:
    QSizeF turnedSize() const; // at zoom 1
    double fittingZoom() const;
    void keepInside();

    QSize m_picture;
    QSize m_view;
    double m_scale = 1;
    int m_quarters = 0;
    bool m_isFit = true;
    double m_zoom = 1;
    QPointF m_center; // what lies in the middle of the view, in pixels of the turned picture
};
