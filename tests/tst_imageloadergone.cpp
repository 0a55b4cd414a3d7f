#include "app/images/hostmemory.h"
#include "sampleloader.h"

using namespace Qt::StringLiterals;

// Pictures and hosts that are gone: how that is known, how long it is believed, and who is asked then.
class TestImageLoaderGone final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void gonePictures_takeOneWayEach_data();
    void gonePictures_takeOneWayEach();
    void newRule_asksForWhatWasGone();
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
};

// One more request for a host that sent nothing yet, not for each picture that is gone.
void TestImageLoaderGone::gonePictures_takeOneWayEach_data()
{
    QTest::addColumn<bool>("isMet");
    QTest::newRow("of a host that sent pictures") << true;
    QTest::newRow("of a host that never did") << false;
}

void TestImageLoaderGone::gonePictures_takeOneWayEach()
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

// What an earlier run was told, before there was the rule. It is believed again once the rule is gone.
void TestImageLoaderGone::newRule_asksForWhatWasGone()
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

void TestImageLoaderGone::gonePicture_isAskedOfTheArchiveOnceAllowed_data()
{
    QTest::addColumn<bool>("isOtherRun");
    QTest::newRow("in the same run") << false;
    QTest::newRow("in the next run") << true;
}

// Nobody answers there; that it is looked up says enough.
void TestImageLoaderGone::gonePicture_isAskedOfTheArchiveOnceAllowed()
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

void TestImageLoaderGone::archiveWithoutACopy_isNotAskedAgain()
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

void TestImageLoaderGone::gonePicture_isRememberedInTheNextRun()
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
void TestImageLoaderGone::goneElsewhere_isNotGone()
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
void TestImageLoaderGone::gonePicture_isAskedForAtOtherAddresses()
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

void TestImageLoaderGone::deadHost_isLeftAloneForADay()
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

void TestImageLoaderGone::withoutNetwork_noHostIsDead()
{
    ImageRequest wanted;
    wanted.address.url = m_server->url(u"/b"_s, u"gone.example.org"_s);
    QCOMPARE(loaded(wanted).failure, ImageFailure::HostNotFound);
    start();
    m_hosts.answers[u"gone.example.org"_s] = {{QHostAddress(QHostAddress::LocalHost)}};
    m_server->send("/b", png(30, 20));
    QCOMPARE(loaded(wanted).bytes, png(30, 20));
}

void TestImageLoaderGone::networkThatReturns_isTriedAtOnce_data()
{
    QTest::addColumn<bool>("isByTheSystem"); // else the reader leaves Offline
    QTest::newRow("the machine is online again") << true;
    QTest::newRow("the reader is") << false;
}

void TestImageLoaderGone::networkThatReturns_isTriedAtOnce()
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

QTEST_GUILESS_MAIN(TestImageLoaderGone)
#include "tst_imageloadergone.moc"
