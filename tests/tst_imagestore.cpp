#include "app/images/imagestore.h"
#include "app/images/storefolder.h"
#include "samplepictures.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace
{

const QUrl someAddress(u"https://pictures.example.org/a.png"_s);
constexpr qint64 someTime = 1'700'000'000'000;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

// Every picture is wanted.
const ImageStore::ExportStep whole = [](qint64, qint64, bool) { return true; };

class TestImageStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saved_comesBackAfterReopening();
    void savedAgain_isReplaced();
    void address_isTheKey_data();
    void address_isTheKey();
    void hostileAddress_isNoPath();
    void tampered_isAbsentAndRemoved_data();
    void tampered_isAbsentAndRemoved();
    void forbiddenByNow_isAbsentAndRemoved_data();
    void forbiddenByNow_isAbsentAndRemoved();
    void fifo_isNotReadFor();
    void noPicture_isNotKept();
    void lostIndex_isMadeAnew_data();
    void lostIndex_isMadeAnew();
    void lostIndex_leavesWhatIsStarred();
    void lostIndex_makesRoomOnceAllStarsAreKnown();
    void unusableFolder_saysWhyAndGoesOn();
    void fullDisk_saysWhyAndKeepsWhatIsThere();
    void diskThatFillsUp_believesNoHalf();
    void missingFile_countsNoMore();
    void shownTimes_outliveTheStore();
    void leftBehind_isSweptWhenItsPartIsWritten();
    void keptOfBefore_neverMakesRoom();
    void clear_findsNothingAndTidiesUp();
    void wrongSize_isMendedOnceItIsShown();
    void exported_areAllWholeOnes();
    void exportInto_whatIsNoFolder_saysWhy();
    void closedStore_answersEverything();

private:
    QStringList pictureFiles() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_error;
};

void TestImageStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_error.clear();
}

void TestImageStore::cleanup()
{
    m_folder.reset();
}

QStringList TestImageStore::pictureFiles() const
{
    QStringList files;
    QDirIterator iterator(m_folder->path(), QDir::Files | QDir::System, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        const QString path = QDir(m_folder->path()).relativeFilePath(iterator.next());
        if (!path.startsWith("index.sqlite"_L1))
            files << path;
    }
    return files;
}

void TestImageStore::saved_comesBackAfterReopening()
{
    for (const QByteArray &bytes : {png(30, 20), gif(30, 20), jpeg(30, 20), riff(vp8l(30, 20))}) {
        {
            ImageStore store;
            QVERIFY2(store.open(m_folder->path(), &m_error), qPrintable(m_error));
            QVERIFY2(store.save(someAddress, bytes, someTime, &m_error), qPrintable(m_error));
        }
        ImageStore store;
        QVERIFY(!store.has(someAddress)); // not open
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.has(someAddress));
        QVERIFY(!store.has(QUrl(u"https://pictures.example.org/another.png"_s)));
        const std::optional<StoredImage> stored = store.load(someAddress);
        QVERIFY(stored);
        QCOMPARE(stored->bytes, bytes);
        QCOMPARE(stored->type, imageType(bytes));
        QCOMPARE(stored->size, QSize(30, 20));
    }
}

void TestImageStore::savedAgain_isReplaced()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QVERIFY(store.save(someAddress, gif(3, 2), someTime, &m_error));
    QCOMPARE(store.load(someAddress)->bytes, gif(3, 2));
    QCOMPARE(pictureFiles().size(), 1);
}

void TestImageStore::address_isTheKey_data()
{
    QTest::addColumn<QUrl>("address");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const QString &address, bool isSame) {
        QTest::newRow(qUtf8Printable(address)) << QUrl(address) << isSame;
    };
    row(u"https://pictures.example.org/图 1.png?a=b"_s, true);
    row(u"https://pictures.example.org/%E5%9B%BE%201.png?a=b"_s, true);
    row(u"https://pictures.example.org/图 1.png?a=b#part"_s, true);
    row(u"https://PICTURES.example.org/图 1.png?a=b"_s, true);
    row(u"http://pictures.example.org/图 1.png?a=b"_s, false);
    row(u"https://pictures.example.org/图 1.png?a=c"_s, false);
    row(u"https://pictures.example.org/图 1.PNG?a=b"_s, false);
    row(u"https://pictures.example.org:8443/图 1.png?a=b"_s, false);
}

