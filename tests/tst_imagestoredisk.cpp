#include "samplestore.h"

#include <QProcess>

#ifdef Q_OS_LINUX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

// Files and folders that are not as the store left them, and a disk that is full.
class TestImageStoreDisk final : public SampleStore
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void fifo_isNotReadFor();
    void unusableFolder_saysWhyAndGoesOn();
    void fullDisk_saysWhyAndKeepsWhatIsThere();
    void diskThatFillsUp_believesNoHalf();
    void missingFile_countsNoMore();
    void leftBehind_isSweptWhenItsPartIsWritten();
    void clear_findsNothingAndTidiesUp();
};

void TestImageStoreDisk::fifo_isNotReadFor()
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

void TestImageStoreDisk::unusableFolder_saysWhyAndGoesOn()
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

void TestImageStoreDisk::fullDisk_saysWhyAndKeepsWhatIsThere()
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
void TestImageStoreDisk::diskThatFillsUp_believesNoHalf()
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

void TestImageStoreDisk::missingFile_countsNoMore()
{
    ImageStore store;
    QVERIFY(store.open(m_folder->path(), &m_error));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QCOMPARE(store.size(), (StoreSize{png(30, 20).size(), 1}));
    QVERIFY(QFile::remove(m_folder->filePath(pictureFiles().first())));
    QVERIFY(!store.load(someAddress));
    QCOMPARE(store.size(), StoreSize());
}

void TestImageStoreDisk::leftBehind_isSweptWhenItsPartIsWritten()
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

void TestImageStoreDisk::clear_findsNothingAndTidiesUp()
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

QTEST_GUILESS_MAIN(TestImageStoreDisk)
#include "tst_imagestoredisk.moc"
