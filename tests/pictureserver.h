#pragma once

#include "app/images/hostlookup.h"

#include <QHash>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>

// A small HTTP server on 127.0.0.1 that answers each path the way a test wants, decently or not.
class PictureServer final : public QTcpServer
{
public:
    using Handler = std::function<void(QTcpSocket *)>;

    PictureServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                serve(socket);
        });
    }

    // From now on every connection begins with a TLS handshake as this server, after a pause.
    void useTls(const QSslConfiguration &configuration, std::chrono::milliseconds pause = {})
    {
        m_tls = configuration;
        m_pause = pause;
    }

    QUrl url(const QString &path, const QString &host = QStringLiteral("pictures.example.org")) const
    {
        QUrl url;
        url.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
        url.setHost(host);
        url.setPort(serverPort());
        url.setPath(path);
        return url;
    }

    void handle(const QByteArray &path, const Handler &handler) { m_handlers.insert(path, handler); }

    // These bytes as they stand, and the connection closed.
    void sendRaw(const QByteArray &path, const QByteArray &response)
    {
        handle(path, [response](QTcpSocket *socket) {
            socket->write(response);
            socket->disconnectFromHost();
        });
    }

    void send(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
    {
        sendRaw(path, head(body.size(), headers) + body);
    }

    void redirect(const QByteArray &path, const QByteArray &location, const QByteArray &status = "302 Found")
    {
        sendRaw(path, "HTTP/1.1 " + status + "\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    void keepSilent(const QByteArray &path)
    {
        handle(path, [](QTcpSocket *) {});
    }

    // A byte every few milliseconds.
    void drip(const QByteArray &path, const QByteArray &response, std::chrono::milliseconds pause)
    {
        handle(path, [response, pause](QTcpSocket *socket) {
            auto *timer = new QTimer(socket);
            QObject::connect(timer, &QTimer::timeout, socket, [socket, response, at = 0]() mutable {
                if (at < response.size())
                    socket->write(response.constData() + at++, 1);
            });
            timer->start(pause);
        });
    }

    // The head, then the same bytes for as long as somebody reads.
    void sendForever(const QByteArray &path, const QByteArray &start, const QByteArray &more)
    {
        handle(path, [start, more](QTcpSocket *socket) {
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, more] {
                if (socket->bytesToWrite() == 0)
                    socket->write(more);
            });
            socket->write(start);
        });
    }

    // Requests wait until release().
    void hold(const QByteArray &path)
    {
        handle(path, [this](QTcpSocket *socket) { m_held.append(socket); });
    }
    qsizetype heldCount() const { return m_held.size(); }
    void release(const QByteArray &body)
    {
        for (const QPointer<QTcpSocket> &socket : std::exchange(m_held, {})) {
            if (!socket)
                continue;
            socket->write(head(body.size(), {}) + body);
            socket->disconnectFromHost();
        }
    }

    static QByteArray head(qsizetype length, const QByteArray &headers)
    {
        return "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\nContent-Length: " +
               QByteArray::number(length) + "\r\n" + headers + "\r\n";
    }

    // Heads of all requests, in the order of their coming.
    const QList<QByteArray> &requests() const { return m_requests; }
    qsizetype requestCount(const QByteArray &path) const
    {
        return std::count_if(m_requests.cbegin(), m_requests.cend(), [&path](const QByteArray &request) {
            return request.startsWith("GET " + path + ' ');
        });
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_tls)
            QTimer::singleShot(m_pause, this, [this, descriptor] { beginTls(descriptor); });
        else
            QTcpServer::incomingConnection(descriptor);
    }

private:
    void beginTls(qintptr descriptor)
    {
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(*m_tls);
        socket->startServerEncryption();
        serve(socket);
    }

    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket, request = QByteArray()]() mutable {
            request += socket->readAll();
            if (!request.contains("\r\n\r\n"))
                return;
            m_requests.append(request);
            const QByteArray path = request.split(' ').value(1);
            request.clear();
            if (const Handler handler = m_handlers.value(path)) {
                handler(socket);
            } else {
                socket->write("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\nConnection: close\r\n\r\nnone");
                socket->disconnectFromHost();
            }
        });
    }

    std::optional<QSslConfiguration> m_tls;
    std::chrono::milliseconds m_pause{0};
    QHash<QByteArray, Handler> m_handlers;
    QList<QByteArray> m_requests;
    QList<QPointer<QTcpSocket>> m_held;
};

// A resolver whose answers a test writes down. Each host has a list of answers: the first lookup gets the
// first, the last one stays. Hosts that are not in it do not resolve.
struct WrittenHosts {
    QHash<QString, QList<QList<QHostAddress>>> answers;
    QStringList asked;

    HostResolver resolver()
    {
        return [this](const QString &host, QObject *context, const HostAnswer &done) {
            asked << host;
            QList<QList<QHostAddress>> &left = answers[host];
            HostAddresses found{left.value(0),
                                left.value(0).isEmpty() ? QStringLiteral("no such host") : QString()};
            if (left.size() > 1)
                left.removeFirst();
            QTimer::singleShot(0, context, [done, found] { done(found); });
        };
    }
};
