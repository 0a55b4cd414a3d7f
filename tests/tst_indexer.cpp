#include "app/library/indexer.h"

#include "app/catalog/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#if defined(Q_OS_UNIX)
#include "tests/filelimit.h"

#include <optional>
#endif

using namespace Qt::StringLiterals;

class TestIndexer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_indexer.reset(); }
    void everyFile_isStored();
    void secondPass_readsNothing();
    void changedNewAndGoneFiles_areFollowed();
    void regeneratedArchive_keepsItsRows();
    void copy_isNoMove();
    void firstBatch_isSmall();
    void firstPass_saysWhenAllIsStored();
    void stopInMidPass_nextPassCompletes();
    void stopBeforePass_doesNothing();
    void awaitedPass_comesBeforeTheListIndexes();
    void changesOnDisk_comeBetweenTwoListIndexes();
    void filesThatChangeUnderTheReader_data();
    void filesThatChangeUnderTheReader();
    void vanishedFolder_keepsRows();
    void goneFiles_data();
    void goneFiles();
    void unreadableFolder_keepsItsRows();
    void folderThatMayNotBeEntered_keepsItsRows();
    void fileThatCannotBeRead_isTriedAgainWhenAsked();
    void pass_startsTheWatch();
    void changes_data();
    void changes();
    void changedPart_keepsRowsThatMoved();
    void changedPart_neverEmptiesTheArchive();
    void changedPart_keepsWhatCannotBeLookedAt();
    void linkInTheChangedPart_wantsAWholePass();
    void veryDeepFolders_areRead();
    void damagedCatalogueInPass_isMadeAnew();
    void damagedForGood_memoryStandsIn();
    void unwritableCache_saysWhyAndWorks();
    void fullDiskInPass_saysWhyAndWorks();
    void otherWindowWritesForLong_isWaitedFor();
    void rebuild_startsEmpty();
    void brokenFiles_areCounted();

private:
    void write(const QString &name, const QByteArray &text) const;
    void writeMany(int count) const;
    PassResult run(Removal removal = Removal::Few, const ArchiveChanges &changes = ArchiveChanges::all());
    QStringList titles() const;
    QStringList rows() const;
    bool damage(const QString &sql) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Indexer> m_indexer;
    QString m_file;
    QString m_name;
    quint64 m_pass = 0;
};

void TestIndexer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"cache/c.sqlite"_s);
    m_indexer = std::make_unique<Indexer>();
    m_pass = 0;
    connect(m_indexer.get(), &Indexer::catalogueOpened, this,
            [this](quint64, const QString &name) { m_name = name; });
    m_indexer->openCatalogue(1, m_file);
    QCOMPARE(m_name, m_file);
}

void TestIndexer::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(u"archive/"_s + name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestIndexer::writeMany(int count) const
{
    for (int i = 0; i < count; ++i)
        write(u"many/%1.md"_s.arg(i), "---\ntitle: t" + QByteArray::number(i) + "\n---\ntext");
}

PassResult TestIndexer::run(Removal removal, const ArchiveChanges &changes)
{
    const QSignalSpy spy(m_indexer.get(), &Indexer::passFinished);
    m_indexer->runPass(1, ++m_pass, QFile::encodeName(m_folder->filePath(u"archive"_s)), {changes, removal});
    return spy.size() == 1 ? spy[0][1].value<PassResult>() : PassResult{-1, -1, false, u"not once"_s};
}

QStringList TestIndexer::titles() const
{
    QString error;
    Database database;
    database.open(m_name, DatabaseUse::Reading, &error);
    Statement all(database, u"SELECT title FROM articles ORDER BY title"_s);
    QStringList list;
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        list << all.text(0);
    return list;
}

// "1 path": every row, in the order of the numbers.
QStringList TestIndexer::rows() const
{
    QString error;
    Database database;
    database.open(m_name, DatabaseUse::Reading, &error);
    Statement all(database, u"SELECT id || ' ' || path FROM articles ORDER BY id"_s);
    QStringList list;
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        list << all.text(0);
    return list;
}

bool TestIndexer::damage(const QString &sql) const
{
    QString error;
    Database database;
    return database.open(m_name, DatabaseUse::Disposable, &error) && database.execute(sql, &error);
}

void TestIndexer::everyFile_isStored()
{
    writeMany(700);
    const PassResult result = run();
    QCOMPARE(result.error, QString());
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 700);
    QCOMPARE(titles().size(), 700);
    QVERIFY(titles().contains(u"t699"_s));
}

