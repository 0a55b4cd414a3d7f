#include "ui/applicationinterface.h"

#include "ui/instance.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

ApplicationInterface::ApplicationInterface(Instance &instance, const QString &dataFolder)
    : QObject(&instance)
    , m_instance(instance)
    , m_dataFolder(dataFolder)
{
}

QString ApplicationInterface::tokenKey()
{
    return u"activation-token"_s;
}

QString ApplicationInterface::dataFolderKey()
{
    return u"lectern-data-folder"_s;
}

void ApplicationInterface::Activate(const QVariantMap &platformData)
{
    if (!refuses(platformData))
        Q_EMIT m_instance.activateWanted(platformData.value(tokenKey()).toByteArray());
}

void ApplicationInterface::Open(const QStringList &addresses, const QVariantMap &platformData)
{
    if (refuses(platformData))
        return;
    const auto isHere = [](const QString &address) { return QUrl(address).isLocalFile(); };
    const auto found = std::find_if(addresses.begin(), addresses.end(), isHere);
    if (found == addresses.end())
        sendErrorReply(QDBusError::InvalidArgs, u"none of the addresses is a file"_s);
    else
        Q_EMIT m_instance.openWanted(QUrl(*found).toLocalFile(),
                                     platformData.value(tokenKey()).toByteArray());
}

void ApplicationInterface::ActivateAction(const QString &name, const QVariantList &, const QVariantMap &)
{
    if (name == u"new-window"_s)
        Q_EMIT m_instance.newWindowWanted();
    else
        sendErrorReply(QDBusError::InvalidArgs, u"there is no such action"_s);
}

bool ApplicationInterface::refuses(const QVariantMap &platformData)
{
    const QString folder = platformData.value(dataFolderKey(), m_dataFolder).toString();
    if (folder == m_dataFolder)
        return false;
    sendErrorReply(u"org.lectern.Lectern.OtherData"_s, u"this instance has other data"_s);
    return true;
}
