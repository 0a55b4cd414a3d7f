#include "app/page/srcset.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString srcset = QString::fromUtf8(bytesOf(data, size));
    const QList<SrcsetCandidate> candidates = srcsetCandidates(srcset);
    require(candidates.size() <= 100, u"too many"_s);
    for (const SrcsetCandidate &each : candidates) {
        require(!each.address.isEmpty() && srcset.contains(each.address), u"address: "_s + each.address);
        require(!each.address.contains(u' ') && !each.address.endsWith(u','), u"cut: "_s + each.address);
        require(each.width >= 0 && each.width <= 100'000 && each.density >= 0 && each.density <= 100'000,
                u"number: "_s + each.address);
    }
    const QString chosen = chosenCandidate(candidates);
    const bool isThere =
        std::any_of(candidates.cbegin(), candidates.cend(),
                    [&chosen](const SrcsetCandidate &each) { return each.address == chosen; });
    require(candidates.isEmpty() ? chosen.isEmpty() : isThere, u"chosen: "_s + chosen);
    return 0;
}
