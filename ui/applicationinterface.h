#pragma once

#include <QDBusContext>
#include <QObject>
#include <QVariantMap>

class Instance;

// What others may call on the bus: org.freedesktop.Application, whose names and arguments these are. Each
// call becomes a signal of the instance, and is answered after everybody has heard it.
class ApplicationInterface final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public:
    // Owned by the instance.
    ApplicationInterface(Instance &instance, const QString &dataFolder);

    // Keys of `platformData`. The second is ours: two programs may have one name and different data, as where
    // one of them came as a Flatpak; the call is refused then.
    static QString tokenKey();
    static QString dataFolderKey();

public Q_SLOTS:
    void Activate(const QVariantMap &platformData);
    // The first address that is a file of this machine; there is one window, and it shows one archive.
    void Open(const QStringList &addresses, const QVariantMap &platformData);
    // "new-window", as the desktop entry names it.
    void ActivateAction(const QString &name, const QVariantList &parameters, const QVariantMap &platformData);

private:
    bool refuses(const QVariantMap &platformData);

    Instance &m_instance;
    QString m_dataFolder;
};
