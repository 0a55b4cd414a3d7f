#include "app/library/memoryreturn.h"

#include <cstdlib> // says whether this is glibc
#ifdef __GLIBC__
#include <malloc.h>
#endif

// Not by bounding the heaps with mallopt(): each picture of the window would then be new memory, which costs
// 20 ms of every start (measured), and saves no more.
bool returnMemory()
{
#ifdef __GLIBC__
    return malloc_trim(0) != 0;
#else
    return false;
#endif
}
