#include "deafserver.h"
#include "sampleloader.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// Who is fetched first and how much at once, and who has to wait or is given up.
class TestImageLoaderQueue final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void fetches_areLimited_data();
    void fetches_areLimited();
    void silentAddresses_takeNoMoreConnections();
    void slowHost_doesNotHoldUpOthers();
    void articleWithTooMany_isLimited();
    void articleWithTooManyBytes_isLimited();
    void cancelledArticle_isAnsweredAndGivenUp();
    void cancelledArticle_leavesSharedFetches();
    void cancelledInTheQueue_isNeverFetched();
    void forLater_asksWhereItMay_data();
    void forLater_asksWhereItMay();
    void forLater_givesWayToWhatIsShown();
    void forLater_restsWhereAHostIsBusy_data();
    void forLater_restsWhereAHostIsBusy();
    void busyForEver_isNotWaitedFor();
};

void TestImageLoaderQueue::fetches_areLimited_data()
{
    QTest::addColumn<int>("hosts");
    QTest::addColumn<int>("atOnce");
    QTest::newRow("one host") << 1 << 6;
    QTest::newRow("many hosts") << 20 << 12;
}

void TestImageLoaderQueue::fetches_areLimited()
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
        QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), expected, patience);
        QCoreApplication::processEvents(); // one too many would come now
        QCOMPARE(m_server->heldCount(), expected);
        const qsizetype before = m_answers.size();
        m_server->release(png(2, 2));
        QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), before + expected, patience);
    }
    for (const ImageAnswer &answer : std::as_const(m_answers))
        QCOMPARE(answer.failure, ImageFailure::None);
}

// Two ways at a time take the room of two fetches, until they end.
void TestImageLoaderQueue::silentAddresses_takeNoMoreConnections()
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
    QTRY_COMPARE_WITH_TIMEOUT(deaf.mostAtOnce, 2, patience);
    load(wanted(u"/2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(begun, (QList<qsizetype>{1, 2}), patience);
#else
    QSKIP("No way to make such a socket here.");
#endif
}

void TestImageLoaderQueue::slowHost_doesNotHoldUpOthers()
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

void TestImageLoaderQueue::articleWithTooMany_isLimited()
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

void TestImageLoaderQueue::articleWithTooManyBytes_isLimited()
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

void TestImageLoaderQueue::cancelledArticle_isAnsweredAndGivenUp()
{
    m_server->hold("/a");
    const quint64 number = load(u"/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    QPointer<QTcpSocket> socket = m_server->findChild<QTcpSocket *>();
    QVERIFY(socket);
    m_loader->cancelArticle(1);
    QCOMPARE(answer(number).failure, ImageFailure::Cancelled);
    QTRY_VERIFY_WITH_TIMEOUT(!socket, patience);
    // Not a failure to remember.
    m_server->send("/a", png(2, 2));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None);
    QCOMPARE(answerCount(number), 1);
}

void TestImageLoaderQueue::cancelledArticle_leavesSharedFetches()
{
    m_server->hold("/a");
    const quint64 mine = load(u"/a"_s, 1);
    const quint64 other = load(u"/a"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    m_loader->cancelArticle(1);
    QCOMPARE(answer(mine).failure, ImageFailure::Cancelled);
    QCOMPARE(answerCount(other), 0);
    m_server->release(png(30, 20));
    QTRY_COMPARE_WITH_TIMEOUT(answerCount(other), 1, patience);
    QCOMPARE(answer(other).bytes, png(30, 20));
    QCOMPARE(answerCount(mine), 1);
}

void TestImageLoaderQueue::cancelledInTheQueue_isNeverFetched()
{
    for (int i = 0; i < 6; ++i) {
        m_server->hold("/" + QByteArray::number(i));
        load(u"/%1"_s.arg(i), 1);
    }
    load(u"/6"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 6, patience);
    m_loader->cancelArticle(2);
    QCOMPARE(m_answers.size(), 1);
    m_server->release(png(2, 2));
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 7, patience);
    QCOMPARE(m_server->requestCount("/6"), 0);
}

void TestImageLoaderQueue::forLater_asksWhereItMay_data()
{
    QTest::addColumn<NetworkUse>("network");
    QTest::addColumn<ImageFailure>("ahead");
    QTest::addColumn<ImageFailure>("collected");
    QTest::newRow("always") << NetworkUse::Allowed << ImageFailure::None << ImageFailure::None;
    QTest::newRow("when asked") << NetworkUse::WhenAsked << ImageFailure::None << ImageFailure::None;
    QTest::newRow("never") << NetworkUse::Never << ImageFailure::NotWanted << ImageFailure::NotWanted;
    QTest::newRow("offline") << NetworkUse::Offline << ImageFailure::Offline << ImageFailure::Offline;
}

void TestImageLoaderQueue::forLater_asksWhereItMay()
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
void TestImageLoaderQueue::forLater_givesWayToWhatIsShown()
{
    for (int i = 0; i < 8; ++i) {
        m_server->hold("/q" + QByteArray::number(i));
        ImageRequest quiet = request(u"/q%1"_s.arg(i), 7);
        quiet.use = ImageUse::Collect;
        load(quiet);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), m_options.limits.quietFetchesPerHost, patience);
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    // One that waits is wanted by the reader: it is not asked for twice, and waits no longer.
    const quint64 wanted = load(u"/q7"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount("/q7"), 1, patience);
    m_server->release(png(30, 20));
    QTRY_COMPARE_WITH_TIMEOUT(answerCount(wanted), 1, patience);
    QCOMPARE(answer(wanted).bytes, png(30, 20));
}

void TestImageLoaderQueue::forLater_restsWhereAHostIsBusy_data()
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

void TestImageLoaderQueue::forLater_restsWhereAHostIsBusy()
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
        QTRY_COMPARE_WITH_TIMEOUT(answerCount(second), 1, patience);
    QCOMPARE(m_server->requestCount("/2"), comes ? 1 : 0);
}

void TestImageLoaderQueue::busyForEver_isNotWaitedFor()
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

QTEST_GUILESS_MAIN(TestImageLoaderQueue)
#include "tst_imageloaderqueue.moc"
