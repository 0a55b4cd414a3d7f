#include "app/archive/articlereader.h"
#include "tests/notroot.h"
#include "tests/scannedfolder.h"

#include <QMutex>
#include <QProcess>
#include <QTest>

#include <atomic>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

class TestScanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<ScannedFolder>(); }
    void findsArticlesInDepth();
    void emptyFolder_isComplete();
    void callbackStops();
    void missingFolder_saysWhy();
    void vanishedFile_becomesAHead();
    void folders_areAnnouncedBeforeTheyAreListed();
    void chosenFolders_areWalkedAlone();
    void vanishedSubfolder_isNothing();
    void rootThatVanishesInMidWalk_isNotComplete();
#ifdef Q_OS_UNIX
    void linksAndLoops();
    void realFolderBeforeLink();
    void specialFiles_areListedWithReason();
    void withoutPermission_isListed();
    void nameThatIsNotUtf8_isFound();
    void oneLargeFolder_isFound();
    void veryDeepFolders_areFound();
#endif

private:
    std::unique_ptr<ScannedFolder> m_folder;
};

void TestScanner::findsArticlesInDepth()
{
    for (const QString &path : {u"z.md"_s, u"b/2.html"_s, u"b/1.MD"_s, u"a/c/x.markdown"_s, u"a/y.htm"_s,
                                u"a/no.txt"_s, u".git/x.md"_s, u"a/.x.md"_s})
        QVERIFY(m_folder->write(path));
    const Found found = scan(m_folder->root() + '/');
    QVERIFY(found.result.complete);
    QCOMPARE(found.paths(), QList<QByteArray>({"z.md", "a/y.htm", "a/c/x.markdown", "b/1.MD", "b/2.html"}));
    QCOMPARE(found.entries.first().size, 1);
    QCOMPARE(found.entries.first().problems, Problems());
}

void TestScanner::emptyFolder_isComplete()
{
    const Found found = scan(m_folder->root());
    QVERIFY(found.result.complete);
    QVERIFY(found.entries.isEmpty());
}

void TestScanner::callbackStops()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m_folder->write(u"%1/a.md"_s.arg(i)));
    int calls = 0;
    const ScanResult result =
        scanArchive(m_folder->root(), 2, [&](const QList<FileEntry> &) { return ++calls < 2; });
    QVERIFY(!result.complete);
    QCOMPARE(result.error, QString());
    QCOMPARE(calls, 2);
}

void TestScanner::missingFolder_saysWhy()
{
    const Found found = scan(m_folder->root() + "/none");
    QVERIFY(!found.result.complete);
    QVERIFY(!found.result.error.isEmpty());
}

void TestScanner::vanishedFile_becomesAHead()
{
    QVERIFY(m_folder->write(u"x/a.md"_s));
    const Found found = scan(m_folder->root());
    QVERIFY(QFile::remove(m_folder->dir.filePath(u"x/a.md"_s)));
    const ArticleHead head = readArticleHead(m_folder->root(), found.entries.value(0));
    QCOMPARE(head.title, u"a"_s);
    QCOMPARE(head.categories, QStringList(u"x"_s));
    QVERIFY(head.date.isValid());
    QVERIFY(head.problems.testFlag(Problem::Unreadable));
}

void TestScanner::folders_areAnnouncedBeforeTheyAreListed()
{
    QVERIFY(m_folder->write(u"a/b/x.md"_s));
    QVERIFY(m_folder->write(u"c/y.md"_s));
#ifdef Q_OS_UNIX
    QVERIFY(m_folder->link("a", "again"));
#endif
    QMutex mutex;
    QList<QByteArray> entered;
    ScanHooks hooks;
    hooks.entering = [&](const QByteArray &folder) {
        const QMutexLocker lock(&mutex);
        entered << folder;
        if (!folder.isEmpty())
            QVERIFY(m_folder->write(QFile::decodeName(folder) + u"/late.md"_s));
    };
    int found = 0;
    scanArchive(
        m_folder->root(), 1, [&](const QList<FileEntry> &) { return ++found > 0; }, hooks);
    std::sort(entered.begin(), entered.end()); // the next ones are listed before it is their turn
    QCOMPARE(entered, QList<QByteArray>({"", "a", "a/b", "c"}));
    QCOMPARE(found, 5);
}

