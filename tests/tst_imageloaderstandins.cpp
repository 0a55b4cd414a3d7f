#include "sampleloader.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

// What comes in place of a picture: a dot, or a sign that says no. Who knows it, and what becomes of it.
class TestImageLoaderStandIns final : public SampleLoader
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void newRule_holdsForAHostAlreadyMet();
    void newRule_holdsInTheNextRun();
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

private:
    void serveSigns(const QByteArrayList &paths, const QByteArray &policy);
    ImageAnswer judged(const QString &path, ImageVerdict verdict, const QByteArray &doubted = {});
    void refuseSignByRule();

    const QByteArray m_sign = png(200, 100);
};

// A host that sent its signs, or nothing, before the reader wrote the rule.
void TestImageLoaderStandIns::newRule_holdsForAHostAlreadyMet()
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
void TestImageLoaderStandIns::newRule_holdsInTheNextRun()
{
    serveSigns({"/1", "/2"}, "Referer: https://site.example/");
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    m_options.rules.add(u"pictures.example.org https://site.example/"_s);
    start();
    QCOMPARE(loaded(request(u"/2"_s)).bytes, png(70, 100 + '2'));
}

void TestImageLoaderStandIns::singlePixel_isAFailure()
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
void TestImageLoaderStandIns::keptSinglePixel_isFetchedAnew()
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
void TestImageLoaderStandIns::serveSigns(const QByteArrayList &paths, const QByteArray &policy)
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

void TestImageLoaderStandIns::standIn_givesWayToThePicture()
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

void TestImageLoaderStandIns::keptStandIn_isReplacedOrKept()
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
void TestImageLoaderStandIns::standInAlone_isShown()
{
    for (const QByteArray path : {"/1", "/2", "/3", "/4", "/5", "/6"}) {
        m_server->send(path, m_sign);
        QCOMPARE(loaded(request(QString::fromLatin1(path))).bytes, m_sign);
    }
    QCOMPARE(m_server->requestCount("/3"), 2); // tried otherwise
    QCOMPARE(m_server->requestCount("/6"), 1); // not for ever
}

// By the reader, who sees what no rule knows. Whoever errs can take it back.
void TestImageLoaderStandIns::standInByTheReader_givesWay()
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

ImageAnswer TestImageLoaderStandIns::judged(const QString &path, ImageVerdict verdict,
                                            const QByteArray &doubted)
{
    ImageRequest wanted = request(path);
    wanted.again = true;
    wanted.verdict = verdict;
    wanted.doubted = doubted;
    return loaded(wanted);
}

void TestImageLoaderStandIns::refuseSignByRule()
{
    const QByteArray digest = QCryptographicHash::hash(m_sign, QCryptographicHash::Sha256).toHex();
    HostRules rules;
    QCOMPARE(rules.add(u"example.org sha256:"_s + QString::fromLatin1(digest)), QList<int>());
    m_loader->setRules(rules);
}

void TestImageLoaderStandIns::refusedPicture_isKeptUntilAnotherComes_data()
{
    QTest::addColumn<QByteArray>("response"); // once it is refused
    QTest::newRow("gone") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("cut off") << QByteArray();
    QTest::newRow("no picture") << PictureServer::head(4, {}) + "text";
}

// Who errs loses nothing, whatever became of the server.
void TestImageLoaderStandIns::refusedPicture_isKeptUntilAnotherComes()
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
void TestImageLoaderStandIns::refusedPicture_needNotBeStored()
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

void TestImageLoaderStandIns::acceptedPicture_isOneWhateverTheRulesSay()
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

void TestImageLoaderStandIns::standInByRule_isAFailure()
{
    m_server->send("/1", m_sign);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign);
    refuseSignByRule();
    m_server->send("/2", m_sign);
    QCOMPARE(loaded(request(u"/2"_s)).failure, ImageFailure::StandIn);
    QCOMPARE(loaded(request(u"/1"_s)).bytes, m_sign); // kept before
}

QTEST_GUILESS_MAIN(TestImageLoaderStandIns)
#include "tst_imageloaderstandins.moc"
