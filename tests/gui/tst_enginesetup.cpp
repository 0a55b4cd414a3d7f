#include "app/images/imageloader.h"
#include "tests/gui/enginetest.h"
#include "tests/gui/scriptanswer.h"
#include "tests/patience.h"
#include "ui/enginesetup.h"
#include "ui/pageengine.h"
#include "ui/sandbox.h"
#include "ui/webpage.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

QByteArray flags()
{
    return qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
}

QByteArrayList kept(QByteArrayList arguments)
{
    std::vector<char *> pointers;
    for (QByteArray &each : arguments)
        pointers.push_back(each.data());
    pointers.push_back(nullptr);
    int count = int(arguments.size());
    dropEngineArguments(count, pointers.data());
    QByteArrayList result;
    for (int i = 0; i < count; ++i)
        result << pointers[size_t(i)];
    if (pointers[size_t(count)])
        result << "the end is missing";
    return result;
}

// One page in an engine as the program sets it up.
struct ShownPage {
    bool show()
    {
        QSignalSpy finished(&engine.page(), &QWebEnginePage::loadFinished);
        LoadedPage page;
        page.html = "<p>page</p>";
        engine.open(page, themeColors(Theme::Light), QString());
        return finished.wait(patience);
    }

    static ImageLoader::Options options(const QString &folder)
    {
        ImageLoader::Options options;
        options.storeFolder = folder;
        options.network = NetworkUse::Offline;
        return options;
    }

    QTemporaryDir folder;
    ImageLoader images{options(folder.path())};
    PageEngine engine{images};
};

}

// What Chromium is told before it starts, by us and by nobody else.
class TestEngineSetup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanupTestCase();
    void flag_isSet_data();
    void flag_isSet();
    void flagsOfOthers_areDropped();
    void drawingInSoftware_isAskedFor();
    void screenReaders_areLetIn();
    void debuggingPort_isClosed();
    void sandboxVariable_isTakenBack();
    void arguments_areTaken_data();
    void arguments_areTaken();
    void root_isToldWhyAndLeft();
    void renderer_isShutIn();
    void flags_reachTheRenderer();
};

void TestEngineSetup::init()
{
    setEngineEnvironment();
}

// As the tests after this one in a run want it.
void TestEngineSetup::cleanupTestCase()
{
    setEngineEnvironment();
}

void TestEngineSetup::flag_isSet_data()
{
    QTest::addColumn<QByteArray>("flag");
    for (const char *flag :
         {"--host-resolver-rules=\"MAP * ~NOTFOUND\"", "--js-flags=\"--jitless --no-expose-wasm\"",
          "--disable-remote-fonts", "--disable-background-networking", "--no-pings"})
        QTest::newRow(flag) << QByteArray(flag);
}

void TestEngineSetup::flag_isSet()
{
    QFETCH(const QByteArray, flag);
    QVERIFY2((' ' + flags() + ' ').contains(' ' + flag + ' '), flags().constData());
}

void TestEngineSetup::flagsOfOthers_areDropped()
{
    const QByteArray usual = flags();
    for (const char *others :
         {"--no-sandbox", "--remote-debugging-port=9222 --single-process", "--disable-web-security",
          "--disable-gpu-sandbox", "--disable-gpu=--no-sandbox"}) {
        qputenv("QTWEBENGINE_CHROMIUM_FLAGS", others);
        setEngineEnvironment();
        QCOMPARE(flags(), usual);
    }
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu");
    setEngineEnvironment();
    QCOMPARE(flags(), usual + " --disable-gpu");
}

void TestEngineSetup::drawingInSoftware_isAskedFor()
{
    qunsetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    setEngineEnvironment(Drawing::Software);
    QVERIFY(flags().endsWith(" --disable-gpu"));
    QCOMPARE(qgetenv("QT_QUICK_BACKEND"), QByteArray("software"));
    qunsetenv("QT_QUICK_BACKEND");
    qunsetenv("QTWEBENGINE_CHROMIUM_FLAGS");
}

