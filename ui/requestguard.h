#pragma once

#include <QUrl>
#include <QWebEngineUrlRequestInterceptor>

// Lets through the page that is expected and its pictures, and nothing else, whatever the page says.
class RequestGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    explicit RequestGuard(QObject *parent = nullptr);

    void expect(const QUrl &page) { m_page = page; }
    // How many requests were blocked so far. In the product this stays 0: the sanitizer and the CSP come
    // first.
    int blocked() const { return m_blocked; }

    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

private:
    bool isExpected(const QWebEngineUrlRequestInfo &info) const;
    bool isOvertaken(const QWebEngineUrlRequestInfo &info) const;

    QUrl m_page;
    int m_blocked = 0;
};
