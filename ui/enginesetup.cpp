#include "ui/enginesetup.h"

#include "ui/flatpak.h"
#include "ui/pagescheme.h"
#include "ui/sandbox.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <cstring>

#if defined(Q_OS_UNIX)
#include <unistd.h>
#endif

namespace
{

constexpr const char *sandboxVariable = "QTWEBENGINE_DISABLE_SANDBOX";
constexpr const char *accessibilityVariable = "QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY";
constexpr const char *flagsVariable = "QTWEBENGINE_CHROMIUM_FLAGS";

}

bool isRoot()
{
#if defined(Q_OS_UNIX)
    return geteuid() == 0;
#else
    return false;
#endif
}

int prepareEngine(int &count, char **arguments, DisplayUse display, Drawing drawing)
{
    setEngineEnvironment(drawing);
    dropEngineArguments(count, arguments);
    if (isRoot() && qgetenv(sandboxVariable) != "1") {
        const QString sentence = QCoreApplication::translate(
            "Engine", "Lectern does not run as root: the web engine would be without its sandbox. "
                      "Start it as another user.");
        std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
        return 1;
    }
    if (display == DisplayUse::NoWindow && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Otherwise every start prints the engine's set-up, and every odd picture what its library thinks of it.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.webenginecontext.info=false\nqt.gui.imageio*=false"));
    registerPageSchemes();
    return 0;
}

bool mayStartEngine()
{
    return isRoot() || isFlatpak() || canSandbox();
}

bool portalAgrees()
{
    return !isFlatpak() || canFlatpakSandbox();
}

void setEngineEnvironment(Drawing drawing)
{
    // Double quotes: Qt's splitter knows no others. With the first flag Chromium opens no connection at all,
    // bare addresses included (measured with Qt 6.4.2).
    // Not --process-per-site: a page's origin is opaque, so that each article has a renderer of its own,
    // which goes with it. Under that flag one renderer draws them all, and an article that took it over would
    // read the next ones, and change them. It would save some 30 ms a page (58 from a key press to the next
    // article where it takes 87, measured), and no memory.
    QByteArray flags = "--host-resolver-rules=\"MAP * ~NOTFOUND\" --js-flags=\"--jitless --no-expose-wasm\""
                       " --disable-remote-fonts"
                       " --disable-background-networking --no-pings";
    // The one flag of the reader's that is honoured: it mends blank windows under broken graphics drivers.
    if (drawing == Drawing::Software || qgetenv(flagsVariable).split(' ').contains("--disable-gpu"))
        flags += " --disable-gpu";
    // Chromium's picture comes to the window through Qt Quick, which would go by the same driver.
    if (drawing == Drawing::Software)
        qputenv("QT_QUICK_BACKEND", "software");
    qputenv(flagsVariable, flags);
    // Without it Qt keeps the page from screen readers on Linux (6.4.2). Where none listens it costs nothing:
    // the engine begins with it when one does.
    if (!qEnvironmentVariableIsSet(accessibilityVariable))
        qputenv(accessibilityVariable, "1");
    qunsetenv("QTWEBENGINE_REMOTE_DEBUGGING");
    if (!isRoot())
        qunsetenv(sandboxVariable);
}

// --webEngineArgs hands everything after it to Chromium.
void dropEngineArguments(int &count, char **arguments)
{
    int kept = 0;
    for (int i = 0; i < count; ++i) {
        if (i > 0 && std::strcmp(arguments[i], "--webEngineArgs") == 0)
            break;
        if (i == 0 || std::strcmp(arguments[i], "--no-sandbox") != 0)
            arguments[kept++] = arguments[i];
    }
    count = kept;
    arguments[count] = nullptr;
}
