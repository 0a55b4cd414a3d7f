#include "app/library/fingerprint.h"

#include <algorithm>

namespace
{

// `key` of a fingerprint: what the copies share, nullopt where it has no copies.
template <typename Key>
CopyGroups copies(Fingerprints &all, Key key)
{
    std::sort(all.begin(), all.end(), [&key](const Fingerprint &first, const Fingerprint &second) {
        return key(first) < key(second);
    });
    CopyGroups groups;
    for (auto first = all.cbegin(); first != all.cend();) {
        const auto end = std::find_if(first, all.cend(),
                                      [&](const Fingerprint &other) { return key(other) != key(*first); });
        if (end - first > 1) {
            for (auto copy = first; copy != end; ++copy)
                groups.paths << copy->path;
            groups.ends << static_cast<int>(groups.paths.size());
        }
        first = end;
    }
    return groups;
}

}

PathKey pathKey(const QByteArray &path)
{
    return bodyDigest(QString::fromLatin1(path)).bits[0];
}

CopyGroups copiesByIdentity(Fingerprints &all)
{
    return copies(all, [](const Fingerprint &one) { return one.identity; });
}

CopyGroups copiesByBody(Fingerprints &all)
{
    // Every empty body is a group of its own.
    return copies(all, [](const Fingerprint &one) {
        return one.hasEmptyBody ? std::pair(BodyDigest(), one.path) : std::pair(one.body, PathKey(0));
    });
}
