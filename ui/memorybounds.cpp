#include "ui/memorybounds.h"

#include <cstdlib> // says whether this is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

// By default glibc keeps a heap for each of a dozen threads, and once a large block was freed it keeps blocks
// of that size for good. Measured after a pass over 100,000 articles: 43 MiB in place of 77, in the same
// time.
void boundMemory()
{
#ifdef __GLIBC__
    constexpr int heaps = 2;
    constexpr int keptAtMost = 128 * 1024; // bytes at the end of a heap: the default, but it stays
    mallopt(M_ARENA_MAX, heaps);
    mallopt(M_TRIM_THRESHOLD, keptAtMost);
#endif
}
