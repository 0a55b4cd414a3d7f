#include "app/images/imageladder.h"

#include "app/images/imagefetcher.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

// A letter for each rung: p r o k s a w.
QString letters(const QList<LadderStep> &steps)
{
    QString found;
    for (const LadderStep &step : steps)
        found += u"proksaw"_s.at(int(step.rung));
    return found;
}

HostRules knownHosts()
{
    HostRules rules;
    rules.add(u"known.example https://site.example/"_s);
    return rules;
}

ImageAddress fullAddress()
{
    return {
        QUrl(u"http://img.known.example/a/1.png?x=1"_s),
        QUrl(u"https://feed.example/"_s),
        {QUrl(u"http://img.known.example/a%201.png"_s), QUrl(u"https://i0.wp.com/known.example/1.png"_s)}};
}

}

class TestImageLadder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rungs_comeInOrder_data();
    void rungs_comeInOrder();
    void steps_sayWhatIsSent();
    void nothing_isAskedTwice();
    void failure_leavesWhatMakesSense_data();
    void failure_leavesWhatMakesSense();
    void goneWithoutReferrer_isAskedForWithOne();
    void silentPort_leavesTheOther();
    void silentPort_leavesTheOtherWithTheKnownReferrer();
    void failureElsewhere_isNotTheHosts_data();
    void failureElsewhere_isNotTheHosts();
};

void TestImageLadder::rungs_comeInOrder_data()
{
    QTest::addColumn<ImageAddress>("address");
    QTest::addColumn<int>("worked"); // -1 for none
    QTest::addColumn<bool>("archive");
    QTest::addColumn<QString>("rungs");

    const ImageAddress bare{QUrl(u"https://a.example/1.png"_s), {}, {}};
    QTest::newRow("all") << fullAddress() << -1 << true << u"kprossaaaw"_s;
    QTest::newRow("no archive") << fullAddress() << -1 << false << u"kprossaaa"_s;
    QTest::newRow("bare") << bare << -1 << false << u"pos"_s;
    QTest::newRow("what worked") << fullAddress() << int(Rung::OwnReferrer) << false << u"okprssaaa"_s;
    QTest::newRow("what worked against the rule")
        << fullAddress() << int(Rung::Plain) << false << u"kprossaaa"_s;
    QTest::newRow("several of what worked")
        << fullAddress() << int(Rung::OtherAddress) << false << u"aaakpross"_s;
    QTest::newRow("what worked is not there") << bare << int(Rung::KnownReferrer) << false << u"pos"_s;
    const ImageAddress port{QUrl(u"http://a.example:8080/1.png"_s), {}, {}};
    QTest::newRow("a port of its own") << port << -1 << false << u"po"_s;
}

void TestImageLadder::rungs_comeInOrder()
{
    QFETCH(ImageAddress, address);
    QFETCH(int, worked);
    QFETCH(bool, archive);
    const auto steps =
        imageLadder(address, knownHosts(), worked < 0 ? std::nullopt : std::optional(Rung(worked)),
                    archive ? PublicArchiveUse::AsLastResort : PublicArchiveUse::Never);
    QTEST(letters(steps), "rungs");
}

void TestImageLadder::steps_sayWhatIsSent()
{
    const auto steps = imageLadder(fullAddress(), knownHosts(), {}, PublicArchiveUse::AsLastResort);
    const QUrl url = fullAddress().url;
    QCOMPARE(steps[0], (LadderStep{url, QUrl(u"https://site.example/"_s), Rung::KnownReferrer}));
    QCOMPARE(steps[1], (LadderStep{url, {}, Rung::Plain}));
    QCOMPARE(steps[2], (LadderStep{url, QUrl(u"https://feed.example/"_s), Rung::ProxyReferrer}));
    QCOMPARE(steps[3], (LadderStep{url, QUrl(u"http://img.known.example/"_s), Rung::OwnReferrer}));
    const QUrl secure(u"https://img.known.example/a/1.png?x=1"_s);
    QCOMPARE(steps[4], (LadderStep{secure, QUrl(u"https://site.example/"_s), Rung::OtherScheme}));
    QCOMPARE(steps[5], (LadderStep{secure, {}, Rung::OtherScheme}));
    const QUrl written = fullAddress().others.first();
    QCOMPARE(steps[6], (LadderStep{written, QUrl(u"https://site.example/"_s), Rung::OtherAddress}));
    QCOMPARE(steps[7], (LadderStep{written, {}, Rung::OtherAddress}));
    QCOMPARE(steps[8], (LadderStep{fullAddress().others.last(), {}, Rung::OtherAddress}));
    QCOMPARE(steps[9].address,
             QUrl(u"https://web.archive.org/web/0im_/http://img.known.example/a/1.png?x=1"_s));
}

void TestImageLadder::nothing_isAskedTwice()
{
    ImageAddress address = fullAddress();
    address.proxyReferrer = QUrl(u"https://site.example/"_s); // as the known one
    address.others = {address.url, QUrl(u"https://img.known.example/a/1.png?x=1"_s)};
    QCOMPARE(letters(imageLadder(address, knownHosts())), u"kposs"_s);
}

