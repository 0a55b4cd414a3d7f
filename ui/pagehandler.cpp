#include "ui/pagehandler.h"

#include "ui/pagescheme.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QWebEngineUrlRequestJob>

using namespace Qt::StringLiterals;

PageHandler::PageHandler(QObject *parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_host(QString::number(QRandomGenerator::system()->generate64(), 36))
{
}

// One host for all pages of a pane: their origins are opaque, so that it gives them nothing in common.
QUrl PageHandler::setPage(const QByteArray &html)
{
    m_html = html;
    m_address = QUrl();
    m_address.setScheme(QString::fromLatin1(pageScheme()));
    m_address.setHost(m_host);
    m_address.setPath(u'/' + QString::number(++m_number));
    return m_address;
}

void PageHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    if (!job->requestUrl().matches(m_address, QUrl::RemoveFragment)) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    auto *buffer = new QBuffer(job);
    buffer->setData(m_html);
    buffer->open(QIODevice::ReadOnly);
    job->reply("text/html", buffer);
}
