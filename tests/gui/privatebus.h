#pragma once

#include <QProcess>
#include <QTemporaryFile>

// A session bus of the test's own: it never speaks to the desktop it runs on.
class PrivateBus final
{
public:
    // False where there is no dbus-daemon. From then on it is the session bus of this program.
    bool start()
    {
        // Not --session: that starts the services that are installed, a portal for instance.
        if (!m_configuration.open() || m_configuration.write(configuration) < 0 || !m_configuration.flush())
            return false;
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--config-file=") + m_configuration.fileName(),
                        QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            return false;
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
        return true;
    }

    void stop()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

private:
    static constexpr char configuration[] = R"(<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

    QTemporaryFile m_configuration;
    QProcess m_daemon;
};
