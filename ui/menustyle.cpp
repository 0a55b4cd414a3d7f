#include "ui/menustyle.h"

#include "ui/windowpalette.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QWidget>

namespace
{

constexpr int inset = 4;      // pixels between the menu's edge and what is in it
constexpr double radius = 4;  // pixels
constexpr double edge = 0.35; // of the quiet text's colour, on the ground's

}

void drawMenuPanel(QPainter *painter, const QStyleOption &menu)
{
    const QPalette &palette = menu.palette;
    const QColor ground = palette.color(QPalette::Base);
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    painter->save();
    painter->setPen(isStark(palette) ? palette.color(QPalette::Text) : mixed(ground, quiet, edge));
    painter->setBrush(ground);
    painter->drawRect(menu.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void drawMenuSeparator(QPainter *painter, const QStyleOptionMenuItem &entry)
{
    const QRect line(entry.rect.left() + inset, entry.rect.center().y(), entry.rect.width() - 2 * inset, 1);
    painter->fillRect(line, entry.palette.mid());
}

QStyleOptionMenuItem drawChosenGround(QPainter *painter, const QStyleOptionMenuItem &entry,
                                      const QStyle &style, const QWidget *menu)
{
    QStyleOptionMenuItem chosen = entry;
    const QColor ground = entry.palette.color(QPalette::Highlight);
    const QColor ink = entry.palette.color(QPalette::HighlightedText);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(entry.rect.adjusted(inset, 0, -inset, 0), radius, radius);
    painter->restore();
    chosen.state.setFlag(QStyle::State_Selected, false); // else Fusion has an outline around it
    for (const auto role :
         {QPalette::Text, QPalette::ButtonText, QPalette::WindowText, QPalette::PlaceholderText})
        chosen.palette.setColor(role, ink);
    chosen.palette.setColor(QPalette::Base, ground);
    if (!entry.icon.isNull()) {
        const int size = style.pixelMetric(QStyle::PM_SmallIconSize, &entry, menu);
        const double ratio = painter->device()->devicePixelRatioF();
        chosen.icon = entry.icon.pixmap(QSize(size, size), ratio, QIcon::Selected);
    }
    return chosen;
}
