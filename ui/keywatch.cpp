#include "ui/keywatch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

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
        return watched == receiver && takeKey(static_cast<QKeyEvent *>(event));
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        Q_EMIT readerActed();
        Q_EMIT pressed();
        break;
    case QEvent::Wheel:
        Q_EMIT readerActed();
        break;
    case QEvent::MouseButtonPress: {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        Q_EMIT readerActed();
        Q_EMIT pressed();
        if (watched == receiver)
            noteButton(*static_cast<QMouseEvent *>(event));
        if (button != Qt::BackButton && button != Qt::ForwardButton)
            break;
        Q_EMIT sideButtonPressed(button);
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (watched == receiver)
            noteButton(*static_cast<QMouseEvent *>(event));
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool KeyWatch::takeKey(QKeyEvent *event)
{
    if (m_handler && m_handler(event))
        return true;
    Q_EMIT pressed();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && !(event->modifiers() & ~Qt::KeypadModifier))
        Q_EMIT enterPressed();
    return false;
}

void KeyWatch::noteButton(const QMouseEvent &event)
{
    const bool isPlain = event.button() == Qt::LeftButton && event.modifiers() == Qt::NoModifier;
    const QPoint place = event.position().toPoint();
    if (event.type() == QEvent::MouseButtonPress) {
        m_isPressed = isPlain;
        m_pressed = place;
    } else if (std::exchange(m_isPressed, false) && isPlain &&
               (place - m_pressed).manhattanLength() < QApplication::startDragDistance()) {
        Q_EMIT clicked(place);
    }
}
