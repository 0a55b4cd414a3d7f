#include "ui/requestguard.h"

#include "ui/pagescheme.h"

#include <QLoggingCategory>

namespace
{

Q_LOGGING_CATEGORY(logGuard, "lectern.guard")

}

RequestGuard::RequestGuard(QObject *parent)
    : QWebEngineUrlRequestInterceptor(parent)
{
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    if (isExpected(info))
        return;
    info.block(true);
    if (isOvertaken(info))
        return;
    ++m_blocked;
    qCWarning(logGuard) << "blocked" << info.requestUrl() << info.resourceType();
}

// A page of ours whose successor was opened before its request came here.
bool RequestGuard::isOvertaken(const QWebEngineUrlRequestInfo &info) const
{
    return info.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeMainFrame &&
           info.navigationType() == QWebEngineUrlRequestInfo::NavigationTypeTyped &&
           info.requestUrl().scheme() == m_page.scheme() && info.requestUrl().host() == m_page.host();
}

bool RequestGuard::isExpected(const QWebEngineUrlRequestInfo &info) const
{
    const QUrl address = info.requestUrl();
    if (info.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeMainFrame)
        return m_page.isValid() && address.matches(m_page, QUrl::RemoveFragment);
    return info.resourceType() == QWebEngineUrlRequestInfo::ResourceTypeImage && !imageKey(address).isEmpty();
}
