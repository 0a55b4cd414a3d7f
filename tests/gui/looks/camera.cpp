#include "tests/gui/looks/camera.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QScreen>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace
{

constexpr int rest = 120;        // milliseconds between two looks
constexpr int longest = 6000;    // milliseconds for one picture to come to rest
constexpr int dialogWait = 1500; // milliseconds until an action has brought up its dialog

void pauseFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

QList<QWidget *> shownWindows()
{
    QList<QWidget *> shown;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top->isVisible() && top->windowType() != Qt::ToolTip)
            shown << top;
    }
    return shown;
}

QImage look()
{
    QScreen *screen = QApplication::primaryScreen();
    QRect area;
    for (const QWidget *window : shownWindows())
        area |= window->frameGeometry();
    area &= screen->geometry();
    QImage picture = screen->grabWindow(0, area.x(), area.y(), area.width(), area.height()).toImage();
    // Nobody draws frames where there is no window manager.
    QPainter painter(&picture);
    painter.setPen(QApplication::palette().color(QPalette::PlaceholderText));
    for (const QWidget *window : shownWindows()) {
        if (window->windowType() == Qt::Dialog)
            painter.drawRect(window->geometry().translated(-area.topLeft()).adjusted(0, 0, -1, -1));
    }
    return picture;
}

// Other windows than the main one, from the last to the first.
void closeAllBut(const QWidget &window)
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    while (QWidget *modal = QApplication::activeModalWidget()) {
        modal->close();
        if (QApplication::activeModalWidget() == modal)
            break;
    }
    for (QWidget *shown : shownWindows()) {
        if (shown != &window)
            shown->close();
    }
}

}

Camera::Camera(const QString &folder, const QString &prefix)
    : m_folder(folder)
    , m_prefix(prefix)
{
}

void Camera::take(const QString &name, Patience patience) const
{
    constexpr int longRest = 6000;
    pauseFor(patience == Patience::Long ? longRest : rest);
    QElapsedTimer time;
    time.start();
    QImage before = look();
    while (time.elapsed() < longest) {
        pauseFor(rest);
        const QImage now = look();
        if (now == before)
            break;
        before = now;
    }
    save(before, name);
}

void Camera::takeAtOnce(const QString &name) const
{
    QApplication::processEvents();
    save(look(), name);
}

void Camera::save(const QImage &picture, const QString &name) const
{
    picture.save(u"%1/%2-%3.png"_s.arg(m_folder, m_prefix, name));
}

// A modal dialog holds its loop until it is closed: the looks come from a timer, which runs in every loop.
bool Camera::takeDialog(const std::function<void()> &bringUp, const QString &name,
                        const QWidget &window) const
{
    bool came = false;
    bool isOver = false;
    QImage before;
    QElapsedTimer time;
    time.start();
    QTimer looking;
    QObject::connect(&looking, &QTimer::timeout, qApp, [&] {
        const bool isThere = shownWindows().size() > 1;
        const QImage now = isThere ? look() : QImage();
        const bool isStill = isThere && now == before;
        const int patience = isThere ? longest : dialogWait;
        before = now;
        if (!isStill && time.elapsed() < patience)
            return;
        if (isThere)
            save(now, name);
        came = isThere;
        looking.stop();
        closeAllBut(window);
        isOver = true;
    });
    looking.start(rest);
    bringUp();
    while (!isOver)
        pauseFor(rest);
    return came;
}