void TestImageStore::address_isTheKey()
{
    QFETCH(const QUrl, address);
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    const QUrl saved(u"https://pictures.example.org/图 1.png?a=b"_s);
    QVERIFY(store.save(saved, png(30, 20), someTime, &m_error));
    QTEST(store.load(address).has_value(), "isSame");
}

void TestImageStore::hostileAddress_isNoPath()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(QUrl(u"http://h.org/../../../../etc/passwd?"_s + QString(3'000, u'/')), png(1, 1),
                       someTime, &m_error));
    const QStringList files = pictureFiles();
    QCOMPARE(files.size(), 1);
    static const QRegularExpression name(u"^([0-9a-f]{2})/\\1[0-9a-f]{62}$"_s);
    QVERIFY2(name.match(files.first()).hasMatch(), qPrintable(files.first()));
}

void TestImageStore::tampered_isAbsentAndRemoved_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray flipped = png(30, 20);
    flipped[flipped.size() - 20] = char(flipped.at(flipped.size() - 20) ^ 1);
    QTest::newRow("a bit flipped") << flipped;
    QTest::newRow("shorter") << png(30, 20).chopped(1);
    QTest::newRow("longer") << png(30, 20) + 'x';
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros, as after a crash") << QByteArray(png(30, 20).size(), '\0');
    QTest::newRow("another picture") << png(31, 20);
}

void TestImageStore::tampered_isAbsentAndRemoved()
{
    QFETCH(const QByteArray, bytes);
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    writeFile(m_folder->filePath(pictureFiles().first()), bytes);
    QVERIFY(!store.load(someAddress));
    QCOMPARE(pictureFiles(), QStringList());
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QVERIFY(store.load(someAddress));
}

void TestImageStore::forbiddenByNow_isAbsentAndRemoved_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
    QTest::newRow("HTML") << QByteArray("<!doctype html><script>alert(1)</script>");
    QTest::newRow("64 megapixels") << png(8'000, 8'000);
    QTest::newRow("wider than the limit") << png(maximumImageSide + 1, 1);
    QTest::newRow("too many frames") << gif(3, 2, int(maximumAnimationFrames) + 1);
}

// As under the rules of an older program, or by another hand: the facts are true, the picture may not be
// shown.
void TestImageStore::forbiddenByNow_isAbsentAndRemoved()
{
    QFETCH(const QByteArray, bytes);
    const QString folder = m_folder->filePath(u"store"_s);
    const QString key = storeKey(someAddress);
    ImageStore store;
    QVERIFY(store.open(folder, &m_error));
    QVERIFY2(writeStoredFile(storedFile(folder, key), bytes, &m_error), qPrintable(m_error));
    ImageIndex index;
    QVERIFY(index.open(folder + u"/index.sqlite"_s, &m_error));
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const ImageFacts facts{bytes.size(), hash, int(ImageType::Png), QSize(30, 20), someTime};
    QVERIFY2(index.setFacts(key, facts, &m_error), qPrintable(m_error));
    QVERIFY(store.has(someAddress));
    QVERIFY(!store.load(someAddress));
    QVERIFY(!store.has(someAddress));
    QVERIFY(!QFile::exists(storedFile(folder, key)));
}

void TestImageStore::fifo_isNotReadFor()
{
#ifdef Q_OS_LINUX
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    const QString path = m_folder->filePath(pictureFiles().first());
    QVERIFY(QFile::remove(path));
    QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
    QVERIFY(!store.load(someAddress));
#else
    QSKIP("No FIFOs here");
#endif
}

void TestImageStore::noPicture_isNotKept()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    for (const QByteArray &bytes : {QByteArray(), QByteArray("<svg/>"), png(8'000, 8'000), pngHead(0, 0)}) {
        m_error.clear();
        QVERIFY(!store.save(someAddress, bytes, someTime, &m_error));
        QVERIFY(!m_error.isEmpty());
    }
    QCOMPARE(pictureFiles(), QStringList());
    QVERIFY(!store.load(someAddress));
}

void TestImageStore::lostIndex_isMadeAnew_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::newRow("gone") << true;
    QTest::newRow("damaged") << false;
}

