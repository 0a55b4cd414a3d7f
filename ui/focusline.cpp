#include "ui/focusline.h"

#include "ui/windowpalette.h"

#include <QApplication>
#include <QPainter>

constexpr int thickness = 2; // pixels

FocusLine::FocusLine(QWidget *pane, QWidget *parent)
    : QWidget(parent)
    , m_pane(pane)
{
    setFixedHeight(thickness);
    connect(qApp, &QApplication::focusChanged, this, qOverload<>(&QWidget::update));
}

bool FocusLine::hasFocusInPane() const
{
    const QWidget *focus = QApplication::focusWidget();
    return m_pane && focus && (focus == m_pane || m_pane->isAncestorOf(focus));
}

void FocusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), hasFocusInPane() ? focusColor(palette()) : palette().color(QPalette::Base));
}
