#include "app/images/laddermemory.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What tst_imageloaderladder.cpp cannot see from outside: the steps themselves, and the clock.
class TestLadderMemory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = 1'700'000'000'000;
        start();
    }

    void whatWorked_comesFirst()
    {
        QCOMPARE(rungs().first(), Rung::Plain);
        m_memory->noteStep(m_picture.url, {m_picture.url, {}, Rung::OwnReferrer}, {.bytes = "a picture"});
        QCOMPARE(rungs().first(), Rung::OwnReferrer);
        start(); // the next run
        QCOMPARE(rungs().first(), Rung::OwnReferrer);
    }

    // Though the archive has http and https addresses of one host.
    void schemeThatWorked_holdsForAllAddresses()
    {
        const QUrl secure = m_picture.url;
        const QUrl open(u"http://a.example/2.png"_s);
        const QUrl openAsSecure(u"https://a.example/2.png"_s);
        m_memory->noteStep(open, {openAsSecure, {}, Rung::OtherScheme}, {.bytes = "a picture"});
        for (int run = 0; run < 2; ++run) {
            QCOMPARE(first(secure), secure);
            m_memory->noteStep(secure, {secure, {}, Rung::Plain}, {.bytes = "a picture"});
            QCOMPARE(first(open), openAsSecure);
            start();
        }
        m_memory->noteStep(open, {open, {}, Rung::Plain}, {.bytes = "a picture"}); // by http again
        QCOMPARE(first(open), open);
    }

    void schemeThatWorked_holdsWithTheKnownReferrer()
    {
        const QUrl secure = m_picture.url;
        const QUrl open(u"http://a.example/2.png"_s);
        const QUrl openAsSecure(u"https://a.example/2.png"_s);
        const QUrl referrer(u"https://blog.example/"_s);
        HostRules rules;
        QVERIFY(rules.add(u"a.example "_s + referrer.toString()).isEmpty());
        m_memory->setRules(rules);
        m_memory->noteStep(open, {openAsSecure, referrer, Rung::OtherScheme}, {.bytes = "a picture"});
        QCOMPARE(first(open), openAsSecure);
        QCOMPARE(first(secure), secure);
        m_memory->noteStep(secure, {secure, referrer, Rung::KnownReferrer}, {.bytes = "a picture"});
        QCOMPARE(first(open), openAsSecure); // nobody waits for the other port once more
        m_memory->noteStep(open, {open, referrer, Rung::KnownReferrer}, {.bytes = "a picture"});
        QCOMPARE(first(open), open);
    }

    void schemeOfAnOlderVersion_isLearntAgain()
    {
        HostMemory older;
        QString error;
        QVERIFY(older.open(m_folder->filePath(u"hosts.sqlite"_s), &error));
        older.setWorked(u"a.example"_s, {Rung::OtherScheme, {}});
        QCOMPARE(first(m_picture.url), m_picture.url);
    }

    void publicArchive_comesLastAgain()
    {
        m_memory->setPublicArchive(PublicArchiveUse::AsLastResort);
        m_memory->noteStep(m_picture.url, {m_picture.url, {}, Rung::PublicArchive}, {.bytes = "a picture"});
        QCOMPARE(rungs().first(), Rung::Plain);
        QCOMPARE(rungs().last(), Rung::PublicArchive);
    }

    void missingNetwork_isNotBelievedForLong()
    {
        for (const ImageFailure failure :
             {ImageFailure::HostNotFound, ImageFailure::NoConnection, ImageFailure::TimedOut}) {
            m_memory->noteFailure(m_picture, {.failure = failure, .host = u"a.example"_s}, {{}});
            QVERIFY(m_memory->failure(m_picture));
            m_now += LadderMemory::doubtfulRest;
            QVERIFY(!m_memory->failure(m_picture));
        }
    }

    void networkThatAnswers_isProved_data()
    {
        QTest::addColumn<int>("before"); // seconds since somebody had answered; -1 nobody
        QTest::addColumn<int>("after");  // seconds until somebody did
        QTest::addColumn<bool>("isProved");
        QTest::newRow("answers all around") << 1 << 1 << true;
        QTest::newRow("none after") << 1 << -1 << false;
        QTest::newRow("none before") << -1 << 1 << false;
        QTest::newRow("away meanwhile") << 50 << 50 << false;
        QTest::newRow("went away") << 1 << 50 << false;
        QTest::newRow("just back") << 50 << 1 << false;
    }

    // Then it is the host, and else perhaps the network.
    void networkThatAnswers_isProved()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        QFETCH(const bool, isProved);
        if (before >= 0)
            somebodyAnswers();
        m_now += 1000 * qMax(0, before);
        const FetchedImage silent{.failure = ImageFailure::TimedOut, .host = u"a.example"_s};
        const FetchedImage missing{.failure = ImageFailure::HostNotFound, .host = u"b.example"_s};
        const ImageAddress other{
            .url = QUrl(u"https://b.example/1.png"_s), .proxyReferrer = {}, .others = {}};
        const qint64 noted = m_now;
        m_memory->noteFailure(m_picture, silent, {{}});
        m_memory->noteStep(other.url, {other.url, {}, Rung::Plain}, missing);
        m_now += 1000 * qMax(0, after);
        if (after >= 0)
            somebodyAnswers();
        m_now = noted + LadderMemory::doubtfulRest;
        QCOMPARE(m_memory->failure(m_picture).has_value(), isProved);
        QCOMPARE(m_memory->failure(other).has_value(), isProved);
        m_now += HostMemory::restOfTheDead;
        QVERIFY(!m_memory->failure(m_picture));
        QVERIFY(!m_memory->failure(other));
    }

    void networkThatReturns_isTriedAtOnce()
    {
        const FetchedImage missing{.failure = ImageFailure::HostNotFound, .host = u"a.example"_s};
        somebodyAnswers();
        ++m_now;
        m_memory->noteStep(m_picture.url, {m_picture.url, {}, Rung::Plain}, missing);
        m_memory->noteFailure(m_picture, missing, {{}});
        QVERIFY(m_memory->failure(m_picture));
        m_memory->forgetNetworkFailures();
        QVERIFY(!m_memory->failure(m_picture));
        somebodyAnswers();
        start(); // nor is it told to the next run
        QVERIFY(!m_memory->failure(m_picture));
        m_memory->noteFailure(m_picture, {.failure = ImageFailure::TooLarge}, {{}});
        m_memory->forgetNetworkFailures();
        QVERIFY(m_memory->failure(m_picture)); // which was no network's fault
    }

    void failure_leavesThePublicArchive()
    {
        const FetchedImage refused{
            .failure = ImageFailure::HttpStatus, .host = u"a.example"_s, .detail = u"403"_s};
        m_memory->noteFailure(m_picture, refused, {{.host = u"a.example"_s}});
        const std::optional<LadderFailure> known = m_memory->failure(m_picture);
        QVERIFY(known);
        QCOMPARE(known->tried.size(), 1);
        QCOMPARE(m_memory->untried(m_picture, known), QList<LadderStep>());
        m_memory->setPublicArchive(PublicArchiveUse::AsLastResort);
        QCOMPARE(m_memory->untried(m_picture, known).size(), 1);
        QCOMPARE(m_memory->untried(m_picture, known).first().rung, Rung::PublicArchive);
        start(); // another run asks again what is not gone
        QVERIFY(!m_memory->failure(m_picture));
    }

    // Article A has one address of the picture, article B others as well.
    void failure_leavesOtherAddresses()
    {
        const FetchedImage gone{
            .failure = ImageFailure::HttpStatus, .host = u"a.example"_s, .detail = u"404"_s};
        m_memory->noteFailure(m_picture, gone, {{}}, u"404"_s);
        const ImageAddress second = withOther(u"https://other.example/a.png"_s);
        QCOMPARE(untried(second), second.others);
        m_memory->noteFailure(second, gone, {{}});
        QCOMPARE(untried(second), QList<QUrl>());
        const ImageAddress third = withOther(u"https://other.example/b.png"_s);
        QCOMPARE(untried(third), third.others);
        m_memory->noteFailure(third, gone, {{}});
        QCOMPARE(untried(second), QList<QUrl>()); // not by turns
        start();
        const LadderStep known{QUrl(u"https://other.example/c.png"_s), {}, Rung::Plain};
        m_memory->noteStep(known.address, known, {.bytes = "a picture"}); // it answers
        m_memory->noteStep(m_picture.url, {second.others.first(), {}, Rung::OtherAddress}, gone);
        start();
        QVERIFY(m_memory->failure(second));
        QCOMPARE(untried(second), QList<QUrl>());
        QCOMPARE(untried(third), third.others);
    }

    void deadHost_isPassedOver()
    {
        ImageAddress wanted = m_picture;
        wanted.others = {QUrl(u"https://other.example/a.png"_s)};
        const LadderStep step{m_picture.url, {}, Rung::Plain};
        const FetchedImage missing{.failure = ImageFailure::HostNotFound, .host = u"a.example"_s};
        m_memory->noteStep(m_picture.url, step, missing); // no host has answered yet: there is no network
        QCOMPARE(m_memory->untried(wanted, {}).first().rung, Rung::Plain);
        somebodyAnswers();
        ++m_now;
        m_memory->noteStep(m_picture.url, step, missing);
        QCOMPARE(m_memory->untried(wanted, {}).size(), 1);
        QCOMPARE(m_memory->failure(m_picture)->image.failure, ImageFailure::HostNotFound);
        QVERIFY(!m_memory->failure(wanted));
        somebodyAnswers();
        start();
        QCOMPARE(m_memory->failure(m_picture)->image.failure, ImageFailure::HostNotFound);
        m_now += HostMemory::restOfTheDead;
        QVERIFY(!m_memory->failure(m_picture));
    }

    void forgotten_isTriedAgain()
    {
        const FetchedImage gone{
            .failure = ImageFailure::HttpStatus, .host = u"b.example"_s, .detail = u"404"_s};
        m_memory->noteFailure(m_picture, gone, {{}}, u"404"_s);
        start();
        QCOMPARE(m_memory->failure(m_picture)->image.detail, u"404"_s);
        QCOMPARE(m_memory->failure(m_picture)->tried.size(), 0);
        m_memory->noteFailure(m_picture, gone, {{}}, u"404"_s);
        const QStringList hosts = m_memory->forget(m_picture);
        QVERIFY(hosts.contains(u"a.example"_s));
        QVERIFY(hosts.contains(u"b.example"_s)); // that it was redirected to
        QVERIFY(!m_memory->failure(m_picture));
    }

