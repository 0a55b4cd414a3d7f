#include "tests/gui/enginetest.h"
#include "tests/patience.h"
#include "ui/pagehandler.h"
#include "ui/pagescheme.h"
#include "ui/webprofile.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlScheme>

using namespace Qt::StringLiterals;

namespace
{

}

// What the engine may do at all, before any page is asked for: settings, profile, and the schemes of the
// pane.
class TestWebProfile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySetting_isOffThatNoArticleNeeds_data();
    void everySetting_isOffThatNoArticleNeeds();
    void unknownSchemes_areNobodys();
    void profile_keepsNothing();
    void cookie_isRefused();
    void download_isCancelled();
    void otherPages_fail();
    void schemes_haveTheseRightsAndNoOthers_data();
    void schemes_haveTheseRightsAndNoOthers();
};

void TestWebProfile::everySetting_isOffThatNoArticleNeeds_data()
{
    using Settings = QWebEngineSettings;
    QTest::addColumn<QWebEngineSettings::WebAttribute>("setting");
    QTest::addColumn<bool>("isOn");
    const QList<Settings::WebAttribute> needed{Settings::AutoLoadImages, Settings::LinksIncludedInFocusChain,
                                               Settings::PrintElementBackgrounds, Settings::ShowScrollBars};
    for (int each = Settings::AutoLoadImages; each <= Settings::NavigateOnDropEnabled; ++each) {
        const auto setting = static_cast<Settings::WebAttribute>(each);
        QTest::addRow("%d", each) << setting << needed.contains(setting);
    }
}

void TestWebProfile::everySetting_isOffThatNoArticleNeeds()
{
    QFETCH(const QWebEngineSettings::WebAttribute, setting);
    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    const QWebEnginePage page(profile.get());
    QTEST(profile->settings()->testAttribute(setting), "isOn");
    QTEST(page.settings()->testAttribute(setting), "isOn");
}

void TestWebProfile::unknownSchemes_areNobodys()
{
    QCOMPARE(makeProfile()->settings()->unknownUrlSchemePolicy(),
             QWebEngineSettings::DisallowUnknownUrlSchemes);
}

void TestWebProfile::profile_keepsNothing()
{
    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    QVERIFY(profile->isOffTheRecord());
    QVERIFY(profile->storageName().isEmpty());
    QCOMPARE(profile->httpCacheType(), QWebEngineProfile::NoCache);
    QCOMPARE(profile->persistentCookiesPolicy(), QWebEngineProfile::NoPersistentCookies);
    QVERIFY(!profile->isSpellCheckEnabled());
}

// By a page that may set one elsewhere: with scripts, and of a server's origin.
void TestWebProfile::cookie_isRefused()
{
    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    QWebEnginePage page(profile.get());
    page.settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, true);
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    page.setHtml(u"<script>document.cookie = 'a=b'; document.title = 'cookie:' + document.cookie</script>"_s,
                 QUrl(u"https://site.example/"_s));
    QVERIFY(finished.wait(patience));
    QTRY_COMPARE_WITH_TIMEOUT(page.title(), u"cookie:"_s, patience);
}

void TestWebProfile::download_isCancelled()
{
    PageHandler handler;
    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    profile->installUrlSchemeHandler(pageScheme(), &handler);
    QList<QWebEngineDownloadRequest::DownloadState> states;
    connect(profile.get(), &QWebEngineProfile::downloadRequested, this,
            [&states](const QWebEngineDownloadRequest *download) { states << download->state(); });
    QWebEnginePage page(profile.get());
    page.download(handler.setPage("<p>page</p>"));
    QTRY_COMPARE_WITH_TIMEOUT(states.size(), 1, patience);
    QCOMPARE(states.first(), QWebEngineDownloadRequest::DownloadCancelled);
}

// Neither the one before nor any other host's.
void TestWebProfile::otherPages_fail()
{
    PageHandler handler;
    const std::unique_ptr<QWebEngineProfile> profile = makeProfile();
    profile->installUrlSchemeHandler(pageScheme(), &handler);
    QWebEnginePage page(profile.get());
    QSignalSpy finished(&page, &QWebEnginePage::loadFinished);
    const QUrl before = handler.setPage("<p>before</p>");
    QUrl other = handler.setPage("<p>page</p>");
    page.load(other);
    QVERIFY(finished.wait(patience));
    QCOMPARE(finished.takeFirst().first().toBool(), true);
    other.setHost(u"other"_s);
    for (const QUrl &address : {before, other}) {
        page.load(address);
        QVERIFY(finished.wait(patience));
        QCOMPARE(finished.takeFirst().first().toBool(), false);
    }
}

void TestWebProfile::schemes_haveTheseRightsAndNoOthers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QWebEngineUrlScheme::Flags>("flags");
    using Scheme = QWebEngineUrlScheme;
    // An opaque origin: nothing is stored, and nothing is shared between two articles.
    const Scheme::Flags opaque = Scheme::SecureScheme | Scheme::NoAccessAllowed;
    QTest::newRow("pages") << pageScheme() << opaque;
    QTest::newRow("commands") << commandScheme() << opaque;
    QTest::newRow("pictures") << imageScheme() << Scheme::Flags(Scheme::SecureScheme);
}

void TestWebProfile::schemes_haveTheseRightsAndNoOthers()
{
    QFETCH(const QByteArray, name);
    const QWebEngineUrlScheme scheme = QWebEngineUrlScheme::schemeByName(name);
    QCOMPARE(scheme.name(), name);
    QCOMPARE(scheme.syntax(), QWebEngineUrlScheme::Syntax::Host);
    QTEST(scheme.flags(), "flags");
}

int main(int argc, char *argv[])
{
    return runWithEngine<TestWebProfile>(argc, argv);
}

#include "tst_webprofile.moc"
