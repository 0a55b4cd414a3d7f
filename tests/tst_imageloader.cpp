#include "app/images/imageloader.h"

#include "app/images/hostmemory.h"
#include "app/images/storefolder.h"
#include "pictureserver.h"
#include "samplepictures.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestImageLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void picture_comesFromTheNetworkThenFromTheStore();
    void twoRequests_shareOneFetch();
    void networkOffLimits_isNotAsked_data();
    void networkOffLimits_isNotAsked();
    void networkSwitchedOff_answersWhatIsPending();
    void networkSwitchedOn_fetches();
    void whenAsked_onlyTheReaderFetches();
    void others_areTriedInOrder();
    void othersToo_failAsTheFirst();
    void nothingAllowed_isAskedOfTheNetwork();

    void failure_isRememberedUnlessAskedAgain();
    void missingHost_isAskedForOnce();
    void missingHost_isAskedForAgain();

    void ladder_reachesThePicture_data();
    void ladder_reachesThePicture();
    void redirectingHost_takesOneWayAPicture();
    void ways_areTold();
    void silentHost_isNotAskedInOtherWords();
    void singlePixel_isAFailure();
    void keptSinglePixel_isFetchedAnew();
    void standIn_givesWayToThePicture();
    void keptStandIn_isReplacedOrKept();
    void standInAlone_isShown();
    void standInByTheReader_givesWay();
    void refusedPicture_isKeptUntilAnotherComes_data();
    void refusedPicture_isKeptUntilAnotherComes();
    void refusedPicture_needNotBeStored();
    void acceptedPicture_isOneWhateverTheRulesSay();
    void standInByRule_isAFailure();
    void ladder_endsInTime();
    void ladder_endsInsideARung();
    void gonePicture_isAskedOfTheArchiveOnceAllowed_data();
    void gonePicture_isAskedOfTheArchiveOnceAllowed();
    void archiveWithoutACopy_isNotAskedAgain();
    void gonePicture_isRememberedInTheNextRun();
    void goneElsewhere_isNotGone();
    void deadHost_isLeftAloneForADay();
    void withoutNetwork_noHostIsDead();
    void whatWorked_isKnownInTheNextRun();

    void fetches_areLimited_data();
    void fetches_areLimited();
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
    void newPicture_isToldOnce();
    void tamperedPicture_isFetchedAgain();

private:
    void start();
    void serveSigns(const QByteArrayList &paths, const QByteArray &policy);
    quint64 load(const QString &path, quint64 article = 1);
    quint64 load(ImageRequest request);
    ImageAnswer answer(quint64 number) const;
    int answerCount(quint64 number) const;
    ImageAnswer loaded(ImageRequest request);
    ImageAnswer judged(const QString &path, ImageVerdict verdict, const QByteArray &doubted = {});
    void refuseSignByRule();
    ImageRequest request(const QString &path, quint64 article = 1) const;

    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    WrittenHosts m_hosts;
    ImageLoader::Options m_options;
    std::unique_ptr<ImageLoader> m_loader;
    QList<ImageAnswer> m_answers;
    quint64 m_lastNumber = 0;
    const QByteArray m_sign = png(200, 100);
};

