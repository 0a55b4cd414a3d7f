#include "ui/progressstyle.h"

#include "ui/windowpalette.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <algorithm>

void drawProgress(QPainter *painter, const QStyleOptionProgressBar &bar, double scale)
{
    constexpr double usualHeight = 6; // pixels
    const bool isEndKnown = bar.maximum > bar.minimum;
    const double share =
        isEndKnown ? double(bar.progress - bar.minimum) / (double(bar.maximum) - bar.minimum) : 1;
    const double height = std::min<double>(bar.rect.height(), usualHeight * scale);
    const QRectF groove(bar.rect.left(), bar.rect.top() + (bar.rect.height() - height) / 2, bar.rect.width(),
                        height);
    QRectF done = groove;
    done.setWidth(groove.width() * std::clamp(share, 0.0, 1.0));
    if (bar.direction == Qt::RightToLeft)
        done.moveRight(groove.right());
    const QColor ground = bar.palette.color(QPalette::Window);
    const QColor strong = focusColor(bar.palette, ground);
    QPainterPath line;
    line.addRoundedRect(groove, height / 2, height / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(line, mixed(ground, bar.palette.color(QPalette::WindowText), 0.18));
    painter->setClipRect(done);
    painter->fillPath(line, isEndKnown ? strong : mixed(ground, strong, 0.5));
    painter->restore();
}