void TestIndexer::secondPass_readsNothing()
{
    writeMany(100);
    run();
    const QSignalSpy stored(m_indexer.get(), &Indexer::batchStored);
    const PassResult result = run();
    QVERIFY(result.complete);
    QCOMPARE(result.articles, 100);
    QCOMPARE(stored.size(), 0);
}

void TestIndexer::changedNewAndGoneFiles_areFollowed()
{
    write(u"a.md"_s, "---\ntitle: old\n---\n");
    write(u"b.md"_s, "---\ntitle: gone\n---\n");
    write(u"c.md"_s, "---\ntitle: same\n---\n");
    run();
    write(u"a.md"_s, "---\ntitle: changed\n---\n");
    write(u"d.md"_s, "---\ntitle: new\n---\n");
    QVERIFY(QFile::remove(m_folder->filePath(u"archive/b.md"_s)));
    QVERIFY(run().complete);
    QCOMPARE(titles(), QStringList({u"changed"_s, u"new"_s, u"same"_s}));
}

void TestIndexer::regeneratedArchive_keepsItsRows()
{
    const QByteArray one = "---\ntitle: one\ndate: Tue, 23 Nov 2021 04:19:03 GMT\n---\n<p>text</p>\n";
    write(u"x/one.md"_s, one);
    write(u"x/two.md"_s, "---\ntitle: two\n---\n");
    write(u"x/same.md"_s, "---\ntitle: same\n---\n");
    run();
    QStringList expected = rows();
    QVERIFY(QDir(m_folder->filePath(u"archive/x"_s)).removeRecursively());
    write(u"y/one-1637639863.md"_s, one);
    write(u"x/two.md"_s, "---\ntitle: two, edited\n---\n");
    write(u"x/same.md"_s, "---\ntitle: same\n---\n");
    const QSignalSpy stored(m_indexer.get(), &Indexer::batchStored);
    QVERIFY(run().complete);
    expected.replaceInStrings(u"x/one.md"_s, u"y/one-1637639863.md"_s);
    QCOMPARE(rows(), expected);
    QCOMPARE(stored.first().at(1).value<QList<ArticleId>>().size(), 3);
}

void TestIndexer::copy_isNoMove()
{
    write(u"a.md"_s, "---\ntitle: t\n---\ntext");
    run();
    write(u"b.md"_s, "---\ntitle: t\n---\ntext");
    QCOMPARE(run().articles, 2);
    QCOMPARE(rows(), QStringList({u"1 a.md"_s, u"2 b.md"_s}));
}

void TestIndexer::firstPass_saysWhenAllIsStored()
{
    writeMany(200);
    const QSignalSpy stored(m_indexer.get(), &Indexer::allStored);
    QStringList found;
    connect(m_indexer.get(), &Indexer::allStored, this, [&] { found = titles(); });
    run();
    QCOMPARE(stored.size(), 1);
    QCOMPARE(found.size(), 200);
    run();
    QCOMPARE(stored.size(), 1);
}

void TestIndexer::firstBatch_isSmall()
{
    writeMany(1000);
    int first = 0;
    connect(m_indexer.get(), &Indexer::batchStored, this, [this, &first] {
        if (first == 0)
            first = static_cast<int>(titles().size());
    });
    run();
    QVERIFY2(first > 0 && first <= 64, qPrintable(QString::number(first)));
}

void TestIndexer::stopInMidPass_nextPassCompletes()
{
    writeMany(1000);
    connect(m_indexer.get(), &Indexer::batchStored, m_indexer.get(), [this] { m_indexer->stop(1); });
    const PassResult stopped = run();
    QVERIFY(!stopped.complete);
    QCOMPARE(stopped.error, QString());
    QVERIFY(stopped.articles > 0 && stopped.articles < 1000);
    QCOMPARE(titles().size(), stopped.articles);
    QString error;
    Database database;
    QVERIFY(database.open(m_name, DatabaseUse::Reading, &error));
    Statement check(database, u"PRAGMA integrity_check"_s);
    QVERIFY(check.execute(&error) && check.next());
    QCOMPARE(check.text(0), u"ok"_s);
    const PassResult whole = run();
    QVERIFY(whole.complete);
    QCOMPARE(whole.articles, 1000);
}

