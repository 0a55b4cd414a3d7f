#pragma once

#include <QObject>
#include <QVariantMap>

struct CommandLine;

// One Lectern on the session bus for all starts that mean the same data: the first takes a name there and
// answers to org.freedesktop.Application (Desktop Entry Specification 1.5, "D-Bus Activation"); a later one
// hands it what it was to open, and leaves. Without a bus every start is on its own.
class Instance final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        First,      // later starts will be heard of by the signals
        HandedOver, // another has shown what `command` asks for: leave
        Alone,      // no bus, --new-window, or the other one does not answer
    };

    // `command` is one of Task::Window. To be made before QApplication, which takes the launcher's token out
    // of the environment.
    explicit Instance(const CommandLine &command, QObject *parent = nullptr);

    // Waits for another instance for at most three seconds. Needs an application object.
    Outcome start();

    // The arguments of a start with the same folders in a window of its own.
    QStringList newWindowArguments() const;

Q_SIGNALS:
    // What a later start, or the desktop, asks for. `token` allows the window to come to the front (the xdg
    // activation protocol); it may be empty.
    void activateWanted(const QByteArray &token);
    void openWanted(const QString &path, const QByteArray &token);
    void newWindowWanted();

private:
    bool handOver() const;
    QVariantMap platformData() const;

    QString m_name;
    QString m_path; // absolute; empty where there is nothing to open
    QString m_dataFolder;
    QStringList m_folderArguments;
    QByteArray m_activationToken;
    QByteArray m_startupId;
    bool m_isIndependent = false;
    bool m_isService = false;
};

// The name on the bus. Starts with other folders, or offline, are other instances and have other names.
QString instanceName(const CommandLine &command);
// The object that has the interface, as the specification derives it from the name.
QString instanceObject(const QString &name);
