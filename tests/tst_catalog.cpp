#include "tests/catalogtest.h"

using namespace Qt::StringLiterals;

namespace
{

ArticleId rowOf(Catalog &catalog, const ReadFile &file)
{
    QString error;
    return catalog.knownFiles(&error).find(placeOf(file.entry.path), stampOf(file.entry)).value_or(0);
}

}

// What is stored of articles, under which numbers, and counted for each category.
class TestCatalog final : public CatalogTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void storedFile_isKnown();
    void rowNumbers_areNeverUsedAgain();
    void twoFirstPasses_storeEachFileOnce();
    void counts_followStoreAndRemove();
    void counts_followRemovalAfterReopening();
    void changedFile_keepsItsNumber();
    void movedFile_keepsItsNumber();
    void copyOfAFile_getsItsOwnNumber();
    void failedBatch_changesNothing();
    void below_namesNeitherTheFolderNorItsNeighbours();
};

void TestCatalog::storedFile_isKnown()
{
    QString error;
    Catalog catalog;
    QVERIFY2(catalog.open(m_file, &error), qPrintable(error));
    ReadFile file = made("a/\xff.md", {u"甲"_s});
    file.entry.inode = std::numeric_limits<quint64>::max();
    file.head.problems = Problem::DateMissing | Problem::EncodingDamaged;
    QVERIFY2(catalog.store({file}, {}, &error), qPrintable(error));
    QVERIFY2(catalog.makeIndexes(&error), qPrintable(error));
    const KnownFiles known = catalog.knownFiles(&error);
    QCOMPARE(known.files().size(), size_t(1));
    const qint64 place = placeOf(file.entry.path);
    QCOMPARE(known.find(place, stampOf(file.entry)), catalog.newestId());
    QCOMPARE(catalog.rowOfFile(file.entry, &error), catalog.newestId());
    file.entry.size = 2;
    QVERIFY(!known.find(place, stampOf(file.entry)));
    QCOMPARE(catalog.rowOfFile(file.entry, &error), 0);
    QCOMPARE(catalog.problemCount(), 1);
}

void TestCatalog::rowNumbers_areNeverUsedAgain()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {}), made("2", {})}, {}, &error) && catalog.makeIndexes(&error));
    QVERIFY(catalog.remove({rowOf(catalog, made("2", {}))}, &error));
    QVERIFY(catalog.store({made("3", {})}, {}, &error));
    QCOMPARE(rowOf(catalog, made("3", {})), 3);
    QVERIFY(catalog.remove({3}, &error));
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("4", {})}, {}, &error));
    QCOMPARE(rowOf(catalog, made("4", {})), 4);
    QCOMPARE(catalog.newestId(), 4);
    QCOMPARE(error, QString());
}

void TestCatalog::twoFirstPasses_storeEachFileOnce()
{
    QString error;
    Catalog one;
    Catalog other;
    QVERIFY(one.open(m_file, &error) && other.open(m_file, &error));
    QVERIFY(one.store({made("1", {u"a"_s}), made("2", {})}, {}, &error));
    QVERIFY2(other.store({made("1", {u"a"_s}), made("3", {u"a"_s})}, {}, &error), qPrintable(error));
    QVERIFY2(one.store({made("3", {u"a"_s}), made("4", {})}, {}, &error), qPrintable(error));
    QVERIFY2(other.store({made("4", {}), made("2", {})}, {}, &error), qPrintable(error));
    QVERIFY(one.makeIndexes(&error) && other.makeIndexes(&error));
    QCOMPARE(one.knownFiles(&error).files().size(), size_t(4));
    QCOMPARE(other.articleCount(), 4);
    QCOMPARE(tree(m_file), u"=4 /a=2"_s);
    QCOMPARE(error, QString());
}

