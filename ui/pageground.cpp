#include "ui/pageground.h"

#include <QChildEvent>
#include <QQuickWidget>
#include <QWebEnginePage>
#include <QWebEngineView>

PageGround::PageGround(QWebEngineView &view)
    : m_view(view)
{
    view.installEventFilter(this);
}

void PageGround::setColor(const QColor &color)
{
    m_color = color;
    m_view.page()->setBackgroundColor(color);
    for (auto *drawn : m_view.findChildren<QQuickWidget *>())
        drawn->setClearColor(color);
}

// The engine puts the new widget into the view whole, before it shows it.
bool PageGround::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded) {
        if (auto *drawn = qobject_cast<QQuickWidget *>(static_cast<QChildEvent *>(event)->child()))
            drawn->setClearColor(m_color);
    }
    return QObject::eventFilter(watched, event);
}