void TestIndexer::stopBeforePass_doesNothing()
{
    writeMany(10);
    m_indexer->stop(1);
    const PassResult result = run();
    QVERIFY(!result.complete);
    QCOMPARE(result.articles, 0);
    QCOMPARE(run().articles, 10);
}

void TestIndexer::awaitedPass_comesBeforeTheListIndexes()
{
    writeMany(10);
    const QSignalSpy made(m_indexer.get(), &Indexer::listIndexesMade);
    const auto way = connect(m_indexer.get(), &Indexer::passFinished, m_indexer.get(),
                             [this] { m_indexer->makeWay(m_pass); }); // as F5 may be pressed in this moment
    QVERIFY(run().complete);
    QCOMPARE(made.size(), 0);
    disconnect(way);
    m_indexer->makeWay(m_pass + 1); // or before the pass has begun
    QVERIFY(run().complete);
    QCOMPARE(made.size(), 0);
    QVERIFY(run().complete);
    QCOMPARE(made.size(), 1);
}

// Who writes all the time keeps nobody from making them.
void TestIndexer::changesOnDisk_comeBetweenTwoListIndexes()
{
    if (!FolderEvents::isAvailable())
        QSKIP("nothing tells what changes here");
    writeMany(10);
    const QSignalSpy made(m_indexer.get(), &Indexer::listIndexesMade);
    connect(m_indexer.get(), &Indexer::passFinished, this,
            [this] { write(u"new%1.md"_s.arg(m_pass), "---\ntitle: new\n---\n"); });
    int passes = 0;
    for (; made.isEmpty() && passes < 10; ++passes)
        QVERIFY(run().complete);
    QCOMPARE(passes, 5); // of six indexes the pass makes one itself
    QCOMPARE(titles().size(), 10 + passes - 1);
}

void TestIndexer::filesThatChangeUnderTheReader_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("first pass") << true;
    QTest::newRow("reconcile") << false;
}

// All files of a folder are looked at before the first of them are read; one disappears in between, one is
// moved, one grows, one shrinks.
void TestIndexer::filesThatChangeUnderTheReader()
{
    QFETCH(const bool, isFirst);
    constexpr int count = 400;
    const auto article = [this](int number, const QByteArray &text) {
        write(u"many/%1.md"_s.arg(number), "---\ntitle: t" + QByteArray::number(number) + text);
    };
    for (int i = 0; i < count; ++i)
        article(i, "\n---\ntext");
    if (!isFirst) {
        run();
        for (int i = 0; i < count; ++i)
            article(i, "\nauthor: other\n---\ntext");
    }
    const QStringList before = rows();
    const QString folder = m_folder->filePath(u"archive/many/"_s);
    QObject once;
    connect(m_indexer.get(), &Indexer::batchStored, &once, [&, isDone = false]() mutable {
        if (std::exchange(isDone, true))
            return;
        for (int i = 200; i < count; i += 20) {
            QVERIFY(QFile::remove(folder + u"%1.md"_s.arg(i)));
            QVERIFY(QFile::rename(folder + u"%1.md"_s.arg(i + 1), folder + u"moved%1.md"_s.arg(i + 1)));
            article(i + 2, " grown" + QByteArray(9000, ' ') + "\n---\ntext");
            article(i + 3, "\n---\n");
        }
    });
    run(Removal::Few);
    disconnect(m_indexer.get(), nullptr, &once, nullptr);
    const QStringList then = titles();
    QVERIFY(!then.contains(u"200"_s) &&
            !then.contains(u"201"_s)); // no row by the name of a file that is gone
    const PassResult result = run(Removal::Most);
    QVERIFY(result.complete);
    QCOMPARE(result.articles, count - 10);
    QCOMPARE(result.withProblems, 0);
    QVERIFY(titles().contains(u"t202 grown"_s) && titles().contains(u"t201"_s));
    QVERIFY(!titles().contains(u"t200"_s));
    for (const QString &row : before) {
        const int number = row.section(u'/', 1).section(u'.', 0, 0).toInt();
        if (number < 200 || number % 20 != 1)
            continue;
        const QString moved = QString(row).replace(u"many/"_s, u"many/moved"_s);
        QVERIFY2(rows().contains(moved), qPrintable(moved)); // under its old number
    }
}

