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
    void size_isTheSum();
    void leastRecentlyShown_comeInOrder();
    void leastRecentlyShown_goOnWhereTheyStopped();
    void owners_comeAndGoWithThePicture();
    void keysIn_areThoseOfOnePart();
    void ownersThatCannotBeWritten_areNotKnown();
    void strays_areAskedForWhileThereAreAny();
    void clear_forgetsAll();
    void clearThatFails_forgetsNothing();

private:
    void run(const QString &sql) const;

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

// As another program might.
void TestImageIndex::run(const QString &sql) const
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(m_path);
        QVERIFY(other.open());
        QVERIFY2(QSqlQuery(other).exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
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

void TestImageIndex::size_isTheSum()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QCOMPARE(index.size(), StoreSize());
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    QVERIFY(index.setFacts(u"b"_s, someFacts, &m_error));
    QVERIFY(index.setFacts(u"b"_s, {1'000, "hash", 1, {1, 1}, 1}, &m_error));
    QCOMPARE(index.size(), (StoreSize{1'042, 2}));
    index.remove(u"a"_s);
    QCOMPARE(index.size(), (StoreSize{1'000, 1}));
    QVERIFY(index.removeAll({u"b"_s, u"c"_s}));
    QCOMPARE(index.size(), StoreSize());
}

void TestImageIndex::leastRecentlyShown_comeInOrder()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    for (int i = 0; i < 4; ++i)
        QVERIFY(index.setFacts(QString::number(i), {i + 10, "hash", 1, {1, 1}, i}, &m_error));
    QVERIFY(index.setShown({{u"0"_s, 100}, {u"2"_s, 50}, {u"unknown"_s, 1}}));
    QCOMPARE(index.leastRecentlyShown(10),
             QList<IndexedImage>({{u"1"_s, 11, 1}, {u"3"_s, 13, 3}, {u"2"_s, 12, 50}, {u"0"_s, 10, 100}}));
    QCOMPARE(index.leastRecentlyShown(1), QList<IndexedImage>({{u"1"_s, 11, 1}}));
    QCOMPARE(index.size().pictures, 4);
}

void TestImageIndex::leastRecentlyShown_goOnWhereTheyStopped()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    for (int i = 0; i < 10; ++i) // some at the same time, some as long as others
        QVERIFY(index.setFacts(QString::number(i), {10 + i % 2, "hash", 1, {1, 1}, i / 4}, &m_error));
    QStringList keys;
    IndexedImage last;
    for (;;) {
        const QList<IndexedImage> some = index.leastRecentlyShown(3, last);
        if (some.isEmpty())
            break;
        for (const IndexedImage &picture : some)
            keys << picture.key;
        last = some.last();
    }
    QCOMPARE(keys,
             (QStringList{u"0"_s, u"2"_s, u"1"_s, u"3"_s, u"4"_s, u"6"_s, u"5"_s, u"7"_s, u"8"_s, u"9"_s}));
}

void TestImageIndex::owners_comeAndGoWithThePicture()
{
    constexpr quint64 large = 0xfedcba9876543210;
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    index.addOwner(u"a"_s, 1); // before it is there
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    QCOMPARE(index.leastRecentlyShown(10).first().owners, QSet<quint64>());
    for (const quint64 article : {quint64(1), large, large})
        index.addOwner(u"a"_s, article);
    QCOMPARE(index.leastRecentlyShown(10).first().owners, (QSet<quint64>{1, large}));
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error)); // fetched again
    QCOMPARE(index.leastRecentlyShown(10).first().owners, (QSet<quint64>{1, large}));
    index.remove(u"a"_s);
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    QCOMPARE(index.leastRecentlyShown(10).first().owners, QSet<quint64>());
}

// Else the article would never be read again.
void TestImageIndex::ownersThatCannotBeWritten_areNotKnown()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    run(u"CREATE TRIGGER full BEFORE INSERT ON owner WHEN new.picture = 'b'"
        " BEGIN SELECT RAISE(FAIL, 'no room'); END"_s);
    index.setOwner(7, {u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(!index.isOwnerKnown(7));
    QCOMPARE(index.leastRecentlyShown(10).first().owners, QSet<quint64>()); // nor by half
    run(u"DROP TRIGGER full"_s);
    index.setOwner(7, {u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(index.isOwnerKnown(7));
    QCOMPARE(index.leastRecentlyShown(10).first().owners, QSet<quint64>{7});
}

void TestImageIndex::keysIn_areThoseOfOnePart()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    for (const QString &key : {u"aa9"_s, u"ab0"_s, u"abff"_s, u"ac0"_s})
        QVERIFY(index.setFacts(key, someFacts, &m_error));
    QCOMPARE(index.keysIn(u"ab"_s), QStringList({u"ab0"_s, u"abff"_s}));
    QCOMPARE(index.keysIn(u"ff"_s), QStringList());
}

// Else the file would be asked at each picture that is not in the store.
void TestImageIndex::strays_areAskedForWhileThereAreAny()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.isStray(u"aa"_s));
    QStringList others = index.strayParts();
    others.removeOne(u"aa"_s);
    QVERIFY(index.setLookedAt(others));
    QVERIFY(index.isStray(u"aa"_s) && !index.isStray(u"ab"_s));
    QVERIFY(index.setLookedAt({u"aa"_s}));
    run(u"INSERT INTO stray VALUES ('aa')"_s); // as nobody does
    QVERIFY(!index.isStray(u"aa"_s));
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.isStray(u"aa"_s));
}

void TestImageIndex::clear_forgetsAll()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    index.setOwner(7, {u"a"_s});
    QVERIFY(index.isOwnerKnown(7));
    QVERIFY2(index.clear(&m_error), qPrintable(m_error));
    QVERIFY(!index.facts(u"a"_s));
    QCOMPARE(index.size(), StoreSize());
    QVERIFY(index.isOwnerKnown(7));
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    QCOMPARE(index.leastRecentlyShown(10).first().owners, QSet<quint64>{7});
}

// What was cleared would come back with the parts that are still to be looked through.
void TestImageIndex::clearThatFails_forgetsNothing()
{
    ImageIndex index;
    QVERIFY(index.open(m_path, &m_error));
    QVERIFY(index.setFacts(u"a"_s, someFacts, &m_error));
    run(u"CREATE TRIGGER full BEFORE DELETE ON stray BEGIN SELECT RAISE(FAIL, 'no room'); END"_s);
    QVERIFY(!index.clear(&m_error));
    QVERIFY2(m_error.startsWith("no room"_L1), qPrintable(m_error));
    QVERIFY(index.facts(u"a"_s));
    run(u"DROP TRIGGER full"_s);
    QVERIFY2(index.clear(&m_error), qPrintable(m_error));
    QVERIFY(!index.facts(u"a"_s));
    QCOMPARE(index.strayParts(), QStringList());
}

QTEST_GUILESS_MAIN(TestImageIndex)
#include "tst_imageindex.moc"