void TestCatalog::counts_followStoreAndRemove()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s, u"b"_s}), made("2", {u"a"_s}), made("3", {})}, {}, &error));
    QVERIFY(catalog.makeIndexes(&error));
    QCOMPARE(tree(m_file), u"=3 /a=2 /a/b=1"_s);
    QVERIFY(catalog.store({made("1", {u"c"_s}, 2)}, {}, &error));
    QCOMPARE(tree(m_file), u"=3 /a=1 /a/b=0 /c=1"_s);
    QVERIFY(catalog.remove({rowOf(catalog, made("2", {})), 12345}, &error));
    QCOMPARE(tree(m_file), u"=2 /a=0 /a/b=0 /c=1"_s);
    QCOMPARE(catalog.articleCount(), 2);
}

void TestCatalog::counts_followRemovalAfterReopening()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s, u"b"_s})}, {}, &error));
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.remove({catalog.newestId()}, &error));
    QCOMPARE(tree(m_file), u"=0 /a=0 /a/b=0"_s);
}

void TestCatalog::changedFile_keepsItsNumber()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {}), made("2", {})}, {}, &error) && catalog.makeIndexes(&error));
    const ArticleId before = rowOf(catalog, made("1", {}));
    ReadFile changed = made("1", {u"a"_s}, 2);
    changed.head.identity = Identity{12345};
    QCOMPARE(catalog.store({changed}, {}, &error), QList<ArticleId>{before});
    QCOMPARE(rowOf(catalog, changed), before);
    QCOMPARE(rowOf(catalog, made("1", {})), 0);
    QCOMPARE(catalog.articleCount(), 2);
    QCOMPARE(tree(m_file), u"=2 /a=1"_s);
}

void TestCatalog::movedFile_keepsItsNumber()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s}), made("2", {})}, {}, &error) && catalog.makeIndexes(&error));
    const ArticleId before = rowOf(catalog, made("1", {}));
    ReadFile moved = made("elsewhere/1", {u"b"_s});
    moved.head.identity = made("1", {}).head.identity;
    const auto isGone = [](const KnownRow &row) { return row.path == "1"; };
    QCOMPARE(catalog.store({moved}, isGone, &error), QList<ArticleId>{before});
    QCOMPARE(rowOf(catalog, moved), before);
    QCOMPARE(tree(m_file), u"=2 /a=0 /b=1"_s);
}

void TestCatalog::copyOfAFile_getsItsOwnNumber()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {})}, {}, &error) && catalog.makeIndexes(&error));
    ReadFile copy = made("copy of 1", {});
    copy.head.identity = made("1", {}).head.identity;
    QCOMPARE(catalog.store(
                 {copy}, [](const KnownRow &) { return false; }, &error),
             QList<ArticleId>());
    QCOMPARE(catalog.articleCount(), 2);
    QVERIFY(rowOf(catalog, copy) > rowOf(catalog, made("1", {})));
}

void TestCatalog::failedBatch_changesNothing()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s})}, {}, &error));
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"CREATE TRIGGER no BEFORE INSERT ON articles WHEN NEW.title='bad' BEGIN"
                          " SELECT raise(ABORT, 'refused'); END"_s,
                          &error));
    QVERIFY(!catalog.store({made("2", {u"new"_s}), made("bad", {u"new"_s})}, {}, &error));
    QVERIFY2(error.contains(u"refused"_s), qPrintable(error));
    QCOMPARE(tree(m_file), u"=1 /a=1"_s);
    QVERIFY(catalog.store({made("2", {u"new"_s})}, {}, &error));
    QCOMPARE(tree(m_file), u"=2 /a=1 /new=1"_s);
}

void TestCatalog::below_namesNeitherTheFolderNorItsNeighbours()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    const ReadFile inside = made("a/1", {});
    const ReadFile deeper = made("a/b/2", {});
    QVERIFY(
        catalog.store({made("a", {}), inside, deeper, made("a.md", {}), made("ab/3", {}), made("c/a/4", {})},
                      {}, &error) &&
        catalog.makeIndexes(&error));
    QList<ArticleId> found = catalog.below({"a", "none", "a/b"}, &error);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, QList<ArticleId>({rowOf(catalog, inside), rowOf(catalog, deeper)}));
    QVERIFY(catalog.below({}, &error).isEmpty());
    QCOMPARE(error, QString());
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