void TestIndexer::vanishedFolder_keepsRows()
{
    writeMany(10);
    run();
    QVERIFY(QDir().rename(m_folder->filePath(u"archive"_s), m_folder->filePath(u"away"_s)));
    const PassResult result = run();
    QVERIFY(!result.complete);
    QVERIFY(!result.error.isEmpty());
    QCOMPARE(result.articles, 10);
    QCOMPARE(titles().size(), 10);
}

void TestIndexer::goneFiles_data()
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

void TestIndexer::goneFiles()
{
    QFETCH(const int, before);
    QFETCH(const int, gone);
    QFETCH(const Removal, removal);
    QFETCH(const int, missing);
    writeMany(before);
    run();
    for (int i = 0; i < gone; ++i)
        QVERIFY(QFile::remove(m_folder->filePath(u"archive/many/%1.md"_s.arg(i))));
    const PassResult result = run(removal);
    QVERIFY(result.complete);
    QCOMPARE(result.missing, missing);
    QCOMPARE(result.isEmptied, missing == before);
    QCOMPARE(result.articles, before - gone + missing);
    QCOMPARE(titles().size(), result.articles);
}

void TestIndexer::unreadableFolder_keepsItsRows()
{
    write(u"a/b/1.md"_s, "---\ntitle: below\n---\n");
    write(u"ab/2.md"_s, "---\ntitle: beside\n---\n");
    write(u"c/3.md"_s, "---\ntitle: other\n---\n");
    run();
    QVERIFY(QDir(m_folder->filePath(u"archive/ab"_s)).removeRecursively());
    const QString folder = m_folder->filePath(u"archive/a"_s);
    QVERIFY(QFile::setPermissions(folder, {}));
    if (QDir(folder).isReadable()) {
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QSKIP("root may read everything");
    }
    const PassResult result = run(Removal::Most);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(result.missing, 0);
    QCOMPARE(titles(), QStringList({u"a"_s, u"below"_s, u"other"_s}));
}

void TestIndexer::folderThatMayNotBeEntered_keepsItsRows()
{
    write(u"a/1.md"_s, "---\ntitle: inside\n---\n");
    write(u"c/3.md"_s, "---\ntitle: other\n---\n");
    run();
    const QString folder = m_folder->filePath(u"archive/a"_s);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner)); // its names may be read, and nothing else
    const bool isEntered = QFile::exists(folder + u"/1.md"_s);
    const PassResult result = run(Removal::Most);
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    if (isEntered)
        QSKIP("root may enter everything");
    QCOMPARE(result.missing, 0);
    QCOMPARE(titles(), QStringList({u"a"_s, u"inside"_s, u"other"_s}));
    QVERIFY(run(Removal::Most).complete);
    QCOMPARE(titles(), QStringList({u"inside"_s, u"other"_s}));
}

void TestIndexer::fileThatCannotBeRead_isTriedAgainWhenAsked()
{
#ifdef Q_OS_LINUX
    write(u"a.md"_s, "---\ntitle: sound\n---\n");
    // Regular, with a size, and every read fails: the loopback device has no speed.
    QVERIFY(QFile::link(u"/sys/class/net/lo/speed"_s, m_folder->filePath(u"archive/b.md"_s)));
    if (run().withProblems != 1)
        QSKIP("no such file here");
    const QSignalSpy stored(m_indexer.get(), &Indexer::batchStored);
    QCOMPARE(run().articles, 2);
    QCOMPARE(stored.size(), 0);
    QCOMPARE(run(Removal::Most).articles, 2);
    QCOMPARE(stored.size(), 0); // as before, and its row stays
    QVERIFY(damage(u"UPDATE articles SET problems=(SELECT problems FROM articles WHERE path=x'622e6d64'),"
                   " title='' WHERE path=x'612e6d64'"_s)); // "b.md" and "a.md"
    QCOMPARE(run().articles, 2);
    QCOMPARE(stored.size(), 0);
    const PassResult result = run(Removal::Most);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0][1].value<QList<ArticleId>>().size(), 1);
    QCOMPARE(result.withProblems, 1);
    QVERIFY(titles().contains(u"sound"_s));