void TestImageLoader::init()
{
    m_server = std::make_unique<PictureServer>();
    QVERIFY(m_server->isListening());
    m_folder = std::make_unique<QTemporaryDir>();
    m_hosts = {};
    for (int i = 0; i < 20; ++i)
        m_hosts.answers[u"host%1.example.org"_s.arg(i)] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_hosts.answers[u"pictures.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_options = {};
    m_options.storeFolder = m_folder->filePath(u"store"_s);
    m_options.userAgent = "Lectern/test";
    m_options.limits.firstByte = 10s;
    m_options.resolve = m_hosts.resolver();
    m_options.isAllowed = [](const QHostAddress &address) { return address.isLoopback(); };
    m_options.now = [] { return qint64(1'700'000'000'000); };
    m_answers.clear();
    start();
}

void TestImageLoader::start()
{
    m_loader = std::make_unique<ImageLoader>(m_options);
    connect(m_loader.get(), &ImageLoader::answered, this,
            [this](const ImageAnswer &answer) { m_answers << answer; });
    m_loader->open();
}

void TestImageLoader::cleanup()
{
    m_loader.reset();
    m_server.reset();
    m_folder.reset();
}

ImageRequest TestImageLoader::request(const QString &path, quint64 article) const
{
    return {.article = article, .address = {.url = m_server->url(path), .proxyReferrer = {}, .others = {}}};
}

quint64 TestImageLoader::load(const QString &path, quint64 article)
{
    return load(request(path, article));
}

quint64 TestImageLoader::load(ImageRequest request)
{
    request.number = ++m_lastNumber;
    m_loader->load(request);
    return request.number;
}

int TestImageLoader::answerCount(quint64 number) const
{
    return int(std::count_if(m_answers.cbegin(), m_answers.cend(),
                             [number](const ImageAnswer &answer) { return answer.number == number; }));
}

ImageAnswer TestImageLoader::answer(quint64 number) const
{
    for (const ImageAnswer &answer : m_answers) {
        if (answer.number == number)
            return answer;
    }
    return {};
}

ImageAnswer TestImageLoader::loaded(ImageRequest request)
{
    const quint64 number = load(std::move(request));
    if (!QTest::qWaitFor([&] { return answerCount(number) > 0; }, 20'000))
        return {.detail = u"no answer at all"_s};
    return answer(number);
}

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

void TestImageLoader::others_areTriedInOrder()
{
    m_server->send("/b", "<html>no</html>");
    m_server->send("/c", png(30, 20));
    m_server->send("/d", png(2, 2));
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/a"_s), m_server->url(u"/b"_s), m_server->url(u"/c"_s),
                             m_server->url(u"/d"_s)};
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
    QCOMPARE(m_server->requestCount("/a"), 1);
    QCOMPARE(m_server->requestCount("/b"), 1);
    QCOMPARE(m_server->requestCount("/d"), 0);
    // Kept under its first address.
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), 3);
}

void TestImageLoader::othersToo_failAsTheFirst()
{
    m_server->send("/b", "<html>no</html>");
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/b"_s)};
    const ImageAnswer answer = loaded(wanted);
    QCOMPARE(answer.failure, ImageFailure::HttpStatus);
    QCOMPARE(answer.detail, u"404"_s);
    QCOMPARE(answer.host, u"pictures.example.org"_s);
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
    QCOMPARE(m_server->requestCount("/a"), 1);
    m_server->send("/a", png(2, 2));
    ImageRequest again = request(u"/a"_s);
    again.again = true;
    QCOMPARE(loaded(again).bytes, png(2, 2));
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(2, 2));
    QCOMPARE(m_server->requestCount("/a"), 2);
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

void TestImageLoader::ladder_reachesThePicture_data()
{
    QTest::addColumn<QByteArray>("policy"); // of the host
    QTest::addColumn<int>("requests");      // for the first picture; 0: it cannot be had

    QTest::newRow("demands what is known of it") << QByteArray("Referer: https://site.example/") << 1;
    QTest::newRow("refuses any Referer") << QByteArray("none") << 2;
    QTest::newRow("demands the article's site") << QByteArray("Referer: https://feed.example/") << 3;
    QTest::newRow("demands its own") << QByteArray("Referer: http://pictures.example.org") << 4;
    QTest::newRow("demands what nobody knows") << QByteArray("Referer: https://secret.example/") << 0;
}

// A host that sends pages or a single pixel in place of the picture to whom it does not like.
void TestImageLoader::ladder_reachesThePicture()
{
    QFETCH(QByteArray, policy);
    QFETCH(int, requests);
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    const auto serve = [&](const QByteArray &path, const QByteArray &otherwise) {
        m_server->handle(path, [this, policy, otherwise](QTcpSocket *socket) {
            const QByteArray &head = m_server->requests().last();
            const bool isWelcome = policy == "none" ? !head.contains("Referer:") : head.contains(policy);
            const QByteArray body = isWelcome ? png(30, 20) : otherwise;
            socket->write(PictureServer::head(body.size(), {}) + body);
            socket->disconnectFromHost();
        });
    };
    serve("/1", "<html>no hot-linking</html>");
    serve("/2", png(1, 1));
    ImageRequest first = request(u"/1"_s);
    first.address.proxyReferrer = QUrl(u"https://feed.example/"_s);
    const ImageAnswer answer = loaded(first);
    if (requests == 0) {
        QCOMPARE(answer.failure, ImageFailure::NotAPicture);
        QCOMPARE(answer.tried.size(), 4);
        return;
    }
    QCOMPARE(answer.bytes, png(30, 20));
    QCOMPARE(answer.tried.size(), requests);
    QCOMPARE(m_server->requests().size(), requests);
    ImageRequest second = request(u"/2"_s, 2);
    second.address.proxyReferrer = first.address.proxyReferrer;
    QCOMPARE(loaded(second).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), requests + 1);
}

