#include "ui/windowstart.h"

#include "app/library/library.h"
#include "app/library/settings.h"
#include "ui/commandline.h"
#include "ui/instance.h"
#include "ui/mainwindow.h"

#include <QFileOpenEvent>
#include <QGuiApplication>
#include <QProcess>
#include <QTimer>

using namespace Qt::StringLiterals;

constexpr int serviceTime = 10'000; // milliseconds, as GApplication's inactivity timeout for services

namespace
{

void raise(QWidget &window, const QByteArray &token)
{
    // Qt 6.4 has no other way to pass the token on: its Wayland platform takes it from here when a window
    // asks to be activated, and clears it.
    if (!token.isEmpty() && QGuiApplication::platformName().startsWith(u"wayland"_s))
        qputenv("XDG_ACTIVATION_TOKEN", token);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

// How macOS hands over what was double-clicked or dropped on the program's icon.
class FileOpener final : public QObject
{
public:
    explicit FileOpener(MainWindow &window)
        : QObject(&window)
        , m_window(window)
    {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::FileOpen)
            return QObject::eventFilter(watched, event);
        m_window.openPath(static_cast<QFileOpenEvent *>(event)->file());
        return true;
    }

private:
    MainWindow &m_window;
};

void listen(MainWindow &window, const Instance &instance)
{
    QObject::connect(&instance, &Instance::openWanted, &window,
                     [&window](const QString &path, const QByteArray &token) {
                         window.openPath(path);
                         raise(window, token);
                     });
    QObject::connect(&instance, &Instance::activateWanted, &window, [&window](const QByteArray &token) {
        if (!window.isVisible())
            window.openLast();
        raise(window, token);
    });
    QObject::connect(&instance, &Instance::newWindowWanted, &window, [&instance] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), instance.newWindowArguments());
    });
}

}

void openAhead(Library &library, const Settings &settings, const CommandLine &command)
{
    const QString folder = settings.archiveOf(command.path);
    if (folder.isEmpty() || command.service)
        return;
    library.setSort(settings.session(folder).sort);
    library.openAhead(folder);
}

void startWindow(MainWindow &window, Instance &instance, const CommandLine &command)
{
    listen(window, instance);
    new FileOpener(window);
    if (command.service) {
        QTimer::singleShot(serviceTime, &window, [&window] {
            if (!window.isVisible())
                QCoreApplication::quit();
        });
        return;
    }
    if (command.path.isEmpty())
        window.openLast();
    else
        window.openPath(command.path);
    window.show();
}