#else
    QSKIP("Only Linux has a file that never can be read.");
#endif
}

void TestIndexer::pass_startsTheWatch()
{
    if (!FolderEvents::isAvailable())
        QSKIP("this system does not watch folders");
    write(u"a/1.md"_s, "---\ntitle: one\n---\n");
    run();
    QSignalSpy changed(m_indexer.get(), &Indexer::filesChanged);
    write(u"a/2.md"_s, "---\ntitle: two\n---\n");
    QVERIFY(changed.wait());
    QCOMPARE(changed[0][0].value<ArchiveChanges>().files, QSet<QByteArray>{"a/2.md"});
}

// Everything on disk is another after the first pass; only what is named is looked at.
void TestIndexer::changes_data()
{
    using Paths = QSet<QByteArray>;
    QTest::addColumn<Paths>("files");
    QTest::addColumn<Paths>("folders");
    QTest::addColumn<Paths>("goneFolders");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const Paths &files, const Paths &folders, const Paths &goneFolders,
                        const char *expected) {
        QTest::newRow(name) << files << folders << goneFolders << QString::fromLatin1(expected).split(u' ');
    };
    row("nothing", {}, {}, {}, "1 2 3 4");
    row("changed file", {"1.md"}, {}, {}, "2 3 4 new1");
    row("new file", {"5.md"}, {}, {}, "1 2 3 4 5");
    row("removed file", {"2.md"}, {}, {}, "1 3 4");
    row("file in a folder", {"new/deep/6.md"}, {}, {}, "1 2 3 4 6");
    row("file that never was", {"none.md", "none/none.md"}, {}, {}, "1 2 3 4");
    row("new folder", {}, {"new"}, {}, "1 2 3 4 6 7");
    row("folder below a new one", {"new/7.md"}, {"new", "new/deep"}, {}, "1 2 3 4 6 7");
    row("removed folder", {}, {}, {"gone"}, "1 2 4");
    row("removed and made again", {}, {"again"}, {"again"}, "1 2 3 new4");
    row("removed folder and what was in it", {"gone/3.md"}, {}, {"gone"}, "1 2 4");
    row("all", {"1.md", "2.md", "5.md"}, {"new", "again"}, {"gone", "again"}, "5 6 7 new1 new4");
}

void TestIndexer::changes()
{
    QFETCH(const QSet<QByteArray>, files);
    QFETCH(const QSet<QByteArray>, folders);
    QFETCH(const QSet<QByteArray>, goneFolders);
    QFETCH(const QStringList, expected);
    const auto article = [this](const QString &path, const QByteArray &title) {
        write(path, "---\ntitle: '" + title + "'\n---\n" + title);
    };
    article(u"1.md"_s, "1");
    article(u"2.md"_s, "2");
    article(u"gone/3.md"_s, "3");
    article(u"again/4.md"_s, "4");
    run();
    QVERIFY(QFile::remove(m_folder->filePath(u"archive/2.md"_s)));
    QVERIFY(QDir(m_folder->filePath(u"archive/gone"_s)).removeRecursively());
    article(u"1.md"_s, "new1");
    article(u"5.md"_s, "5");
    article(u"new/deep/6.md"_s, "6");
    article(u"new/7.md"_s, "7");
    article(u"again/4.md"_s, "new4");
    const PassResult result = run(Removal::Few, {files, folders, goneFolders, false});
    QVERIFY(result.complete && result.error.isEmpty() && result.missing == 0);
    QCOMPARE(titles(), expected);
    QCOMPARE(result.articles, expected.size());
}

void TestIndexer::changedPart_keepsRowsThatMoved()
{
    write(u"a/1.md"_s, "---\ntitle: one\n---\ntext");
    write(u"2.md"_s, "---\ntitle: two\n---\ntext");
    run();
    QSignalSpy stored(m_indexer.get(), &Indexer::batchStored);
    QVERIFY(QDir().rename(m_folder->filePath(u"archive/a"_s), m_folder->filePath(u"archive/b"_s)));
    QVERIFY(run(Removal::Few, {{}, {"b"}, {"a"}, false}).complete);
    QCOMPARE(titles(), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0][1].value<QList<ArticleId>>().size(), 1);
}

