#include "sampleloader.h"

#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What is answered to whom, and when the network is asked at all.
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
    void everyRequest_isAnsweredOnce();
    void requestsFromAnswers_work();
    void destroyedWhileFetching_isQuiet();
    void ownThread_answersAcross();
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
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
    const quint64 third = load(u"/a"_s, 1);
    m_server->release(png(30, 20));
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 3, patience);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 1, patience);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 20, patience);
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

void TestImageLoader::everyRequest_isAnsweredOnce()
{
    m_options.limits.firstByte = 1s; // for those who do speak, too
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
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 30, patience);
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
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 3, patience);
    QCOMPARE(answer(*next).bytes, png(2, 2));
}

void TestImageLoader::destroyedWhileFetching_isQuiet()
{
    m_server->keepSilent("/a");
    load(u"/a"_s);
    load(u"/b"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount("/a"), 1, patience);
    m_loader->cancelArticle(1);
    load(u"/a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requestCount("/a"), 2, patience);
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
    QTRY_COMPARE_WITH_TIMEOUT(answerCount(77), 1, patience);
    QCOMPARE(answer(77).bytes, png(30, 20));
    thread.quit();
    QVERIFY(thread.wait(patience));
}

QTEST_GUILESS_MAIN(TestImageLoader)
#include "tst_imageloader.moc"
