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

// A resolver that asks once for a host that several want at the same time, and never again in this run for
// one that did not resolve. Addresses are not remembered: each fetch checks those that it connects to.
class HostLookup final : public QObject
{
    Q_OBJECT

public:
    explicit HostLookup(HostResolver resolve, QObject *parent = nullptr);

    void lookUp(const QString &host, QObject *context, const HostAnswer &done);
    // Asks again next time.
    void forget(const QString &host);

private:
    struct Waiting {
        QPointer<QObject> context;
        HostAnswer done;
    };
    void answer(const QString &host, const HostAddresses &found);

    HostResolver m_resolve;
    QHash<QString, QList<Waiting>> m_waiting;
    QHash<QString, HostAddresses> m_missing;
};
