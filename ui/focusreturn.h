#pragma once

#include <QObject>
#include <QPointer>

class QWidget;

// When what has the focus in an area is hidden or disabled, gives it back to what had it before it came into
// the area. Qt gives it to whatever comes next in the window.
class FocusReturn final : public QObject
{
    Q_OBJECT

public:
    explicit FocusReturn(QWidget *area);

    // To another in the area, also while another window is active; what had it before it came in stays known.
    void passTo(QWidget *other);

Q_SIGNALS:
    void failed(); // what had it before cannot have it any more

private:
    void follow(QWidget *before, QWidget *now);
    void giveBack();

    QWidget *m_area;
    QPointer<QWidget> m_inside; // has the focus, or has it again with the window
    QPointer<QWidget> m_before;
};