private:
    void start()
    {
        m_memory = std::make_unique<LadderMemory>([this] { return m_now; });
        QString error;
        QVERIFY2(m_memory->open(m_folder->filePath(u"hosts.sqlite"_s), &error), qPrintable(error));
    }

    void somebodyAnswers()
    {
        const QUrl other(u"https://somebody.example/2.png"_s);
        m_memory->noteStep(other, {other, {}, Rung::Plain},
                           {.failure = ImageFailure::HttpStatus, .detail = u"500"_s});
    }

    ImageAddress withOther(const QString &other) const
    {
        return {.url = m_picture.url, .proxyReferrer = {}, .others = {QUrl(other)}};
    }

    QList<QUrl> untried(const ImageAddress &address) const
    {
        QList<QUrl> addresses;
        for (const LadderStep &step : m_memory->untried(address, m_memory->failure(address)))
            addresses << step.address;
        return addresses;
    }

    QUrl first(const QUrl &picture) const
    {
        const ImageAddress address{.url = picture, .proxyReferrer = {}, .others = {}};
        return m_memory->untried(address, {}).first().address;
    }

    QList<Rung> rungs() const
    {
        QList<Rung> rungs;
        for (const LadderStep &step : m_memory->untried(m_picture, {}))
            rungs << step.rung;
        return rungs;
    }

    const ImageAddress m_picture{
        .url = QUrl(u"https://a.example/1.png"_s), .proxyReferrer = {}, .others = {}};
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = 0;
    std::unique_ptr<LadderMemory> m_memory;
};

QTEST_GUILESS_MAIN(TestLadderMemory)
#include "tst_laddermemory.moc"