// From the files, which may be all there is of what no server has any more.
void TestImageStore::lostIndex_isMadeAnew()
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
void TestImageStore::lostIndex_leavesWhatIsStarred()
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
void TestImageStore::lostIndex_makesRoomOnceAllStarsAreKnown()
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

void TestImageStore::unusableFolder_saysWhyAndGoesOn()
{
    const QString path = m_folder->filePath(u"file"_s);
    writeFile(path, "in the way");
    ImageStore store;
    QVERIFY(!store.open(path, &m_error));
    QVERIFY(!m_error.isEmpty());
    m_error.clear();
    QVERIFY(!store.load(someAddress));
    QVERIFY(!store.save(someAddress, png(1, 1), someTime, &m_error));
    QVERIFY(!m_error.isEmpty());
}

void TestImageStore::fullDisk_saysWhyAndKeepsWhatIsThere()
{
    const QString mount = m_folder->filePath(u"small"_s);
    QVERIFY(QDir().mkpath(mount));
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, mount}) != 0)
        QSKIP("A full disk needs the right to mount one");
    const auto unmount = qScopeGuard([&mount] { QProcess::execute(u"umount"_s, {mount}); });
    const QByteArray large = png(30, 20) + QByteArray(2'000'000, 'x');
    const QUrl other(u"https://pictures.example.org/b.png"_s);
    ImageStore store;
    QVERIFY2(store.open(mount, &m_error), qPrintable(m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QVERIFY(!store.save(other, large, someTime, &m_error));
    QVERIFY(!m_error.isEmpty());
    QVERIFY(!store.load(other));
    QCOMPARE(store.load(someAddress)->bytes, png(30, 20));
    QVERIFY(!store.save(someAddress, large, someTime, &m_error));
    QCOMPARE(store.load(someAddress)->bytes, png(30, 20));
    QVERIFY(store.save(other, gif(3, 2), someTime, &m_error));
    QVERIFY(store.open(m_folder->path(), &m_error)); // lets go of the mount
}

// Small pictures, so that sometimes the file finds room and its facts do not.
void TestImageStore::diskThatFillsUp_believesNoHalf()
{
    const QString mount = m_folder->filePath(u"small"_s);
    QVERIFY(QDir().mkpath(mount));
    if (QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, mount}) != 0)
        QSKIP("A full disk needs the right to mount one");
    const auto unmount = qScopeGuard([&mount] { QProcess::execute(u"umount"_s, {mount}); });
    ImageStore store;
    QVERIFY2(store.open(mount, &m_error), qPrintable(m_error));
    QList<QUrl> saved;
    for (int i = 0; i < 600; ++i) {
        const QUrl address(u"https://h.org/%1"_s.arg(i));
        m_error.clear();
        if (store.save(address, png(30, 20) + QByteArray(i % 9 * 700, 'x'), someTime, &m_error))
            saved << address;
        else
            QVERIFY(!m_error.isEmpty());
    }
    QVERIFY(!saved.isEmpty() && saved.size() < 600);
    for (const QUrl &address : std::as_const(saved))
        QVERIFY(store.load(address));
    QCOMPARE(store.size().pictures, saved.size());
    QCOMPARE(pictureFiles().filter(QRegularExpression(u"/[0-9a-f]{64}$"_s)).size(), saved.size());
    QVERIFY(store.open(m_folder->path(), &m_error)); // lets go of the mount
}

void TestImageStore::missingFile_countsNoMore()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QCOMPARE(store.size(), (StoreSize{png(30, 20).size(), 1}));
    QVERIFY(QFile::remove(m_folder->filePath(pictureFiles().first())));
    QVERIFY(!store.load(someAddress));
    QCOMPARE(store.size(), StoreSize());
}

void TestImageStore::shownTimes_outliveTheStore()
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

void TestImageStore::leftBehind_isSweptWhenItsPartIsWritten()
{
    constexpr qint64 twoHours = 7'200'000;
    const qint64 later = QDateTime::currentMSecsSinceEpoch() + twoHours;
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
        while (store.tidy(someTime)) {
        }
    }
    const QString part = pictureFiles().first().first(3);
    const QString orphan = m_folder->filePath(part + part.first(2) + QString(62, u'0'));
    writeFile(orphan, "without facts");
    writeFile(orphan + u".AbCdEf"_s, "half a pict");
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), later - twoHours, &m_error));
        QCOMPARE(pictureFiles().size(), 3); // another store may be writing them just now
    }
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QCOMPARE(pictureFiles().size(), 3); // opening walks nothing
    QVERIFY(store.save(someAddress, png(30, 20), later, &m_error));
    QCOMPARE(pictureFiles().size(), 1);
    QVERIFY(store.load(someAddress));
}

