#include "app/images/storefolder.h"
#include "samplestore.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

// What is known of the pictures beside their files, and what is done where it is lost or old.
class TestImageStoreIndex final : public SampleStore
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void lostIndex_isMadeAnew_data();
    void lostIndex_isMadeAnew();
    void lostIndex_leavesWhatIsStarred();
    void lostIndex_makesRoomOnceAllStarsAreKnown();
    void shownTimes_outliveTheStore();
    void keptOfBefore_neverMakesRoom();
};

void TestImageStoreIndex::lostIndex_isMadeAnew_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("gone") << true;
    QTest::newRow("damaged") << false;
}

// From the files, which may be all there is of what no server has any more.
void TestImageStoreIndex::lostIndex_isMadeAnew()
{
    QFETCH(const bool, isGone);
    constexpr int count = 300; // more than a few slices
    const auto address = [](int number) { return QUrl(u"https://h.org/%1.png"_s.arg(number)); };
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        for (int i = 0; i < count; ++i)
            QVERIFY(store.save(address(i), png(30 + i, 20), someTime, &m_error));
    }
    const QString index = m_folder->filePath(u"index.sqlite"_s);
    if (isGone)
        QVERIFY(QFile::remove(index));
    else
        writeFile(index, QByteArray(20'000, 'x'));
    const QString spoilt = m_folder->filePath(pictureFiles().first());
    const QString foreign = QFileInfo(spoilt).path() + u"/a note of the reader's"_s;
    writeFile(spoilt, "no picture any more");
    writeFile(foreign, "no picture of ours");
    ImageStore store;
    QVERIFY2(store.open(m_folder->path(), &m_error), qPrintable(m_error));
    QCOMPARE(QFile::exists(index + u".damaged"_s), !isGone);
    int there = 0; // before anything is looked through
    for (int i = 0; i < 20; ++i)
        there += store.has(address(i)) && store.load(address(i))->bytes == png(30 + i, 20) ? 1 : 0;
    QVERIFY(there >= 19);
    const qint64 later = QDateTime::currentMSecsSinceEpoch() + 10'000'000;
    int added = count; // beside one that nobody has looked at
    while (storeKey(address(added)).first(2) != storeKey(address(count - 1)).first(2))
        ++added;
    QVERIFY(store.save(address(added), png(7, 7), later, &m_error)); // sweeps nothing up
    for (int slices = 0; store.tidy(later); ++slices)
        QVERIFY(slices < 1'000);
    QCOMPARE(store.size().pictures, count); // one was spoilt, one is new
    QVERIFY(!QFile::exists(spoilt) && QFile::exists(foreign));
    store.setLimit(0);
    while (store.tidy(later)) {
    }
    QVERIFY(!store.has(address(added)));
    QCOMPARE(store.size().pictures, count - 1); // nobody knows who shows them
}

// Until its star is known again, which it may be much later: the archive has to be opened for that.
void TestImageStoreIndex::lostIndex_leavesWhatIsStarred()
{
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
        store.setOwner(7, {someAddress});
    }
    QVERIFY(QFile::remove(m_folder->filePath(u"index.sqlite"_s)));
    QSet<quint64> stars{7};
    for (int runs = 0; runs < 3; ++runs) {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        store.setKeptOwners([&stars](const QSet<quint64> &articles) { return articles & stars; });
        store.setLimit(0);
        while (store.tidy(someTime)) {
        }
        QVERIFY2(store.load(someAddress), qPrintable(QString::number(runs)));
        if (runs == 1) // the archive is open
            store.setOwner(7, {someAddress});
    }
    stars.clear();
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    store.setKeptOwners([&stars](const QSet<quint64> &articles) { return articles & stars; });
    store.setLimit(0);
    while (store.tidy(someTime)) {
    }
    QVERIFY(!store.has(someAddress));
}

// One that is kept, one of an archive that was opened meanwhile, and one that is nobody's.
void TestImageStoreIndex::lostIndex_makesRoomOnceAllStarsAreKnown()
{
    const QUrl kept(u"https://h.org/kept.png"_s);
    const QUrl nobodys(u"https://h.org/nobodys.png"_s);
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        for (const QUrl &address : {kept, nobodys})
            QVERIFY(store.save(address, png(30, 20), someTime, &m_error));
    }
    QVERIFY(QFile::remove(m_folder->filePath(u"index.sqlite"_s)));
    std::optional<QSet<quint64>> stars; // cannot be told just now
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    store.setKeptOwners(
        [](const QSet<quint64> &articles) {
            return articles & QSet<quint64>{7, 8};
        },
        [&stars] { return stars; });
    const auto tidied = [&store] {
        store.setLimit(0);
        for (int slices = 0; store.tidy(someTime) && slices < 1'000; ++slices) {
        }
        return store.size().pictures;
    };
    QCOMPARE(tidied(), 2);
    QVERIFY(store.keepsFound());
    stars = {7, 8};
    QCOMPARE(tidied(), 2);
    store.setOwner(7, {kept});
    QCOMPARE(tidied(), 2); // the other's may be any
    store.setOwner(8, {});
    QVERIFY(store.keepsFound());
    QCOMPARE(tidied(), 1);
    QVERIFY(!store.keepsFound());
    QVERIFY(store.load(kept));
}

