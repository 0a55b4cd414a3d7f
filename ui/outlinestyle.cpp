#include "ui/outlinestyle.h"

#include "ui/windowpalette.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

namespace
{

constexpr double buttonRadius = 5; // pixels, as the others
constexpr double fieldRadius = 4;
constexpr double focusRadius = 3;
constexpr double focusWidth = 2; // whole ones: blended it would be paler

// Where a line's middle has to run, so that it is sharp.
QRectF outlineIn(const QRect &rect, bool isFocused)
{
    const double inset = isFocused ? 1 : 0.5;
    return QRectF(rect).adjusted(inset, inset, -inset, -inset);
}

// A view whose current row has the focus shows it there.
bool showsFocusInRow(const QWidget *widget)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    return view && view->currentIndex().isValid();
}

}

void drawFocus(QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto *focus = qstyleoption_cast<const QStyleOptionFocusRect *>(&option);
    const QColor ground = focus ? focus->backgroundColor : QColor();
    painter->setPen(QPen(focusColor(option.palette, ground), focusWidth));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(outlineIn(option.rect, true), focusRadius, focusRadius);
    painter->restore();
}

void drawButton(QPainter *painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = button && button->features.testFlag(QStyleOptionButton::DefaultButton);
    QColor fill = palette.color(QPalette::Button);
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        fill =
            mixed(fill, palette.color(QPalette::ButtonText), 0.12); // whatever the shades of the palette are
    else if (option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled))
        fill = mixed(fill, palette.color(QPalette::ButtonText), 0.06);
    const bool isOutlined = isFocused || isDefault;
    const QColor line = isOutlined ? focusColor(palette) : palette.color(QPalette::Mid);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, isFocused ? focusWidth : 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(outlineIn(option.rect, isFocused), buttonRadius, buttonRadius);
    painter->restore();
}

void drawFrame(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus) &&
                           qobject_cast<const QAbstractScrollArea *>(widget) && !showsFocusInRow(widget);
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(isFocused ? focusColor(option.palette, option.palette.color(QPalette::Window))
                              : option.palette.color(QPalette::Mid));
    painter->drawRect(outlineIn(option.rect, false)); // at 150 % half of it would lie outside
    painter->restore();
}

void drawFieldEdge(QPainter *painter, const QStyleOption &option, const QBrush &fill)
{
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    QColor line = isFocused ? focusColor(option.palette) : option.palette.color(QPalette::PlaceholderText);
    line.setAlphaF(isFocused ? 1 : 0.6F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, isFocused ? focusWidth : 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(outlineIn(option.rect, isFocused), fieldRadius, fieldRadius);
    painter->restore();
}

void drawIndicatorEdge(QStyle::PrimitiveElement element, QPainter *painter, const QStyleOption &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option.palette.color(QPalette::PlaceholderText));
    painter->setBrush(Qt::NoBrush);
    const QRectF edge = outlineIn(option.rect, false);
    if (element == QStyle::PE_IndicatorRadioButton)
        painter->drawEllipse(edge);
    else
        painter->drawRoundedRect(edge, 2, 2);
    painter->restore();
}
