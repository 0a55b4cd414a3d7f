#pragma once

#include <QNetworkInformation>
#include <QObject>

#include <optional>

// Says when the machine is online again after it was not, as far as the system tells.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Begins to ask the system, whose answer may take a moment: on the thread that this lives on, and not
    // before somebody has missed the network. Later calls do nothing.
    void begin();
    // What the system says; for tests, too.
    void take(QNetworkInformation::Reachability reachability);

Q_SIGNALS:
    void returned();

private:
    bool m_hasBegun = false;
    std::optional<bool> m_isOnline; // none while the system does not know
};