void TestScanner::chosenFolders_areWalkedAlone()
{
    for (const QString &path : {u"1.md"_s, u"a/2.md"_s, u"a/b/3.md"_s, u"c/4.md"_s})
        QVERIFY(m_folder->write(path));
    QList<QByteArray> paths;
    const auto found = [&](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            paths << entry.path;
        return true;
    };
    QVERIFY(scanFolders(m_folder->root(), {"a", "a/b", "none"}, 10, found, {}).complete);
    QCOMPARE(paths.size(), 2);
    QVERIFY(paths.contains("a/2.md") && paths.contains("a/b/3.md"));
    QVERIFY(!scanFolders(m_folder->root(), {"a"}, 10, found, {}).hasLinks);
    QVERIFY(!scanFolders(m_folder->root() + "/none", {"a"}, 10, found, {}).error.isEmpty());
#ifdef Q_OS_UNIX
    QVERIFY(m_folder->link("../c", "a/link"));
    paths.clear();
    QVERIFY(scanFolders(m_folder->root(), {"a"}, 10, found, {}).hasLinks);
    QVERIFY(!paths.contains("a/link/4.md"));
#endif
}

void TestScanner::vanishedSubfolder_isNothing()
{
    const QList<QByteArray> others{"1/a.md", "2/a.md", "3/a.md", "4/a.md", "5/a.md"};
    for (const QByteArray &path : others)
        QVERIFY(m_folder->write(QString::fromLatin1(path)));
    m_folder->write(u"9.md/b.md"_s); // far behind what is listed while the first one is walked
    QList<QByteArray> paths;
    const ScanResult result = scanArchive(m_folder->root(), 1, [&](const QList<FileEntry> &batch) {
        paths << batch.first().path;
        return QDir(m_folder->dir.filePath(u"9.md"_s)).removeRecursively();
    });
    QVERIFY(result.complete);
    QCOMPARE(paths, others);
}

void TestScanner::rootThatVanishesInMidWalk_isNotComplete()
{
    QVERIFY(m_folder->write(u"archive/1/a.md"_s));
    QVERIFY(m_folder->write(u"archive/2/b.md"_s));
    const ScanResult result = scanArchive(m_folder->root() + "/archive", 1, [&](const QList<FileEntry> &) {
        return QDir(m_folder->dir.filePath(u"archive"_s)).removeRecursively();
    });
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
}

#ifdef Q_OS_UNIX

