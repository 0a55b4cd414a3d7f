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

HostLookup::HostLookup(HostResolver resolve, QObject *parent)
    : QObject(parent)
    , m_resolve(std::move(resolve))
{
}

void HostLookup::lookUp(const QString &host, QObject *context, const HostAnswer &done)
{
    if (const auto missing = m_missing.constFind(host); missing != m_missing.cend()) {
        done(HostAddresses(*missing));
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
        m_missing.insert(host, found);
    const QList<Waiting> waiting = m_waiting.take(host);
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(found);
    }
}
