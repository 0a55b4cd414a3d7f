#include "app/images/storefolder.h"
#include "deafserver.h"
#include "sampleloader.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestImageLoader final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void picture_comesFromTheNetworkThenFromTheStore();
    void twoRequests_shareOneFetch();
    void networkOffLimits_isNotAsked_data();
    void networkOffLimits_isNotAsked();
    void networkSwitchedOff_answersWhatIsPending();
    void networkSwitchedOn_fetches();
    void whenAsked_onlyTheReaderFetches();
    void nothingAllowed_isAskedOfTheNetwork();
    void failure_isRememberedUnlessAskedAgain();
    void missingHost_isAskedForOnce();
    void missingHost_isAskedForAgain();
    void fetches_areLimited_data();
    void fetches_areLimited();
    void silentAddresses_takeNoMoreConnections();
    void slowHost_doesNotHoldUpOthers();
    void articleWithTooMany_isLimited();
    void articleWithTooManyBytes_isLimited();
    void cancelledArticle_isAnsweredAndGivenUp();
    void cancelledArticle_leavesSharedFetches();
    void cancelledInTheQueue_isNeverFetched();
    void unusableStore_stillDelivers();
    void storeThatFailsLater_stillDelivers();
    void everyRequest_isAnsweredOnce();
    void requestsFromAnswers_work();
    void destroyedWhileFetching_isQuiet();
    void ownThread_answersAcross();
    void storeLimit_makesRoomButForTheKept();
    void storeLimit_holdsFromTheStart();
    void clearedStore_fetchesAgain();
    void forLater_isKeptWithoutBytes();
    void forLater_asksWhereItMay_data();
    void forLater_asksWhereItMay();
    void forLater_givesWayToWhatIsShown();
    void forLater_restsWhereAHostIsBusy_data();
    void forLater_restsWhereAHostIsBusy();
    void busyForEver_isNotWaitedFor();
    void newPicture_isToldOnce();
    void tamperedPicture_isFetchedAgain();
};

void TestImageLoader::picture_comesFromTheNetworkThenFromTheStore()
{
    m_server->send("/a", png(30, 20));
    for (int i = 0; i < 2; ++i) {
        const ImageAnswer answer = loaded(request(u"/a"_s));
        QCOMPARE(answer.failure, ImageFailure::None);
        QCOMPARE(answer.bytes, png(30, 20));
        QCOMPARE(answer.type, ImageType::Png);
        QCOMPARE(answer.size, QSize(30, 20));
    }
    m_options.network = NetworkUse::Offline;
    start();
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requestCount("/a"), 1);
}

void TestImageLoader::twoRequests_shareOneFetch()
{
    m_server->hold("/a");
    const quint64 first = load(u"/a"_s, 1);
    const quint64 second = load(u"/a"_s, 2);
    QTRY_COMPARE(m_server->heldCount(), 1);
    const quint64 third = load(u"/a"_s, 1);
    m_server->release(png(30, 20));
    QTRY_COMPARE(m_answers.size(), 3);
    for (const quint64 number : {first, second, third})
        QCOMPARE(answer(number).bytes, png(30, 20));
    QCOMPARE(m_server->requestCount("/a"), 1);
}

void TestImageLoader::networkOffLimits_isNotAsked_data()
{
    QTest::addColumn<NetworkUse>("network");
    QTest::addColumn<ImageFailure>("failure");
    QTest::newRow("offline") << NetworkUse::Offline << ImageFailure::Offline;
    QTest::newRow("never") << NetworkUse::Never << ImageFailure::NotWanted;
}

void TestImageLoader::networkOffLimits_isNotAsked()
{
    QFETCH(NetworkUse, network);
    m_options.network = network;
    start();
    ImageRequest wanted = request(u"/a"_s);
    wanted.again = true; // though the reader presses a key
    const ImageAnswer answer = loaded(wanted);
    QTEST(answer.failure, "failure");
    QCOMPARE(answer.host, u"pictures.example.org"_s);
    QCOMPARE(m_hosts.asked, QStringList());
    QCOMPARE(m_server->requests().size(), 0);
}

