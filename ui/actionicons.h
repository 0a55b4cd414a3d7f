#pragma once

class QWidget;

// Gives the window's actions their icons by object name, drawn for a light or a dark window.
enum class IconGround { Light, Dark };
void setActionIcons(const QWidget &window, IconGround ground);
