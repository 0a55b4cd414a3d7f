#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

// Which Referer a picture host is known to want.
//
// Text, one rule a line: the end of a host's name, white space, an http or https address. "#" begins a
// comment. A rule holds for the host of that name and for all below it; the longest name wins, and of two for
// one name the first.
class HostRules final
{
public:
    // Adds what stands in the text behind what is there. Returns the numbers, from 1, of lines that are no
    // rule; the others hold all the same.
    QList<int> add(const QString &text);

    std::optional<QUrl> referrer(const QString &host) const;

private:
    QHash<QString, QUrl> m_referrers; // by name in lower case
};