void TestImageLoader::networkSwitchedOff_answersWhatIsPending()
{
    m_server->hold("/a");
    const quint64 number = load(u"/a"_s);
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_loader->setNetworkUse(NetworkUse::Offline);
    QCOMPARE(answer(number).failure, ImageFailure::Offline);
    m_server->release(png(2, 2));
    QCOMPARE(loaded(request(u"/b"_s)).failure, ImageFailure::Offline);
    QCOMPARE(answerCount(number), 1);
}

void TestImageLoader::networkSwitchedOn_fetches()
{
    m_server->send("/a", png(2, 2));
    m_loader->setNetworkUse(NetworkUse::Offline);
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::Offline);
    m_loader->setNetworkUse(NetworkUse::Allowed);
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
}

void TestImageLoader::whenAsked_onlyTheReaderFetches()
{
    m_server->send("/a", png(30, 20));
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(request(u"/b"_s)).failure, ImageFailure::None);
    m_loader->setNetworkUse(NetworkUse::WhenAsked);
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.failure, ImageFailure::NotAsked);
    QCOMPARE(answer.host, u"pictures.example.org"_s);
    QCOMPARE(loaded(request(u"/b"_s)).bytes, png(30, 20)); // from the store
    QCOMPARE(m_server->requests().size(), 1);
    ImageRequest asked = request(u"/a"_s);
    asked.again = true;
    QCOMPARE(loaded(asked).bytes, png(30, 20));
}

void TestImageLoader::nothingAllowed_isAskedOfTheNetwork()
{
    for (const QString &url :
         {u""_s, u"file:///etc/passwd"_s, u"http://127.0.0.1/"_s, u"http://localhost/"_s}) {
        ImageRequest wanted;
        wanted.address.url = QUrl(url);
        QCOMPARE(loaded(wanted).failure, ImageFailure::NotAllowed);
    }
    QCOMPARE(m_hosts.asked, QStringList());
}

void TestImageLoader::failure_isRememberedUnlessAskedAgain()
{
    for (int i = 0; i < 3; ++i) {
        const ImageAnswer answer = loaded(request(u"/a"_s));
        QCOMPARE(answer.failure, ImageFailure::HttpStatus);
        QCOMPARE(answer.detail, u"404"_s);
    }
    QCOMPARE(m_server->requestCount("/a"), 2); // with a Referer, too
    m_server->send("/a", png(2, 2));
    ImageRequest again = request(u"/a"_s);
    again.again = true;
    QCOMPARE(loaded(again).bytes, png(2, 2));
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(2, 2));
    QCOMPARE(m_server->requestCount("/a"), 3);
}

void TestImageLoader::missingHost_isAskedForOnce()
{
    for (int i = 0; i < 20; ++i) {
        ImageRequest wanted;
        wanted.address.url = m_server->url(u"/%1"_s.arg(i), u"gone.example.org"_s);
        load(wanted);
    }
    QTRY_COMPARE(m_answers.size(), 20);
    for (const ImageAnswer &answer : std::as_const(m_answers)) {
        QCOMPARE(answer.failure, ImageFailure::HostNotFound);
        QCOMPARE(answer.host, u"gone.example.org"_s);
    }
    QCOMPARE(m_hosts.asked, QStringList{u"gone.example.org"_s});
}

void TestImageLoader::missingHost_isAskedForAgain()
{
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/a"_s, u"图片.example.cn"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    m_server->send("/a", png(2, 2));
    m_hosts.answers[wanted.address.url.host(QUrl::FullyEncoded)] = {{QHostAddress(QHostAddress::LocalHost)}};
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    wanted.again = true;
    QCOMPARE(loaded(wanted).bytes, png(2, 2));
}

void TestImageLoader::fetches_areLimited_data()
{
    QTest::addColumn<int>("hosts");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("one host") << 1 << 6;
    QTest::newRow("many hosts") << 20 << 12;
}

