#pragma once

#include "app/images/imagepolicy.h"
#include "ui/pictureplacement.h"

#include <QElapsedTimer>
#include <QImage>
#include <QWidget>

class PictureDecoder;
class PicturePlayer;

// One picture, fitted, zoomed, moved and turned by the mouse or by whoever has the keys. What is animated
// plays. Decoded in the size in which it is shown, so that a large photograph costs no more than the screen.
class PictureCanvas final : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCanvas(QWidget *parent = nullptr);
    ~PictureCanvas() override;

    // A picture that checkImage() accepts; empty bytes for none.
    void setPicture(const QByteArray &bytes);
    // Device pixels for one of the picture's own.
    double zoom() const { return m_placement.zoom(); }
    bool isFit() const { return m_placement.isFit(); }
    bool canPan(Qt::Orientation direction) const { return m_placement.canPan(direction); }
    // What is drawn at present; null while nothing is decoded.
    const QImage &image() const { return m_image; }
    const PicturePlacement &placement() const { return m_placement; }

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();
    void showPixels(); // one of the picture's for one of the screen's
    void turn(int quarters);
    void panBy(const QPoint &distance);

Q_SIGNALS:
    void placementChanged();
    void backdropClicked();
    void undecodable();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void zoomBy(double factor, const QPointF &anchor);
    void applyView();
    void refresh(); // after anything that moved the picture
    void decode();
    void take(const QImage &image);
    bool isSecondClick() const;
    QPointF inPixels(const QPointF &place) const; // of the screen
    void updatePointer(bool isDragging);

    PictureDecoder *m_decoder;
    PicturePlayer *m_player;
    PicturePlacement m_placement;
    QByteArray m_bytes;
    QSize m_size; // the picture's own
    QImage m_image;
    QSize m_wanted; // that is being decoded, or was last
    bool m_isAnimated = false;
    QPoint m_pressed;
    QPoint m_dragged;
    bool m_isPressed = false;
    QElapsedTimer m_sinceShown;
};
