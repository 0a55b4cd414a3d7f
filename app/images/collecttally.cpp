#include "app/images/collecttally.h"

#include <numeric>

size_t qHash(const CollectFailure &failure, size_t seed)
{
    return qHashMulti(seed, failure.host, static_cast<int>(failure.failure), failure.detail);
}

int CollectTally::failed() const
{
    return std::accumulate(failures.cbegin(), failures.cend(), 0);
}