void TestImageLoader::fetches_areLimited()
{
    QFETCH(const int, hosts);
    QFETCH(const int, atOnce);
    constexpr int wanted = 40;
    for (int i = 0; i < wanted; ++i) {
        m_server->hold("/" + QByteArray::number(i));
        ImageRequest one;
        one.address.url = m_server->url(u"/%1"_s.arg(i), u"host%1.example.org"_s.arg(i % hosts));
        load(one);
    }
    while (m_answers.size() < wanted) {
        const qsizetype expected = std::min<qsizetype>(atOnce, wanted - m_answers.size());
        QTRY_COMPARE(m_server->heldCount(), expected);
        QCoreApplication::processEvents(); // one too many would come now
        QCOMPARE(m_server->heldCount(), expected);
        const qsizetype before = m_answers.size();
        m_server->release(png(2, 2));
        QTRY_COMPARE(m_answers.size(), before + expected);
    }
    for (const ImageAnswer &answer : std::as_const(m_answers))
        QCOMPARE(answer.failure, ImageFailure::None);
}

// Two ways at a time take the room of two fetches, until they end.
void TestImageLoader::silentAddresses_takeNoMoreConnections()
{
#if defined(Q_OS_LINUX)
    const DeafServer deaf(0);
    QVERIFY(deaf.isDeaf);
    m_options.limits.connection = 100ms;
    m_options.limits.firstByte = 2s;
    m_options.limits.fetchesPerHost = 2;
    m_hosts.answers[u"pictures.example.org"_s] = {
        {QHostAddress(u"127.0.0.2"_s), QHostAddress(u"127.0.0.3"_s)}};
    start();
    QList<qsizetype> begun; // by each answer
    connect(m_loader.get(), &ImageLoader::answered, this, [&] { begun << m_hosts.asked.size(); });
    const auto wanted = [&](const QString &path) {
        ImageRequest one = request(path);
        one.address.url.setPort(deaf.port);
        return one;
    };
    load(wanted(u"/1"_s));
    QTRY_COMPARE(deaf.mostAtOnce, 2);
    load(wanted(u"/2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(begun, (QList<qsizetype>{1, 2}), 20'000);
#else
    QSKIP("No way to make such a socket here.");
#endif
}

void TestImageLoader::slowHost_doesNotHoldUpOthers()
{
    for (int i = 0; i < 10; ++i) {
        m_server->hold("/slow" + QByteArray::number(i));
        load(u"/slow%1"_s.arg(i));
    }
    m_server->send("/fast", png(2, 2));
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/fast"_s, u"host1.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::None);
    QCOMPARE(m_answers.size(), 1);
}

void TestImageLoader::articleWithTooMany_isLimited()
{
    m_options.limits.imagesPerArticle = 3;
    start();
    m_server->send("/a", png(2, 2));
    for (const auto &path : {u"/a"_s, u"/b"_s, u"/c"_s, u"/a"_s})
        QVERIFY(loaded(request(path)).failure != ImageFailure::TooMany);
    QCOMPARE(loaded(request(u"/d"_s)).failure, ImageFailure::TooMany);
    QCOMPARE(m_server->requestCount("/d"), 0);
    QVERIFY(loaded(request(u"/d"_s, 2)).failure != ImageFailure::TooMany);
    m_loader->cancelArticle(1);
    QVERIFY(loaded(request(u"/d"_s)).failure != ImageFailure::TooMany);
}

void TestImageLoader::articleWithTooManyBytes_isLimited()
{
    const QByteArray large = png(2, 2) + QByteArray(600, 'x');
    m_options.limits.bytesPerArticle = 1'000;
    start();
    m_server->send("/a", large);
    m_server->send("/b", large);
    m_server->send("/c", png(2, 2));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(loaded(request(u"/b"_s)).failure, ImageFailure::TooMany);
    QCOMPARE(loaded(request(u"/b"_s)).bytes, QByteArray()); // from the store now
    QCOMPARE(loaded(request(u"/c"_s)).failure, ImageFailure::None);
    QCOMPARE(loaded(request(u"/b"_s, 2)).bytes, large);
}

void TestImageLoader::cancelledArticle_isAnsweredAndGivenUp()
{
    m_server->hold("/a");
    const quint64 number = load(u"/a"_s);
    QTRY_COMPARE(m_server->heldCount(), 1);
    QPointer<QTcpSocket> socket = m_server->findChild<QTcpSocket *>();
    QVERIFY(socket);
    m_loader->cancelArticle(1);
    QCOMPARE(answer(number).failure, ImageFailure::Cancelled);
    QTRY_VERIFY(!socket);
    // Not a failure to remember.
    m_server->send("/a", png(2, 2));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(answerCount(number), 1);
}

void TestImageLoader::cancelledArticle_leavesSharedFetches()
{
    m_server->hold("/a");
    const quint64 mine = load(u"/a"_s, 1);
    const quint64 other = load(u"/a"_s, 2);
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_loader->cancelArticle(1);
    QCOMPARE(answer(mine).failure, ImageFailure::Cancelled);
    QCOMPARE(answerCount(other), 0);
    m_server->release(png(30, 20));
    QTRY_COMPARE(answerCount(other), 1);
    QCOMPARE(answer(other).bytes, png(30, 20));
    QCOMPARE(answerCount(mine), 1);
}

void TestImageLoader::cancelledInTheQueue_isNeverFetched()
{
    for (int i = 0; i < 6; ++i) {
        m_server->hold("/" + QByteArray::number(i));
        load(u"/%1"_s.arg(i), 1);
    }
    load(u"/6"_s, 2);
    QTRY_COMPARE(m_server->heldCount(), 6);
    m_loader->cancelArticle(2);
    QCOMPARE(m_answers.size(), 1);
    m_server->release(png(2, 2));
    QTRY_COMPARE(m_answers.size(), 7);
    QCOMPARE(m_server->requestCount("/6"), 0);
}

void TestImageLoader::unusableStore_stillDelivers()
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

void TestImageLoader::storeThatFailsLater_stillDelivers()
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

void TestImageLoader::everyRequest_isAnsweredOnce()
{
    m_options.limits.firstByte = 100ms;
    start();
    m_server->send("/picture", png(2, 2));
    m_server->send("/html", "<html>");
    m_server->keepSilent("/silent");
    m_server->redirect("/loop", "/loop");
    m_server->redirect("/inside", "http://10.0.0.1/");
    const QStringList paths{u"/picture"_s, u"/html"_s, u"/silent"_s, u"/loop"_s, u"/inside"_s, u"/missing"_s};
    for (int round = 0; round < 5; ++round) {
        for (const QString &path : paths) {
            ImageRequest wanted = request(path, quint64(round));
            wanted.again = round % 2 == 1;
            load(wanted);
        }
        m_loader->cancelArticle(quint64(round) - 1);
    }
    QTRY_COMPARE(m_answers.size(), 30);
    QCOMPARE(loaded(request(u"/picture"_s, 99)).failure, ImageFailure::None);
    QCOMPARE(m_answers.size(), 31);
    for (quint64 number = m_lastNumber - 30; number <= m_lastNumber; ++number)
        QCOMPARE(answerCount(number), 1);
}

void TestImageLoader::requestsFromAnswers_work()
{
    m_server->send("/a", png(2, 2));
    m_server->send("/b", png(2, 2));
    std::optional<quint64> next;
    connect(m_loader.get(), &ImageLoader::answered, this, [&] {
        if (next)
            return;
        next = m_lastNumber + 1;
        load(u"/b"_s);
        m_loader->cancelArticle(5);
        m_loader->setNetworkUse(NetworkUse::Allowed);
    });
    load(u"/a"_s);
    load(u"/c"_s, 5);
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(answer(*next).bytes, png(2, 2));
}

void TestImageLoader::destroyedWhileFetching_isQuiet()
{
    m_server->keepSilent("/a");
    load(u"/a"_s);
    load(u"/b"_s);
    QTRY_COMPARE(m_server->requestCount("/a"), 1);
    m_loader->cancelArticle(1);
    load(u"/a"_s);
    QTRY_COMPARE(m_server->requestCount("/a"), 2);
    m_answers.clear();
    m_loader.reset();
    QCoreApplication::processEvents();
    QCOMPARE(m_answers.size(), 0);
}

void TestImageLoader::ownThread_answersAcross()
{
    QTest::failOnWarning(QRegularExpression(u"thread"_s)); // connections belong to one
    m_server->send("/a", png(30, 20));
    // The resolver of this test runs on the loader's thread: nothing of it is looked at meanwhile.
    auto *loader = new ImageLoader(m_options);
    QThread thread;
    loader->moveToThread(&thread);
    connect(&thread, &QThread::finished, loader, &QObject::deleteLater);
    connect(&thread, &QThread::started, loader, &ImageLoader::open);
    connect(loader, &ImageLoader::answered, this, [this](const ImageAnswer &answer) { m_answers << answer; });
    thread.start();
    ImageRequest wanted = request(u"/a"_s);
    wanted.number = 77;
    QMetaObject::invokeMethod(loader, [loader, wanted] { loader->load(wanted); });
    QTRY_COMPARE(answerCount(77), 1);
    QCOMPARE(answer(77).bytes, png(30, 20));
    thread.quit();
    QVERIFY(thread.wait(10'000));
}

// Whichever way they came into the store, and whichever of their articles has the star.
void TestImageLoader::storeLimit_makesRoomButForTheKept()
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
    QTRY_VERIFY((m_loader->requestStoreSize(), sizes.takeLast().at(1).toLongLong() == 3));
    QVERIFY(!m_loader->has(m_server->url(u"/b"_s)));
}

// A reader's larger limit must not find that the usual one has held for a moment.
void TestImageLoader::storeLimit_holdsFromTheStart()
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
    QTest::qWait(0); // the store's first look
    QVERIFY(m_loader->has(large));
    m_options.storeLimit = usualStoreLimit;
    start();
    QTRY_VERIFY(!m_loader->has(large));
}

void TestImageLoader::clearedStore_fetchesAgain()
{
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    const QSignalSpy sizes(m_loader.get(), &ImageLoader::storeSize);
    m_loader->clearStore();
    QTRY_COMPARE(sizes.size(), 1);
    QCOMPARE(sizes.first(), QVariantList({qint64(0), qint64(0), false}));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(m_server->requestCount("/a"), 2);
}

void TestImageLoader::forLater_isKeptWithoutBytes()
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

void TestImageLoader::forLater_asksWhereItMay_data()
{
    QTest::addColumn<NetworkUse>("network");
    QTest::addColumn<ImageFailure>("ahead");
    QTest::addColumn<ImageFailure>("collected");
    QTest::newRow("always") << NetworkUse::Allowed << ImageFailure::None << ImageFailure::None;
    QTest::newRow("when asked") << NetworkUse::WhenAsked << ImageFailure::None << ImageFailure::None;
    QTest::newRow("never") << NetworkUse::Never << ImageFailure::NotWanted << ImageFailure::NotWanted;
    QTest::newRow("offline") << NetworkUse::Offline << ImageFailure::Offline << ImageFailure::Offline;
}

void TestImageLoader::forLater_asksWhereItMay()
{
    QFETCH(NetworkUse, network);
    m_loader->setNetworkUse(network);
    m_server->send("/a", png(30, 20));
    ImageRequest wanted = request(u"/a"_s);
    wanted.use = ImageUse::Ahead;
    QTEST(loaded(wanted).failure, "ahead");
    wanted.use = ImageUse::Collect;
    QTEST(loaded(wanted).failure, "collected");
}

// A host that is busy with what nobody looks at still has room for the open article.
void TestImageLoader::forLater_givesWayToWhatIsShown()
{
    for (int i = 0; i < 8; ++i) {
        m_server->hold("/q" + QByteArray::number(i));
        ImageRequest quiet = request(u"/q%1"_s.arg(i), 7);
        quiet.use = ImageUse::Collect;
        load(quiet);
    }
    QTRY_COMPARE(m_server->heldCount(), m_options.limits.quietFetchesPerHost);
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    // One that waits is wanted by the reader: it is not asked for twice, and waits no longer.
    const quint64 wanted = load(u"/q7"_s);
    QTRY_COMPARE(m_server->requestCount("/q7"), 1);
    m_server->release(png(30, 20));
    QTRY_COMPARE(answerCount(wanted), 1);
    QCOMPARE(answer(wanted).bytes, png(30, 20));
}

void TestImageLoader::forLater_restsWhereAHostIsBusy_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<std::chrono::milliseconds>("longest");
    QTest::addColumn<bool>("comes"); // while the test waits for it
    QTest::newRow("as the host asks") << QByteArray("Retry-After: 0\r\n") << 60'000ms << true;
    QTest::newRow("as its clock has it")
        << QByteArray(
               "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sunday, 06-Nov-94 08:49:37 GMT\r\n")
        << 60'000ms << true;
    QTest::newRow("later, as its clock has it")
        << QByteArray("Date: Sun, 06 Nov 1994 08:49:37 GMT\r\nRetry-After: Sun, 06 Nov 1994 09:49:37 GMT\r\n")
        << 3'600'000ms << false;
    QTest::newRow("not for ever") << QByteArray("Retry-After: 3600\r\n") << 1ms << true;
    QTest::newRow("resting") << QByteArray("Retry-After: 3600\r\n") << 3'600'000ms << false;
    QTest::newRow("as usual") << QByteArray() << 3'600'000ms << false;
}

