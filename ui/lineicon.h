#pragma once

#include <QIcon>
#include <QLatin1StringView>

class QStyleOptionViewItem;

// One of resources/icons/lines, sharp at every size, in the ink of the window: it follows the palette, so it
// is made once for every theme. Where there is a drawing called NAME-filled, that stands for QIcon::On. What
// points to where the text comes from or goes to is turned round where text runs from right to left.
QIcon lineIcon(QLatin1StringView name);

// Gives the icon of a choice the ink that is seen on its ground. `ratio` is the device's.
void inkIcon(QStyleOptionViewItem &item, double ratio);
