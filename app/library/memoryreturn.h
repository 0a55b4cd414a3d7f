#pragma once

// Gives the system back what the C library keeps of memory that was freed, in the heaps of all threads; takes
// some milliseconds. False where nothing was kept, or where only the system knows.
bool returnMemory();