// Where the person has said nothing else.
void TestEngineSetup::screenReaders_areLetIn()
{
    constexpr const char *variable = "QTWEBENGINE_ENABLE_LINUX_ACCESSIBILITY";
    QCOMPARE(qgetenv(variable), QByteArray("1"));
    qputenv(variable, "0");
    setEngineEnvironment();
    QCOMPARE(qgetenv(variable), QByteArray("0"));
    qunsetenv(variable);
}

void TestEngineSetup::debuggingPort_isClosed()
{
    qputenv("QTWEBENGINE_REMOTE_DEBUGGING", "9222");
    setEngineEnvironment();
    QVERIFY(!qEnvironmentVariableIsSet("QTWEBENGINE_REMOTE_DEBUGGING"));
}

// Root alone may ask for it, who has no sandbox anyway.
void TestEngineSetup::sandboxVariable_isTakenBack()
{
    const QByteArray before = qgetenv("QTWEBENGINE_DISABLE_SANDBOX");
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    setEngineEnvironment();
    QCOMPARE(qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"), isRoot());
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", before);
}

void TestEngineSetup::arguments_areTaken_data()
{
    QTest::addColumn<QByteArrayList>("given");
    QTest::addColumn<QByteArrayList>("left");
    const auto row = [](const char *name, const QByteArrayList &given, const QByteArrayList &left) {
        QTest::newRow(name) << given << left;
    };
    row("none", {"lectern"}, {"lectern"});
    row("ours", {"lectern", "--offline", "folder"}, {"lectern", "--offline", "folder"});
    row("no sandbox", {"lectern", "--no-sandbox", "folder"}, {"lectern", "folder"});
    row("no sandbox, twice", {"lectern", "--no-sandbox", "--no-sandbox"}, {"lectern"});
    row("Chromium's", {"lectern", "folder", "--webEngineArgs", "--no-sandbox", "--single-process"},
        {"lectern", "folder"});
    row("a program of that name", {"--no-sandbox", "folder"}, {"--no-sandbox", "folder"});
}

void TestEngineSetup::arguments_areTaken()
{
    QFETCH(const QByteArrayList, given);
    QTEST(kept(given), "left");
}

void TestEngineSetup::root_isToldWhyAndLeft()
{
    if (!isRoot())
        QSKIP("only root is refused");
    for (const QString &value : {QString(), u"0"_s}) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"QTWEBENGINE_DISABLE_SANDBOX"_s);
        if (!value.isEmpty())
            environment.insert(u"QTWEBENGINE_DISABLE_SANDBOX"_s, value);
        program.setProcessEnvironment(environment);
        const QTemporaryDir folder;
        program.start(QStringLiteral(LECTERN_PROGRAM),
                      {u"--data-dir"_s, folder.path(), u"--cache-dir"_s, folder.path()});
        QVERIFY(program.waitForFinished(patience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().startsWith("Lectern does not run as root"));
    }
}

// Filters its system calls, may gain no rights, and has namespaces of its own.
void TestEngineSetup::renderer_isShutIn()
{
    if (isRoot())
        QSKIP("root has no sandbox");
#ifdef Q_OS_LINUX
    QVERIFY(mayStartEngine());
    ShownPage page;
    QVERIFY(page.show());
    PageEngine &engine = page.engine;
    const QString process = u"/proc/%1/"_s.arg(engine.page().renderProcessPid());
    QFile status(process + u"status"_s);
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QByteArray text = status.readAll();
    QVERIFY2(text.contains("Seccomp:\t2\n"), text.constData());
    QVERIFY2(text.contains("NoNewPrivs:\t1\n"), text.constData());
    for (const QString &space : {u"ns/user"_s, u"ns/net"_s, u"ns/pid"_s})
        QVERIFY(QFile::symLinkTarget(process + space) != QFile::symLinkTarget(u"/proc/self/"_s + space));
#endif
}

void TestEngineSetup::flags_reachTheRenderer()
{
    ShownPage page;
    QVERIFY(page.show());
    PageEngine &engine = page.engine;
    const auto ask = [&engine](const QString &script) {
        return scriptAnswer([&](const auto &answered) { engine.page().run(script, answered); }, patience);
    };
    QCOMPARE(ask(u"typeof WebAssembly"_s).toString(), u"undefined"_s);
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestEngineSetup>(argc, argv);
}

#include "tst_enginesetup.moc"
