#pragma once

#include <QHash>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

struct HostAddresses {
    QList<QHostAddress> addresses; // empty where the host does not resolve
    QString error;                 // the system's own reason then
};
using HostAnswer = std::function<void(const HostAddresses &)>;

// Looks a host up and calls `done` once on the thread of `context`, now or later, and never after `context`
// is gone.
using HostResolver = std::function<void(const QString &host, QObject *context, const HostAnswer &done)>;

// The system's resolver, off the calling thread.
HostResolver systemResolver();

// A resolver that asks once for a host that several want at the same time, and for a minute not again for one
// that did not resolve: no longer, as it may only have been the network that was not there yet. Addresses are
// not remembered: each fetch checks those that it connects to.
class HostLookup final : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 restOfTheMissing = 60'000; // milliseconds; an article's pictures are done by then

    // `now` gives milliseconds since 1970-01-01 UTC.
    HostLookup(HostResolver resolve, std::function<qint64()> now, QObject *parent = nullptr);

    void lookUp(const QString &host, QObject *context, const HostAnswer &done);
    // Asks again next time.
    void forget(const QString &host);
    void forgetAll() { m_missing.clear(); }

private:
    struct Waiting {
        QPointer<QObject> context;
        HostAnswer done;
    };
    struct Missing {
        HostAddresses answer;
        qint64 since = 0;
    };
    void answer(const QString &host, const HostAddresses &found);

    HostResolver m_resolve;
    std::function<qint64()> m_now;
    QHash<QString, QList<Waiting>> m_waiting;
    QHash<QString, Missing> m_missing;
};
