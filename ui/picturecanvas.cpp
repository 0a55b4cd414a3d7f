#include "ui/picturecanvas.h"

#include "ui/picturedecoder.h"
#include "ui/pictureplayer.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleHints>

#include <cmath>

namespace
{

constexpr double step = 1.25; // a key's, or a notch of the wheel's

// What shows through a picture: light enough for black drawings, dark enough for white ones.
QBrush transparency(double pixelRatio)
{
    const int side = qRound(8 * pixelRatio);
    QPixmap squares(2 * side, 2 * side);
    squares.fill(QColor(0xd9d9d9));
    QPainter painter(&squares);
    painter.fillRect(0, 0, side, side, QColor(0xc4c4c4));
    painter.fillRect(side, side, side, side, QColor(0xc4c4c4));
    return QBrush(squares);
}

QRectF rounded(const QRectF &area)
{
    return {area.topLeft().toPoint(), area.size().toSize().expandedTo({1, 1})};
}

}

PictureCanvas::PictureCanvas(QWidget *parent)
    : QWidget(parent)
    , m_decoder(new PictureDecoder(this))
    , m_player(new PicturePlayer(this))
{
    connect(m_decoder, &PictureDecoder::decoded, this, &PictureCanvas::take);
    connect(m_player, &PicturePlayer::frameChanged, this, &PictureCanvas::take);
}

PictureCanvas::~PictureCanvas() = default;

void PictureCanvas::setPicture(const QByteArray &bytes)
{
    m_decoder->cancel();
    m_player->stop();
    m_bytes = bytes;
    m_size = imageSize(bytes);
    m_image = {};
    m_wanted = {};
    m_isAnimated = PicturePlayer::canPlay(bytes);
    m_placement.setPicture(m_size);
    applyView();
    if (m_isAnimated)
        m_player->play(bytes);
}

void PictureCanvas::applyView()
{
    m_placement.setView((QSizeF(size()) * devicePixelRatioF()).toSize(), devicePixelRatioF());
    refresh();
}

void PictureCanvas::refresh()
{
    decode();
    updatePointer(m_isPressed);
    update();
    Q_EMIT placementChanged();
}

// Not while what is there looks as good: sharp, and not much larger than what is shown.
void PictureCanvas::decode()
{
    if (m_bytes.isEmpty() || m_isAnimated || !isVisible())
        return;
    const QSize shown = m_placement.shownSize().boundedTo(m_size);
    const bool isGood = m_wanted.width() >= shown.width() && m_wanted.width() < 2 * shown.width();
    if (m_wanted == shown || (isGood && !m_placement.isFit()))
        return;
    m_wanted = shown;
    m_decoder->decode(m_bytes, shown);
}

void PictureCanvas::take(const QImage &image)
{
    m_image = image;
    update();
    if (image.isNull())
        Q_EMIT undecodable();
}

void PictureCanvas::zoomBy(double factor, const QPointF &anchor)
{
    m_placement.setZoom(m_placement.zoom() * factor, anchor);
    refresh();
}

void PictureCanvas::zoomIn()
{
    zoomBy(step, m_placement.viewCenter());
}

void PictureCanvas::zoomOut()
{
    zoomBy(1 / step, m_placement.viewCenter());
}

void PictureCanvas::fit()
{
    m_placement.fit();
    refresh();
}

void PictureCanvas::showPixels()
{
    m_placement.setZoom(1, m_placement.viewCenter());
    refresh();
}

void PictureCanvas::turn(int quarters)
{
    m_placement.turn(quarters);
    refresh();
}

void PictureCanvas::panBy(const QPoint &distance)
{
    m_placement.panBy(QPointF(distance) * devicePixelRatioF());
    refresh();
}

QPointF PictureCanvas::inPixels(const QPointF &place) const
{
    return place * devicePixelRatioF();
}

// In the screen's own pixels: at 125 % a picture drawn between two of them would be blurred.
void PictureCanvas::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    const QTransform device = painter.deviceTransform();
    painter.setWorldTransform(QTransform::fromScale(1 / device.m11(), 1 / device.m22()));
    painter.translate(std::round(device.dx()) - device.dx(), std::round(device.dy()) - device.dy());
    const QRectF target = rounded(m_placement.target());
    if (m_image.hasAlphaChannel())
        painter.fillRect(target, transparency(devicePixelRatioF()));
    const bool isTurned = m_placement.quarters() % 2 != 0;
    const QSizeF size = isTurned ? target.size().transposed() : target.size();
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          size.toSize() != m_image.size() && m_placement.zoom() < 4);
    painter.translate(target.center());
    painter.rotate(90.0 * m_placement.quarters());
    painter.drawImage(QRectF(QPointF(-size.width() / 2, -size.height() / 2), size), m_image);
}

void PictureCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    applyView();
}

void PictureCanvas::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_sinceShown.start();
    applyView();
}

void PictureCanvas::wheelEvent(QWheelEvent *event)
{
    constexpr double notch = 120; // eighths of a degree
    if (event->angleDelta().y() != 0)
        zoomBy(std::pow(step, event->angleDelta().y() / notch), inPixels(event->position()));
    event->accept();
}

void PictureCanvas::mousePressEvent(QMouseEvent *event)
{
    m_isPressed = event->button() == Qt::LeftButton;
    m_pressed = event->position().toPoint();
    m_dragged = m_pressed;
    event->accept();
}

void PictureCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isPressed)
        return;
    const QPoint place = event->position().toPoint();
    panBy(place - m_dragged);
    m_dragged = place;
}

void PictureCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isPressed || event->button() != Qt::LeftButton)
        return;
    m_isPressed = false;
    updatePointer(false);
    const QPoint moved = event->position().toPoint() - m_pressed;
    if (!isSecondClick() && moved.manhattanLength() < QApplication::startDragDistance() &&
        !m_placement.target().contains(inPixels(event->position())))
        Q_EMIT backdropClicked();
}

void PictureCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    const bool isOnPicture = m_placement.target().contains(inPixels(event->position()));
    if (event->button() != Qt::LeftButton || !isOnPicture || isSecondClick())
        return;
    if (m_placement.isFit())
        m_placement.setZoom(1, inPixels(event->position()));
    else
        m_placement.fit();
    refresh();
}

// Of the two that opened the viewer, where one was meant.
bool PictureCanvas::isSecondClick() const
{
    return m_sinceShown.isValid() &&
           m_sinceShown.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
}

void PictureCanvas::updatePointer(bool isDragging)
{
    if (!canPan(Qt::Horizontal) && !canPan(Qt::Vertical))
        unsetCursor();
    else
        setCursor(isDragging ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
}