void TestIndexer::changedPart_neverEmptiesTheArchive()
{
    write(u"a/1.md"_s, "---\ntitle: one\n---\n");
    run();
    QVERIFY(QDir(m_folder->filePath(u"archive/a"_s)).removeRecursively());
    const PassResult result = run(Removal::Few, {{}, {}, {"a"}, false});
    QCOMPARE(result.missing, 1);
    QVERIFY(!result.isEmptied); // a walk over everything has to say so
    QCOMPARE(titles(), QStringList(u"one"_s));
}

// A link that leads to itself stands for everything that only hides a file: no permission, no free
// descriptor.
void TestIndexer::changedPart_keepsWhatCannotBeLookedAt()
{
#ifdef Q_OS_UNIX
    write(u"a/1.md"_s, "---\ntitle: one\n---\ntext");
    write(u"2.md"_s, "---\ntitle: two\n---\ntext");
    run();
    const QStringList before = rows();
    const QString folder = m_folder->filePath(u"archive/a"_s);
    QVERIFY(QFile::rename(folder, m_folder->filePath(u"away"_s)) && QFile::link(u"a"_s, folder));
    write(u"3.md"_s, "---\ntitle: one\n---\ntext"); // a copy, not the one that moved
    const PassResult result = run(Removal::Most, {{"a/1.md", "3.md"}, {}, {}, false});
    QVERIFY(result.complete);
    QCOMPARE(rows().mid(0, 2), before);
    QCOMPARE(result.articles, 3);
#else
    QSKIP("Only Unix has links that lead to themselves.");
#endif
}

void TestIndexer::linkInTheChangedPart_wantsAWholePass()
{
    write(u"a/1.md"_s, "---\ntitle: one\n---\n");
    run();
    QVERIFY(QDir().mkpath(m_folder->filePath(u"archive/b"_s)));
    if (!QFile::link(m_folder->filePath(u"archive/a"_s), m_folder->filePath(u"archive/b/link"_s)) ||
        !QFileInfo(m_folder->filePath(u"archive/b/link"_s)).isSymLink())
        QSKIP("no links here");
    const QSignalSpy changed(m_indexer.get(), &Indexer::filesChanged);
    QVERIFY(run(Removal::Few, {{}, {"b"}, {}, false}).complete);
    QCOMPARE(titles(), QStringList(u"one"_s));
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed[0][0].value<ArchiveChanges>().everything);
}

// Whoever counts the files beside must not use up what the readers need: a process may have 1,024 files open.
void TestIndexer::veryDeepFolders_areRead()
{
    writeMany(3000);
    const QString before = QDir::currentPath();
    QVERIFY(QDir().mkpath(m_folder->filePath(u"archive/d"_s)) &&
            QDir::setCurrent(m_folder->filePath(u"archive/d"_s)));
    bool isMade = true;
    for (int i = 0; i < 5000 && isMade; ++i)
        isMade = QDir().mkdir(u"d"_s) && QDir::setCurrent(u"d"_s);
    QFile file(u"deep.md"_s);
    isMade = isMade && file.open(QIODevice::WriteOnly) && file.write("---\ntitle: deep\n---\n") > 0;
    file.close();
    QDir::setCurrent(before);
    run();
    const PassResult result = run(); // by several threads
    const QStringList found = titles();
    // QTemporaryDir knows no paths of this length.
    QCOMPARE(QProcess::execute(u"rm"_s, {u"-rf"_s, m_folder->filePath(u"archive/d"_s)}), 0);
    if (!isMade)
        QSKIP("this file system takes no folders so deep");
    QVERIFY(result.complete);
    QCOMPARE(result.withProblems, 0);
    QCOMPARE(found.size(), 3001);
    QVERIFY(found.contains(u"deep"_s));
}

void TestIndexer::damagedCatalogueInPass_isMadeAnew()
{
    writeMany(10);
    QVERIFY(damage(u"DROP TABLE categories"_s));
    const PassResult result = run();
    QVERIFY2(result.complete, qPrintable(result.error));
    QCOMPARE(result.articles, 10);
    QCOMPARE(m_name, m_file);
    QCOMPARE(titles().size(), 10);
}

