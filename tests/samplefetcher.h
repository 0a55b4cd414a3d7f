#pragma once

#include "app/images/imagefetcher.h"
#include "patience.h"
#include "pictureserver.h"
#include "samplepictures.h"

#include <QtTest>

#include <chrono>
#include <memory>

// What the tests of an ImageFetcher begin with: a server on this machine that is pictures.example.org, and
// the one address that may be connected to.
class SampleFetcher : public QObject
{
protected:
    void begin()
    {
        m_server = std::make_unique<PictureServer>();
        QVERIFY(m_server->isListening());
        m_network = pictureNetwork();
        m_hosts = {};
        m_hosts.answers[QStringLiteral("pictures.example.org")] = {{m_address}};
        m_mayTryBeside = {};
        m_options = {};
        m_options.userAgent = "Lectern/test";
        m_options.limits.firstByte = std::chrono::seconds(20);
        m_options.limits.total = std::chrono::seconds(25);
        m_options.resolve = m_hosts.resolver();
        m_options.isAllowed = [this](const QHostAddress &address) { return address == m_address; };
    }

    void end()
    {
        m_network.reset();
        m_server.reset();
    }

    FetchedImage fetch(const QUrl &url, const QUrl &referrer = {})
    {
        ImageFetcher fetcher(*m_network, m_options);
        if (m_mayTryBeside)
            fetcher.setMayTryBeside(m_mayTryBeside);
        QList<FetchedImage> answers;
        connect(&fetcher, &ImageFetcher::finished, this,
                [&answers](const FetchedImage &image) { answers << image; });
        fetcher.start(url, referrer);
        if (!QTest::qWaitFor([&answers] { return !answers.isEmpty(); }, patience))
            return {.failure = ImageFailure::None, .detail = QStringLiteral("no answer at all")};
        QCoreApplication::processEvents(); // a second answer would come now
        return answers.size() == 1 ? answers.first()
                                   : FetchedImage{.detail = QStringLiteral("answered twice")};
    }

    static QByteArray statusLine(const QByteArray &status)
    {
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    const QHostAddress m_address{QHostAddress::LocalHost};
    std::unique_ptr<PictureServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    WrittenHosts m_hosts;
    FetchOptions m_options;
    std::function<bool()> m_mayTryBeside; // empty: as it is by itself
};
