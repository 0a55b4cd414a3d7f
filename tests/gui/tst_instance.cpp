#include "tests/gui/privatebus.h"
#include "tests/testfolders.h"
#include "ui/commandline.h"
#include "ui/instance.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef LECTERN_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusInterface>
#include <QDBusReply>
#endif

using namespace Qt::StringLiterals;
using Outcome = Instance::Outcome;

constexpr int patience = 60'000; // milliseconds; a deadline, never a wait: the machine may be busy

#ifdef LECTERN_DBUS

// One that takes a call and never answers.
class Hanging final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")

public Q_SLOTS:
    void Open(const QStringList &, const QVariantMap &) { setDelayedReply(true); }
    void Activate(const QVariantMap &) { setDelayedReply(true); }
};

class TestInstance final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.start())
            QSKIP("there is no dbus-daemon here");
        QVERIFY(QDBusConnection::sessionBus().isConnected());
        QVERIFY(m_home.isValid());
    }

    void cleanupTestCase() { m_bus.stop(); }

    void names_tellOtherDataApart()
    {
        CommandLine usual;
        usual.path = u"/a"_s;
        QCOMPARE(instanceName(usual), u"org.lectern.Lectern"_s);
        CommandLine other = usual;
        other.dataFolder = m_home.path();
        CommandLine same = other;
        same.dataFolder = m_home.path() + u"/x/.."_s;
        CommandLine offline = other;
        offline.offline = true;
        QCOMPARE(instanceName(same).size(), 19 + 2 + 16);
        QVERIFY(instanceName(other) != instanceName(usual));
        QVERIFY(instanceName(offline) != instanceName(other));
        QCOMPARE(QDir::cleanPath(same.dataFolder), other.dataFolder);
        QCOMPARE(instanceName(same), instanceName(other));
        QCOMPARE(instanceObject(u"org.lectern.Lectern"_s), u"/org/lectern/Lectern"_s);
    }

    void secondStart_isHandedOver_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("opened");
        QTest::newRow("nothing to open") << QString() << QString();
        QTest::newRow("absolute") << u"/a folder"_s << u"/a folder"_s;
        QTest::newRow("relative") << u"b.md"_s << m_home.filePath(u"b.md"_s);
        QTest::newRow("special") << u"/a#b?c%20d.md"_s << u"/a#b?c%20d.md"_s;
        QTest::newRow("Chinese") << u"/文章/一.md"_s << u"/文章/一.md"_s;
    }

    void secondStart_isHandedOver()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, opened);
        Instance first(command());
        QSignalSpy activated(&first, &Instance::activateWanted);
        QSignalSpy open(&first, &Instance::openWanted);
        QCOMPARE(first.start(), Outcome::First);
        QProcess second;
        second.setWorkingDirectory(m_home.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, u"a token"_s);
        second.setProcessEnvironment(environment);
        start(second, path.isEmpty() ? QStringList() : QStringList{path});
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, patience);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.readAllStandardError(), QByteArray());
        if (path.isEmpty()) {
            QCOMPARE(activated.size(), 1);
            QCOMPARE(activated.first().first().toByteArray(), QByteArray("a token"));
        } else {
            QCOMPARE(open.size(), 1);
            QCOMPARE(open.first().first().toString(), opened);
            QCOMPARE(open.first().last().toByteArray(), QByteArray("a token"));
        }
        release();
    }

    void startsThatStandAlone_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a new window") << QStringList{u"--new-window"_s};
        QTest::newRow("other data") << QStringList{u"--data-dir"_s, m_home.filePath(u"other"_s)};
        QTest::newRow("offline") << QStringList{u"--offline"_s};
    }

    void startsThatStandAlone()
    {
        QFETCH(const QStringList, arguments);
        Instance first(command());
        QSignalSpy open(&first, &Instance::openWanted);
        QCOMPARE(first.start(), Outcome::First);
        QProcess second;
        start(second, arguments + QStringList{seedsFolder()});
        QVERIFY(comesToLog(second, "window shown"));
        QVERIFY(open.isEmpty());
        end(second);
        release();
    }

    // Names may be the same where the data is not: a Flatpak's home is elsewhere.
    void otherDataUnderTheSameName_isLeftAlone()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        CommandLine usual;
        Instance first(usual);
        QSignalSpy open(&first, &Instance::openWanted);
        QCOMPARE(first.start(), Outcome::First);
        QProcess second;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char16_t *name : {u"HOME", u"XDG_DATA_HOME", u"XDG_CACHE_HOME", u"XDG_CONFIG_HOME"})
            environment.insert(QString::fromUtf16(name), m_home.filePath(u"elsewhere"_s));
        second.setProcessEnvironment(environment);
        startWith(second, {seedsFolder()});
        QVERIFY(comesToLog(second, "window shown"));
        QVERIFY(open.isEmpty());
        end(second);
        bus.unregisterObject(instanceObject(instanceName(usual)));
        bus.unregisterService(instanceName(usual));
    }

    void oneThatHangs_holdsNobodyUp()
    {
        Hanging hanging;
        const QString name = instanceName(command());
        QDBusConnection bus = QDBusConnection::sessionBus();
        QVERIFY(bus.registerObject(instanceObject(name), &hanging, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(name));
        QProcess second;
        start(second, {seedsFolder()});
        QVERIFY(comesToLog(second, "window shown"));
        end(second);
        release();
    }

    void withoutBus_itSimplyStarts()
    {
        QProcess alone;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        alone.setProcessEnvironment(environment);
        start(alone, {seedsFolder()});
        QVERIFY(comesToLog(alone, "window shown"));
        end(alone);
    }

    void program_opensWhatItIsHanded()
    {
        QProcess first;
        start(first, {seedsFolder()});
        QVERIFY(comesToLog(first, "catalogue complete"));
        QTemporaryDir other;
        QFile article(other.filePath(u"one.md"_s));
        QVERIFY(article.open(QIODevice::WriteOnly));
        article.write("---\ntitle: One\n---\nText.\n");
        article.close();
        m_log.clear();
        QProcess second;
        start(second, {article.fileName()});
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, patience);
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(comesToLog(first, "article visible"));
        end(first);
    }

    // As D-Bus starts it for the desktop: no window before it is asked for one.
    void service_showsTheWindowWhenAsked()
    {
        QProcess service;
        start(service, {u"--service"_s});
        const QString name = instanceName(command());
        const QDBusConnection bus = QDBusConnection::sessionBus();
        QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(name), patience);
        QVERIFY(!m_log.contains("window shown"));
        QDBusInterface application(name, instanceObject(name), u"org.freedesktop.Application"_s, bus);
        const QDBusReply<void> asked =
            application.call(u"Open"_s, QStringList{u"file://"_s + seedsFolder()}, QVariantMap());
        QVERIFY2(asked.isValid(), qPrintable(asked.error().message()));
        QVERIFY(comesToLog(service, "window shown"));
        end(service);
    }

    void calls_areChecked()
    {
        Instance first(command());
        QSignalSpy open(&first, &Instance::openWanted);
        QSignalSpy window(&first, &Instance::newWindowWanted);
        QCOMPARE(first.start(), Outcome::First);
        const QString name = instanceName(command());
        const auto call = [&name](const QString &method, const QVariantList &arguments) {
            QDBusMessage message = QDBusMessage::createMethodCall(name, instanceObject(name),
                                                                  u"org.freedesktop.Application"_s, method);
            message.setArguments(arguments);
            return QDBusConnection::sessionBus().call(message, QDBus::BlockWithGui).type();
        };
        const QVariantMap nothing;
        QCOMPARE(call(u"Open"_s, {QStringList{u"https://example.org/a"_s}, nothing}),
                 QDBusMessage::ErrorMessage);
        QCOMPARE(call(u"Open"_s, {QStringList(), nothing}), QDBusMessage::ErrorMessage);
        QCOMPARE(call(u"ActivateAction"_s, {u"format-disk"_s, QVariantList(), nothing}),
                 QDBusMessage::ErrorMessage);
        QVERIFY(open.isEmpty());
        QVERIFY(window.isEmpty());
        QCOMPARE(call(u"ActivateAction"_s, {u"new-window"_s, QVariantList(), nothing}),
                 QDBusMessage::ReplyMessage);
        QCOMPARE(window.size(), 1);
        QCOMPARE(first.newWindowArguments(),
                 (QStringList{u"--new-window"_s, u"--data-dir"_s, m_home.path()}));
        release();
    }

