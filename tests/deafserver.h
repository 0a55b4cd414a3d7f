#pragma once

#include <QFile>
#include <QHostAddress>
#include <QList>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

#if defined(Q_OS_LINUX)
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

// A socket that lets nobody in: its queue is full, and the system says nothing to whoever comes.
class DeafServer final
{
public:
    // A port of 0 takes any; without an address it is deaf at all of 127.0.0.0/8.
    explicit DeafServer(quint16 atPort, const char *address = "0.0.0.0")
    {
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_port = htons(atPort);
        inet_pton(AF_INET, address, &place.sin_addr);
        auto *generic = reinterpret_cast<sockaddr *>(&place);
        isDeaf = bind(m_socket, generic, sizeof(place)) == 0 && listen(m_socket, 0) == 0;
        socklen_t length = sizeof(place);
        getsockname(m_socket, generic, &length);
        port = ntohs(place.sin_port);
        for (const int guest : m_guests)
            connect(guest, generic, sizeof(place)); // does not wait
        for (const Way &way : waiting())
            m_own << way.first;
        QObject::connect(&m_look, &QTimer::timeout, &m_look, [this] { look(); });
        m_look.start(5);
    }
    ~DeafServer()
    {
        close(m_socket);
        for (const int guest : m_guests)
            close(guest);
    }
    Q_DISABLE_COPY_MOVE(DeafServer)

    bool isDeaf = false;
    quint16 port = 0;
    qsizetype mostAtOnce = 0;   // who waited to be let in, looked at every few milliseconds
    QSet<QByteArray> addresses; // they came to

private:
    static int makeSocket() { return socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); }

    void look()
    {
        qsizetype now = 0;
        for (const Way &way : waiting()) {
            if (m_own.contains(way.first))
                continue;
            ++now;
            addresses << way.second;
        }
        mostAtOnce = std::max(mostAtOnce, now);
    }

    using Way = std::pair<QByteArray, QByteArray>;

    // Both ends of all connections to the port that nobody has accepted yet: proc(5), /proc/net/tcp.
    QList<Way> waiting() const
    {
        QFile file(QStringLiteral("/proc/net/tcp"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray end = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
        QList<Way> found;
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QList<QByteArray> columns = line.simplified().split(' ');
            if (columns.value(2).endsWith(end) && columns.value(3) == "02")
                found << Way(columns.at(1), columns.at(2));
        }
        return found;
    }

    const int m_socket = makeSocket();
    const std::array<int, 3> m_guests{makeSocket(), makeSocket(), makeSocket()};
    QSet<QByteArray> m_own; // ends of the guests that wait, too
    QTimer m_look;
};
#endif
