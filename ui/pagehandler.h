#pragma once

#include <QUrl>
#include <QWebEngineUrlSchemeHandler>

// Serves the one page that is open; any other address fails.
class PageHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    explicit PageHandler(QObject *parent = nullptr);

    // Makes room for a new page and returns its address, which no page had before.
    QUrl setPage(const QByteArray &html);

    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    QString m_host; // random for each pane: no article can know it
    quint64 m_number = 0;
    QUrl m_address;
    QByteArray m_html;
};
