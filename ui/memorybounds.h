#pragma once

// Called once, before any thread begins: makes the C library give back what a pass over a large archive
// needed.
void boundMemory();
