#include "ui/arrowstyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

double textScale()
{
    constexpr double usual = 15; // pixels; systems come with 12 to 15
    return std::max(1.0, QFontInfo(QApplication::font()).pixelSize() / usual);
}

void drawArrow(QStyle::PrimitiveElement element, QPainter *painter, const QStyleOption &option)
{
    const double reach = 3.5 * textScale(); // pixels
    QPolygonF arrow({{-reach, -reach / 2}, {reach, -reach / 2}, {0, reach / 2}});
    QTransform turned;
    turned.translate(option.rect.center().x() + 0.5, option.rect.center().y() + 0.5);
    if (element == QStyle::PE_IndicatorArrowUp)
        turned.rotate(180);
    else if (element != QStyle::PE_IndicatorArrowDown)
        turned.rotate(element == QStyle::PE_IndicatorArrowLeft ? 90 : -90);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    QColor color = option.palette.color(isChosen ? QPalette::HighlightedText : QPalette::ButtonText);
    color.setAlphaF(option.state.testFlag(QStyle::State_Enabled) ? 0.7F : 0.3F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(turned.map(arrow));
    painter->restore();
}

QStyle::PrimitiveElement forwardArrow(const QStyleOption &option)
{
    return option.direction == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft
                                               : QStyle::PE_IndicatorArrowRight;
}

void drawBranch(QPainter *painter, const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_Children))
        drawArrow(option.state.testFlag(QStyle::State_Open) ? QStyle::PE_IndicatorArrowDown
                                                            : forwardArrow(option),
                  painter, option);
}
