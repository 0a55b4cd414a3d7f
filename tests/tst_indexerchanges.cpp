#include "tests/indexertest.h"

using namespace Qt::StringLiterals;

class TestIndexerChanges final : public IndexerTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void changes_data();
    void changes();
    void changedPart_keepsRowsThatMoved();
    void changedPart_neverEmptiesTheArchive();
    void changedPart_keepsWhatCannotBeLookedAt();
    void linkInTheChangedPart_wantsAWholePass();
};

// Everything on disk is another after the first pass; only what is named is looked at.
void TestIndexerChanges::changes_data()
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

void TestIndexerChanges::changes()
{
    QFETCH(const QSet<QByteArray>, files);
    QFETCH(const QSet<QByteArray>, folders);
    QFETCH(const QSet<QByteArray>, goneFolders);
    QFETCH(const QStringList, expected);
    const auto article = [this](const QString &path, const QByteArray &title) {
        QVERIFY(m_folder->write(path, "---\ntitle: '" + title + "'\n---\n" + title));
    };
    article(u"1.md"_s, "1");
    article(u"2.md"_s, "2");
    article(u"gone/3.md"_s, "3");
    article(u"again/4.md"_s, "4");
    m_folder->run();
    QVERIFY(QFile::remove(m_folder->path(u"2.md"_s)));
    QVERIFY(QDir(m_folder->path(u"gone"_s)).removeRecursively());
    article(u"1.md"_s, "new1");
    article(u"5.md"_s, "5");
    article(u"new/deep/6.md"_s, "6");
    article(u"new/7.md"_s, "7");
    article(u"again/4.md"_s, "new4");
    const PassResult result = m_folder->run(Removal::Few, {files, folders, goneFolders, false});
    QVERIFY(result.complete && result.error.isEmpty() && result.missing == 0);
    QCOMPARE(m_folder->titles(), expected);
    QCOMPARE(result.articles, expected.size());
}

void TestIndexerChanges::changedPart_keepsRowsThatMoved()
{
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: one\n---\ntext"));
    QVERIFY(m_folder->write(u"2.md"_s, "---\ntitle: two\n---\ntext"));
    m_folder->run();
    QSignalSpy stored(m_folder->indexer.get(), &Indexer::batchStored);
    QVERIFY(QDir().rename(m_folder->path(u"a"_s), m_folder->path(u"b"_s)));
    QVERIFY(m_folder->run(Removal::Few, {{}, {"b"}, {"a"}, false}).complete);
    QCOMPARE(m_folder->titles(), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0][1].value<QList<ArticleId>>().size(), 1);
}

void TestIndexerChanges::changedPart_neverEmptiesTheArchive()
{
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: one\n---\n"));
    m_folder->run();
    QVERIFY(QDir(m_folder->path(u"a"_s)).removeRecursively());
    const PassResult result = m_folder->run(Removal::Few, {{}, {}, {"a"}, false});
    QCOMPARE(result.missing, 1);
    QVERIFY(!result.isEmptied); // a walk over everything has to say so
    QCOMPARE(m_folder->titles(), QStringList(u"one"_s));
}

// A link that leads to itself stands for everything that only hides a file: no permission, no free
// descriptor.
void TestIndexerChanges::changedPart_keepsWhatCannotBeLookedAt()
{
#ifdef Q_OS_UNIX
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: one\n---\ntext"));
    QVERIFY(m_folder->write(u"2.md"_s, "---\ntitle: two\n---\ntext"));
    m_folder->run();
    const QStringList before = m_folder->rows();
    const QString folder = m_folder->path(u"a"_s);
    QVERIFY(QFile::rename(folder, m_folder->folder.filePath(u"away"_s)) && QFile::link(u"a"_s, folder));
    m_folder->write(u"3.md"_s, "---\ntitle: one\n---\ntext"); // a copy, not the one that moved
    const PassResult result = m_folder->run(Removal::Most, {{"a/1.md", "3.md"}, {}, {}, false});
    QVERIFY(result.complete);
    QCOMPARE(m_folder->rows().mid(0, 2), before);
    QCOMPARE(result.articles, 3);
#else
    QSKIP("Only Unix has links that lead to themselves.");
#endif
}

void TestIndexerChanges::linkInTheChangedPart_wantsAWholePass()
{
    QVERIFY(m_folder->write(u"a/1.md"_s, "---\ntitle: one\n---\n"));
    m_folder->run();
    QVERIFY(QDir().mkpath(m_folder->path(u"b"_s)));
    if (!QFile::link(m_folder->path(u"a"_s), m_folder->path(u"b/link"_s)) ||
        !QFileInfo(m_folder->path(u"b/link"_s)).isSymLink())
        QSKIP("no links here");
    const QSignalSpy changed(m_folder->indexer.get(), &Indexer::filesChanged);
    QVERIFY(m_folder->run(Removal::Few, {{}, {"b"}, {}, false}).complete);
    QCOMPARE(m_folder->titles(), QStringList(u"one"_s));
    QVERIFY(!changed.isEmpty());
    QVERIFY(changed[0][0].value<ArchiveChanges>().everything);
}

QTEST_GUILESS_MAIN(TestIndexerChanges)
#include "tst_indexerchanges.moc"
