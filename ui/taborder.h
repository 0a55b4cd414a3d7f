#pragma once

class QWidget;

// Lets Tab come to `widget` just before `next`, or last in its window. New widgets, and pages that are put
// into a window, come after all that is there, wherever they stand.
void setTabBefore(QWidget *widget, QWidget *next);
void setTabLast(QWidget *widget);
