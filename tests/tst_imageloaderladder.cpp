#include "app/images/hostmemory.h"
#include "sampleloader.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestImageLoaderLadder final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void others_areTriedInOrder();
    void othersToo_failAsTheFirst();
    void ladder_reachesThePicture_data();
    void ladder_reachesThePicture();
    void hostThatRefusesReferrers_takesOneWayAPicture();
    void hostThatHides_isAskedWithAReferrer();
    void gonePictures_takeOneWayEach_data();
    void gonePictures_takeOneWayEach();
    void newRule_holdsForAHostAlreadyMet();
    void newRule_holdsInTheNextRun();
    void newRule_asksForWhatWasGone();
    void redirectingHost_takesOneWayAPicture();
    void redirectToNowhere_isARefusal_data();
    void redirectToNowhere_isARefusal();
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
    void gonePicture_isAskedForAtOtherAddresses();
    void deadHost_isLeftAloneForADay();
    void withoutNetwork_noHostIsDead();
    void networkThatReturns_isTriedAtOnce_data();
    void networkThatReturns_isTriedAtOnce();
    void whatWorked_isKnownInTheNextRun();

private:
    void serveSigns(const QByteArrayList &paths, const QByteArray &policy);
    ImageAnswer judged(const QString &path, ImageVerdict verdict, const QByteArray &doubted = {});
    void refuseSignByRule();

    const QByteArray m_sign = png(200, 100);
};

void TestImageLoaderLadder::others_areTriedInOrder()
{
    m_server->send("/b", "<html>no</html>");
    m_server->send("/c", png(30, 20));
    m_server->send("/d", png(2, 2));
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/a"_s), m_server->url(u"/b"_s), m_server->url(u"/c"_s),
                             m_server->url(u"/d"_s)};
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
    QCOMPARE(m_server->requestCount("/a"), 2); // also with a Referer, as nothing is known of the host
    QCOMPARE(m_server->requestCount("/b"), 1);
    QCOMPARE(m_server->requestCount("/d"), 0);
    // Kept under its first address.
    QCOMPARE(loaded(request(u"/a"_s)).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), 4);
}

void TestImageLoaderLadder::othersToo_failAsTheFirst()
{
    m_server->send("/b", "<html>no</html>");
    ImageRequest wanted = request(u"/a"_s);
    wanted.address.others = {m_server->url(u"/b"_s)};
    const ImageAnswer answer = loaded(wanted);
    QCOMPARE(answer.failure, ImageFailure::HttpStatus);
    QCOMPARE(answer.detail, u"404"_s);
    QCOMPARE(answer.host, u"pictures.example.org"_s);
}

void TestImageLoaderLadder::ladder_reachesThePicture_data()
{
    QTest::addColumn<QByteArray>("policy"); // of the host
    QTest::addColumn<int>("requests");      // for the first picture; 0: it cannot be had

    QTest::newRow("demands what is known of it") << QByteArray("Referer: https://site.example/") << 1;
    QTest::newRow("demands the article's site") << QByteArray("Referer: https://feed.example/") << 3;
    QTest::newRow("demands its own") << QByteArray("Referer: http://pictures.example.org") << 4;
    QTest::newRow("demands what nobody knows") << QByteArray("Referer: https://secret.example/") << 0;
}