void TestImageLoader::redirectingHost_takesOneWayAPicture()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->redirect(path, "/real" + path);
        m_server->send("/real" + path, png(30, 20));
        const ImageAnswer answer = loaded(request(QString::fromLatin1(path)));
        QCOMPARE(answer.bytes, png(30, 20));
        QCOMPARE(answer.tried.size(), 1);
    }
    QCOMPARE(m_server->requests().size(), 4); // two hops each
}

// Which ways, and what came of each, the last one included.
void TestImageLoader::ways_areTold()
{
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    m_server->handle("/a", [this](QTcpSocket *socket) {
        const bool isFirst = m_server->requests().size() == 1;
        socket->write(isFirst ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                              : PictureServer::head(6, {}) + "<html>");
        socket->disconnectFromHost();
    });
    const QString host = u"pictures.example.org"_s;
    const QList<TriedWay> ways{
        {Rung::KnownReferrer, u"http"_s, host, u"site.example"_s, ImageFailure::HttpStatus, u"403"_s},
        {Rung::Plain, u"http"_s, host, {}, ImageFailure::NotAPicture, u"HTML"_s},
        {Rung::OwnReferrer, u"http"_s, host, host, ImageFailure::NotAPicture, u"HTML"_s},
    };
    QCOMPARE(loaded(request(u"/a"_s)).tried, ways);
    QCOMPARE(loaded(request(u"/a"_s)).tried, ways); // remembered
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(request(u"/b"_s)).tried,
             (QList<TriedWay>{{Rung::KnownReferrer, u"http"_s, host, u"site.example"_s}}));
    QCOMPARE(loaded(request(u"/b"_s)).tried, QList<TriedWay>()); // stored
}

void TestImageLoader::silentHost_isNotAskedInOtherWords()
{
    m_options.limits.firstByte = 50ms;
    start();
    m_server->keepSilent("/a");
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::TimedOut);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageLoader::singlePixel_isAFailure()
{
    m_server->send("/a", png(1, 1));
    for (int i = 0; i < 2; ++i) {
        const ImageAnswer answer = loaded(request(u"/a"_s));
        QCOMPARE(answer.failure, ImageFailure::Dot);
        QCOMPARE(answer.host, u"pictures.example.org"_s);
        QCOMPARE(m_server->requests().size(), 2); // with the host's own Referer too; remembered then
    }
    m_server->send("/a", png(30, 20));
    ImageRequest again = request(u"/a"_s);
    again.again = true;
    QCOMPARE(loaded(again).bytes, png(30, 20));
}

// Older versions did so where nothing better came.
void TestImageLoader::keptSinglePixel_isFetchedAnew()
{
    const QUrl address = m_server->url(u"/a"_s);
    QString error;
    const auto keepDot = [&] {
        ImageStore store;
        return store.open(m_options.storeFolder, &error) && store.save(address, png(1, 1), 1, &error);
    };
    QVERIFY2(keepDot(), qPrintable(error));
    m_loader->setNetworkUse(NetworkUse::Offline);
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::Offline);
    QVERIFY2(keepDot(), qPrintable(error));
    m_loader->setNetworkUse(NetworkUse::Allowed);
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
}

// A host that sends a sign to whom it does not like, the same for every picture.
void TestImageLoader::serveSigns(const QByteArrayList &paths, const QByteArray &policy)
{
    for (const QByteArray &path : paths) {
        m_server->handle(path, [this, path, policy](QTcpSocket *socket) {
            const bool isWelcome = m_server->requests().last().contains(policy);
            const QByteArray body = isWelcome ? png(70, 100 + path.at(1)) : m_sign;
            socket->write(PictureServer::head(body.size(), {}) + body);
            socket->disconnectFromHost();
        });
    }
}

