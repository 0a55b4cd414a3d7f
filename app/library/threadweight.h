#pragma once

// From now on the calling thread gives way to others that want the processor, as far as the system knows of
// such threads. It stays so until the thread ends.
void giveWay();