// A host that sends pages or a single pixel in place of the picture to whom it does not like.
void TestImageLoaderLadder::ladder_reachesThePicture()
{
    QFETCH(QByteArray, policy);
    QFETCH(int, requests);
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    const auto serve = [&](const QByteArray &path, const QByteArray &otherwise) {
        m_server->handle(path, [this, policy, otherwise](QTcpSocket *socket) {
            const QByteArray &head = m_server->requests().last();
            const bool isWelcome = head.contains(policy);
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

void TestImageLoaderLadder::hostThatRefusesReferrers_takesOneWayAPicture()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome = !m_server->requests().last().contains("Referer:");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
        ImageRequest wanted = request(QString::fromLatin1(path));
        wanted.address.proxyReferrer = QUrl(u"https://feed.example/"_s);
        QCOMPARE(loaded(wanted).bytes, png(30, 20));
    }
    QCOMPARE(m_server->requests().size(), 2);
}

// It answers 404 to whom it does not like.
void TestImageLoaderLadder::hostThatHides_isAskedWithAReferrer()
{
    for (const QByteArray path : {"/1", "/2"}) {
        m_server->handle(path, [this](QTcpSocket *socket) {
            const bool isWelcome =
                m_server->requests().last().contains("Referer: http://pictures.example.org");
            socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                    : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
        });
        QCOMPARE(loaded(request(QString::fromLatin1(path))).bytes, png(30, 20));
    }
    QCOMPARE(m_server->requestCount("/1"), 2);
    QCOMPARE(m_server->requestCount("/2"), 1);
}

// One more request for a host that sent nothing yet, not for each picture that is gone.
void TestImageLoaderLadder::gonePictures_takeOneWayEach_data()
{
    QTest::addColumn<bool>("isMet");
    QTest::newRow("of a host that sent pictures") << true;
    QTest::newRow("of a host that never did") << false;
}

void TestImageLoaderLadder::gonePictures_takeOneWayEach()
{
    QFETCH(const bool, isMet);
    m_server->send("/0", png(30, 20));
    if (isMet)
        QCOMPARE(loaded(request(u"/0"_s)).failure, ImageFailure::None);
    const QStringList paths{u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s};
    for (const QString &path : paths) {
        QCOMPARE(loaded(request(path)).detail, u"404"_s);
        const bool isDoubted = !isMet && path != paths.last();
        QCOMPARE(m_server->requestCount(path.toLatin1()), isDoubted ? 2 : 1);
    }
}

// A host that sent its signs, or nothing, before the reader wrote the rule.
void TestImageLoaderLadder::newRule_holdsForAHostAlreadyMet()
{
    serveSigns({"/1", "/2"}, "Referer: https://site.example/");
    m_server->handle("/4", [this](QTcpSocket *socket) {
        const bool isWelcome = m_server->requests().last().contains("Referer: https://site.example/");
        socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        socket->disconnectFromHost();
    });
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    QCOMPARE(loaded(request(u"/4"_s)).detail, u"404"_s);
    HostRules rules;
    rules.add(u"pictures.example.org https://site.example/"_s);
    m_loader->setRules(rules);
    QCOMPARE(loaded(request(u"/2"_s)).bytes, png(70, 100 + '2'));
    QCOMPARE(m_server->requestCount("/2"), 1);
    QCOMPARE(loaded(request(u"/4"_s)).bytes, png(30, 20));
}

// Which a new version brings.
void TestImageLoaderLadder::newRule_holdsInTheNextRun()
{
    serveSigns({"/1", "/2"}, "Referer: https://site.example/");
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    QCOMPARE(loaded(request(u"/2"_s)).bytes, png(70, 100 + '2'));
}

// What an earlier run was told, before there was the rule. It is believed again once the rule is gone.
void TestImageLoaderLadder::newRule_asksForWhatWasGone()
{
    const QByteArray none = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    m_server->handle("/1", [this, none](QTcpSocket *socket) {
        const bool isWelcome = m_server->requests().last().contains("Referer: https://site.example/");
        socket->write(isWelcome ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20) : none);
        socket->disconnectFromHost();
    });
    m_server->sendRaw("/2", none);
    for (const QString &path : {u"/1"_s, u"/2"_s})
        QCOMPARE(loaded(request(path)).detail, u"404"_s);
    const HostRules before = std::exchange(m_options.rules, {});
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    QCOMPARE(loaded(request(u"/1"_s)).bytes, png(30, 20));
    QCOMPARE(loaded(request(u"/2"_s)).detail, u"404"_s);
    const qsizetype asked = m_server->requests().size();
    for (const HostRules &rules : {m_options.rules, before}) {
        m_options.rules = rules;
        start();
        QCOMPARE(loaded(request(u"/2"_s)).detail, u"404"_s);
        QCOMPARE(m_server->requests().size(), asked);
    }
}

void TestImageLoaderLadder::redirectingHost_takesOneWayAPicture()
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

void TestImageLoaderLadder::redirectToNowhere_isARefusal_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::newRow("to the visitor itself") << QByteArray("http://127.0.0.1/");
    QTest::newRow("to a host that is not there") << QByteArray("http://gone.example.org/");
    QTest::newRow("in circles") << QByteArray("/a");
}

