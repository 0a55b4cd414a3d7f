#include "ui/taborder.h"

#include <QWidget>

namespace
{

// The one before it that Tab comes to: setTabOrder() knows no others.
QWidget *stopBefore(const QWidget *widget)
{
    QWidget *before = widget->previousInFocusChain();
    while (before != widget && before->focusPolicy() == Qt::NoFocus)
        before = before->previousInFocusChain();
    return before;
}

}

void setTabBefore(QWidget *widget, QWidget *next)
{
    QWidget *before = stopBefore(next);
    if (before != widget && before != next)
        QWidget::setTabOrder(before, widget);
}

void setTabLast(QWidget *widget)
{
    setTabBefore(widget, widget->window());
}
