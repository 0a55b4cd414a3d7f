#include "tests/indexertest.h"
#include "tests/notroot.h"

#include <QProcess>

using namespace Qt::StringLiterals;

class TestIndexerDisk final : public IndexerTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void filesThatChangeUnderTheReader_data();
    void filesThatChangeUnderTheReader();
    void vanishedFolder_keepsRows();
    void goneFiles_data();
    void goneFiles();
    void unreadableFolder_keepsItsRows();
    void folderThatMayNotBeEntered_keepsItsRows();
    void fileThatCannotBeRead_isTriedAgainWhenAsked();
    void veryDeepFolders_areRead();
};

void TestIndexerDisk::filesThatChangeUnderTheReader_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("first pass") << true;
    QTest::newRow("reconcile") << false;
}

// All files of a folder are looked at before the first of them are read; one disappears in between, one is
// moved, one grows, one shrinks.
void TestIndexerDisk::filesThatChangeUnderTheReader()
{
    QFETCH(const bool, isFirst);
    constexpr int count = 400;
    const auto article = [this](int number, const QByteArray &text) {
        QVERIFY(m_folder->write(u"many/%1.md"_s.arg(number),
                                "---\ntitle: t" + QByteArray::number(number) + text));
    };
    for (int i = 0; i < count; ++i)
        article(i, "\n---\ntext");
    if (!isFirst) {
        m_folder->run();
        for (int i = 0; i < count; ++i)
            article(i, "\nauthor: other\n---\ntext");
    }
    const QStringList before = m_folder->rows();
    const QString folder = m_folder->path(u"many/"_s);
    QObject once;
    connect(m_folder->indexer.get(), &Indexer::batchStored, &once, [&, isDone = false]() mutable {
        if (std::exchange(isDone, true))
            return;
        for (int i = 200; i < count; i += 20) {
            QVERIFY(QFile::remove(folder + u"%1.md"_s.arg(i)));
            QVERIFY(QFile::rename(folder + u"%1.md"_s.arg(i + 1), folder + u"moved%1.md"_s.arg(i + 1)));
            article(i + 2, " grown" + QByteArray(9000, ' ') + "\n---\ntext");
            article(i + 3, "\n---\n");
        }
    });
    m_folder->run(Removal::Few);
    disconnect(m_folder->indexer.get(), nullptr, &once, nullptr);
    const QStringList then = m_folder->titles();
    QVERIFY(!then.contains(u"200"_s) &&
            !then.contains(u"201"_s)); // no row by the name of a file that is gone
    const PassResult result = m_folder->run(Removal::Most);
    QVERIFY(result.complete);
    QCOMPARE(result.articles, count - 10);
    QCOMPARE(result.withProblems, 0);
    QVERIFY(m_folder->titles().contains(u"t202 grown"_s) && m_folder->titles().contains(u"t201"_s));
    QVERIFY(!m_folder->titles().contains(u"t200"_s));
    for (const QString &row : before) {
        const int number = row.section(u'/', 1).section(u'.', 0, 0).toInt();
        if (number < 200 || number % 20 != 1)
            continue;
        const QString moved = QString(row).replace(u"many/"_s, u"many/moved"_s);
        QVERIFY2(m_folder->rows().contains(moved), qPrintable(moved)); // under its old number
    }
}

void TestIndexerDisk::vanishedFolder_keepsRows()
{
    QVERIFY(m_folder->writeMany(10));
    m_folder->run();
    QVERIFY(QDir().rename(m_folder->folder.filePath(u"archive"_s), m_folder->folder.filePath(u"away"_s)));
    const PassResult result = m_folder->run();
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
    QCOMPARE(result.articles, 10);
    QCOMPARE(m_folder->titles().size(), 10);
}

void TestIndexerDisk::goneFiles_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("gone");
    QTest::addColumn<Removal>("removal");
    QTest::addColumn<int>("missing");
    QTest::newRow("a few") << 4 << 3 << Removal::Few << 0;
    QTest::newRow("a tenth") << 100 << 10 << Removal::Few << 0;
    QTest::newRow("a large part") << 100 << 11 << Removal::Few << 11;
    QTest::newRow("believed") << 100 << 99 << Removal::Most << 0;
    QTest::newRow("being written anew") << 100 << 1 << Removal::None << 1;
    QTest::newRow("all of few") << 2 << 2 << Removal::Few << 2;
    QTest::newRow("all") << 20 << 20 << Removal::Most << 20;
    QTest::newRow("all, by the reader's will") << 20 << 20 << Removal::Everything << 0;
}

void TestIndexerDisk::goneFiles()
{
    QFETCH(const int, before);
    QFETCH(const int, gone);
    QFETCH(const Removal, removal);
    QFETCH(const int, missing);
    QVERIFY(m_folder->writeMany(before));
    m_folder->run();
    for (int i = 0; i < gone; ++i)
        QVERIFY(QFile::remove(m_folder->folder.filePath(u"archive/many/%1.md"_s.arg(i))));
    const PassResult result = m_folder->run(removal);
    QVERIFY(result.complete);
    QCOMPARE(result.missing, missing);
    QCOMPARE(result.isEmptied, missing == before);
    QCOMPARE(result.articles, before - gone + missing);
    QCOMPARE(m_folder->titles().size(), result.articles);
}