// A store of the third schema, which kept the pictures of starred articles by a list of its own.
void TestImageStore::keptOfBefore_neverMakesRoom()
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

void TestImageStore::clear_findsNothingAndTidiesUp()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    for (int i = 0; i < 30; ++i)
        QVERIFY(store.save(QUrl(u"https://h.org/%1"_s.arg(i)), png(30, 20), someTime, &m_error));
    QVERIFY2(store.clear(&m_error), qPrintable(m_error));
    QVERIFY(!store.load(QUrl(u"https://h.org/7"_s)));
    QCOMPARE(store.size(), StoreSize());
    QVERIFY(store.save(someAddress, gif(3, 2), someTime, &m_error));
    while (store.tidy(QDateTime::currentMSecsSinceEpoch())) {
    }
    QCOMPARE(pictureFiles().size(), 1);
    QCOMPARE(store.load(someAddress)->bytes, gif(3, 2));
}

// As a program noted it that did not follow what cameras say.
void TestImageStore::wrongSize_isMendedOnceItIsShown()
{
    const QString folder = m_folder->filePath(u"store"_s);
    const QString key = storeKey(someAddress);
    ImageStore store;
    QVERIFY(store.open(folder, &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    ImageIndex index;
    QVERIFY(index.open(folder + u"/index.sqlite"_s, &m_error));
    index.setSize(key, {20, 30});
    QCOMPARE(store.load(someAddress)->size, QSize(30, 20));
    QCOMPARE(index.facts(key)->size, QSize(30, 20));
}

void TestImageStore::exported_areAllWholeOnes()
{
    const QByteArray webp = riff(vp8l(30, 20));
    const QList<QByteArray> pictures{png(30, 20), gif(30, 20), jpeg(30, 20), webp};
    ImageStore store;
    QVERIFY(store.open(m_folder->filePath(u"store"_s), &m_error));
    for (const QByteArray &bytes : pictures)
        QVERIFY(store.save(QUrl(u"https://h.org/%1"_s.arg(bytes.size())), bytes, someTime, &m_error));
    QVERIFY(store.save(someAddress, png(7, 7), someTime, &m_error));
    const QString key = QString::fromLatin1(
        QCryptographicHash::hash(someAddress.toEncoded(), QCryptographicHash::Sha256).toHex());
    writeFile(m_folder->filePath(u"store/"_s + key.first(2) + u'/' + key), "damaged");
    const QDir out(m_folder->filePath(u"a/folder"_s));
    QVERIFY2(store.exportTo(out.path(), whole, &m_error), qPrintable(m_error));
    QStringList endings;
    for (const QFileInfo &info : out.entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(pictures.contains(file.readAll()));
        endings << info.suffix();
    }
    endings.sort();
    QCOMPARE(endings, QStringList({u"gif"_s, u"jpg"_s, u"png"_s, u"webp"_s}));
}

void TestImageStore::exportInto_whatIsNoFolder_saysWhy()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->filePath(u"store"_s), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    writeFile(m_folder->filePath(u"file"_s), "in the way");
    QVERIFY(!store.exportTo(m_folder->filePath(u"file"_s), whole, &m_error));
    QVERIFY(!m_error.isEmpty());
}

void TestImageStore::closedStore_answersEverything()
{
    ImageStore store;
    store.noteShown(someAddress, someTime);
    QVERIFY(store.flush());
    store.addOwner(someAddress, 1);
    store.remove(someAddress);
    QCOMPARE(store.size(), StoreSize());
    QVERIFY(!store.clear(&m_error));
    QVERIFY(!store.tidy(someTime));
    QVERIFY(!store.exportTo(m_folder->path(), whole, &m_error));
    QVERIFY(!m_error.isEmpty());
}

QTEST_GUILESS_MAIN(TestImageStore)
#include "tst_imagestore.moc"
