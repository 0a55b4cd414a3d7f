#pragma once

#include <QList>

class QWidget;

// Moves the focus from the pane that has it to the one beside it, if that is visible. `panes` stand in the
// order of reading: from right to left where the window does.
enum class Side { Left, Right };
void moveFocus(const QList<QWidget *> &panes, Side side);
