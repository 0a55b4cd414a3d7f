#include "app/archive/folderwatcher.h"

#include "app/archive/scanner.h"
#include "tests/patience.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestFolderWatcher final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_watcher.reset(); }
    void change_data();
    void change();
    void manyChanges_areToldTogether();
    void neverQuiet_isToldAllTheSame();
    void folderThatMoved_isWatchedAtItsNewPlace();
    void folderThatLeft_isWatchedNoMore();
    void linkToAFolder_meansEverything();
    void veryManyNames_meanEverything();
    void overflow_meansEverything();
    void root_data();
    void root();
    void rootThatReturns_isTold();
    void diskThatComesAndGoes_isTold();
    void emptyDisk_isWaitedForToBeFilled();
    void folderThatIsMountedTwice_keepsItsName();
    void limit_isToldOnceAndFreesAll();
    void limit_metByOtherThreads_isToldOnItsOwn();
    void foldersOfOtherThreads_areHeardOf();
    void anotherRoot_forgetsTheFirst();

private:
    void start(const WatchLimits &limits);
    void walk();
    ArchiveChanges next();
    QString path(const QString &name) const { return m_dir->filePath(u"archive/"_s + name); }
    bool write(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FolderWatcher> m_watcher;
    std::unique_ptr<QSignalSpy> m_changed;
};

// Short enough to wait for; only neverQuiet_isToldAllTheSame() is about the times.
constexpr WatchLimits hasty{20ms, 200ms};

bool TestFolderWatcher::write(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write("x") == 1;
}

void TestFolderWatcher::init()
{
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir().mkpath(path(u"folder/below"_s)));
    QVERIFY(QDir().mkpath(path(u"other"_s)));
    QVERIFY(write(u"a.md"_s) && write(u"folder/b.md"_s) && write(u"folder/below/c.md"_s));
    QVERIFY(write(u"folder/picture.jpg"_s));
    start(hasty);
    walk();
}

void TestFolderWatcher::start(const WatchLimits &limits)
{
    m_watcher = std::make_unique<FolderWatcher>(limits);
    m_changed = std::make_unique<QSignalSpy>(m_watcher.get(), &FolderWatcher::changed);
    m_watcher->setRoot(QFile::encodeName(m_dir->filePath(u"archive"_s)));
}

void TestFolderWatcher::walk()
{
    ScanHooks hooks;
    hooks.entering = [this](const QByteArray &folder) { m_watcher->watch(folder); };
    scanArchive(
        m_watcher->root(), 100, [](const QList<FileEntry> &) { return true; }, hooks);
}

ArchiveChanges TestFolderWatcher::next()
{
    if (m_changed->isEmpty())
        m_changed->wait();
    return m_changed->isEmpty() ? ArchiveChanges() : m_changed->takeFirst()[0].value<ArchiveChanges>();
}

void TestFolderWatcher::change_data()
{
    using Work = std::function<bool(TestFolderWatcher *)>;
    using Paths = QSet<QByteArray>;
    QTest::addColumn<Work>("work");
    QTest::addColumn<Paths>("files");
    QTest::addColumn<Paths>("folders");
    QTest::addColumn<Paths>("goneFolders");
    const auto row = [](const char *name, const Work &work, const Paths &files, const Paths &folders,
                        const Paths &goneFolders = {}) {
        QTest::newRow(name) << work << files << folders << goneFolders;
    };
    row("made", [](auto *t) { return t->write(u"new.md"_s); }, {"new.md"}, {});
    row("written in place", [](auto *t) { return t->write(u"folder/b.md"_s); }, {"folder/b.md"}, {});
    row("removed", [](auto *t) { return QFile::remove(t->path(u"folder/below/c.md"_s)); },
        {"folder/below/c.md"}, {});
    row("renamed", [](auto *t) { return QFile::rename(t->path(u"a.md"_s), t->path(u"z.md"_s)); },
        {"a.md", "z.md"}, {});
    row("moved between folders",
        [](auto *t) { return QFile::rename(t->path(u"a.md"_s), t->path(u"other/a.md"_s)); },
        {"a.md", "other/a.md"}, {});
    row("became another name's",
        [](auto *t) { return QFile::rename(t->path(u"a.md"_s), t->path(u"a.md~"_s)); }, {"a.md"}, {});
    row("permissions", [](auto *t) { return QFile::setPermissions(t->path(u"a.md"_s), QFile::ReadOwner); },
        {"a.md"}, {});
    row("link to a file", [](auto *t) { return QFile::link(u"a.md"_s, t->path(u"link.md"_s)); }, {"link.md"},
        {});
    row("folder made", [](auto *t) { return QDir().mkdir(t->path(u"new"_s)); }, {}, {"new"});
    row("folder removed", [](auto *t) { return QDir().rmdir(t->path(u"other"_s)); }, {}, {}, {"other"});
    row("folder renamed", [](auto *t) { return QDir().rename(t->path(u"folder"_s), t->path(u"renamed"_s)); },
        {}, {"renamed"}, {"folder"});
    row("beside pictures and swap files",
        [](auto *t) {
            return t->write(u"folder/picture.jpg"_s) && t->write(u"folder/.b.md.swp"_s) &&
                   t->write(u".hidden.md"_s) && t->write(u"other/last.md"_s);
        },
        {"other/last.md"}, {});
}

