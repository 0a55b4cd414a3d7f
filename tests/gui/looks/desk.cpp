#include "tests/gui/looks/desk.h"
#include "tests/testfolders.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QScreen>

using namespace Qt::StringLiterals;

constexpr int patience = 20'000; // milliseconds
constexpr QSize usualSize(1180, 760);

Desk::Desk(const PaneOptions &pane)
    : m_settings(m_home.filePath(u"settings.ini"_s))
    , m_images(m_home.filePath(u"pictures"_s), NetworkUse::Allowed)
    , m_library({m_home.filePath(u"data"_s), m_home.filePath(u"cache"_s)})
    , m_window(m_library, m_settings, m_images, seedsFolder(), pane)
{
    m_window.resize(usualSize.boundedTo(QApplication::primaryScreen()->availableSize()));
    m_window.move(0, 0);
    m_window.show();
    find<WebPane>()->setPatience(patience); // else a page that comes late is shown as text
}

void Desk::open(const QString &path)
{
    bool isVisible = false;
    bool isRead = false;
    QObject listening;
    QObject::connect(find<WebPane>(), &WebPane::articleVisible, &listening, [&] { isVisible = true; });
    QObject::connect(&m_library, &Library::passFinished, &listening, [&](const PassResult &result) {
        isRead = true;
        isVisible = isVisible || result.articles == 0;
    });
    m_window.openPath(path);
    QElapsedTimer time;
    time.start();
    while (!(isVisible && isRead) && time.elapsed() < patience)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
}

void Desk::setTheme(const QString &name)
{
    action(u"actionTheme"_s + name)->trigger();
}
