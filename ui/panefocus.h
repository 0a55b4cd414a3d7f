#pragma once

#include <QList>

class QWidget;

// Moves the focus from the pane that has it to the pane `difference` places further, if that one is visible.
void moveFocus(const QList<QWidget *> &panes, int difference);