private:
    CommandLine command() const
    {
        CommandLine command;
        command.dataFolder = m_home.path();
        return command;
    }

    void start(QProcess &process, const QStringList &arguments)
    {
        startWith(process, QStringList{u"--data-dir"_s, m_home.path()} + arguments);
    }

    void startWith(QProcess &process, const QStringList &arguments)
    {
        QProcessEnvironment environment = process.processEnvironment();
        if (environment.isEmpty())
            environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_LOGGING_RULES"_s, u"lectern.timing=true"_s);
        environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
        process.setProcessEnvironment(environment);
        m_log.clear();
        process.start(QStringLiteral(LECTERN_PROGRAM), arguments);
    }

    bool comesToLog(QProcess &process, const QByteArray &line)
    {
        return QTest::qWaitFor(
                   [&] {
                       m_log += process.readAllStandardError();
                       return m_log.contains(line) || process.state() == QProcess::NotRunning;
                   },
                   patience) &&
               m_log.contains(line);
    }

    static void end(QProcess &process)
    {
        process.terminate();
        process.waitForFinished();
    }

    // Gives the name back that an instance of this process has taken.
    void release() const
    {
        const QString name = instanceName(command());
        QDBusConnection::sessionBus().unregisterObject(instanceObject(name));
        QDBusConnection::sessionBus().unregisterService(name);
    }

    PrivateBus m_bus;
    QTemporaryDir m_home;
    QByteArray m_log;
};

QTEST_MAIN(TestInstance)

#else

int main()
{
    return 0;
}

#endif

#include "tst_instance.moc"
