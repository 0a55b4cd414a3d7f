#include "tests/gui/privatebus.h"
#include "ui/flatpak.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#endif

using namespace Qt::StringLiterals;

#ifdef LECTERN_DBUS

// As much of Flatpak's portal as is asked for.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Flatpak")
    Q_PROPERTY(uint version MEMBER version)
    Q_PROPERTY(uint supports MEMBER supports)

public:
    uint version = 0;
    uint supports = 0;
};

#endif

class TestFlatpak final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void infoFile_tellsFlatpak()
    {
        const QTemporaryDir root;
        const QString name = root.filePath(u".flatpak-info"_s);
        QVERIFY(!isFlatpak(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(isFlatpak(name));
    }

#ifdef LECTERN_DBUS

    void initTestCase()
    {
        if (!m_bus.start())
            QSKIP("there is no dbus-daemon here");
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void cleanupTestCase()
    {
        m_bus.stop();
    }

    void withoutPortal_thereIsNoSandbox()
    {
        QVERIFY(!canFlatpakSandbox());
    }

    void portal_decides_data()
    {
        QTest::addColumn<uint>("version");
        QTest::addColumn<uint>("supports");
        QTest::addColumn<bool>("can");
        QTest::newRow("new") << 7U << 1U << true;
        QTest::newRow("oldest") << 4U << 3U << true;
        QTest::newRow("too old") << 3U << 1U << false;
        QTest::newRow("setuid") << 7U << 2U << false;
    }

    // The portal answers from another thread: the question waits for it.
    void portal_decides()
    {
        QFETCH(const uint, version);
        QFETCH(const uint, supports);
        QFETCH(const bool, can);
        QThread desktop;
        auto *portal = new Portal;
        portal->version = version;
        portal->supports = supports;
        portal->moveToThread(&desktop);
        connect(&desktop, &QThread::finished, portal, &QObject::deleteLater);
        desktop.start();
        QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/Flatpak"_s, portal,
                                   QDBusConnection::ExportAllProperties));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Flatpak"_s));
        const bool answer = canFlatpakSandbox();
        bus.unregisterService(u"org.freedesktop.portal.Flatpak"_s);
        bus.unregisterObject(u"/org/freedesktop/portal/Flatpak"_s);
        QDBusConnection::disconnectFromBus(u"portal"_s);
        desktop.quit();
        desktop.wait();
        QCOMPARE(answer, can);
    }

private:
    PrivateBus m_bus;

#endif
};

QTEST_GUILESS_MAIN(TestFlatpak)
#include "tst_flatpak.moc"