void TestImageLoader::standIn_givesWayToThePicture()
{
    serveSigns({"/1", "/2", "/3", "/4", "/5"}, "Referer: http://pictures.example.org");
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign); // nobody can know
    QCOMPARE(loaded(request(u"/2"_s)).bytes, m_sign);
    const ImageAnswer third = loaded(request(u"/3"_s));
    QCOMPARE(third.bytes, png(70, 100 + '3'));
    QCOMPARE(third.tried.first().failure, ImageFailure::StandIn);
    QCOMPARE(loaded(request(u"/4"_s)).bytes, png(70, 100 + '4'));
    QCOMPARE(m_server->requestCount("/4"), 1); // as it is known now which way works
    start();                                   // also in the next run
    QCOMPARE(loaded(request(u"/5"_s)).bytes, png(70, 100 + '5'));
    QCOMPARE(m_server->requestCount("/5"), 1);
}

void TestImageLoader::keptStandIn_isReplacedOrKept()
{
    serveSigns({"/1", "/3", "/4"}, "Referer: http://pictures.example.org");
    m_server->send("/2", m_sign); // has been removed there
    for (const QString &path : {u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s})
        loaded(request(path));
    m_loader->setNetworkUse(NetworkUse::Offline);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    m_loader->setNetworkUse(NetworkUse::Allowed);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, png(70, 100 + '1'));
    QCOMPARE(loaded(request(u"/2"_s)).bytes, m_sign); // nothing that is kept is lost
    const qsizetype requests = m_server->requests().size();
    QCOMPARE(loaded(request(u"/1"_s)).bytes, png(70, 100 + '1'));
    QCOMPARE(loaded(request(u"/2"_s)).bytes, m_sign);
    QCOMPARE(m_server->requests().size(), requests); // once a run
}

// An article may really show one divider under many addresses.
void TestImageLoader::standInAlone_isShown()
{
    for (const QByteArray path : {"/1", "/2", "/3", "/4", "/5", "/6"}) {
        m_server->send(path, m_sign);
        QCOMPARE(loaded(request(QString::fromLatin1(path))).bytes, m_sign);
    }
    QCOMPARE(m_server->requestCount("/3"), 2); // tried otherwise
    QCOMPARE(m_server->requestCount("/6"), 1); // not for ever
}

