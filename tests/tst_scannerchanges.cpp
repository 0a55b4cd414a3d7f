#include "tests/scannedfolder.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QSemaphore>
#include <QTest>
#include <QThread>
#include <QWaitCondition>

#include <atomic>

using namespace Qt::StringLiterals;

namespace
{

Found scanForUnknown(const QByteArray &folder, const std::function<bool(const FileEntry &)> &isKnown)
{
    Found found;
    found.result = scanForChanges(folder, 5, isKnown, [&found](const QList<FileEntry> &batch) {
        found.entries += batch;
        return true;
    });
    return found;
}

bool knowsNothing(const FileEntry &)
{
    return false;
}

}

class TestScannerChanges final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScannedFolder>(); }
    void changes_areAllButWhatIsKnown();
    void wantedFolders_comeFirst();
    void changes_comeInBatchesWhileTheCallerIsSlow();
    void changes_stopThoughNothingChanged();
    void changes_rootThatVanishesIsNotComplete();
#ifdef Q_OS_UNIX
    void changes_followLinksInOneOrder();
    void changes_stopAmongLinks();
    void changes_leaveOutALoopThatIsKnown();
#endif

private:
    std::unique_ptr<ScannedFolder> m_folder;
};

// Every folder gets a file when it is announced: whoever announces before listing finds them all.
void TestScannerChanges::changes_areAllButWhatIsKnown()
{
    constexpr int folders = 200;
    for (int i = 0; i < folders; ++i)
        QVERIFY(m_folder->write(u"%1/%2/known.md"_s.arg(i % 7).arg(i)));
    std::atomic<int> known = 0;
    const auto isKnown = [&known](const FileEntry &entry) {
        const bool isKnownName = entry.path.endsWith("/known.md") && entry.size == 1;
        known += isKnownName ? 1 : 0;
        return isKnownName;
    };
    ScanHooks hooks;
    hooks.entering = [this](const QByteArray &folder) {
        if (folder.count('/') == 1)
            QVERIFY(m_folder->write(QFile::decodeName(folder) + u"/new.md"_s));
    };
    QSet<QByteArray> paths;
    const auto found = [&paths](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        return batch.size() <= 3;
    };
    QVERIFY(scanForChanges(m_folder->root() + '/', 3, isKnown, found, hooks).complete);
    QCOMPARE(known.load(), folders);
    QCOMPARE(paths.size(), folders);
    for (int i = 0; i < folders; ++i)
        QVERIFY(paths.contains(u"%1/%2/new.md"_s.arg(i % 7).arg(i).toLatin1()));
}

// Of many folders: those first, each once, and nothing is missed below them or beside them.
void TestScannerChanges::wantedFolders_comeFirst()
{
    constexpr int folders = 60;
    for (int i = 0; i < folders; ++i)
        QVERIFY(m_folder->write(u"%1/%2/a.md"_s.arg(i % 6).arg(i)));
    QVERIFY(m_folder->write(u"5/59/below/a.md"_s));
    ScanHooks hooks;
    hooks.first = {"5/59", "gone", "3/33", "3"};
    const QList<QByteArray> before{"", "3", "3/33", "5", "5/59"};
    QMutex mutex;
    QWaitCondition changed;
    QList<QByteArray> entered;
    bool areFirst = true;
    // Whoever is in another folder waits for those that go before it: they are under way.
    hooks.entering = [&](const QByteArray &folder) {
        const QMutexLocker lock(&mutex);
        entered << folder;
        changed.wakeAll();
        const QDeadlineTimer patience(5000);
        const auto areEntered = [&entered] { return entered.contains("3/33") && entered.contains("5/59"); };
        while (areFirst && !before.contains(folder) && !areEntered())
            areFirst = changed.wait(&mutex, patience) && areFirst;
    };
    QList<QByteArray> paths;
    const auto found = [&paths](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        return true;
    };
    const auto nothing = [](const FileEntry &) { return false; };
    QVERIFY(scanForChanges(m_folder->root(), 3, nothing, found, hooks).complete);
    QCOMPARE(paths.size(), folders + 1);
    QCOMPARE(QSet<QByteArray>(paths.cbegin(), paths.cend()).size(), folders + 1);
    QCOMPARE(entered.size(), 1 + 6 + folders + 1); // each once, and the root
    QVERIFY(areFirst);
}

// Each time the caller waits until the others have found as much ahead as they may.
void TestScannerChanges::changes_comeInBatchesWhileTheCallerIsSlow()
{
    if (QThread::idealThreadCount() == 1)
        QSKIP("there are no others");
    constexpr int foundAhead = 4096; // as in scanner.cpp
    constexpr int folders = 100;
    constexpr int files = 100;
    constexpr int total = folders * files;
    for (int i = 0; i < total; ++i)
        QVERIFY(m_folder->write(u"%1/%2.md"_s.arg(i % folders).arg(i)));
    std::atomic<int> looked = 0;
    QSemaphore more;
    const auto nothing = [&](const FileEntry &) {
        ++looked;
        more.release();
        return false;
    };
    QSet<QByteArray> paths;
    int mostAhead = 0;
    const auto found = [&](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        const auto handed = static_cast<int>(paths.size());
        while (looked < std::min(total, handed + foundAhead))
            more.acquire();
        mostAhead = std::max(mostAhead, looked - handed);
        return batch.size() <= 7;
    };
    QVERIFY(scanForChanges(m_folder->root(), 7, nothing, found).complete);
    QCOMPARE(paths.size(), total);
    QVERIFY(mostAhead >= foundAhead);
    // Whoever is in a folder looks at all that is in it.
    QVERIFY2(mostAhead <= foundAhead + QThread::idealThreadCount() * files,
             qPrintable(QString::number(mostAhead)));
}

