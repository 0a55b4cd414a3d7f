#include "app/images/storefolder.h"
#include "samplestore.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace
{

// Every picture is wanted.
const ImageStore::ExportStep whole = [](qint64, qint64, bool) { return true; };

}

// What is saved comes back as it was, or not at all.
class TestImageStore final : public SampleStore
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void saved_comesBackAfterReopening();
    void savedAgain_isReplaced();
    void address_isTheKey_data();
    void address_isTheKey();
    void hostileAddress_isNoPath();
    void tampered_isAbsentAndRemoved_data();
    void tampered_isAbsentAndRemoved();
    void forbiddenByNow_isAbsentAndRemoved_data();
    void forbiddenByNow_isAbsentAndRemoved();
    void noPicture_isNotKept();
    void wrongSize_isMendedOnceItIsShown();
    void exported_areAllWholeOnes();
    void exportInto_whatIsNoFolder_saysWhy();
    void closedStore_answersEverything();
};

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
