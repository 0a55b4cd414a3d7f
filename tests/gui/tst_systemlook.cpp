#include "tests/gui/privatebus.h"
#include "ui/systemlook.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#endif

using namespace Qt::StringLiterals;
using Scheme = SystemLook::Scheme;

namespace
{

constexpr int longest = 30'000; // milliseconds; a deadline, never a wait: the machine may be busy

QPalette paletteOf(const QColor &ground, const QColor &text)
{
    QPalette palette(ground, ground);
    palette.setColor(QPalette::Base, ground);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
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
    using Settings = QMap<QString, QVariant>; // by "group key"
    explicit Portal(const Settings &settings)
        : m_settings(settings)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s))
    {
        isThere = m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                                       QDBusConnection::ExportAllSlots) &&
                  m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    ~Portal() override
    {
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        m_bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    }

    void tell(const QString &group, const QString &key, const QVariant &value)
    {
        QDBusMessage signal = QDBusMessage::createSignal(
            u"/org/freedesktop/portal/desktop"_s, u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << group << key << QVariant::fromValue(QDBusVariant(value));
        m_bus.send(signal);
    }

    bool isThere = false;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        const QVariant value = m_settings.value(group + u' ' + key);
        if (!value.isValid())
            sendErrorReply(QDBusError::InvalidArgs, u"no such setting"_s);
        // Wrapped twice, as the portal's first version does.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

private:
    Settings m_settings;
    QDBusConnection m_bus;
};

class TestSystemLook final : public QObject
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
        SystemLook dark(paletteOf(Qt::black, Qt::white));
        QVERIFY(!dark.scheme() && !dark.contrast());
        dark.watch();
        QTRY_VERIFY_WITH_TIMEOUT(dark.scheme() && dark.contrast(), longest);
        QCOMPARE(dark.scheme(), Scheme::Dark);
        QCOMPARE(dark.contrast(), Contrast::High);
        QVERIFY(!dark.wantsStillness());
        SystemLook light(paletteOf(Qt::white, Qt::darkGray));
        light.watch();
        QTRY_VERIFY_WITH_TIMEOUT(light.scheme() && light.contrast(), longest);
        QCOMPARE(light.scheme(), Scheme::Light);
        QCOMPARE(light.contrast(), Contrast::Usual);
    }

    void scheme_isAskedAndHeard()
    {
        Portal portal({{appearance + u" color-scheme"_s, 1U}});
        QVERIFY(portal.isThere);
        SystemLook look(paletteOf(Qt::white, Qt::darkGray));
        look.watch();
        QTRY_COMPARE_WITH_TIMEOUT(look.scheme(), std::optional(Scheme::Dark), longest);
        portal.tell(appearance, u"color-scheme"_s, 2U);
        QTRY_COMPARE_WITH_TIMEOUT(look.scheme(), std::optional(Scheme::Light), longest);
        portal.tell(appearance, u"color-scheme"_s, 1U);
        QTRY_COMPARE_WITH_TIMEOUT(look.scheme(), std::optional(Scheme::Dark), longest);
        portal.tell(appearance, u"color-scheme"_s, 0U); // no preference: as the palette is
        QTRY_COMPARE_WITH_TIMEOUT(look.scheme(), std::optional(Scheme::Light), longest);
    }

    void wish_isAskedAndHeard_data()
    {
        using Wish = std::function<bool(const SystemLook &)>; // unset counts as no
        const Wish contrast = [](const SystemLook &look) { return look.contrast() == Contrast::High; };
        const Wish stillness = [](const SystemLook &look) { return look.wantsStillness(); };
        QTest::addColumn<Wish>("isFelt");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("wanted");
        QTest::addColumn<QVariant>("unwanted");
        QTest::newRow("contrast, portal")
            << contrast << appearance << u"contrast"_s << QVariant(1U) << QVariant(0U);
        QTest::newRow("contrast, older GNOME") << contrast << u"org.gnome.desktop.a11y.interface"_s
                                               << u"high-contrast"_s << QVariant(true) << QVariant(false);
        QTest::newRow("stillness, portal")
            << stillness << appearance << u"reduced-motion"_s << QVariant(1U) << QVariant(0U);
        QTest::newRow("stillness, GNOME") << stillness << u"org.gnome.desktop.interface"_s
                                          << u"enable-animations"_s << QVariant(false) << QVariant(true);
    }

    void wish_isAskedAndHeard()
    {
        QFETCH(const std::function<bool(const SystemLook &)>, isFelt);
        QFETCH(const QString, group);
        QFETCH(const QString, key);
        QFETCH(const QVariant, wanted);
        QFETCH(const QVariant, unwanted);
        Portal portal({{group + u' ' + key, wanted}});
        SystemLook look(paletteOf(Qt::white, Qt::darkGray));
        QSignalSpy changed(&look, &SystemLook::changed);
        QVERIFY(!isFelt(look));
        look.watch();
        QTRY_VERIFY_WITH_TIMEOUT(isFelt(look), longest);
        QVERIFY(!changed.isEmpty());
        portal.tell(group, key, unwanted);
        QTRY_VERIFY_WITH_TIMEOUT(!isFelt(look), longest);
        portal.tell(group, key, wanted);
        QTRY_VERIFY_WITH_TIMEOUT(isFelt(look), longest);
    }

private:
    const QString appearance = u"org.freedesktop.appearance"_s;
    PrivateBus m_bus;
};

#else

class TestSystemLook final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePaletteDecides()
    {
        SystemLook dark(paletteOf(Qt::black, Qt::white));
        dark.watch();
        QCOMPARE(dark.scheme(), std::optional(Scheme::Dark));
        QCOMPARE(dark.contrast(), std::optional(Contrast::High));
    }
};

#endif

QTEST_MAIN(TestSystemLook)
#include "tst_systemlook.moc"
