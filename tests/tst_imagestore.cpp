#include "app/images/imagestore.h"
#include "samplepictures.h"

#include <QDirIterator>
#include <QProcess>
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
    void fifo_isNotReadFor();
    void noPicture_isNotKept();
    void indexGone_isAbsentUntilSavedAgain();
    void indexDamaged_isAbsentUntilSavedAgain();
    void unusableFolder_saysWhyAndGoesOn();
    void fullDisk_saysWhyAndKeepsWhatIsThere();

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
        QVERIFY(store.open(m_folder->path(), &m_error));
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

void TestImageStore::indexGone_isAbsentUntilSavedAgain()
{
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    }
    QVERIFY(QFile::remove(m_folder->filePath(u"index.sqlite"_s)));
    ImageStore store;
    QVERIFY2(store.open(m_folder->path(), &m_error), qPrintable(m_error));
    QCOMPARE(pictureFiles().size(), 1);
    QVERIFY(!store.load(someAddress));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QVERIFY(store.load(someAddress));
}

void TestImageStore::indexDamaged_isAbsentUntilSavedAgain()
{
    {
        ImageStore store;
        QVERIFY(store.open(m_folder->path(), &m_error));
        QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    }
    writeFile(m_folder->filePath(u"index.sqlite"_s), QByteArray(20'000, 'x'));
    ImageStore store;
    QVERIFY2(store.open(m_folder->path(), &m_error), qPrintable(m_error));
    QVERIFY(!store.load(someAddress));
    QVERIFY(store.save(someAddress, png(30, 20), someTime, &m_error));
    QVERIFY(store.load(someAddress));
    QVERIFY(QFile::exists(m_folder->filePath(u"index.sqlite.damaged"_s)));
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

QTEST_GUILESS_MAIN(TestImageStore)
#include "tst_imagestore.moc"
