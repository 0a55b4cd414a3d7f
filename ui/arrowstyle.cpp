#include "ui/arrowstyle.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
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

bool isMenuButton(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu) &&
           !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup);
}

int menuArrowWidth(const QStyleOption &button)
{
    constexpr double width = 0.8; // of the font's height
    return qRound(button.fontMetrics.height() * width);
}

void drawMenuButton(QPainter *painter, const QStyleOptionToolButton &button, const QProxyStyle &style,
                    const QWidget *widget)
{
    QStyleOptionToolButton part = button;
    part.features.setFlag(QStyleOptionToolButton::HasMenu, false);
    part.text.clear();
    style.baseStyle()->drawComplexControl(QStyle::CC_ToolButton, &part, painter, widget);
    const QRect text = button.rect.adjusted(0, 0, -menuArrowWidth(button), 0);
    const QRect arrow(text.right() + 1, text.top(), button.rect.right() - text.right(), text.height());
    part.text = button.text;
    part.rect = QStyle::visualRect(button.direction, button.rect, text);
    style.drawControl(QStyle::CE_ToolButtonLabel, &part, painter, widget);
    part.rect = QStyle::visualRect(button.direction, button.rect, arrow);
    drawArrow(QStyle::PE_IndicatorArrowDown, painter, part);
}