void TestScanner::linksAndLoops()
{
    QVERIFY(m_folder->write(u"a/x.md"_s));
    QVERIFY(m_folder->link("../..", "a/up"));
    QVERIFY(m_folder->link(".", "a/self.md"));
    QVERIFY(m_folder->link("loop.md", "loop.md"));
    QVERIFY(m_folder->link("none", "broken.md"));
    QVERIFY(m_folder->link("x.md", "a/copy.md"));
    const Found found = scan(m_folder->root());
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
    QVERIFY(m_folder->write(u"z/x.md"_s));
    QVERIFY(m_folder->link("z", "a"));
    const QTemporaryDir outside;
    QFile file(outside.filePath(u"y.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(m_folder->link(qPrintable(outside.path()), "b"));
    const Found found = scan(m_folder->root());
    QCOMPARE(found.paths(), QList<QByteArray>({"z/x.md", "b/y.md"}));
}

void TestScanner::specialFiles_areListedWithReason()
{
    QCOMPARE(::mkfifo((m_folder->root() + "/fifo.md").constData(), 0600), 0);
    QCOMPARE(::mkfifo((m_folder->root() + "/other.pipe").constData(), 0600), 0);
    QFile large(m_folder->dir.filePath(u"large.md"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(maximumArticleSize + 1));
    const Found found = scan(m_folder->root());
    QCOMPARE(found.paths(), QList<QByteArray>({"fifo.md", "large.md"}));
    QCOMPARE(found.problemsOf("fifo.md"), Problems(Problem::NotARegularFile));
    QCOMPARE(found.problemsOf("large.md"), Problems(Problem::TooLarge));
}

void TestScanner::withoutPermission_isListed()
{
    m_folder.reset();
    const NotRoot user;
    init();
    QVERIFY(m_folder->write(u"secret.md"_s));
    QVERIFY(m_folder->write(u"folder/a.md"_s));
    QVERIFY(QFile::setPermissions(m_folder->dir.filePath(u"secret.md"_s), {}));
    QVERIFY(QFile::setPermissions(m_folder->dir.filePath(u"folder"_s), {}));
    const Found found = scan(m_folder->root());
    QVERIFY(QFile::setPermissions(m_folder->dir.filePath(u"folder"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(found.problemsOf("secret.md"), Problems(Problem::Unreadable));
    QCOMPARE(found.problemsOf("folder"), Problems(Problem::Unreadable));
}

void TestScanner::nameThatIsNotUtf8_isFound()
{
    const QByteArray folder = "\xD6\xD0";
    const QByteArray name = "a\xFF\n .md";
    if (::mkdir((m_folder->root() + '/' + folder).constData(), 0700) != 0)
        QSKIP("this file system takes no such name");
    const int file = ::open((m_folder->root() + '/' + folder + '/' + name).constData(),
                            O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    QVERIFY(file >= 0);
    ::close(file);
    const Found found = scan(m_folder->root());
    QCOMPARE(found.paths(), QList<QByteArray>{folder + '/' + name});
    const ArticleHead head = readArticleHead(m_folder->root(), found.entries.first());
    QCOMPARE(head.title, u"a\ufffd"_s);
    QVERIFY(!head.problems.testFlag(Problem::Unreadable));
    // QTemporaryDir knows no such names.
    QCOMPARE(::unlink((m_folder->root() + '/' + folder + '/' + name).constData()), 0);
    QCOMPARE(::rmdir((m_folder->root() + '/' + folder).constData()), 0);
}

// 200,000 files in one folder, as names of four: a file has at most 65,000.
void TestScanner::oneLargeFolder_isFound()
{
    constexpr int count = 200'000;
    constexpr int perFile = 50'000;
    QVERIFY(QDir(m_folder->dir.path()).mkdir(u"large"_s));
    const QByteArray folder = m_folder->root() + "/large/";
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
    const ScanResult result = scanArchive(m_folder->root(), 64, [&](const QList<FileEntry> &entries) {
        found += entries.size();
        largest = std::max(largest, entries.size());
        return true;
    });
    QVERIFY(result.complete);
    QCOMPARE(found, qsizetype(count));
    QCOMPARE(largest, qsizetype(64));
    std::atomic<int> known = 0;
    const auto isKnown = [&known](const FileEntry &entry) { return entry.size == 0 && ++known > 0; };
    QVERIFY(scanForChanges(m_folder->root(), 64, isKnown, [](const auto &batch) {
                return batch.isEmpty();
            }).complete);
    QCOMPARE(known.load(), count);
    int counted = 0;
    const auto met = [&counted](int more) {
        counted += more;
        return true;
    };
    QVERIFY(countArticles(m_folder->root(), met));
    QCOMPARE(counted, count);
    QVERIFY(QFile::link(QDir::tempPath(), QFile::decodeName(m_folder->root() + "/elsewhere")));
    QVERIFY(!countArticles(m_folder->root(), met)); // nobody knows how much lies there
}

// Far longer than PATH_MAX: such a path cannot be opened in one go.
void TestScanner::veryDeepFolders_areFound()
{
    constexpr int depth = 5000;
    int folder = ::open(m_folder->root().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
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

    const Found found = scan(m_folder->root());
    const QByteArray path = QByteArray("d/").repeated(depth) + "deep.md";
    QVERIFY(found.result.complete);
    QCOMPARE(found.paths(), QList<QByteArray>{path});
    QCOMPARE(readArticleHead(m_folder->root(), found.entries.first()).title, u"Deep down"_s);
    QList<QByteArray> changed;
    const auto take = [&changed](const QList<FileEntry> &batch) {
        for (const FileEntry &entry : batch)
            changed << entry.path;
        return true;
    };
    QVERIFY(scanForChanges(
                m_folder->root(), 64, [](const auto &) { return false; }, take)
                .complete);
    QCOMPARE(changed, QList<QByteArray>{path});
    // QTemporaryDir knows no paths of this length.
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, m_folder->dir.filePath(u"d"_s)}), 0);
}

#endif

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
