#include "app/catalog/catalog.h"
#include "tests/notroot.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

ReadFile made(const QByteArray &path, const QStringList &categories, qint64 size = 1)
{
    ArticleHead head;
    head.title = QString::fromUtf8(path);
    head.categories = categories;
    head.date = QDateTime(QDate(2021, 11, 23), QTime(4, 19, 3), Qt::UTC);
    head.identity = Identity{qHash(path)};
    return {{path, size, 1000, 7, {}}, PackedHead(head)};
}

ArticleId rowOf(Catalog &catalog, const ReadFile &file)
{
    QString error;
    return catalog.knownFiles(&error).find(placeOf(file.entry.path), stampOf(file.entry)).value_or(0);
}

// "a=2 a/b=1": every category with its total, outermost first.
QString tree(const QString &name)
{
    QString error;
    Database database;
    if (!database.open(name, DatabaseUse::Reading, &error))
        return error;
    Statement all(database,
                  u"WITH RECURSIVE t(id, path, total) AS (SELECT id, '', total FROM categories WHERE id=0"
                  " UNION ALL SELECT c.id, t.path || '/' || c.name, c.total FROM t JOIN categories c"
                  " ON c.parent=t.id) SELECT path || '=' || total FROM t ORDER BY path"_s);
    QStringList parts;
    for (bool more = all.execute(&error) && all.next(); more; more = all.next())
        parts << all.text(0);
    return parts.join(u' ');
}

}

class TestCatalog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void storedFile_isKnown();
    void rowNumbers_areNeverUsedAgain();
    void twoFirstPasses_storeEachFileOnce();
    void fileThatAnotherWrites_isOpened();
    void lockedFile_memoryStandsIn();
    void fileThatMayNotBeWritten_memoryStandsIn();
    void counts_followStoreAndRemove();
    void counts_followRemovalAfterReopening();
    void changedFile_keepsItsNumber();
    void movedFile_keepsItsNumber();
    void copyOfAFile_getsItsOwnNumber();
    void failedBatch_changesNothing();
    void below_namesNeitherTheFolderNorItsNeighbours();
    void otherSchema_isRebuilt();
    void garbage_isRebuilt();
    void damagedPages_canBeRebuilt();
    void fileInPlaceOfFolder_memoryStandsIn();
    void folderInPlaceOfFile_memoryStandsIn();
    void archives_haveFilesOfTheirOwn();

private:
    bool makeWithOne() const;

    QTemporaryDir m_folder;
    QString m_file;
};

void TestCatalog::init()
{
    m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u"/c.sqlite"_s);
}

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

// Another program holds it for longer than anybody waits.
bool TestCatalog::makeWithOne() const
{
    QString error;
    Catalog catalog;
    return catalog.open(m_file, &error) && catalog.store({made("1", {})}, {}, &error);
}

// Another window makes its indexes, which takes longer than anybody waits for the rows.
void TestCatalog::fileThatAnotherWrites_isOpened()
{
    QString error;
    QVERIFY(makeWithOne());
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"BEGIN IMMEDIATE"_s, &error));
    Catalog catalog;
    QVERIFY2(catalog.open(m_file, &error), qPrintable(error));
    QCOMPARE(catalog.databaseName(), m_file);
    QCOMPARE(catalog.articleCount(), 1);
    QVERIFY(other.execute(u"ROLLBACK"_s, &error));
    QVERIFY2(catalog.store({made("2", {})}, {}, &error), qPrintable(error));
}

// Nobody may even read it, and it stays so.
void TestCatalog::lockedFile_memoryStandsIn()
{
    QString error;
    QVERIFY(makeWithOne());
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"PRAGMA journal_mode=DELETE"_s, &error));
    QVERIFY(other.execute(u"BEGIN EXCLUSIVE"_s, &error));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.databaseName() != m_file);
    error.clear();
    QVERIFY2(catalog.store({made("2", {})}, {}, &error), qPrintable(error));
    QVERIFY(other.execute(u"ROLLBACK"_s, &error));
    QVERIFY(catalog.open(m_file, &error)); // untouched
    QCOMPARE(catalog.articleCount(), 1);
}

void TestCatalog::fileThatMayNotBeWritten_memoryStandsIn()
{
    const NotRoot user;
    const QTemporaryDir folder;
    m_file = folder.filePath(u"c.sqlite"_s);
    QString error;
    QVERIFY(makeWithOne());
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.databaseName() != m_file);
    QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(catalog.open(m_file, &error)); // untouched
    QCOMPARE(catalog.articleCount(), 1);
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

void TestCatalog::otherSchema_isRebuilt()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error) && catalog.store({made("1", {})}, {}, &error));
    {
        Database other;
        QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
        QVERIFY(other.setSchemaNumber(Catalog::schemaNumber + 1, &error));
    }
    QVERIFY(catalog.open(m_file, &error));
    QCOMPARE(catalog.articleCount(), 0);
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
}

void TestCatalog::garbage_isRebuilt()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(100000, 'x'));
    file.close();
    QString error;
    Catalog catalog;
    QVERIFY2(catalog.open(m_file, &error), qPrintable(error));
    QCOMPARE(catalog.databaseName(), m_file);
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
}

void TestCatalog::damagedPages_canBeRebuilt()
{
    QString error;
    {
        Catalog catalog;
        QList<ReadFile> files;
        for (int i = 0; i < 2000; ++i)
            files << made(QByteArray::number(i) + ".md", {u"a"_s});
        QVERIFY(catalog.open(m_file, &error) && catalog.store(files, {}, &error));
        QVERIFY(catalog.makeIndexes(&error));
    }
    qint64 page = 0;
    {
        Database other;
        QVERIFY(other.open(m_file, DatabaseUse::Reading, &error));
        // Not the first: opening looks at that.
        Statement last(other, u"SELECT pageno FROM dbstat WHERE name='articles_place' AND pagetype='leaf'"
                              " ORDER BY path DESC LIMIT 1"_s);
        page = firstNumber(last, &error).value_or(0);
    }
    QFile file(m_file);
    QVERIFY(page > 1 && file.open(QIODevice::ReadWrite));
    constexpr int pageSize = 16384; // as database.cpp has it
    file.seek((page - 1) * pageSize);
    file.write(QByteArray(pageSize, 'x'));
    file.close();
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    error.clear();
    QVERIFY(catalog.knownFiles(&error).files().empty());
    QVERIFY(!error.isEmpty());
    QVERIFY2(catalog.rebuild(&error), qPrintable(error));
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
    QCOMPARE(tree(m_file), u"=1"_s);
}

void TestCatalog::fileInPlaceOfFolder_memoryStandsIn()
{
    QString error;
    QVERIFY(QFile(QFileInfo(m_file).path()).open(QIODevice::WriteOnly));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {u"a"_s})}, {}, &error));
    QCOMPARE(tree(catalog.databaseName()), u"=1 /a=1"_s);
}

void TestCatalog::folderInPlaceOfFile_memoryStandsIn()
{
    QString error;
    QVERIFY(QDir().mkpath(m_file + u"/full"_s));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {})}, {}, &error));
    QVERIFY(QDir(m_file + u"/full"_s).exists());
}

void TestCatalog::archives_haveFilesOfTheirOwn()
{
    QVERIFY(catalogFile(u"/c"_s, "/a") != catalogFile(u"/c"_s, "/b"));
    QCOMPARE(catalogFile(u"/c"_s, "/a"), catalogFile(u"/c"_s, "/a"));
    QVERIFY(catalogFile(u"/c"_s, "/a").startsWith(u"/c/"_s));
}

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