void TestIndexer::damagedForGood_memoryStandsIn()
{
    writeMany(10);
    QVERIFY(damage(u"DROP TABLE categories"_s));
    // A folder where the new file has to be, as soon as the old one is gone, cannot be had; one beside it
    // can.
    QVERIFY(QFile::remove(m_file + u"-journal"_s) || !QFile::exists(m_file + u"-journal"_s));
    QVERIFY(QDir().mkpath(m_file + u"-journal/in the way"_s));
    QString reason;
    connect(m_indexer.get(), &Indexer::catalogueOpened, this,
            [&reason](quint64, const QString &, const QString &why) { reason = why; });
    const PassResult result = run();
    QVERIFY2(result.complete, qPrintable(result.error));
    QVERIFY(m_name != m_file);
    QVERIFY(!reason.isEmpty());
    QCOMPARE(titles().size(), 10);
}

void TestIndexer::unwritableCache_saysWhyAndWorks()
{
    writeMany(10);
    const QString blocked = m_folder->filePath(u"blocked"_s);
    QVERIFY(QFile(blocked).open(QIODevice::WriteOnly));
    const QSignalSpy opened(m_indexer.get(), &Indexer::catalogueOpened);
    m_indexer->openCatalogue(2, blocked + u"/c.sqlite"_s);
    QCOMPARE(opened.size(), 1);
    QVERIFY(!opened[0][2].toString().isEmpty());
    QCOMPARE(run().articles, 10);
    QCOMPARE(titles().size(), 10);
}

void TestIndexer::fullDiskInPass_saysWhyAndWorks()
{
#if defined(Q_OS_UNIX)
    writeMany(3000);
    QString reason;
    connect(m_indexer.get(), &Indexer::catalogueOpened, this,
            [&reason](quint64, const QString &, const QString &why) { reason = why; });
    std::optional<FileLimit> limit(192 * 1024);
    QVERIFY(limit->isSet());
    const PassResult result = run();
    limit.reset();
    QVERIFY2(result.complete, qPrintable(result.error));
    QVERIFY(m_name != m_file);
    QVERIFY(!reason.isEmpty());
    QCOMPARE(titles().size(), 3000);
#else
    QSKIP("Only Unix limits how large a file may grow.");
#endif
}

// SQLite waits for five seconds, and a million articles need more for an index.
void TestIndexer::otherWindowWritesForLong_isWaitedFor()
{
    constexpr int longerThanSqliteWaits = 6000; // milliseconds
    writeMany(10);
    QCOMPARE(run().articles, 10);
    QString error;
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error) &&
            other.execute(u"BEGIN IMMEDIATE"_s, &error));
    write(u"new.md"_s, "---\ntitle: new\n---\ntext");
    QThread thread;
    m_indexer->moveToThread(&thread);
    thread.start();
    QSignalSpy opened(m_indexer.get(), &Indexer::catalogueOpened);
    QSignalSpy finished(m_indexer.get(), &Indexer::passFinished);
    QMetaObject::invokeMethod(m_indexer.get(), [this] { run(); });
    const bool isMadeAnew = opened.wait(longerThanSqliteWaits);
    const bool isLeft = other.execute(u"COMMIT"_s, &error);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    connect(&thread, &QThread::finished, m_indexer.release(), &QObject::deleteLater); // in its thread
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(!isMadeAnew && isLeft && opened.isEmpty());
    QVERIFY(finished[0][1].value<PassResult>().complete);
    QCOMPARE(titles().size(), 11);
}

void TestIndexer::rebuild_startsEmpty()
{
    writeMany(10);
    run();
    m_indexer->rebuildCatalogue(1);
    QCOMPARE(titles().size(), 0);
    QCOMPARE(run().articles, 10);
}

void TestIndexer::brokenFiles_areCounted()
{
    write(u"good.md"_s, "---\ntitle: good\ndate: 2021-11-23 12:00:00\ncategories: [a]\n---\ntext");
    write(u"spoilt.md"_s, "---\ntitle: \"\"\"\"x'y'\"\"\"\"\n---\ntext");
    const PassResult result = run();
    QCOMPARE(result.articles, 2);
    QCOMPARE(result.withProblems, 1);
}

QTEST_GUILESS_MAIN(TestIndexer)
#include "tst_indexer.moc"
