#include "app/images/storefolder.h"
#include "sampleloader.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

// What is kept of the pictures that come, and what happens where that fails.
class TestImageLoaderStore final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void unusableStore_stillDelivers();
    void storeThatFailsLater_stillDelivers();
    void storeLimit_makesRoomButForTheKept();
    void storeLimit_holdsFromTheStart();
    void clearedStore_fetchesAgain();
    void forLater_isKeptWithoutBytes();
    void newPicture_isToldOnce();
    void tamperedPicture_isFetchedAgain();
};

void TestImageLoaderStore::unusableStore_stillDelivers()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_options.storeFolder = file.fileName();
    m_loader = std::make_unique<ImageLoader>(m_options);
    connect(m_loader.get(), &ImageLoader::answered, this,
            [this](const ImageAnswer &answer) { m_answers << answer; });
    const QSignalSpy unusable(m_loader.get(), &ImageLoader::storeUnusable);
    m_loader->open();
    QCOMPARE(unusable.size(), 1);
    QVERIFY(!unusable.first().first().toString().isEmpty());
    m_server->send("/a", png(30, 20));
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.failure, ImageFailure::StoreFailed);
    QVERIFY(!answer.detail.isEmpty());
    QCOMPARE(answer.bytes, png(30, 20));
    QCOMPARE(answer.type, ImageType::Png);
    QCOMPARE(answer.size, QSize(30, 20));
}

void TestImageLoaderStore::storeThatFailsLater_stillDelivers()
{
    // Files stand where the store's folders should be made.
    for (int i = 0; i < 256; ++i) {
        QFile file(m_options.storeFolder + u"/%1"_s.arg(i, 2, 16, QLatin1Char('0')));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    m_server->send("/a", png(30, 20));
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.failure, ImageFailure::StoreFailed);
    QCOMPARE(answer.bytes, png(30, 20));
}

// Whichever way they came into the store, and whichever of their articles has the star.
void TestImageLoaderStore::storeLimit_makesRoomButForTheKept()
{
    m_options.keptOwners = [](const QSet<quint64> &articles) { return articles & QSet<quint64>{7}; };
    start();
    for (const char *path : {"/a", "/b", "/c", "/d"})
        m_server->send(path, png(30, 20));
    const auto show = [this](const QString &path, quint64 owner, ImageUse use = ImageUse::Show) {
        ImageRequest wanted = request(path);
        wanted.owner = owner;
        wanted.use = use;
        return loaded(wanted).failure;
    };
    QCOMPARE(show(u"/a"_s, 7), ImageFailure::None);
    QCOMPARE(show(u"/b"_s, 8), ImageFailure::None);
    QCOMPARE(show(u"/c"_s, 8), ImageFailure::None);
    QCOMPARE(show(u"/c"_s, 7), ImageFailure::None); // from the store
    QCOMPARE(show(u"/d"_s, 0), ImageFailure::None);
    QCOMPARE(show(u"/d"_s, 7, ImageUse::Collect), ImageFailure::None); // stored already
    start();                                                           // another run knows it, too
    QSignalSpy sizes(m_loader.get(), &ImageLoader::storeSize);
    m_loader->setStoreLimit(1);
    QTRY_VERIFY_WITH_TIMEOUT((m_loader->requestStoreSize(), sizes.takeLast().at(1).toLongLong() == 3),
                             patience);
    QVERIFY(!m_loader->has(m_server->url(u"/b"_s)));
}

// A reader's larger limit must not find that the usual one has held for a moment.
void TestImageLoaderStore::storeLimit_holdsFromTheStart()
{
    const QUrl large = m_server->url(u"/large"_s);
    m_loader.reset();
    {
        ImageIndex index;
        QString error;
        QVERIFY(index.open(m_options.storeFolder + u"/index.sqlite"_s, &error));
        QVERIFY(index.setFacts(storeKey(large), {.length = usualStoreLimit + 1, .sha256 = "hash"}, &error));
    }
    m_options.storeLimit = 2 * usualStoreLimit;
    start();
    const QSignalSpy looked(m_loader.get(), &ImageLoader::storeSize);
    QTRY_VERIFY_WITH_TIMEOUT(!looked.isEmpty(), patience);
    QVERIFY(m_loader->has(large));
    m_options.storeLimit = usualStoreLimit;
    start();
    QTRY_VERIFY_WITH_TIMEOUT(!m_loader->has(large), patience);
}

void TestImageLoaderStore::clearedStore_fetchesAgain()
{
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    const QSignalSpy sizes(m_loader.get(), &ImageLoader::storeSize);
    m_loader->clearStore();
    QTRY_COMPARE_WITH_TIMEOUT(sizes.size(), 1, patience);
    QCOMPARE(sizes.first(), QVariantList({qint64(0), qint64(0), false}));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(m_server->requestCount("/a"), 2);
}

void TestImageLoaderStore::forLater_isKeptWithoutBytes()
{
    m_server->send("/a", png(30, 20));
    ImageRequest wanted = request(u"/a"_s);
    wanted.use = ImageUse::Ahead;
    ImageAnswer answer = loaded(wanted);
    QCOMPARE(answer.failure, ImageFailure::None);
    QCOMPARE(answer.bytes, QByteArray());
    QCOMPARE(answer.tried.size(), 1);
    answer = loaded(wanted); // stored already
    QCOMPARE(answer.failure, ImageFailure::None);
    QCOMPARE(answer.tried.size(), 0);
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageLoaderStore::newPicture_isToldOnce()
{
    const QSignalSpy told(m_loader.get(), &ImageLoader::stored);
    m_server->send("/a", png(30, 20));
    loaded(request(u"/a"_s));
    loaded(request(u"/a"_s));
    loaded(request(u"/none"_s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toUrl(), m_server->url(u"/a"_s));
}

void TestImageLoaderStore::tamperedPicture_isFetchedAgain()
{
    m_server->send("/a", png(30, 20));
    loaded(request(u"/a"_s));
    QDirIterator files(m_options.storeFolder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.size() == png(30, 20).size() && file.open(QFile::WriteOnly))
            file.write(png(20, 30));
    }
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), 2);
}

QTEST_GUILESS_MAIN(TestImageLoaderStore)
#include "tst_imageloaderstore.moc"
