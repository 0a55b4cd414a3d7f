#include "app/images/imageindex.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace
{

const ImageFacts someFacts{42, QByteArray("\0hash", 5), 2, {30, 20}, 1'700'000'000'123};

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestImageIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void facts_comeBackAfterReopening();
    void setFacts_replaces();
    void remove_removes();
    void unknownKey_isNothing();
    void hostileKey_isOnlyAKey();
    void twoIndexes_shareOneFile();
    void garbage_isPutAside();
    void damagedPages_arePutAsideWhenFound();
    void newerSchema_isLeftAlone();
    void folderMissing_saysWhy();
    void everyConnection_isReleased();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_error;
};

void TestImageIndex::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"index.sqlite"_s);
    m_error.clear();
}

void TestImageIndex::cleanup()
{
    m_folder.reset();
}

void TestImageIndex::facts_comeBackAfterReopening()
{
    {
        ImageIndex index;
        QVERIFY2(index.open(m_path, &m_error), qPrintable(m_error));
        QVERIFY(index.setFacts(u"key"_s, someFacts, &m_error));
        QCOMPARE(index.facts(u"key"_s), someFacts);
    }
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QCOMPARE(index.facts(u"key"_s), someFacts);
}

void TestImageIndex::setFacts_replaces()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"key"_s, {1, "older", 1, {1, 1}, 1}, &m_error));
    QVERIFY(index.setFacts(u"key"_s, someFacts, &m_error));
    QCOMPARE(index.facts(u"key"_s), someFacts);
}

void TestImageIndex::remove_removes()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"key"_s, someFacts, &m_error));
    QVERIFY(index.setFacts(u"other"_s, someFacts, &m_error));
    index.remove(u"key"_s);
    QVERIFY(!index.facts(u"key"_s));
    QVERIFY(index.facts(u"other"_s));
}

void TestImageIndex::unknownKey_isNothing()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(!index.facts(u"key"_s));
}

void TestImageIndex::hostileKey_isOnlyAKey()
{
    const QString key = u"'; DROP TABLE picture; --"_s;
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"key"_s, someFacts, &m_error));
    QVERIFY(index.setFacts(key, someFacts, &m_error));
    QVERIFY(index.facts(key));
    index.remove(key);
    QVERIFY(!index.facts(key));
    QVERIFY(index.facts(u"key"_s));
}

void TestImageIndex::twoIndexes_shareOneFile()
{
    ImageIndex one;
    ImageIndex two;
    QVERIFY(one.open(m_path, &m_error));
    QVERIFY(two.open(m_path, &m_error));
    QVERIFY(one.setFacts(u"key"_s, someFacts, &m_error));
    QCOMPARE(two.facts(u"key"_s), someFacts);
}

void TestImageIndex::garbage_isPutAside()
{
    const QByteArray garbage = QByteArray("no database ").repeated(1'000);
    writeFile(m_path, garbage);
    ImageIndex index;
    QVERIFY2(index.open(m_path, &m_error), qPrintable(m_error));
    QVERIFY(index.setFacts(u"key"_s, someFacts, &m_error));
    QCOMPARE(index.facts(u"key"_s), someFacts);
    QFile aside(m_path + ".damaged"_L1);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), garbage);
}

// The first page, with the schema, stays whole: the damage is met while reading and writing.
void TestImageIndex::damagedPages_arePutAsideWhenFound()
{
    {
        ImageIndex index;
        QVERIFY(index.open(m_path, &m_error));
        for (int i = 0; i < 200; ++i)
            QVERIFY(index.setFacts(u"key %1"_s.arg(i), someFacts, &m_error));
    }
    constexpr int pageSize = 4'096;
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 2 * pageSize);
    file.seek(pageSize);
    file.write(QByteArray(file.size() - pageSize, '\x5a'));
    file.close();
    ImageIndex index;
    QVERIFY2(index.open(m_path, &m_error), qPrintable(m_error));
    QVERIFY(!index.facts(u"key 7"_s));
    QVERIFY2(index.setFacts(u"key 7"_s, someFacts, &m_error), qPrintable(m_error));
    QCOMPARE(index.facts(u"key 7"_s), someFacts);
    QVERIFY(QFile::exists(m_path + ".damaged"_L1));
}

void TestImageIndex::newerSchema_isLeftAlone()
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(m_path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    ImageIndex index;
    QVERIFY(!index.open(m_path, &m_error));
    QVERIFY(m_error.contains(u"99"_s));
    QVERIFY(!QFile::exists(m_path + ".damaged"_L1));
    QVERIFY(QFile::exists(m_path));
}

void TestImageIndex::folderMissing_saysWhy()
{
    ImageIndex index;
    QVERIFY(!index.open(m_folder->filePath(u"none/index.sqlite"_s), &m_error));
    QVERIFY(!m_error.isEmpty());
}

void TestImageIndex::everyConnection_isReleased()
{
    {
        ImageIndex index;
        QVERIFY(index.open(m_path, &m_error));
        QVERIFY(index.open(m_path, &m_error));
        QCOMPARE(QSqlDatabase::connectionNames().size(), 1);
    }
    QCOMPARE(QSqlDatabase::connectionNames().size(), 0);
}

QTEST_GUILESS_MAIN(TestImageIndex)
#include "tst_imageindex.moc"