void TestIndexerDisk::unreadableFolder_keepsItsRows()
{
    m_folder.reset();
    const NotRoot user;
    begin();
    QVERIFY(m_folder->write(u"a/b/1.md"_s, "---\ntitle: below\n---\n"));
    QVERIFY(m_folder->write(u"ab/2.md"_s, "---\ntitle: beside\n---\n"));
    QVERIFY(m_folder->write(u"c/3.md"_s, "---\ntitle: other\n---\n"));
    m_folder->run();
    QVERIFY(QDir(m_folder->path(u"ab"_s)).removeRecursively());
    const QString folder = m_folder->path(u"a"_s);
    QVERIFY(QFile::setPermissions(folder, {}));
    if (QDir(folder).isReadable())
        QSKIP("Who may read what is told otherwise here");
    const PassResult result = m_folder->run(Removal::Most);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(result.missing, 0);
    QCOMPARE(m_folder->titles(), QStringList({u"a"_s, u"below"_s, u"other"_s}));
}

void TestIndexerDisk::folderThatMayNotBeEntered_keepsItsRows()
{
    m_folder.reset();
    const NotRoot user;
    begin();
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: inside\n---\n"));
    QVERIFY(m_folder->write(u"c/3.md"_s, "---\ntitle: other\n---\n"));
    m_folder->run();
    const QString folder = m_folder->path(u"a"_s);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner)); // its names may be read, and nothing else
    if (QFile::exists(folder + u"/1.md"_s))
        QSKIP("Who may read what is told otherwise here");
    const PassResult result = m_folder->run(Removal::Most);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(result.missing, 0);
    QCOMPARE(m_folder->titles(), QStringList({u"a"_s, u"inside"_s, u"other"_s}));
    QVERIFY(m_folder->run(Removal::Most).complete);
    QCOMPARE(m_folder->titles(), QStringList({u"inside"_s, u"other"_s}));
}

void TestIndexerDisk::fileThatCannotBeRead_isTriedAgainWhenAsked()
{
#ifdef Q_OS_LINUX
    QVERIFY(m_folder->write(u"a.md"_s, "---\ntitle: sound\n---\n"));
    // Regular, with a size, and every read fails: the loopback device has no speed.
    QVERIFY(QFile::link(u"/sys/class/net/lo/speed"_s, m_folder->path(u"b.md"_s)));
    if (m_folder->run().withProblems != 1)
        QSKIP("no such file here");
    const QSignalSpy stored(m_folder->indexer.get(), &Indexer::batchStored);
    QCOMPARE(m_folder->run().articles, 2);
    QCOMPARE(stored.size(), 0);
    QCOMPARE(m_folder->run(Removal::Most).articles, 2);
    QCOMPARE(stored.size(), 0); // as before, and its row stays
    QVERIFY(m_folder->damage(
        u"UPDATE articles SET problems=(SELECT problems FROM articles WHERE path=x'622e6d64'),"
        " title='' WHERE path=x'612e6d64'"_s)); // "b.md" and "a.md"
    QCOMPARE(m_folder->run().articles, 2);
    QCOMPARE(stored.size(), 0);
    const PassResult result = m_folder->run(Removal::Most);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0][1].value<QList<ArticleId>>().size(), 1);
    QCOMPARE(result.withProblems, 1);
    QVERIFY(m_folder->titles().contains(u"sound"_s));
#else
    QSKIP("Only Linux has a file that never can be read.");
#endif
}

// Whoever counts the files beside must not use up what the readers need: a process may have 1,024 files open.
void TestIndexerDisk::veryDeepFolders_areRead()
{
    QVERIFY(m_folder->writeMany(3000));
    const QString before = QDir::currentPath();
    QVERIFY(QDir().mkpath(m_folder->path(u"d"_s)) && QDir::setCurrent(m_folder->path(u"d"_s)));
    bool isMade = true;
    for (int i = 0; i < 5000 && isMade; ++i)
        isMade = QDir().mkdir(u"d"_s) && QDir::setCurrent(u"d"_s);
    QFile file(u"deep.md"_s);
    isMade = isMade && file.open(QIODevice::WriteOnly) && file.write("---\ntitle: deep\n---\n") > 0;
    file.close();
    QDir::setCurrent(before);
    m_folder->run();
    const PassResult result = m_folder->run(); // by several threads
    const QStringList found = m_folder->titles();
    // QTemporaryDir knows no paths of this length.
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, m_folder->path(u"d"_s)}), 0);
    if (!isMade)
        QSKIP("this file system takes no folders so deep");
    QVERIFY(result.complete);
    QCOMPARE(result.withProblems, 0);
    QCOMPARE(found.size(), 3001);
    QVERIFY(found.contains(u"deep"_s));
}

QTEST_GUILESS_MAIN(TestIndexerDisk)
#include "tst_indexerdisk.moc"