// The others stay in their folders until the caller was asked.
void TestScannerChanges::changes_stopThoughNothingChanged()
{
    if (QThread::idealThreadCount() == 1)
        QSKIP("there are no others");
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write(u"%1/a.md"_s.arg(i)));
    QSemaphore others;
    QSemaphore asked;
    const auto isKnown = [&, caller = QThread::currentThread()](const FileEntry &) {
        if (QThread::currentThread() != caller)
            others.release(100);
        (QThread::currentThread() == caller ? others : asked).acquire();
        return true;
    };
    qsizetype found = 0;
    const ScanResult result =
        scanForChanges(m_folder->root(), 1, isKnown, [&](const QList<FileEntry> &batch) {
            found += batch.size();
            asked.release(100);
            return false;
        });
    QCOMPARE(found, 0);
    QVERIFY(!result.complete);
    QCOMPARE(result.error, QString());
}

void TestScannerChanges::changes_rootThatVanishesIsNotComplete()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write(u"archive/%1/a.md"_s.arg(i)));
    const auto nothing = [](const FileEntry &) { return false; };
    const ScanResult result =
        scanForChanges(m_folder->root() + "/archive", 1, nothing, [&](const QList<FileEntry> &) {
            QDir(m_folder->dir.filePath(u"archive"_s)).removeRecursively();
            return true;
        });
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
    QVERIFY(
        !scanForChanges(m_folder->root() + "/none", 1, nothing, [](const auto &) { return true; }).complete);
}

#ifdef Q_OS_UNIX

// Whichever thread meets which link first: a file must not change its path from one walk to the next.
void TestScannerChanges::changes_followLinksInOneOrder()
{
    const QTemporaryDir outside;
    QFile file(outside.filePath(u"y.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 40; ++i)
        QVERIFY(m_folder->write(u"%1/x.md"_s.arg(i)));
    for (int i = 10; i < 40; ++i)
        QVERIFY(m_folder->link(qPrintable(outside.path()), qPrintable(u"%1/link"_s.arg(i))));
    QVERIFY(m_folder->link("12", "20/real"));
    const QList<QByteArray> inOrder = scan(m_folder->root()).paths();
    QCOMPARE(inOrder.count("10/link/y.md"), 1);
    for (int round = 0; round < 20; ++round) {
        const Found found = scanForUnknown(m_folder->root(), knowsNothing);
        QVERIFY(found.result.complete);
        const QList<QByteArray> paths = found.paths();
        QCOMPARE(paths.size(), inOrder.size());
        QCOMPARE(QSet<QByteArray>(paths.cbegin(), paths.cend()),
                 QSet<QByteArray>(inOrder.cbegin(), inOrder.cend()));
    }
}

// Links that lead to flat folders: no folder ever waits to be walked.
void TestScannerChanges::changes_stopAmongLinks()
{
    const QTemporaryDir other;
    constexpr int links = 20;
    for (int i = 0; i < links; ++i) {
        const QString name = QString::number(i);
        QVERIFY(QDir(other.path()).mkdir(name));
        QFile file(other.filePath(name + u"/a.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(
            m_folder->link(QFile::encodeName(other.filePath(name)).constData(), name.toLatin1().constData()));
    }
    int entered = 0;
    ScanHooks hooks;
    hooks.entering = [&entered](const QByteArray &) { ++entered; };
    const ScanResult result = scanForChanges(
        m_folder->root(), 1, [](const FileEntry &) { return false; },
        [](const QList<FileEntry> &batch) { return batch.isEmpty(); }, hooks);
    QVERIFY(!result.complete);
    QCOMPARE(entered, 2); // the root and the first link
}

void TestScannerChanges::changes_leaveOutALoopThatIsKnown()
{
    QVERIFY(m_folder->write(u"a/1.md"_s));
    QVERIFY(m_folder->link(".", "a/loop.md"));
    QCOMPARE(scanForUnknown(m_folder->root(), knowsNothing).paths(),
             QList<QByteArray>({"a/1.md", "a/loop.md"}));
    const auto isLoop = [](const FileEntry &entry) { return entry.problems.testFlag(Problem::LinkLoop); };
    QCOMPARE(scanForUnknown(m_folder->root(), isLoop).paths(), QList<QByteArray>{"a/1.md"});
}

#endif

QTEST_GUILESS_MAIN(TestScannerChanges)
#include "tst_scannerchanges.moc"