void TestImageLadder::failure_leavesWhatMakesSense_data()
{
    QTest::addColumn<ImageFailure>("failure");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("left"); // after the first of "kprossaaaw"

    QTest::newRow("refused") << ImageFailure::HttpStatus << u"403"_s << u"prossaaaw"_s;
    QTest::newRow("no picture") << ImageFailure::NotAPicture << u"HTML"_s << u"prossaaaw"_s;
    QTest::newRow("gone") << ImageFailure::HttpStatus << u"404"_s << u"pssaaaw"_s;
    QTest::newRow("gone for good") << ImageFailure::HttpStatus << u"410"_s << u"pssaaaw"_s;
    QTest::newRow("too many requests") << ImageFailure::HttpStatus << u"429"_s << u"aw"_s;
    QTest::newRow("server is down") << ImageFailure::HttpStatus << u"503"_s << u"aw"_s;
    QTest::newRow("no such host") << ImageFailure::HostNotFound << QString() << u"aw"_s;
    QTest::newRow("not public") << ImageFailure::NotAllowed << QString() << u"aw"_s;
    QTest::newRow("silent") << ImageFailure::TimedOut << QString() << u"ssaw"_s;
    QTest::newRow("no connection") << ImageFailure::NoConnection << QString() << u"ssaaaw"_s;
    QTest::newRow("too large") << ImageFailure::TooLarge << QString() << u"ssaaaw"_s;
    QTest::newRow("in circles") << ImageFailure::TooManyRedirects << QString() << u"prossaaaw"_s;
    QTest::newRow("a single pixel") << ImageFailure::None << QString() << u"prossaaaw"_s;
}

void TestImageLadder::failure_leavesWhatMakesSense()
{
    QFETCH(ImageFailure, failure);
    QFETCH(QString, detail);
    auto steps = imageLadder(fullAddress(), knownHosts(), {}, PublicArchiveUse::AsLastResort);
    const LadderStep first = steps.takeFirst();
    const QString host = first.address.host();
    QTEST(letters(remainingSteps(steps, first, {.failure = failure, .host = host, .detail = detail})),
          "left");
}

// nginx: valid_referers with "return 404".
void TestImageLadder::goneWithoutReferrer_isAskedForWithOne()
{
    const FetchedImage gone{
        .failure = ImageFailure::HttpStatus, .host = u"img.known.example"_s, .detail = u"404"_s};
    auto steps = imageLadder(fullAddress(), {});
    LadderStep failed = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, failed, gone)), u"saa"_s);
    steps = remainingSteps(steps, failed, gone, GoneBelief::WithAReferrer);
    QCOMPARE(letters(steps), u"rsaa"_s);
    failed = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, failed, gone, GoneBelief::WithAReferrer)), u"saa"_s);
    const ImageAddress bare{QUrl(u"https://a.example/1.png"_s), {}, {}};
    steps = imageLadder(bare, {});
    failed = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, failed, gone, GoneBelief::WithAReferrer)), u"os"_s);
    steps = imageLadder(fullAddress(), knownHosts());
    failed = steps.takeFirst(); // with the known one: nobody else need be named
    QCOMPARE(letters(remainingSteps(steps, failed, gone, GoneBelief::WithAReferrer)), u"pssaaa"_s);
}

void TestImageLadder::silentPort_leavesTheOther()
{
    auto steps = imageLadder(fullAddress(), {}, Rung::OtherScheme);
    QCOMPARE(letters(steps), u"sproaa"_s);
    const LadderStep first = steps.takeFirst();
    const FetchedImage silent{.failure = ImageFailure::TimedOut, .host = first.address.host()};
    steps = remainingSteps(steps, first, silent);
    QCOMPARE(letters(steps), u"pa"_s);
    const LadderStep second = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, second, silent)), u"a"_s);
}

// It refuses whoever comes without its Referer, there too.
void TestImageLadder::silentPort_leavesTheOtherWithTheKnownReferrer()
{
    const FetchedImage silent{.failure = ImageFailure::TimedOut, .host = u"img.known.example"_s};
    auto steps = imageLadder(fullAddress(), knownHosts());
    LadderStep failed = steps.takeFirst();
    steps = remainingSteps(steps, failed, silent);
    QCOMPARE(letters(steps), u"ssa"_s);
    QCOMPARE(steps.first().address.scheme(), u"https"_s);
    QCOMPARE(steps.first().referrer, QUrl(u"https://site.example/"_s));
    failed = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, failed, silent)), u"a"_s);
    steps = imageLadder(fullAddress(), knownHosts(), Rung::OtherScheme);
    QCOMPARE(letters(steps), u"sskproaaa"_s);
    failed = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, failed, silent)), u"kpa"_s);
}

void TestImageLadder::failureElsewhere_isNotTheHosts_data()
{
    QTest::addColumn<ImageFailure>("failure");
    QTest::newRow("no such host") << ImageFailure::HostNotFound;
    QTest::newRow("not public") << ImageFailure::NotAllowed;
    QTest::newRow("silent") << ImageFailure::TimedOut;
    QTest::newRow("no connection") << ImageFailure::NoConnection;
}

// It has answered, and may want a Referer.
void TestImageLadder::failureElsewhere_isNotTheHosts()
{
    QFETCH(const ImageFailure, failure);
    auto steps = imageLadder(fullAddress(), {});
    const LadderStep first = steps.takeFirst();
    QCOMPARE(letters(remainingSteps(steps, first, {.failure = failure, .host = u"b.example"_s})), u"rosaa"_s);
}

QTEST_GUILESS_MAIN(TestImageLadder)
#include "tst_imageladder.moc"
