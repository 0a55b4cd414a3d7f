#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUrl>

#include <optional>

// Which Referer a picture host is known to want, and what it sends in place of pictures.
//
// Text, one rule a line: the end of a host's name, white space, an http or https address. Or in place of
// the address "sha256:" and 64 hex digits: the bytes of a picture that is none, whatever it is asked for. "#"
// begins a comment. A rule holds for the host of that name and for all below it; the longest name wins, and
// of two for one name the first; of bytes there may be as many as there are.
class HostRules final
{
public:
    // Adds what stands in the text behind what is there. Returns the numbers, from 1, of lines that are no
    // rule; the others hold all the same.
    QList<int> add(const QString &text);

    std::optional<QUrl> referrer(const QString &host) const;
    bool hasStandIns() const { return !m_standIns.isEmpty(); }
    // `sha256`: of the bytes, raw.
    bool isStandIn(const QString &host, const QByteArray &sha256) const;

private:
    QHash<QString, QUrl> m_referrers; // by name in lower case
    QHash<QString, QSet<QByteArray>> m_standIns;
};