// By the reader, who sees what no rule knows. Whoever errs can take it back.
void TestImageLoader::standInByTheReader_givesWay()
{
    const QByteArray small = png(20, 20);
    m_server->handle("/1", [this, small](QTcpSocket *socket) {
        const bool isWelcome = m_server->requests().last().contains("Referer:");
        const QByteArray body = isWelcome ? png(70, 100) : small;
        socket->write(PictureServer::head(body.size(), {}) + body);
        socket->disconnectFromHost();
    });
    m_server->send("/2", small);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, small);
    QCOMPARE(loaded(request(u"/2"_s)).bytes, small);
    m_loader->setNetworkUse(NetworkUse::Offline);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Wrong).bytes, small); // nothing is lost where nothing can come
    m_loader->setNetworkUse(NetworkUse::Allowed);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Wrong).bytes, png(70, 100));
    QCOMPARE(loaded(request(u"/1"_s)).bytes, png(70, 100));
    QCOMPARE(judged(u"/2"_s, ImageVerdict::Wrong).failure, ImageFailure::StandIn);
    start(); // remembered: nobody need be asked to know it
    QCOMPARE(loaded(request(u"/2"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(judged(u"/2"_s, ImageVerdict::Right).bytes, small);
    QCOMPARE(loaded(request(u"/2"_s)).bytes, small);
}

ImageAnswer TestImageLoader::judged(const QString &path, ImageVerdict verdict, const QByteArray &doubted)
{
    ImageRequest wanted = request(path);
    wanted.again = true;
    wanted.verdict = verdict;
    wanted.doubted = doubted;
    return loaded(wanted);
}

void TestImageLoader::refuseSignByRule()
{
    const QByteArray digest = QCryptographicHash::hash(m_sign, QCryptographicHash::Sha256).toHex();
    HostRules rules;
    QCOMPARE(rules.add(u"example.org sha256:"_s + QString::fromLatin1(digest)), QList<int>());
    m_loader->setRules(rules);
}

void TestImageLoader::refusedPicture_isKeptUntilAnotherComes_data()
{
    QTest::addColumn<QByteArray>("response"); // once it is refused
    QTest::newRow("gone") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("cut off") << QByteArray();
    QTest::newRow("no picture") << PictureServer::head(4, {}) + "text";
}

// Who errs loses nothing, whatever became of the server.
void TestImageLoader::refusedPicture_isKeptUntilAnotherComes()
{
    QFETCH(const QByteArray, response);
    m_server->send("/1", m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    m_server->sendRaw("/1", response);
    const ImageAnswer refused = judged(u"/1"_s, ImageVerdict::Wrong);
    QCOMPARE(refused.failure, ImageFailure::StandIn); // which can be taken back
    QVERIFY(!refused.tried.isEmpty());
    m_loader->setNetworkUse(NetworkUse::WhenAsked);
    QCOMPARE(loaded(request(u"/1"_s)).failure, ImageFailure::StandIn);
    m_loader->setNetworkUse(NetworkUse::Offline);
    start(); // the next run
    QCOMPARE(loaded(request(u"/1"_s)).failure, ImageFailure::StandIn);
    m_loader->setNetworkUse(NetworkUse::Offline);
    const qsizetype requests = m_server->requests().size();
    QCOMPARE(loaded(request(u"/1"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Right).bytes, m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    m_loader->setNetworkUse(NetworkUse::Allowed);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    QCOMPARE(m_server->requests().size(), requests);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Wrong).failure, ImageFailure::StandIn);
    m_server->send("/1", png(70, 100));
    QCOMPARE(judged(u"/1"_s, ImageVerdict::None).bytes, png(70, 100));
    QCOMPARE(loaded(request(u"/1"_s)).bytes, png(70, 100));
}

// The disk is full, or room was made.
void TestImageLoader::refusedPicture_needNotBeStored()
{
    QFile file(m_folder->filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_options.storeFolder = file.fileName();
    start();
    m_server->send("/1", m_sign);
    const ImageAnswer shown = loaded(request(u"/1"_s));
    QCOMPARE(shown.failure, ImageFailure::StoreFailed);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Wrong, shown.digest).failure, ImageFailure::StandIn);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Right).bytes, m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
}

void TestImageLoader::acceptedPicture_isOneWhateverTheRulesSay()
{
    refuseSignByRule();
    m_server->send("/1", m_sign);
    m_server->send("/2", m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(judged(u"/1"_s, ImageVerdict::Right).bytes, m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    QCOMPARE(judged(u"/2"_s, ImageVerdict::None).bytes, m_sign);
    QCOMPARE(judged(u"/2"_s, ImageVerdict::Wrong).failure, ImageFailure::StandIn); // the last word counts
}

void TestImageLoader::standInByRule_isAFailure()
{
    m_server->send("/1", m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    refuseSignByRule();
    m_server->send("/2", m_sign);
    QCOMPARE(loaded(request(u"/2"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign); // kept before
}

void TestImageLoader::ladder_endsInTime()
{
    auto time = std::make_shared<qint64>(1'700'000'000'000);
    m_options.now = [time] { return *time; };
    start();
    m_server->handle("/a", [time](QTcpSocket *socket) {
        *time += 60'000;
        socket->write(PictureServer::head(4, {}) + "text");
        socket->disconnectFromHost();
    });
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::NotAPicture);
    QCOMPARE(m_server->requests().size(), 1);
}

// A host that refuses at once, then one that says nothing: the time of the picture, not that of one address.
void TestImageLoader::ladder_endsInsideARung()
{
    m_options.now = QDateTime::currentMSecsSinceEpoch;
    m_options.limits.ladder = 200ms;
    start();
    m_server->send("/a", "text");
    m_server->keepSilent("/b");
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/b"_s, u"host1.example.org"_s)};
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(loaded(wanted).failure, ImageFailure::NotAPicture);
    QCOMPARE(m_server->requestCount("/b"), 1);
    QVERIFY(clock.elapsed() < 5'000); // of the 10 s that the silent host would have had
}

void TestImageLoader::gonePicture_isAskedOfTheArchiveOnceAllowed_data()
{
    QTest::addColumn<bool>("isOtherRun");
    QTest::newRow("in the same run") << false;
    QTest::newRow("in the next run") << true;
}

// Nobody answers there; that it is looked up says enough.
void TestImageLoader::gonePicture_isAskedOfTheArchiveOnceAllowed()
{
    QFETCH(bool, isOtherRun);
    const QString archive = u"web.archive.org"_s;
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    const qsizetype requests = m_server->requests().size();
    if (isOtherRun)
        start();
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    QCOMPARE(m_hosts.asked.count(archive), 0);
    m_loader->setPublicArchive(PublicArchiveUse::AsLastResort);
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(m_hosts.asked.count(archive), 1);
    QCOMPARE(answer.detail, u"404"_s); // what its own server said
    QCOMPARE(m_server->requests().size(), requests);
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    QCOMPARE(m_hosts.asked.count(archive), 1);
}

void TestImageLoader::archiveWithoutACopy_isNotAskedAgain()
{
    HostMemory memory;
    QString error;
    QVERIFY(memory.open(m_options.storeFolder + u"/hosts.sqlite"_s, &error));
    const QUrl gone = m_server->url(u"/a"_s);
    memory.setGone(gone, u"404"_s);
    memory.setGone(QUrl(u"https://web.archive.org/web/0im_/"_s + gone.toString()), u"404"_s);
    m_options.publicArchive = PublicArchiveUse::AsLastResort;
    start();
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    QCOMPARE(m_hosts.asked, QStringList());
}

void TestImageLoader::gonePicture_isRememberedInTheNextRun()
{
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    const qsizetype requests = m_server->requests().size();
    start();
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.failure, ImageFailure::HttpStatus);
    QCOMPARE(answer.detail, u"404"_s);
    QCOMPARE(m_server->requests().size(), requests);
    m_server->send("/a", png(30, 20));
    ImageRequest again = request(u"/a"_s);
    again.again = true;
    QCOMPARE(loaded(again).bytes, png(30, 20));
}

// Where another address of such pictures is tried first, its 404 says nothing of the picture's own.
void TestImageLoader::goneElsewhere_isNotGone()
{
    const auto wanted = [this](const QString &path, const QString &other) {
        ImageRequest one = request(path);
        one.address.others = {m_server->url(other, u"host1.example.org"_s)};
        return one;
    };
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(wanted(u"/a"_s, u"/b"_s)).bytes, png(30, 20)); // what works for this host
    m_server->sendRaw("/c", "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    const ImageAnswer answer = loaded(wanted(u"/c"_s, u"/d"_s));
    QCOMPARE(answer.failure, ImageFailure::HttpStatus);
    QCOMPARE(answer.tried.first().rung, Rung::OtherAddress);
    QCOMPARE(answer.tried.first().detail, u"404"_s);
    QCOMPARE(answer.tried.last().detail, u"503"_s);
    start(); // the next run
    m_server->send("/c", png(40, 20));
    QCOMPARE(loaded(wanted(u"/c"_s, u"/d"_s)).bytes, png(40, 20));
}

void TestImageLoader::deadHost_isLeftAloneForADay()
{
    auto time = std::make_shared<qint64>(1'700'000'000'000);
    m_options.now = [time] { return *time; };
    start();
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None); // there is a network
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    for (const qint64 later : {qint64(0), HostMemory::restOfTheDead}) {
        *time += later;
        m_hosts.asked.clear();
        start(); // another run
        QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
        QCOMPARE(m_hosts.asked.size(), later == 0 ? 0 : 1);
    }
}

void TestImageLoader::withoutNetwork_noHostIsDead()
{
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    start();
    m_hosts.answers[u"gone.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
}

void TestImageLoader::whatWorked_isKnownInTheNextRun()
{
    for (const char *path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome = m_server->requests().last().contains("Referer:");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
    }
    QCOMPARE(loaded(request(u"/1"_s)).tried.size(), 2);
    start();
    QCOMPARE(loaded(request(u"/2"_s)).tried.size(), 1);
    QCOMPARE(m_server->requests().size(), 3);
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
    QCOMPARE(sizes.first(), QVariantList({qint64(0), qint64(0)}));
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
    QTest::newRow("when asked") << NetworkUse::WhenAsked << ImageFailure::NotAsked << ImageFailure::None;
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
