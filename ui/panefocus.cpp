#include "ui/panefocus.h"

#include <QApplication>
#include <QWidget>

void moveFocus(const QList<QWidget *> &panes, Side side)
{
    const QWidget *const focused = QApplication::focusWidget();
    qsizetype place = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused))
            place = i;
    }
    const bool isForward = (side == Side::Right) == QApplication::isLeftToRight();
    const qsizetype next = place + (isForward ? 1 : -1);
    if (next >= 0 && next < panes.size() && panes.at(next)->isVisible())
        panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}
