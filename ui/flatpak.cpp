#include "ui/flatpak.h"

#include <QFile>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusReply>
#include <QVariantMap>
#endif

using namespace Qt::StringLiterals;

bool isFlatpak(const QString &infoFile)
{
    return QFile::exists(infoFile);
}

#ifdef LECTERN_DBUS

bool canFlatpakSandbox()
{
    // As the engine's own patch asks: flatpak_sandbox.cc, InitializeBusThread().
    constexpr uint oldest = 4;           // version of the portal
    constexpr uint exposesProcesses = 1; // flag of "supports"; a bubblewrap that is setuid cannot do it
    constexpr int mostPatience = 5'000;  // milliseconds: without an answer there is no page, only text
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.portal.Flatpak"_s,
                                                       u"/org/freedesktop/portal/Flatpak"_s,
                                                       u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
    call << u"org.freedesktop.portal.Flatpak"_s;
    const QDBusReply<QVariantMap> reply =
        QDBusConnection::sessionBus().call(call, QDBus::Block, mostPatience);
    return reply.isValid() && reply.value().value(u"version"_s).toUInt() >= oldest &&
           (reply.value().value(u"supports"_s).toUInt() & exposesProcesses) != 0;
}

#else

bool canFlatpakSandbox()
{
    return false;
}

#endif
