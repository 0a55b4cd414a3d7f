#include "ui/keywatch.h"

#include <QKeyEvent>
#include <QTimer>
#include <QWidget>

KeyWatch::KeyWatch(QWidget *view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    view->installEventFilter(this);
    watchAgain();
}

void KeyWatch::watchAgain()
{
    if (QWidget *receiver = m_view->focusProxy()) {
        receiver->removeEventFilter(this);
        receiver->installEventFilter(this);
    }
}

bool KeyWatch::eventFilter(QObject *watched, QEvent *event)
{
    // What the receiver leaves comes to the view as well: it is asked about once.
    const QObject *const receiver = m_view->focusProxy() ? m_view->focusProxy() : m_view;
    switch (event->type()) {
    case QEvent::ChildAdded:
        QTimer::singleShot(0, this, &KeyWatch::watchAgain);
        break;
    case QEvent::ShortcutOverride:
        // Not taken by the page: the window's shortcuts come first.
        event->ignore();
        return true;
    case QEvent::KeyPress:
        Q_EMIT readerActed();
        return watched == receiver && m_handler && m_handler(static_cast<QKeyEvent *>(event));
    case QEvent::Wheel:
        Q_EMIT readerActed();
        break;
    case QEvent::MouseButtonPress: {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        Q_EMIT readerActed();
        if (button != Qt::BackButton && button != Qt::ForwardButton)
            break;
        Q_EMIT sideButtonPressed(button);
        return true;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}