void TestFolderWatcher::change()
{
    QFETCH(std::function<bool(TestFolderWatcher *)>, work);
    QFETCH(QSet<QByteArray>, files);
    QFETCH(QSet<QByteArray>, folders);
    QFETCH(QSet<QByteArray>, goneFolders);
    QVERIFY(work(this));
    const ArchiveChanges changes = next();
    QVERIFY(!changes.everything);
    QCOMPARE(changes.files, files);
    QCOMPARE(changes.folders, folders);
    QCOMPARE(changes.goneFolders, goneFolders);
}

void TestFolderWatcher::manyChanges_areToldTogether()
{
    for (int i = 0; i < 500; ++i)
        QVERIFY(write(u"%1.md"_s.arg(i)));
    QCOMPARE(next().files.size(), 500);
    QVERIFY(m_changed->isEmpty());
}

void TestFolderWatcher::neverQuiet_isToldAllTheSame()
{
    start({1h, 50ms});
    walk();
    QVERIFY(write(u"new.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"new.md"});
}

void TestFolderWatcher::folderThatMoved_isWatchedAtItsNewPlace()
{
    QVERIFY(QDir().rename(path(u"folder"_s), path(u"renamed"_s)));
    QVERIFY(!next().isEmpty());
    walk();
    QVERIFY(write(u"renamed/below/new.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"renamed/below/new.md"});
}

void TestFolderWatcher::folderThatLeft_isWatchedNoMore()
{
    QVERIFY(QDir().rename(path(u"folder"_s), m_dir->filePath(u"outside"_s)));
    QCOMPARE(next().goneFolders, QSet<QByteArray>{"folder"});
    QFile outside(m_dir->filePath(u"outside/below/x.md"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    outside.close();
    QVERIFY(write(u"a.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"a.md"});
}

void TestFolderWatcher::linkToAFolder_meansEverything()
{
    const QTemporaryDir outside;
    QVERIFY(QFile::link(outside.path(), path(u"link"_s)));
    QVERIFY(next().everything);
    walk();
    QFile file(outside.filePath(u"x.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(next().files, QSet<QByteArray>{"link/x.md"});
    QVERIFY(QFile::remove(path(u"link"_s)));
    QVERIFY(next().everything);
}

void TestFolderWatcher::veryManyNames_meanEverything()
{
    // Links cost nothing; more than the system's queue holds are collected on the way.
    for (int i = 0; i < 20'001; ++i) {
        QVERIFY(QFile::link(u"a.md"_s, path(u"other/%1.md"_s.arg(i))));
        if (i % 1000 == 0)
            m_watcher->collect();
    }
    const ArchiveChanges changes = next();
    QVERIFY(changes.everything && changes.files.isEmpty());
}

void TestFolderWatcher::overflow_meansEverything()
{
    QFile limit(u"/proc/sys/fs/inotify/max_queued_events"_s);
    QVERIFY(limit.open(QIODevice::ReadOnly));
    const int most = limit.readAll().trimmed().toInt();
    if (most > 50'000)
        QSKIP("this system's queue is too long to fill");
    // Two names in turn: the same event twice in a row would be one.
    for (int i = 0; i <= most; ++i)
        QVERIFY(QFile::setPermissions(path(i % 2 ? u"a.md"_s : u"folder/b.md"_s),
                                      QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(next().everything);
}

void TestFolderWatcher::root_data()
{
    using Work = std::function<bool(TestFolderWatcher *)>;
    QTest::addColumn<Work>("leave");
    QTest::newRow("removed") << Work([](auto *t) { return QDir(t->path({})).removeRecursively(); });
    QTest::newRow("moved away") << Work(
        [](auto *t) { return QDir().rename(t->path({}), t->m_dir->filePath(u"away"_s)); });
}

void TestFolderWatcher::root()
{
    QFETCH(std::function<bool(TestFolderWatcher *)>, leave);
    QVERIFY(leave(this));
    QVERIFY(next().everything);
    walk(); // finds nothing, and waits
    QFile beside(m_dir->filePath(u"beside"_s));
    QVERIFY(beside.open(QIODevice::WriteOnly));
    QVERIFY(QDir().mkpath(path(u"new"_s)));
    QVERIFY(next().everything);
    walk();
    QVERIFY(write(u"new/x.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"new/x.md"});
}

// Folder by folder, each one only when the one above was seen.
void TestFolderWatcher::rootThatReturns_isTold()
{
    m_watcher->setRoot(QFile::encodeName(path(u"far/away/root"_s)));
    walk();
    for (const QString &folder : {u"far"_s, u"far/away"_s, u"far/away/root"_s}) {
        QVERIFY(QDir().mkdir(path(folder)));
        QVERIFY(next().everything);
        walk();
    }
    QVERIFY(write(u"far/away/root/x.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"x.md"});
}

void TestFolderWatcher::diskThatComesAndGoes_isTold()
{
#ifdef Q_OS_LINUX
    const QByteArray point = QFile::encodeName(path(u"."_s));
    if (::mount("lectern-test", point.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("this system does not let a test mount anything");
    const ArchiveChanges came = next();
    walk();
    const bool isWritten = write(u"x.md"_s);
    const ArchiveChanges written = next();
    const bool isUnmounted = ::umount(point.constData()) == 0;
    const ArchiveChanges went = next();
    QVERIFY(came.everything);
    QVERIFY(isWritten);
    QCOMPARE(written.files, QSet<QByteArray>{"x.md"});
    QVERIFY(isUnmounted);
    QVERIFY(went.everything);
#endif
}

// To the system it is one folder.
void TestFolderWatcher::folderThatIsMountedTwice_keepsItsName()
{
#ifdef Q_OS_LINUX
    const QByteArray again = QFile::encodeName(path(u"z"_s));
    QVERIFY(QDir().mkdir(path(u"z"_s)));
    QCOMPARE(next().folders, QSet<QByteArray>{"z"});
    if (::mount(QFile::encodeName(path(u"folder"_s)).constData(), again.constData(), nullptr, MS_BIND,
                nullptr) != 0)
        QSKIP("this system does not let a test mount anything");
    walk();
    const bool isWritten = write(u"folder/new.md"_s);
    const ArchiveChanges written = next();
    QCOMPARE(::umount2(again.constData(), MNT_DETACH), 0);
    QVERIFY(isWritten);
    QCOMPARE(written.files, QSet<QByteArray>{"folder/new.md"});
#endif
}

// It comes without the archive, over the folder that was watched for it.
void TestFolderWatcher::emptyDisk_isWaitedForToBeFilled()
{
#ifdef Q_OS_LINUX
    const QString archive = m_dir->filePath(u"archive"_s);
    QVERIFY(QDir(archive).removeRecursively());
    QVERIFY(m_changed->wait());
    walk();
    const QByteArray point = QFile::encodeName(m_dir->path());
    if (::mount("lectern-test", point.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("this system does not let a test mount anything");
    while (m_changed->wait(200)) // there is nothing yet
        m_changed->clear();
    m_changed->clear();
    const bool isMade = QDir().mkdir(archive) && write(u"x.md"_s);
    const ArchiveChanges filled = next();
    QCOMPARE(::umount2(point.constData(), MNT_DETACH), 0);
    QVERIFY(isMade);
    QVERIFY(filled.everything);
#endif
}

void TestFolderWatcher::limit_isToldOnceAndFreesAll()
{
    start({20ms, 200ms, 2});
    const QSignalSpy limit(m_watcher.get(), &FolderWatcher::limitReached);
    walk();
    walk();
    QCOMPARE(limit.size(), 1);
    QVERIFY(write(u"a.md"_s));
    QVERIFY(!m_changed->wait(100));
}

void TestFolderWatcher::limit_metByOtherThreads_isToldOnItsOwn()
{
    start({20ms, 200ms, 1});
    const QSignalSpy limit(m_watcher.get(), &FolderWatcher::limitReached);
    m_watcher->watch({});
    const auto watch = [this] { m_watcher->watch("folder"); };
    std::jthread(watch).join();
    std::jthread(watch).join();
    QCOMPARE(limit.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(limit.size(), 1, patience);
    m_watcher->watch("other");
    QVERIFY(write(u"a.md"_s));
    QVERIFY(!m_changed->wait(100));
    QCOMPARE(limit.size(), 1);
}

// Every folder is written to as soon as it is watched, while its own thread reads what there is to read.
void TestFolderWatcher::foldersOfOtherThreads_areHeardOf()
{
    constexpr int count = 300;
    QSet<QByteArray> written;
    for (int i = 0; i < count; ++i)
        QVERIFY(QDir().mkdir(path(QString::number(i))));
    start({1s, 10s});
    m_watcher->watch({});
    std::atomic<int> left = 2;
    const auto watch = [this, &left](int first) {
        for (int i = first; i < count; i += 2) {
            m_watcher->watch(QByteArray::number(i));
            write(u"%1/a.md"_s.arg(i));
        }
        --left;
    };
    {
        const std::jthread one(watch, 0), other(watch, 1);
        while (left > 0)
            m_watcher->collect();
    }
    for (int i = 0; i < count; ++i)
        written << QByteArray::number(i) + "/a.md";
    QCOMPARE(next().files, written);
}

void TestFolderWatcher::anotherRoot_forgetsTheFirst()
{
    QVERIFY(write(u"a.md"_s));
    m_watcher->collect();
    m_watcher->setRoot(QFile::encodeName(path(u"folder"_s)));
    walk();
    QVERIFY(write(u"other/x.md"_s));
    QVERIFY(write(u"folder/x.md"_s));
    QCOMPARE(next().files, QSet<QByteArray>{"x.md"});
}

QTEST_GUILESS_MAIN(TestFolderWatcher)
#include "tst_folderwatcher.moc"
