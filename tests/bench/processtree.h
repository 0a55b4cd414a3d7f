#pragma once

#include <QtGlobal>

// What a process and all its descendants occupy now, in KiB: the sum of their proportional set sizes, in
// which a page that two of them share counts once (/proc/PID/smaps_rollup, proc(5)). 0 where the process is
// gone.
qint64 treeMemory(qint64 process);