void TestImageStoreIndex::shownTimes_outliveTheStore()
{
    const QUrl other(u"https://pictures.example.org/b.png"_s);
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
        QVERIFY(store.save(other, png(30, 20), someTime + 1, &m_error));
        store.noteShown(someAddress, someTime + 2);
    }
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    store.setLimit(png(30, 20).size() * 3 / 2);
    while (store.tidy(someTime + 3)) {
    }
    QVERIFY(store.load(someAddress));
    QVERIFY(!store.load(other));
}

// A store of the third schema, which kept the pictures of starred articles by a list of its own.
void TestImageStoreIndex::keptOfBefore_neverMakesRoom()
{
    const QUrl kept(u"https://pictures.example.org/kept.png"_s);
    const QUrl shared(u"https://pictures.example.org/shared.png"_s);
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        for (const QUrl &address : {kept, shared, someAddress})
            QVERIFY(store.save(address, png(30, 20), someTime, &m_error));
    }
    {
        QSqlDatabase index = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"third"_s);
        index.setDatabaseName(m_folder->filePath(u"index.sqlite"_s));
        QVERIFY(index.open());
        for (const QString &statement :
             {u"DROP TRIGGER picture_disowned"_s, u"DROP TABLE starred"_s, u"DROP TABLE owner"_s,
              u"DROP TABLE stray"_s,
              u"INSERT INTO kept VALUES ('%1'), ('%2')"_s.arg(storeKey(kept), storeKey(shared)),
              u"PRAGMA user_version = 3"_s})
            QVERIFY2(QSqlQuery(index).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"third"_s);
    ImageStore store;
    QVERIFY2(store.open(m_folder->path(), &m_error), qPrintable(m_error));
    store.setKeptOwners([](const QSet<quint64> &) { return QSet<quint64>(); });
    store.addOwner(shared, 7); // which has no star
    store.setLimit(0);
    while (store.tidy(someTime)) {
    }
    QVERIFY(store.load(kept));
    QVERIFY(store.load(shared));
    QVERIFY(!store.has(someAddress));
    QVERIFY(store.clear(&m_error));
    QVERIFY(store.save(kept, png(30, 20), someTime, &m_error)); // as any other from now on
    while (store.tidy(someTime)) {
    }
    while (store.tidy(someTime + 60'000)) {
    }
    QVERIFY(!store.has(kept));
}

QTEST_GUILESS_MAIN(TestImageStoreIndex)
#include "tst_imagestoreindex.moc"
