#include "ui/systemscheme.h"

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

SystemScheme::SystemScheme(const QPalette &palette, QObject *parent)
    : QObject(parent)
    , m_ofPalette(palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light)
{
}

void SystemScheme::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed(scheme);
}

#ifdef LECTERN_DBUS

namespace
{

// XDG Desktop Portal, "Settings": 1 is dark, 2 is light, 0 leaves it to the program.
std::optional<SystemScheme::Scheme> schemeOf(const QVariant &value)
{
    const uint number = value.toUInt();
    if (number == 1)
        return SystemScheme::Scheme::Dark;
    return number == 2 ? std::optional(SystemScheme::Scheme::Light) : std::nullopt;
}

// Read() wraps the value twice, the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}

void SystemScheme::watch()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (m_isWatching || !bus.isConnected())
        return setScheme(m_scheme.value_or(m_ofPalette));
    m_isWatching = true;
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString object = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    bus.connect(service, object, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant))); // D-Bus knows no member pointers
    QDBusMessage call = QDBusMessage::createMethodCall(service, object, interface, u"Read"_s);
    call << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        const std::optional<Scheme> told =
            reply.isError() ? std::nullopt : schemeOf(unwrapped(QVariant::fromValue(reply.value())));
        setScheme(told.value_or(m_ofPalette));
        watcher->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s)
        setScheme(schemeOf(unwrapped(QVariant::fromValue(value))).value_or(m_ofPalette));
}

#else

void SystemScheme::watch()
{
    setScheme(m_ofPalette);
}

void SystemScheme::settingChanged(const QString &, const QString &, const QDBusVariant &) {}

#endif
