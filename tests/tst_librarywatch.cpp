#include "samplelibrary.h"

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What happens to the folder while it is open, and that nobody has to ask.
class TestLibraryWatch final : public SampleLibrary
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!FolderEvents::isAvailable())
            QSKIP("this system does not watch folders");
    }
    void init() { begin(); }
    void cleanup() { end(); }
    void watched_data();
    void watched();
    void archiveWrittenAnewWhileOpen_keepsItsRows();
    void largePartGone_goesWhenItIsQuiet();
    void archiveThatVanishes_comesBackByItself();

private:
    void openWatched(std::chrono::milliseconds settling);
};

void TestLibraryWatch::openWatched(std::chrono::milliseconds settling)
{
    LibraryPaths hasty = paths();
    hasty.watch = {20ms, 200ms, hasty.watch.mostFolders};
    hasty.settling = settling;
    open(path(u"archive"_s), hasty);
    waitForPass();
    m_finished->clear();
}

void TestLibraryWatch::watched_data()
{
    using Work = std::function<bool(TestLibraryWatch *)>;
    QTest::addColumn<Work>("work");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Work &work, const QStringList &expected) {
        QTest::newRow(name) << work << expected;
    };
    row("added",
        [](auto *t) {
            t->write(u"new/5.md"_s, u"five"_s, u"b"_s, 5);
            return true;
        },
        {u"five"_s, u"three"_s, u"two"_s, u"one"_s});
    row("changed",
        [](auto *t) {
            t->write(u"2.md"_s, u"second"_s, u"a"_s, 2);
            return true;
        },
        {u"three"_s, u"second"_s, u"one"_s});
    row("removed", [](auto *t) { return t->remove(u"2.md"_s); }, {u"three"_s, u"one"_s});
    row("renamed", [](auto *t) { return t->rename(u"2.md"_s, u"22.md"_s); },
        {u"three"_s, u"two"_s, u"one"_s});
    row("in the place of another",
        [](auto *t) {
            return t->rename(u"2.md"_s, u"x"_s) && t->rename(u"3.md"_s, u"2.md"_s) && t->remove(u"x"_s);
        },
        {u"three"_s, u"one"_s});
    row("folder renamed", [](auto *t) { return t->rename(u"sub"_s, u"other"_s) && t->remove(u"3.md"_s); },
        {u"two"_s, u"one"_s});
    row("folder removed",
        [](auto *t) { return QDir(t->path(u"archive/sub"_s)).removeRecursively() && t->remove(u"3.md"_s); },
        {u"two"_s});
    row("folder moved in",
        [](auto *t) {
            QDir dir;
            return dir.mkpath(t->path(u"outside/deep"_s)) &&
                   QFile::copy(t->path(u"archive/2.md"_s), t->path(u"outside/deep/4.md"_s)) &&
                   dir.rename(t->path(u"outside"_s), t->path(u"archive/inside"_s));
        },
        {u"three"_s, u"two"_s, u"two"_s, u"one"_s});
}

void TestLibraryWatch::watched()
{
    QFETCH(std::function<bool(TestLibraryWatch *)>, work);
    QFETCH(QStringList, expected);
    QVERIFY(QDir().mkpath(path(u"archive/sub"_s)));
    QVERIFY(rename(u"1.md"_s, u"sub/1.md"_s));
    openWatched(1h);
    QVERIFY(work(this));
    QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), expected, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_library->isPassRunning(), patience);
    QCOMPARE(lastResult().articles, expected.size());
}

// In three steps, with other names, and quiet between them; the last article does not come back.
void TestLibraryWatch::archiveWrittenAnewWhileOpen_keepsItsRows()
{
    for (int i = 4; i <= 20; ++i)
        write(u"%1.md"_s.arg(i), u"t%1"_s.arg(i), u"a"_s, i);
    openWatched(1h);
    QCOMPARE(count(), 20);
    const QPersistentModelIndex tenth = m_library->articles()->index(10);
    const ArticleRow before = row(10);
    QVERIFY(QDir(path(u"archive"_s)).removeRecursively());
    QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0, patience);
    QVERIFY(!lastResult().error.isEmpty());
    QCOMPARE(count(), 20);
    for (const int end : {7, 14, 19}) {
        m_finished->clear();
        for (int i = 4; i <= end; ++i)
            write(u"again/x%1.md"_s.arg(i), u"t%1"_s.arg(i), u"a"_s, i);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_finished->size() > 0 && lastResult().complete && !m_library->isPassRunning(), patience);
        QVERIFY(tenth.isValid());
    }
    write(u"again/one.md"_s, u"one"_s, u"a"_s, 1);
    write(u"again/two.md"_s, u"two"_s, u"a"_s, 2);
    write(u"again/three.md"_s, u"three"_s, u"b"_s, 3);
    m_finished->clear();
    m_library->refresh(); // the quiet itself is another test's business
    QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0 && !m_library->isPassRunning(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(count(), 19, patience);
    QVERIFY(!titles().contains(u"t20"_s));
    QVERIFY(tenth.isValid());
    QCOMPARE(row(tenth.row()).head.identity, before.head.identity);
}

void TestLibraryWatch::largePartGone_goesWhenItIsQuiet()
{
    writeMany(30);
    openWatched(300ms);
    int kept = 0; // in the list, while all were missed
    connect(m_library.get(), &Library::passFinished, this, [this, &kept](const PassResult &result) {
        if (result.missing == 30)
            kept = count();
    });
    QVERIFY(QDir(path(u"archive/many"_s)).removeRecursively());
    QTRY_COMPARE_WITH_TIMEOUT(count(), 3, patience);
    QCOMPARE(kept, 33);
    QTRY_COMPARE_WITH_TIMEOUT(lastResult().missing, 0, patience);
}

void TestLibraryWatch::archiveThatVanishes_comesBackByItself()
{
    openWatched(1h);
    QVERIFY(QDir().rename(path(u"archive"_s), path(u"away"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0 && !lastResult().error.isEmpty(), patience);
    QCOMPARE(titles(), QStringList({u"three"_s, u"two"_s, u"one"_s}));
    QFile file(path(u"away/2.md"_s));
    QVERIFY(file.remove());
    m_finished->clear();
    QVERIFY(QDir().rename(path(u"away"_s), path(u"archive"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(m_finished->size() > 0 && lastResult().complete && lastResult().missing == 1,
                             patience);
    write(u"2.md"_s, u"two"_s, u"a"_s, 2);
    write(u"4.md"_s, u"four"_s, u"a"_s, 4);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList({u"four"_s, u"three"_s, u"two"_s, u"one"_s}), patience);
}

QTEST_GUILESS_MAIN(TestLibraryWatch)
#include "tst_librarywatch.moc"
