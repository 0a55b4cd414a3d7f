#include "app/catalog/catalog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

ReadFile made(const QByteArray &path, const QStringList &categories, qint64 size = 1)
{
    ReadFile file;
    file.entry = {path, size, 1000, 7, {}};
    file.head.path = path;
    file.head.title = QString::fromUtf8(path);
    file.head.categories = categories;
    file.head.date = QDateTime(QDate(2021, 11, 23), QTime(4, 19, 3), Qt::UTC);
    file.head.identity = Identity{qHash(path)};
    return file;
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
    void unknownPath_isAbsentWithoutError();
    void counts_followStoreAndRemove();
    void counts_followRemovalAfterReopening();
    void changedFile_getsNewNumber();
    void failedBatch_changesNothing();
    void unseen_namesOldRowsOnly();
    void below_namesNeitherTheFolderNorItsNeighbours();
    void otherSchema_isRebuilt();
    void garbage_isRebuilt();
    void damagedPages_canBeRebuilt();
    void fileInPlaceOfFolder_memoryStandsIn();
    void folderInPlaceOfFile_memoryStandsIn();
    void archives_haveFilesOfTheirOwn();

private:
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
    QVERIFY2(catalog.store({file}, &error), qPrintable(error));
    const std::optional<KnownFile> known = catalog.known("a/\xff.md", &error);
    QVERIFY(known);
    QCOMPARE(known->size, 1);
    QCOMPARE(known->modified, 1000);
    QCOMPARE(known->inode, file.entry.inode);
    QCOMPARE(known->problems, file.head.problems);
    QCOMPARE(catalog.problemCount(), 1);
}

void TestCatalog::unknownPath_isAbsentWithoutError()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(!catalog.known("nowhere.md", &error));
    QCOMPARE(error, QString());
}

void TestCatalog::counts_followStoreAndRemove()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s, u"b"_s}), made("2", {u"a"_s}), made("3", {})}, &error));
    QCOMPARE(tree(m_file), u"=3 /a=2 /a/b=1"_s);
    QVERIFY(catalog.store({made("1", {u"c"_s})}, &error));
    QCOMPARE(tree(m_file), u"=3 /a=1 /a/b=0 /c=1"_s);
    QVERIFY(catalog.remove({catalog.known("2", &error)->id, 12345}, &error));
    QCOMPARE(tree(m_file), u"=2 /a=0 /a/b=0 /c=1"_s);
    QCOMPARE(catalog.articleCount(), 2);
}

void TestCatalog::counts_followRemovalAfterReopening()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s, u"b"_s})}, &error));
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.remove({catalog.known("1", &error)->id}, &error));
    QCOMPARE(tree(m_file), u"=0 /a=0 /a/b=0"_s);
}

void TestCatalog::changedFile_getsNewNumber()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {})}, &error));
    const ArticleId before = catalog.known("1", &error)->id;
    QVERIFY(catalog.store({made("1", {}, 2)}, &error));
    QVERIFY(catalog.known("1", &error)->id > before);
    QCOMPARE(catalog.articleCount(), 1);
}

void TestCatalog::failedBatch_changesNothing()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {u"a"_s})}, &error));
    Database other;
    QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
    QVERIFY(other.execute(u"CREATE TRIGGER no BEFORE INSERT ON articles WHEN NEW.title='bad' BEGIN"
                          " SELECT raise(ABORT, 'refused'); END"_s,
                          &error));
    QVERIFY(!catalog.store({made("2", {u"new"_s}), made("bad", {u"new"_s})}, &error));
    QVERIFY2(error.contains(u"refused"_s), qPrintable(error));
    QCOMPARE(tree(m_file), u"=1 /a=1"_s);
    QVERIFY(catalog.store({made("2", {u"new"_s})}, &error));
    QCOMPARE(tree(m_file), u"=2 /a=1 /new=1"_s);
}

void TestCatalog::unseen_namesOldRowsOnly()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("1", {}), made("2", {}), made("3", {})}, &error));
    const ArticleId newest = catalog.newestId();
    std::vector<bool> seen(static_cast<size_t>(newest) + 1);
    seen[static_cast<size_t>(catalog.known("2", &error)->id)] = true;
    QVERIFY(catalog.store({made("4", {})}, &error));
    const QList<ArticleId> gone{catalog.known("1", &error)->id, catalog.known("3", &error)->id};
    QList<ArticleId> found = catalog.unseen(seen, newest, &error);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, gone);
}

void TestCatalog::below_namesNeitherTheFolderNorItsNeighbours()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error));
    QVERIFY(catalog.store({made("a", {}), made("a/1", {}), made("a/b/2", {}), made("a.md", {}),
                           made("ab/3", {}), made("c/a/4", {})},
                          &error));
    QList<ArticleId> found = catalog.below("a", &error);
    std::sort(found.begin(), found.end());
    QCOMPARE(found, QList<ArticleId>({catalog.known("a/1", &error)->id, catalog.known("a/b/2", &error)->id}));
}

void TestCatalog::otherSchema_isRebuilt()
{
    QString error;
    Catalog catalog;
    QVERIFY(catalog.open(m_file, &error) && catalog.store({made("1", {})}, &error));
    {
        Database other;
        QVERIFY(other.open(m_file, DatabaseUse::Disposable, &error));
        QVERIFY(other.setSchemaNumber(Catalog::schemaNumber + 1, &error));
    }
    QVERIFY(catalog.open(m_file, &error));
    QCOMPARE(catalog.articleCount(), 0);
    QVERIFY(catalog.store({made("1", {})}, &error));
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
    QVERIFY(catalog.store({made("1", {})}, &error));
}

void TestCatalog::damagedPages_canBeRebuilt()
{
    QString error;
    {
        Catalog catalog;
        QList<ReadFile> files;
        for (int i = 0; i < 2000; ++i)
            files << made(QByteArray::number(i) + ".md", {u"a"_s});
        QVERIFY(catalog.open(m_file, &error) && catalog.store(files, &error));
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 intact = 16 * 4096; // header and roots
    QVERIFY(file.size() > 2 * intact);
    file.seek(intact);
    file.write(QByteArray(static_cast<int>(file.size() - intact), 'x'));
    file.close();
    Catalog catalog;
    catalog.open(m_file, &error);
    bool failed = false;
    for (int i = 0; i < 2000 && !failed; ++i) {
        error.clear();
        failed = !catalog.known(QByteArray::number(i) + ".md", &error) && !error.isEmpty();
    }
    QVERIFY(failed);
    QVERIFY2(catalog.rebuild(&error), qPrintable(error));
    QVERIFY(catalog.store({made("1", {})}, &error));
    QCOMPARE(tree(m_file), u"=1"_s);
}

void TestCatalog::fileInPlaceOfFolder_memoryStandsIn()
{
    QString error;
    QVERIFY(QFile(QFileInfo(m_file).path()).open(QIODevice::WriteOnly));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {u"a"_s})}, &error));
    QCOMPARE(tree(catalog.databaseName()), u"=1 /a=1"_s);
}

void TestCatalog::folderInPlaceOfFile_memoryStandsIn()
{
    QString error;
    QVERIFY(QDir().mkpath(m_file + u"/full"_s));
    Catalog catalog;
    QVERIFY(!catalog.open(m_file, &error));
    QVERIFY(!error.isEmpty());
    QVERIFY(catalog.store({made("1", {})}, &error));
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
