#pragma once

#include <QLatin1StringView>

class QAbstractButton;
class QWidget;

enum class IconGround { Light, Dark };

// Gives the window's actions their icons by object name, drawn for a light or a dark window, and its buttons
// those that setLineIcon() named.
void setActionIcons(const QWidget &window, IconGround ground);

// One of resources/icons in place of the button's text, on the button's own ground and on every later one.
void setLineIcon(QAbstractButton &button, QLatin1StringView name);
