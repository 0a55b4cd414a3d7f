#include "ui/instance.h"

#include "ui/appfolders.h"
#include "ui/commandline.h"
#ifdef LECTERN_DBUS
#include "ui/applicationinterface.h"
#include "ui/filemanager.h"
#endif

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#endif

using namespace Qt::StringLiterals;

namespace
{

QStringList folderArguments(const CommandLine &command)
{
    QStringList arguments;
    if (!command.dataFolder.isEmpty())
        arguments << u"--data-dir"_s << QDir(command.dataFolder).absolutePath();
    if (!command.cacheFolder.isEmpty())
        arguments << u"--cache-dir"_s << QDir(command.cacheFolder).absolutePath();
    if (command.offline)
        arguments << u"--offline"_s;
    return arguments;
}

}

QString instanceName(const CommandLine &command)
{
    const QString id = u"org.lectern.Lectern"_s;
    const QStringList folders = folderArguments(command);
    if (folders.isEmpty())
        return id;
    // Part of a bus name: no digit first (D-Bus specification, "Message Protocol Names").
    const QByteArray hash =
        QCryptographicHash::hash(folders.join(QChar()).toUtf8(), QCryptographicHash::Sha256);
    return id + u".i"_s + QString::fromLatin1(hash.toHex().left(16));
}

QString instanceObject(const QString &name)
{
    return u'/' + QString(name).replace(u'.', u'/');
}

Instance::Instance(const CommandLine &command, QObject *parent)
    : QObject(parent)
    , m_name(instanceName(command))
    , m_path(command.path.isEmpty() ? QString() : QFileInfo(command.path).absoluteFilePath())
    , m_dataFolder(dataFolder(command))
    , m_folderArguments(folderArguments(command))
    , m_activationToken(qgetenv("XDG_ACTIVATION_TOKEN"))
    , m_startupId(qgetenv("DESKTOP_STARTUP_ID"))
    , m_isIndependent(command.newWindow)
    , m_isService(command.service)
{
}

QStringList Instance::newWindowArguments() const
{
    return QStringList{u"--new-window"_s} + m_folderArguments;
}

#ifdef LECTERN_DBUS

constexpr int patience = 3000; // milliseconds; one that hangs must not hold up the next

Instance::Outcome Instance::start()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_isIndependent || !bus.isConnected())
        return Outcome::Alone;
    // Before the name is taken: who finds the name may call at once.
    bus.registerObject(instanceObject(m_name), new ApplicationInterface(*this, m_dataFolder),
                       QDBusConnection::ExportAllSlots);
    // From here on a start is the next first one, while this process still puts its things away.
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this,
            [name = m_name] { QDBusConnection::sessionBus().unregisterService(name); });
    if (bus.registerService(m_name))
        return Outcome::First;
    if (m_isService || handOver())
        return Outcome::HandedOver;
    // The other one may just have left.
    return bus.registerService(m_name) ? Outcome::First : Outcome::Alone;
}

bool Instance::handOver() const
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(m_name, instanceObject(m_name), u"org.freedesktop.Application"_s,
                                       m_path.isEmpty() ? u"Activate"_s : u"Open"_s);
    call.setAutoStartService(false);
    if (!m_path.isEmpty())
        call << QStringList{fileAddress(QFile::encodeName(m_path)).toString(QUrl::FullyEncoded)};
    call << platformData();
    return QDBusConnection::sessionBus().call(call, QDBus::Block, patience).type() ==
           QDBusMessage::ReplyMessage;
}

QVariantMap Instance::platformData() const
{
    QVariantMap data{{ApplicationInterface::dataFolderKey(), m_dataFolder}};
    if (!m_activationToken.isEmpty())
        data.insert(ApplicationInterface::tokenKey(), QString::fromUtf8(m_activationToken));
    if (!m_startupId.isEmpty())
        data.insert(u"desktop-startup-id"_s, QString::fromUtf8(m_startupId));
    return data;
}

#else

Instance::Outcome Instance::start()
{
    return Outcome::Alone;
}

#endif
