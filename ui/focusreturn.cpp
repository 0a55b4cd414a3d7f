#include "ui/focusreturn.h"

#include <QApplication>
#include <QWidget>

namespace
{

bool canHaveFocus(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled();
}

}

FocusReturn::FocusReturn(QWidget *area)
    : QObject(area)
    , m_area(area)
{
    connect(qApp, &QApplication::focusChanged, this, &FocusReturn::follow);
}

void FocusReturn::passTo(QWidget *other)
{
    m_inside = other;
    other->setFocus(Qt::OtherFocusReason);
}

// The area may change while another window has the focus: that is seen when it comes back.
void FocusReturn::follow(QWidget *before, QWidget *now)
{
    if (!now || now->window() != m_area->window())
        return;
    if (m_inside && !canHaveFocus(*m_inside))
        return giveBack();
    const bool isInside = m_area->isAncestorOf(now);
    if (isInside && !m_inside && before && before->window() == m_area->window())
        m_before = before;
    m_inside = isInside ? now : nullptr;
}

void FocusReturn::giveBack()
{
    m_inside = nullptr;
    if (m_before && canHaveFocus(*m_before))
        m_before->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT failed();
}
