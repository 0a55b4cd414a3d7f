#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"
#include "tests/notroot.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QMutex>
#include <QProcess>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWaitCondition>

#include <algorithm>
#include <atomic>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace
{

// Path and problems of everything found, in the order in which it came.
struct Found {
    ScanResult result;
    QList<FileEntry> entries;

    QList<QByteArray> paths() const
    {
        QList<QByteArray> list;
        for (const FileEntry &entry : entries)
            list << entry.path;
        return list;
    }
    Problems problemsOf(const QByteArray &path) const
    {
        return entries.value(paths().indexOf(path)).problems;
    }
};

Found scan(const QByteArray &folder)
{
    Found found;
    found.result = scanArchive(folder, 3, [&](const QList<FileEntry> &batch) {
        found.entries += batch;
        return !batch.isEmpty() && batch.size() <= 3;
    });
    return found;
}

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

} // namespace

class TestScanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void findsArticlesInDepth();
    void emptyFolder_isComplete();
    void callbackStops();
    void missingFolder_saysWhy();
    void vanishedFile_becomesAHead();
    void folders_areAnnouncedBeforeTheyAreListed();
    void vanishedSubfolder_isNothing();
    void chosenFolders_areWalkedAlone();
    void rootThatVanishesInMidWalk_isNotComplete();
    void changes_areAllButWhatIsKnown();
    void wantedFolders_comeFirst();
    void changes_comeInBatchesWhileTheCallerIsSlow();
    void changes_stopThoughNothingChanged();
    void changes_rootThatVanishesIsNotComplete();
#ifdef Q_OS_UNIX
    void changes_followLinksInOneOrder();
    void changes_stopAmongLinks();
    void changes_leaveOutALoopThatIsKnown();
    void linksAndLoops();
    void realFolderBeforeLink();
    void specialFiles_areListedWithReason();
    void withoutPermission_isListed();
    void nameThatIsNotUtf8_isFound();
    void oneLargeFolder_isFound();
    void veryDeepFolders_areFound();
#endif

