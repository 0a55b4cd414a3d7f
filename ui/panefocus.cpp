#include "ui/panefocus.h"

#include <QApplication>
#include <QWidget>

void moveFocus(const QList<QWidget *> &panes, int difference)
{
    const QWidget *const focused = QApplication::focusWidget();
    qsizetype place = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused))
            place = i;
    }
    const qsizetype next = place + difference;
    if (next >= 0 && next < panes.size() && panes.at(next)->isVisible())
        panes.at(next)->setFocus(Qt::ShortcutFocusReason);
}