void TestImageLoader::forLater_restsWhereAHostIsBusy()
{
    QFETCH(const QByteArray, asked);
    QFETCH(const std::chrono::milliseconds, longest);
    QFETCH(const bool, comes);
    m_options.limits.usualRest = m_options.limits.longestRest = longest;
    start();
    m_server->sendRaw("/1", "HTTP/1.1 429 Too Many Requests\r\n" + asked + "Content-Length: 0\r\n\r\n");
    m_server->send("/2", png(30, 20));
    m_server->send("/3", png(40, 20));
    ImageRequest wanted = request(u"/1"_s);
    wanted.use = ImageUse::Collect;
    QCOMPARE(loaded(wanted).detail, u"429"_s);
    wanted.address.url = m_server->url(u"/2"_s);
    const quint64 second = load(wanted);
    QCOMPARE(loaded(request(u"/3"_s)).bytes, png(40, 20)); // somebody looks at it
    if (comes)
        QTRY_COMPARE(answerCount(second), 1);
    QCOMPARE(m_server->requestCount("/2"), comes ? 1 : 0);
}

void TestImageLoader::busyForEver_isNotWaitedFor()
{
    m_options.limits.usualRest = 3'600'000ms;
    m_options.limits.restsInARow = 0; // are over
    start();
    for (const QString &path : {u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s}) {
        m_server->sendRaw(path.toLatin1(), "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        ImageRequest wanted = request(path);
        wanted.use = ImageUse::Collect;
        QCOMPARE(loaded(wanted).detail, u"503"_s);
    }
}

void TestImageLoader::newPicture_isToldOnce()
{
    const QSignalSpy told(m_loader.get(), &ImageLoader::stored);
    m_server->send("/a", png(30, 20));
    loaded(request(u"/a"_s));
    loaded(request(u"/a"_s));
    loaded(request(u"/none"_s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toUrl(), m_server->url(u"/a"_s));
}

void TestImageLoader::tamperedPicture_isFetchedAgain()
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

QTEST_GUILESS_MAIN(TestImageLoader)
#include "tst_imageloader.moc"
