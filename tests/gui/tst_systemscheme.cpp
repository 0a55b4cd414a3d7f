#include "tests/gui/privatebus.h"
#include "ui/systemscheme.h"

#include <QSignalSpy>
#include <QTest>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;
using Scheme = SystemScheme::Scheme;

namespace
{

QPalette paletteOf(Qt::GlobalColor ground)
{
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    return palette;
}

}

#ifdef LECTERN_DBUS

// As much of the desktop's settings portal as is asked for.
class Portal final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        if (group != u"org.freedesktop.appearance"_s || key != u"color-scheme"_s)
            sendErrorReply(QDBusError::InvalidArgs, u"no such setting"_s);
        // Wrapped twice, as the portal's first version does.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }
};

class TestSystemScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.start())
            QSKIP("there is no dbus-daemon here");
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void cleanupTestCase() { m_bus.stop(); }

    void withoutPortal_thePaletteDecides()
    {
        SystemScheme dark(paletteOf(Qt::black));
        QSignalSpy changed(&dark, &SystemScheme::changed);
        QVERIFY(!dark.scheme());
        dark.watch();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(dark.scheme(), Scheme::Dark);
        SystemScheme light(paletteOf(Qt::white));
        light.watch();
        QTRY_COMPARE(light.scheme(), std::optional(Scheme::Light));
    }

    void portal_isAskedAndHeard()
    {
        Portal portal;
        portal.scheme = 1;
        QDBusConnection desktop = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
        QVERIFY(desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                       QDBusConnection::ExportAllSlots));
        QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
        SystemScheme scheme(paletteOf(Qt::white));
        scheme.watch();
        QTRY_COMPARE(scheme.scheme(), std::optional(Scheme::Dark));
        tell(desktop, 2);
        QTRY_COMPARE(scheme.scheme(), std::optional(Scheme::Light));
        tell(desktop, 1);
        QTRY_COMPARE(scheme.scheme(), std::optional(Scheme::Dark));
        tell(desktop, 0); // no preference: as the palette is
        QTRY_COMPARE(scheme.scheme(), std::optional(Scheme::Light));
        desktop.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    }

private:
    static void tell(QDBusConnection &desktop, uint scheme)
    {
        QDBusMessage signal = QDBusMessage::createSignal(
            u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << u"org.freedesktop.appearance"_s << u"color-scheme"_s
               << QVariant::fromValue(QDBusVariant(scheme));
        desktop.send(signal);
    }

    PrivateBus m_bus;
};

#else

class TestSystemScheme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaletteDecides()
    {
        SystemScheme dark(paletteOf(Qt::black));
        dark.watch();
        QCOMPARE(dark.scheme(), std::optional(Scheme::Dark));
    }
};

#endif

QTEST_MAIN(TestSystemScheme)
#include "tst_systemscheme.moc"
