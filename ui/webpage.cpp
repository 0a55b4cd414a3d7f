#include "ui/webpage.h"

#include "app/page/imageaddress.h"
#include "ui/pagescheme.h"
#include "ui/pagescripts.h"

#include <QAuthenticator>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>

using namespace Qt::StringLiterals;

WebPage::WebPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
{
    refuseRequests();
    // Ctrl+click, middle click, and links that ask for a window of their own.
    connect(this, &QWebEnginePage::newWindowRequested, this,
            [this](const QWebEngineNewWindowRequest &request) {
                if (request.isUserInitiated())
                    follow(request.requestedUrl());
            });
    connect(this, &QWebEnginePage::loadFinished, this, &WebPage::openAgain);
}

void WebPage::open(const QUrl &page)
{
    m_expected = page;
    m_again = 0;
    m_sinceGesture.invalidate(); // that was for the page before
    load(page);
}

// Where a page is opened in the moment in which the one before it gets its renderer, Chromium may give it up,
// and the one before stands there as if nobody had wanted another.
void WebPage::openAgain()
{
    constexpr int mostOften = 3; // one was enough whenever it was seen
    if (url() == m_expected || m_again == mostOften)
        return;
    ++m_again;
    load(m_expected);
}

void WebPage::run(const QString &script, const std::function<void(const QVariant &)> &answered)
{
    // ~QWebEnginePage() answers what is still open, when nobody who asked is whole any more.
    const auto whileWhole = [answered, life = std::weak_ptr<int>(m_life)](const QVariant &value) {
        if (answered && !life.expired())
            answered(value);
    };
    runJavaScript(script, QWebEngineScript::ApplicationWorld, whileWhole);
}

void WebPage::refuseRequests()
{
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    connect(this, &QWebEnginePage::certificateError, this,
            [](QWebEngineCertificateError error) { error.rejectCertificate(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [](const QUrl &, QAuthenticator *authenticator) { *authenticator = QAuthenticator(); });
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
            [](const QUrl &, QAuthenticator *authenticator) { *authenticator = QAuthenticator(); });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::quotaRequested, this,
            [](QWebEngineQuotaRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
}

bool WebPage::acceptNavigationRequest(const QUrl &address, NavigationType type, bool isMainFrame)
{
    if (isMainFrame && type == NavigationTypeTyped && address == m_expected)
        return true;
    if (isMainFrame && type == NavigationTypeLinkClicked)
        follow(address);
    return false;
}

void WebPage::noteGesture()
{
    m_sinceGesture.start();
}

void WebPage::follow(const QUrl &address)
{
    // A double click is one gesture; 500 ms is the slowest double click of the usual desktops.
    constexpr qint64 oneGesture = 500;
    if (address == m_lastFollowed && m_sinceFollowed.isValid() && m_sinceFollowed.elapsed() < oneGesture) {
        m_sinceGesture.invalidate();
        return;
    }
    m_lastFollowed = address;
    m_sinceFollowed.start();
    if (address.scheme().toLatin1() != commandScheme()) {
        followOutside(address);
        return;
    }
    bool isNumber = false;
    const int parts = address.path().mid(1).toInt(&isNumber);
    if (address.host() == u"category"_s && isNumber && parts > 0)
        Q_EMIT categoryActivated(parts);
}

void WebPage::followOutside(const QUrl &address)
{
    // As long as Chromium lets a press of a button stand for what comes of it ("transient activation").
    constexpr qint64 longestGesture = 5000;
    const QUrl checked = linkAddress(QString::fromLatin1(address.toEncoded()), {}, Tracking::Kept);
    if (!checked.isValid())
        return;
    const bool isGesture = m_sinceGesture.isValid() && m_sinceGesture.elapsed() < longestGesture;
    m_sinceGesture.invalidate();
    const auto report = isGesture ? &WebPage::linkActivated : &WebPage::linkWanted;
    run(linkTextScript(address.toEncoded()), [this, report, checked](const QVariant &text) {
        Q_EMIT(this->*report)(checked, text.toString());
    });
}

QStringList WebPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void WebPage::javaScriptAlert(const QUrl &, const QString &) {}

bool WebPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool WebPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

// What Chromium has to say about an article's markup is of no use to its reader.
void WebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &)
{
}
