#pragma once

class QWidget;

// Gives every command and submenu of the window its icon, by object name.
void setActionIcons(const QWidget &window);
