#pragma once

#include <QAccessible>

class QWidget;

// What a widget of our own is to those who hear of it; Qt takes it for a window's bare ground. As which, a
// Client, a stack of pages is passed over in silence.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);
