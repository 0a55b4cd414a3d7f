#include "app/images/hostlookup.h"

#include <QHostInfo>

HostResolver systemResolver()
{
    return [](const QString &host, QObject *context, const HostAnswer &done) {
        QHostInfo::lookupHost(host, context, [done](const QHostInfo &info) {
            done({info.addresses(), info.addresses().isEmpty() ? info.errorString() : QString()});
        });
    };
}

HostLookup::HostLookup(HostResolver resolve, std::function<qint64()> now, QObject *parent)
    : QObject(parent)
    , m_resolve(std::move(resolve))
    , m_now(std::move(now))
{
}

void HostLookup::lookUp(const QString &host, QObject *context, const HostAnswer &done)
{
    const auto missing = m_missing.constFind(host);
    if (missing != m_missing.cend() && m_now() - missing->since < restOfTheMissing) {
        done(HostAddresses(missing->answer));
        return;
    }
    QList<Waiting> &waiting = m_waiting[host];
    waiting.append({context, done});
    if (waiting.size() == 1)
        m_resolve(host, this, [this, host](const HostAddresses &found) { answer(host, found); });
}

void HostLookup::forget(const QString &host)
{
    m_missing.remove(host);
}

void HostLookup::answer(const QString &host, const HostAddresses &found)
{
    if (found.addresses.isEmpty())
        m_missing.insert(host, {found, m_now()});
    else
        m_missing.remove(host);
    const QList<Waiting> waiting = m_waiting.take(host);
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(found);
    }
}