// For visitors who do not come from its own pages.
void TestImageLoaderLadder::redirectToNowhere_isARefusal()
{
    QFETCH(const QByteArray, location);
    const QHostAddress server(u"127.0.0.2"_s);
    m_server->close();
    QVERIFY(m_server->listen(server));
    m_hosts.answers[u"pictures.example.org"_s] = {{server}};
    m_options.isAllowed = [server](const QHostAddress &address) { return address == server; };
    start();
    m_server->handle("/a", [this, location](QTcpSocket *socket) {
        const bool isWelcome = m_server->requests().last().contains("Referer: http://pictures.example.org");
        socket->write(isWelcome
                          ? PictureServer::head(png(30, 20).size(), {}) + png(30, 20)
                          : "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
        socket->disconnectFromHost();
    });
    const ImageAnswer answer = loaded(request(u"/a"_s));
    QCOMPARE(answer.bytes, png(30, 20));
    QCOMPARE(answer.tried.size(), 2);
}

// Which ways, and what came of each, the last one included.
void TestImageLoaderLadder::ways_areTold()
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

void TestImageLoaderLadder::silentHost_isNotAskedInOtherWords()
{
    m_options.limits.firstByte = 50ms;
    start();
    m_server->keepSilent("/a");
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::TimedOut);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestImageLoaderLadder::singlePixel_isAFailure()
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
void TestImageLoaderLadder::keptSinglePixel_isFetchedAnew()
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
void TestImageLoaderLadder::serveSigns(const QByteArrayList &paths, const QByteArray &policy)
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

void TestImageLoaderLadder::standIn_givesWayToThePicture()
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

void TestImageLoaderLadder::keptStandIn_isReplacedOrKept()
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
void TestImageLoaderLadder::standInAlone_isShown()
{
    for (const QByteArray path : {"/1", "/2", "/3", "/4", "/5", "/6"}) {
        m_server->send(path, m_sign);
        QCOMPARE(loaded(request(QString::fromLatin1(path))).bytes, m_sign);
    }
    QCOMPARE(m_server->requestCount("/3"), 2); // tried otherwise
    QCOMPARE(m_server->requestCount("/6"), 1); // not for ever
}

// By the reader, who sees what no rule knows. Whoever errs can take it back.
void TestImageLoaderLadder::standInByTheReader_givesWay()
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

ImageAnswer TestImageLoaderLadder::judged(const QString &path, ImageVerdict verdict,
                                          const QByteArray &doubted)
{
    ImageRequest wanted = request(path);
    wanted.again = true;
    wanted.verdict = verdict;
    wanted.doubted = doubted;
    return loaded(wanted);
}

void TestImageLoaderLadder::refuseSignByRule()
{
    const QByteArray digest = QCryptographicHash::hash(m_sign, QCryptographicHash::Sha256).toHex();
    HostRules rules;
    QCOMPARE(rules.add(u"example.org sha256:"_s + QString::fromLatin1(digest)), QList<int>());
    m_loader->setRules(rules);
}

void TestImageLoaderLadder::refusedPicture_isKeptUntilAnotherComes_data()
{
    QTest::addColumn<QByteArray>("response"); // once it is refused
    QTest::newRow("gone") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("cut off") << QByteArray();
    QTest::newRow("no picture") << PictureServer::head(4, {}) + "text";
}

// Who errs loses nothing, whatever became of the server.
void TestImageLoaderLadder::refusedPicture_isKeptUntilAnotherComes()
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
void TestImageLoaderLadder::refusedPicture_needNotBeStored()
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

void TestImageLoaderLadder::acceptedPicture_isOneWhateverTheRulesSay()
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

void TestImageLoaderLadder::standInByRule_isAFailure()
{
    m_server->send("/1", m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    refuseSignByRule();
    m_server->send("/2", m_sign);
    QCOMPARE(loaded(request(u"/2"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign); // kept before
}

void TestImageLoaderLadder::ladder_endsInTime()
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
void TestImageLoaderLadder::ladder_endsInsideARung()
{
    m_options.now = QDateTime::currentMSecsSinceEpoch;
    m_options.limits.ladder = 1s;
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

void TestImageLoaderLadder::gonePicture_isAskedOfTheArchiveOnceAllowed_data()
{
    QTest::addColumn<bool>("isOtherRun");
    QTest::newRow("in the same run") << false;
    QTest::newRow("in the next run") << true;
}

// Nobody answers there; that it is looked up says enough.
void TestImageLoaderLadder::gonePicture_isAskedOfTheArchiveOnceAllowed()
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

void TestImageLoaderLadder::archiveWithoutACopy_isNotAskedAgain()
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

void TestImageLoaderLadder::gonePicture_isRememberedInTheNextRun()
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
void TestImageLoaderLadder::goneElsewhere_isNotGone()
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

// Which another article has.
void TestImageLoaderLadder::gonePicture_isAskedForAtOtherAddresses()
{
    QCOMPARE(loaded(request(u"/a"_s)).detail, u"404"_s);
    m_server->send("/b", png(30, 20));
    const qsizetype requests = m_server->requests().size();
    ImageRequest wanted = request(u"/a"_s, 2);
    wanted.address.others = {m_server->url(u"/c"_s, u"host1.example.org"_s)};
    QCOMPARE(loaded(wanted).detail, u"404"_s);
    QCOMPARE(loaded(wanted).detail, u"404"_s);
    QCOMPARE(m_server->requests().size(), requests + 1);
    wanted.address.others = {m_server->url(u"/b"_s, u"host1.example.org"_s)};
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
    QCOMPARE(m_server->requests().size(), requests + 2);
}

void TestImageLoaderLadder::deadHost_isLeftAloneForADay()
{
    auto time = std::make_shared<qint64>(1'700'000'000'000);
    m_options.now = [time] { return *time; };
    start();
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None); // there is a network
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    ++*time;
    QCOMPARE(loaded(request(u"/c"_s)).detail, u"404"_s); // there still is one
    for (const qint64 later : {qint64(0), HostMemory::restOfTheDead}) {
        *time += later;
        m_hosts.asked.clear();
        start(); // another run
        QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
        QCOMPARE(m_hosts.asked.size(), later == 0 ? 0 : 1);
    }
}

void TestImageLoaderLadder::withoutNetwork_noHostIsDead()
{
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    start();
    m_hosts.answers[u"gone.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
}

void TestImageLoaderLadder::networkThatReturns_isTriedAtOnce_data()
{
    QTest::addColumn<bool>("isByTheSystem"); // else the reader leaves Offline
    QTest::newRow("the machine is online again") << true;
    QTest::newRow("the reader is") << false;
}

void TestImageLoaderLadder::networkThatReturns_isTriedAtOnce()
{
    QFETCH(const bool, isByTheSystem);
    m_server->send("/a", png(30, 20));
    QCOMPARE(loaded(request(u"/a"_s)).failure, ImageFailure::None); // there was one
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    QCOMPARE(m_hosts.asked.count(u"gone.example.org"_s), 1);
    m_hosts.answers[u"gone.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_server->send("/b", png(30, 20));
    const QSignalSpy returned(m_loader.get(), &ImageLoader::networkReturned);
    if (isByTheSystem) {
        m_loader->noteNetworkReturned();
    } else {
        m_loader->setNetworkUse(NetworkUse::Offline);
        m_loader->setNetworkUse(NetworkUse::Allowed);
    }
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
    QCOMPARE(returned.size(), isByTheSystem ? 1 : 0);
}

void TestImageLoaderLadder::whatWorked_isKnownInTheNextRun()
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

QTEST_GUILESS_MAIN(TestImageLoaderLadder)
#include "tst_imageloaderladder.moc"
