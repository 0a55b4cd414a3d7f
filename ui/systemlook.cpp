#include "ui/systemlook.h"

#include "ui/windowpalette.h"

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;

SystemLook::SystemLook(const QPalette &palette, QObject *parent)
    : QObject(parent)
    , m_ofPalette(palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light)
    , m_contrastOfPalette(isStark(palette) ? Contrast::High : Contrast::Usual)
{
}

std::optional<Contrast> SystemLook::contrast() const
{
    if (!m_wantsContrast)
        return std::nullopt;
    return *m_wantsContrast || m_gnomeWantsContrast ? Contrast::High : m_contrastOfPalette;
}

bool SystemLook::wantsStillness() const
{
    return m_wantsStillness || m_gnomeWantsStillness;
}

// An invalid value: the desktop says nothing about it.
void SystemLook::take(const QString &group, const QString &key, const QVariant &value)
{
    const auto before = std::tuple(m_scheme, contrast(), wantsStillness());
    // XDG Desktop Portal, "Settings": 1 is dark, more contrast, less motion; 2 is light; 0 says nothing.
    const bool isOne = value.toUInt() == 1;
    if (group == u"org.freedesktop.appearance"_s && key == u"color-scheme"_s)
        m_scheme = isOne ? Scheme::Dark : value.toUInt() == 2 ? Scheme::Light : m_ofPalette;
    else if (group == u"org.freedesktop.appearance"_s && key == u"contrast"_s)
        m_wantsContrast = isOne;
    else if (group == u"org.freedesktop.appearance"_s && key == u"reduced-motion"_s)
        m_wantsStillness = isOne;
    else if (group == u"org.gnome.desktop.a11y.interface"_s && key == u"high-contrast"_s)
        m_gnomeWantsContrast = value.toBool();
    else if (group == u"org.gnome.desktop.interface"_s && key == u"enable-animations"_s)
        m_gnomeWantsStillness = value.isValid() && !value.toBool();
    if (std::tuple(m_scheme, contrast(), wantsStillness()) != before)
        Q_EMIT changed();
}

#ifdef LECTERN_DBUS

namespace
{

const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto object = u"/org/freedesktop/portal/desktop"_s;
const auto interface = u"org.freedesktop.portal.Settings"_s;

// Read() wraps the value twice, the signal once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

}

void SystemLook::watch()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (bus.isConnected())
        bus.connect(service, object, interface, u"SettingChanged"_s, this,
                    SLOT(settingChanged(QString, QString, QDBusVariant))); // D-Bus knows no member pointers
    // GNOME's own before the portal's: whether there is more contrast is known with the latter.
    ask(u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s);
    ask(u"org.gnome.desktop.interface"_s, u"enable-animations"_s);
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s, u"reduced-motion"_s})
        ask(u"org.freedesktop.appearance"_s, key);
}

void SystemLook::ask(const QString &group, const QString &key)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return take(group, key, {});
    QDBusMessage call = QDBusMessage::createMethodCall(service, object, interface, u"Read"_s);
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        take(group, key, reply.isError() ? QVariant() : unwrapped(QVariant::fromValue(reply.value())));
        watcher->deleteLater();
    });
}

void SystemLook::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, unwrapped(QVariant::fromValue(value)));
}

#else

void SystemLook::watch()
{
    for (const QString &key : {u"color-scheme"_s, u"contrast"_s})
        take(u"org.freedesktop.appearance"_s, key, {});
}

void SystemLook::settingChanged(const QString &, const QString &, const QDBusVariant &) {}

#endif