private:
    QByteArray root() const
    {
        return QFile::encodeName(m_dir->path());
    }
    void write(const QString &path) const
    {
        QVERIFY(
            QDir(m_dir->path()).mkpath(path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/'))) + u"/."_s));
        QFile file(m_dir->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    }
    void link(const char *target, const char *name) const
    {
        QVERIFY(QFile::link(QString::fromUtf8(target), m_dir->filePath(QString::fromUtf8(name))));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestScanner::findsArticlesInDepth()
{
    for (const QString &path : {u"z.md"_s, u"b/2.html"_s, u"b/1.MD"_s, u"a/c/x.markdown"_s, u"a/y.htm"_s,
                                u"a/no.txt"_s, u".git/x.md"_s, u"a/.x.md"_s})
        write(path);
    const Found found = scan(root() + '/');
    QVERIFY(found.result.complete);
    QCOMPARE(found.paths(), QList<QByteArray>({"z.md", "a/y.htm", "a/c/x.markdown", "b/1.MD", "b/2.html"}));
    QCOMPARE(found.entries.first().size, 1);
    QCOMPARE(found.entries.first().problems, Problems());
}

void TestScanner::emptyFolder_isComplete()
{
    const Found found = scan(root());
    QVERIFY(found.result.complete);
    QVERIFY(found.entries.isEmpty());
}

void TestScanner::callbackStops()
{
    for (int i = 0; i < 10; ++i)
        write(u"%1/a.md"_s.arg(i));
    int calls = 0;
    const ScanResult result = scanArchive(root(), 2, [&](const QList<FileEntry> &) { return ++calls < 2; });
    QVERIFY(!result.complete);
    QCOMPARE(result.error, QString());
    QCOMPARE(calls, 2);
}

void TestScanner::missingFolder_saysWhy()
{
    const Found found = scan(root() + "/none");
    QVERIFY(!found.result.complete);
    QVERIFY(!found.result.error.isEmpty());
}

void TestScanner::vanishedFile_becomesAHead()
{
    write(u"x/a.md"_s);
    const Found found = scan(root());
    QVERIFY(QFile::remove(m_dir->filePath(u"x/a.md"_s)));
    const ArticleHead head = readArticleHead(root(), found.entries.value(0));
    QCOMPARE(head.title, u"a"_s);
    QCOMPARE(head.categories, QStringList(u"x"_s));
    QVERIFY(head.date.isValid());
    QVERIFY(head.problems.testFlag(Problem::Unreadable));
}

void TestScanner::folders_areAnnouncedBeforeTheyAreListed()
{
    write(u"a/b/x.md"_s);
    write(u"c/y.md"_s);
#ifdef Q_OS_UNIX
    link("a", "again");
#endif
    QMutex mutex;
    QList<QByteArray> entered;
    ScanHooks hooks;
    hooks.entering = [&](const QByteArray &folder) {
        const QMutexLocker lock(&mutex);
        entered << folder;
        if (!folder.isEmpty())
            write(QFile::decodeName(folder) + u"/late.md"_s);
    };
    int found = 0;
    scanArchive(
        root(), 1, [&](const QList<FileEntry> &) { return ++found > 0; }, hooks);
    std::sort(entered.begin(), entered.end()); // the next ones are listed before it is their turn
    QCOMPARE(entered, QList<QByteArray>({"", "a", "a/b", "c"}));
    QCOMPARE(found, 5);
}

void TestScanner::chosenFolders_areWalkedAlone()
{
    for (const QString &path : {u"1.md"_s, u"a/2.md"_s, u"a/b/3.md"_s, u"c/4.md"_s})
        write(path);
    QList<QByteArray> paths;
    const auto found = [&](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        return true;
    };
    QVERIFY(scanFolders(root(), {"a", "a/b", "none"}, 10, found, {}).complete);
    QCOMPARE(paths.size(), 2);
    QVERIFY(paths.contains("a/2.md") && paths.contains("a/b/3.md"));
    QVERIFY(!scanFolders(root(), {"a"}, 10, found, {}).hasLinks);
    QVERIFY(!scanFolders(root() + "/none", {"a"}, 10, found, {}).error.isEmpty());
#ifdef Q_OS_UNIX
    link("../c", "a/link");
    paths.clear();
    QVERIFY(scanFolders(root(), {"a"}, 10, found, {}).hasLinks);
    QVERIFY(!paths.contains("a/link/4.md"));
#endif
}

void TestScanner::vanishedSubfolder_isNothing()
{
    const QList<QByteArray> others{"1/a.md", "2/a.md", "3/a.md", "4/a.md", "5/a.md"};
    for (const QByteArray &path : others)
        write(QString::fromLatin1(path));
    write(u"9.md/b.md"_s); // far behind what is listed while the first one is walked
    QList<QByteArray> paths;
    const ScanResult result = scanArchive(root(), 1, [&](const QList<FileEntry> &batch) {
        paths << batch.first().path;
        return QDir(m_dir->filePath(u"9.md"_s)).removeRecursively();
    });
    QVERIFY(result.complete);
    QCOMPARE(paths, others);
}

void TestScanner::rootThatVanishesInMidWalk_isNotComplete()
{
    write(u"archive/1/a.md"_s);
    write(u"archive/2/b.md"_s);
    const ScanResult result = scanArchive(root() + "/archive", 1, [&](const QList<FileEntry> &) {
        return QDir(m_dir->filePath(u"archive"_s)).removeRecursively();
    });
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
}

// Every folder gets a file when it is announced: whoever announces before listing finds them all.
void TestScanner::changes_areAllButWhatIsKnown()
{
    constexpr int folders = 200;
    for (int i = 0; i < folders; ++i)
        write(u"%1/%2/known.md"_s.arg(i % 7).arg(i));
    std::atomic<int> known = 0;
    const auto isKnown = [&known](const FileEntry &entry) {
        const bool isKnownName = entry.path.endsWith("/known.md") && entry.size == 1;
        known += isKnownName ? 1 : 0;
        return isKnownName;
    };
    ScanHooks hooks;
    hooks.entering = [this](const QByteArray &folder) {
        if (folder.count('/') == 1)
            write(QFile::decodeName(folder) + u"/new.md"_s);
    };
    QSet<QByteArray> paths;
    const auto found = [&paths](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        return batch.size() <= 3;
    };
    QVERIFY(scanForChanges(root() + '/', 3, isKnown, found, hooks).complete);
    QCOMPARE(known.load(), folders);
    QCOMPARE(paths.size(), folders);
    for (int i = 0; i < folders; ++i)
        QVERIFY(paths.contains(u"%1/%2/new.md"_s.arg(i % 7).arg(i).toLatin1()));
}

// Of many folders: those first, each once, and nothing is missed below them or beside them.
void TestScanner::wantedFolders_comeFirst()
{
    constexpr int folders = 60;
    for (int i = 0; i < folders; ++i)
        write(u"%1/%2/a.md"_s.arg(i % 6).arg(i));
    write(u"5/59/below/a.md"_s);
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
    QVERIFY(scanForChanges(root(), 3, nothing, found, hooks).complete);
    QCOMPARE(paths.size(), folders + 1);
    QCOMPARE(QSet<QByteArray>(paths.cbegin(), paths.cend()).size(), folders + 1);
    QCOMPARE(entered.size(), 1 + 6 + folders + 1); // each once, and the root
    QVERIFY(areFirst);
}

// Each time the caller waits until the others have found as much ahead as they may.
void TestScanner::changes_comeInBatchesWhileTheCallerIsSlow()
{
    if (QThread::idealThreadCount() == 1)
        QSKIP("there are no others");
    constexpr int foundAhead = 4096; // as in scanner.cpp
    constexpr int folders = 100;
    constexpr int files = 100;
    constexpr int total = folders * files;
    for (int i = 0; i < total; ++i)
        write(u"%1/%2.md"_s.arg(i % folders).arg(i));
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
    QVERIFY(scanForChanges(root(), 7, nothing, found).complete);
    QCOMPARE(paths.size(), total);
    QVERIFY(mostAhead >= foundAhead);
    // Whoever is in a folder looks at all that is in it.
    QVERIFY2(mostAhead <= foundAhead + QThread::idealThreadCount() * files,
             qPrintable(QString::number(mostAhead)));
}

// The others stay in their folders until the caller was asked.
void TestScanner::changes_stopThoughNothingChanged()
{
    if (QThread::idealThreadCount() == 1)
        QSKIP("there are no others");
    for (int i = 0; i < 10; ++i)
        write(u"%1/a.md"_s.arg(i));
    QSemaphore others;
    QSemaphore asked;
    const auto isKnown = [&, caller = QThread::currentThread()](const FileEntry &) {
        if (QThread::currentThread() != caller)
            others.release(100);
        (QThread::currentThread() == caller ? others : asked).acquire();
        return true;
    };
    qsizetype found = 0;
    const ScanResult result = scanForChanges(root(), 1, isKnown, [&](const QList<FileEntry> &batch) {
        found += batch.size();
        asked.release(100);
        return false;
    });
    QCOMPARE(found, 0);
    QVERIFY(!result.complete);
    QCOMPARE(result.error, QString());
}

void TestScanner::changes_rootThatVanishesIsNotComplete()
{
    for (int i = 0; i < 10; ++i)
        write(u"archive/%1/a.md"_s.arg(i));
    const auto nothing = [](const FileEntry &) { return false; };
    const ScanResult result = scanForChanges(root() + "/archive", 1, nothing, [&](const QList<FileEntry> &) {
        QDir(m_dir->filePath(u"archive"_s)).removeRecursively();
        return true;
    });
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
    QVERIFY(!scanForChanges(root() + "/none", 1, nothing, [](const auto &) { return true; }).complete);
}

#ifdef Q_OS_UNIX

// Whichever thread meets which link first: a file must not change its path from one walk to the next.
void TestScanner::changes_followLinksInOneOrder()
{
    const QTemporaryDir outside;
    QFile file(outside.filePath(u"y.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 40; ++i)
        write(u"%1/x.md"_s.arg(i));
    for (int i = 10; i < 40; ++i)
        link(qPrintable(outside.path()), qPrintable(u"%1/link"_s.arg(i)));
    link("12", "20/real");
    const QList<QByteArray> inOrder = scan(root()).paths();
    QCOMPARE(inOrder.count("10/link/y.md"), 1);
    for (int round = 0; round < 20; ++round) {
        const Found found = scanForUnknown(root(), knowsNothing);
        QVERIFY(found.result.complete);
        const QList<QByteArray> paths = found.paths();
        QCOMPARE(paths.size(), inOrder.size());
        QCOMPARE(QSet<QByteArray>(paths.cbegin(), paths.cend()),
                 QSet<QByteArray>(inOrder.cbegin(), inOrder.cend()));
    }
}

// Links that lead to flat folders: no folder ever waits to be walked.
void TestScanner::changes_stopAmongLinks()
{
    const QTemporaryDir other;
    constexpr int links = 20;
    for (int i = 0; i < links; ++i) {
        const QString name = QString::number(i);
        QVERIFY(QDir(other.path()).mkdir(name));
        QFile file(other.filePath(name + u"/a.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        link(QFile::encodeName(other.filePath(name)).constData(), name.toLatin1().constData());
    }
    int entered = 0;
    ScanHooks hooks;
    hooks.entering = [&entered](const QByteArray &) { ++entered; };
    const ScanResult result = scanForChanges(
        root(), 1, [](const FileEntry &) { return false; },
        [](const QList<FileEntry> &batch) { return batch.isEmpty(); }, hooks);
    QVERIFY(!result.complete);
    QCOMPARE(entered, 2); // the root and the first link
}

void TestScanner::changes_leaveOutALoopThatIsKnown()
{
    write(u"a/1.md"_s);
    link(".", "a/loop.md");
    QCOMPARE(scanForUnknown(root(), knowsNothing).paths(), QList<QByteArray>({"a/1.md", "a/loop.md"}));
    const auto isLoop = [](const FileEntry &entry) { return entry.problems.testFlag(Problem::LinkLoop); };
    QCOMPARE(scanForUnknown(root(), isLoop).paths(), QList<QByteArray>{"a/1.md"});
}

void TestScanner::linksAndLoops()
{
    write(u"a/x.md"_s);
    link("../..", "a/up");
    link(".", "a/self.md");
    link("loop.md", "loop.md");
    link("none", "broken.md");
    link("x.md", "a/copy.md");
    const Found found = scan(root());
    QVERIFY(found.result.complete);
    QCOMPARE(found.problemsOf("loop.md"), Problems(Problem::LinkLoop));
    QCOMPARE(found.problemsOf("broken.md"), Problems(Problem::Unreadable));
    QCOMPARE(found.problemsOf("a/self.md"), Problems(Problem::LinkLoop));
    QCOMPARE(found.problemsOf("a/copy.md"), Problems());
    QCOMPARE(found.paths().count("a/x.md"), 1);
    QCOMPARE(found.entries.size(), 5); // nothing came through a/up, a folder above the archive
}

void TestScanner::realFolderBeforeLink()
{
    write(u"z/x.md"_s);
    link("z", "a");
    const QTemporaryDir outside;
    QFile file(outside.filePath(u"y.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    link(qPrintable(outside.path()), "b");
    const Found found = scan(root());
    QCOMPARE(found.paths(), QList<QByteArray>({"z/x.md", "b/y.md"}));
}

void TestScanner::specialFiles_areListedWithReason()
{
    QCOMPARE(::mkfifo((root() + "/fifo.md").constData(), 0600), 0);
    QCOMPARE(::mkfifo((root() + "/other.pipe").constData(), 0600), 0);
    QFile large(m_dir->filePath(u"large.md"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(maximumArticleSize + 1));
    const Found found = scan(root());
    QCOMPARE(found.paths(), QList<QByteArray>({"fifo.md", "large.md"}));
    QCOMPARE(found.problemsOf("fifo.md"), Problems(Problem::NotARegularFile));
    QCOMPARE(found.problemsOf("large.md"), Problems(Problem::TooLarge));
}

void TestScanner::withoutPermission_isListed()
{
    m_dir.reset();
    const NotRoot user;
    init();
    write(u"secret.md"_s);
    write(u"folder/a.md"_s);
    QVERIFY(QFile::setPermissions(m_dir->filePath(u"secret.md"_s), {}));
    QVERIFY(QFile::setPermissions(m_dir->filePath(u"folder"_s), {}));
    const Found found = scan(root());
    QVERIFY(QFile::setPermissions(m_dir->filePath(u"folder"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(found.problemsOf("secret.md"), Problems(Problem::Unreadable));
    QCOMPARE(found.problemsOf("folder"), Problems(Problem::Unreadable));
}

void TestScanner::nameThatIsNotUtf8_isFound()
{
    const QByteArray folder = "\xD6\xD0";
    const QByteArray name = "a\xFF\n .md";
    if (::mkdir((root() + '/' + folder).constData(), 0700) != 0)
        QSKIP("this file system takes no such name");
    const int file =
        ::open((root() + '/' + folder + '/' + name).constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QVERIFY(file >= 0);
    ::close(file);
    const Found found = scan(root());
    QCOMPARE(found.paths(), QList<QByteArray>{folder + '/' + name});
    const ArticleHead head = readArticleHead(root(), found.entries.first());
    QCOMPARE(head.title, u"a\ufffd"_s);
    QVERIFY(!head.problems.testFlag(Problem::Unreadable));
    // QTemporaryDir knows no such names.
    QCOMPARE(::unlink((root() + '/' + folder + '/' + name).constData()), 0);
    QCOMPARE(::rmdir((root() + '/' + folder).constData()), 0);
}

// 200,000 files in one folder, as names of four: a file has at most 65,000.
void TestScanner::oneLargeFolder_isFound()
{
    constexpr int count = 200'000;
    constexpr int perFile = 50'000;
    QVERIFY(QDir(m_dir->path()).mkdir(u"large"_s));
    const QByteArray folder = root() + "/large/";
    bool isMade = true;
    for (int i = 0; isMade && i < count; ++i) {
        const QByteArray name = folder + QByteArray::number(i) + ".md";
        const QByteArray first = folder + QByteArray::number(i - i % perFile) + ".md";
        isMade = i % perFile == 0 ? QFile(QFile::decodeName(name)).open(QIODevice::WriteOnly)
                                  : ::link(first.constData(), name.constData()) == 0;
    }
    QVERIFY(isMade);
    qsizetype found = 0;
    qsizetype largest = 0;
    const ScanResult result = scanArchive(root(), 64, [&](const QList<FileEntry> &entries) {
        found += entries.size();
        largest = std::max(largest, entries.size());
        return true;
    });
    QVERIFY(result.complete);
    QCOMPARE(found, qsizetype(count));
    QCOMPARE(largest, qsizetype(64));
    std::atomic<int> known = 0;
    const auto isKnown = [&known](const FileEntry &entry) { return entry.size == 0 && ++known > 0; };
    QVERIFY(scanForChanges(root(), 64, isKnown, [](const auto &batch) { return batch.isEmpty(); }).complete);
    QCOMPARE(known.load(), count);
    int counted = 0;
    const auto met = [&counted](int more) {
        counted += more;
        return true;
    };
    QVERIFY(countArticles(root(), met));
    QCOMPARE(counted, count);
    QVERIFY(QFile::link(QDir::tempPath(), QFile::decodeName(root() + "/elsewhere")));
    QVERIFY(!countArticles(root(), met)); // nobody knows how much lies there
}

// Far longer than PATH_MAX: such a path cannot be opened in one go.
void TestScanner::veryDeepFolders_areFound()
{
    constexpr int depth = 5000;
    int folder = ::open(root().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; i < depth && folder >= 0; ++i) {
        const bool isMade = ::mkdirat(folder, "d", 0700) == 0;
        const int next = isMade ? ::openat(folder, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
        ::close(folder);
        folder = next;
    }
    if (folder < 0)
        QSKIP("this file system takes no folders so deep");
    const int file = ::openat(folder, "deep.md", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QCOMPARE(::write(file, "# Deep down", 11), 11);
    ::close(file);
    ::close(folder);

    const Found found = scan(root());
    const QByteArray path = QByteArray("d/").repeated(depth) + "deep.md";
    QVERIFY(found.result.complete);
    QCOMPARE(found.paths(), QList<QByteArray>{path});
    QCOMPARE(readArticleHead(root(), found.entries.first()).title, u"Deep down"_s);
    QList<QByteArray> changed;
    const auto take = [&changed](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            changed << entry.path;
        return true;
    };
    QVERIFY(scanForChanges(
                root(), 64, [](const auto &) { return false; }, take)
                .complete);
    QCOMPARE(changed, QList<QByteArray>{path});
    // QTemporaryDir knows no paths of this length.
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, m_dir->filePath(u"d"_s)}), 0);
}

#endif

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
