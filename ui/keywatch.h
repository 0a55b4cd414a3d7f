#pragma once

#include <QObject>
#include <QPoint>

#include <functional>

class QKeyEvent;
class QMouseEvent;
class QWidget;

// Sees every key of a view before the view does, so that an article never swallows one that is the window's.
class KeyWatch final : public QObject
{
    Q_OBJECT

public:
    KeyWatch(QWidget *view, QObject *parent);

    // Gets every key press that no shortcut of the window took; true where it is taken.
    void setHandler(const std::function<bool(QKeyEvent *)> &handler) { m_handler = handler; }

public Q_SLOTS:
    // The engine makes the widget that gets the keys anew whenever the renderer's process changes.
    void watchAgain();

Q_SIGNALS:
    // A key, the wheel or a mouse button: what may have moved the page.
    void readerActed();
    // A finger, a pen, a mouse button or a key that the handler did not take went down. The second time of a
    // double click is part of the first.
    void pressed();
    // One of the buttons for back and forward; the view does not get it.
    void sideButtonPressed(Qt::MouseButton button);
    // Enter alone. The view gets it, too, unless the handler took it.
    void enterPressed();
    // With the left button and no key, and nothing was dragged. The view gets it, too.
    void clicked(const QPoint &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QKeyEvent *event);
    void noteButton(const QMouseEvent &event);

    QWidget *m_view;
    std::function<bool(QKeyEvent *)> m_handler;
    QPoint m_pressed;
    bool m_isPressed = false;
};
