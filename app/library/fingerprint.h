#pragma once

#include "app/archive/article.h"
#include "app/archive/bodydigest.h"

#include <QList>

#include <deque>

// Which file it was, without its path: 64 bits of the path's digest.
using PathKey = quint64;
PathKey pathKey(const QByteArray &path);

// What a report keeps of every article that was read: 40 bytes, so that a million stay small.
struct Fingerprint {
    PathKey path = 0;
    Identity identity{};
    BodyDigest body;
    quint32 size = 0; // bytes; maximumArticleSize fits
    bool hasEmptyBody = false;
};
static_assert(sizeof(Fingerprint) == 40);

// A deque: a list that grows by copying would need twice the memory.
using Fingerprints = std::deque<Fingerprint>;

// The files of each group one after the other; `ends` has the place behind each group's last.
struct CopyGroups {
    QList<PathKey> paths;
    QList<int> ends;
};

// Articles that share an identity, and articles that share a body (empty bodies aside). Groups of two and
// more. Both sort `all`.
CopyGroups copiesByIdentity(Fingerprints &all);
CopyGroups copiesByBody(Fingerprints &all);
