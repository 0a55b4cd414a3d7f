#include "ui/filemanager.h"

#include "tests/patience.h"

#include <QDesktopServices>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#endif

using namespace Qt::StringLiterals;

// What a desktop's file manager is on the bus.
class Desktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public Q_SLOTS:
    void ShowItems(const QStringList &items, const QString &) { shown << items; }

public:
    QStringList shown;
};

class TestFileManager final : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void take(const QUrl &address) { m_opened << address; }

private Q_SLOTS:
    void initTestCase()
    {
        // A bus of our own: the tests never speak to the desktop they run on.
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        const bool hasBus = m_bus.waitForStarted() && m_bus.waitForReadyRead();
        const QByteArray address = hasBus ? m_bus.readLine().trimmed() : QByteArray("unix:path=/nonexistent");
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QDesktopServices::setUrlHandler(u"file"_s, this, "take");
    }

    void init() { m_opened.clear(); }

    void cleanupTestCase()
    {
        QDesktopServices::unsetUrlHandler(u"file"_s);
        m_bus.terminate();
        m_bus.waitForFinished();
    }

    void address_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("plain") << QByteArray("/a/b.md") << QByteArray("file:///a/b.md");
        QTest::newRow("a space") << QByteArray("/a b.md") << QByteArray("file:///a%20b.md");
        QTest::newRow("special") << QByteArray("/a?b#c%d.md") << QByteArray("file:///a%3Fb%23c%25d.md");
        QTest::newRow("Chinese") << QByteArray("/文.md") << QByteArray("file:///%E6%96%87.md");
        QTest::newRow("no UTF-8") << QByteArray("/\xb2\xe2.md") << QByteArray("file:///%B2%E2.md");
        QTest::newRow("a host's look") << QByteArray("//host/a.md") << QByteArray("file:////host/a.md");
    }

    void address()
    {
        QFETCH(const QByteArray, path);
        QTEST(fileAddress(path).toEncoded(), "address");
    }

    void withoutFileManager_theFolderIsOpened()
    {
        FileManager manager;
        QSignalSpy failed(&manager, &FileManager::failed);
        manager.show("/some folder/a.md");
        QTRY_COMPARE_WITH_TIMEOUT(m_opened, QList<QUrl>{QUrl(u"file:///some folder"_s)}, patience);
        manager.show("/a.md");
        QTRY_COMPARE_WITH_TIMEOUT(m_opened.size(), 2, patience);
        QCOMPARE(m_opened.last(), QUrl(u"file:///"_s));
        QVERIFY(failed.isEmpty());
    }

    void withFileManager_theFileIsShown()
    {
#ifdef LECTERN_DBUS
        if (m_bus.state() != QProcess::Running)
            QSKIP("there is no dbus-daemon here");
        Desktop desktop;
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(u"/org/freedesktop/FileManager1"_s, &desktop,
                                   QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(u"org.freedesktop.FileManager1"_s));
        FileManager manager;
        manager.show("/some folder/\xb2\xe2.md");
        QTRY_COMPARE_WITH_TIMEOUT(desktop.shown, QStringList{u"file:///some%20folder/%B2%E2.md"_s}, patience);
        QCoreApplication::processEvents();
        QVERIFY(m_opened.isEmpty());
        bus.unregisterService(u"org.freedesktop.FileManager1"_s);
#endif
    }

private:
    QProcess m_bus;
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestFileManager)

#include "tst_filemanager.moc"
