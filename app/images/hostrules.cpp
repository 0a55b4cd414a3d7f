#include "app/images/hostrules.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace
{

bool isReferrer(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

// As QUrl::host() writes it; empty where it is no host.
QString hostName(const QString &written)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(written, QUrl::StrictMode);
    return url.isValid() ? url.host() : QString();
}

// 32 bytes; empty where something else is written.
QByteArray standInDigest(const QString &written)
{
    static const QRegularExpression digest(u"^sha256:([0-9a-fA-F]{64})$"_s);
    return QByteArray::fromHex(digest.match(written).captured(1).toLatin1());
}

}

QList<int> HostRules::add(const QString &text)
{
    QList<int> wrong;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const QString rule = line.section(u'#', 0, 0).simplified();
        if (rule.isEmpty())
            continue;
        const QStringList parts = rule.split(u' ');
        const QString host = hostName(parts.first());
        const QByteArray standIn = standInDigest(parts.value(1));
        const QUrl referrer(parts.value(1), QUrl::StrictMode);
        if (parts.size() == 2 && !host.isEmpty() && !standIn.isEmpty())
            m_standIns[host].insert(standIn);
        else if (parts.size() != 2 || host.isEmpty() || !isReferrer(referrer))
            wrong << number;
        else if (!m_referrers.contains(host))
            m_referrers.insert(host, referrer);
    }
    return wrong;
}

std::optional<QUrl> HostRules::referrer(const QString &host) const
{
    for (QString name = host; !name.isEmpty(); name = name.section(u'.', 1)) {
        const auto found = m_referrers.constFind(name);
        if (found != m_referrers.cend())
            return *found;
    }
    return std::nullopt;
}

bool HostRules::isStandIn(const QString &host, const QByteArray &sha256) const
{
    for (QString name = host; !name.isEmpty(); name = name.section(u'.', 1)) {
        if (m_standIns.value(name).contains(sha256))
            return true;
    }
    return false;
}
