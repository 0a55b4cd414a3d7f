#include "ui/webprofile.h"

#include <QWebEngineCookieStore>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineSettings>

namespace
{

void switchOff(QWebEngineSettings *settings)
{
    using Settings = QWebEngineSettings;
    for (const Settings::WebAttribute attribute :
         {Settings::JavascriptEnabled, Settings::JavascriptCanOpenWindows,
          Settings::JavascriptCanAccessClipboard, Settings::LocalStorageEnabled,
          Settings::LocalContentCanAccessFileUrls, Settings::LocalContentCanAccessRemoteUrls,
          Settings::ErrorPageEnabled, Settings::PluginsEnabled, Settings::FullScreenSupportEnabled,
          Settings::ScreenCaptureEnabled, Settings::WebGLEnabled, Settings::Accelerated2dCanvasEnabled,
          Settings::AutoLoadIconsForPage, Settings::PdfViewerEnabled, Settings::NavigateOnDropEnabled,
          Settings::FocusOnNavigationEnabled, Settings::HyperlinkAuditingEnabled,
          Settings::DnsPrefetchEnabled})
        settings->setAttribute(attribute, false);
    settings->setUnknownUrlSchemePolicy(Settings::DisallowUnknownUrlSchemes);
}

}

std::unique_ptr<QWebEngineProfile> makeProfile()
{
    auto profile = std::make_unique<QWebEngineProfile>();
    profile->setHttpCacheType(QWebEngineProfile::NoCache);
    profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    profile->cookieStore()->setCookieFilter(
        [](const QWebEngineCookieStore::FilterRequest &) { return false; });
    QObject::connect(profile.get(), &QWebEngineProfile::downloadRequested, profile.get(),
                     [](QWebEngineDownloadRequest *download) { download->cancel(); });
    switchOff(profile->settings());
    return profile;
}
