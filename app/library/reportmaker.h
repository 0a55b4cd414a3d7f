#pragma once

#include "app/library/archivereport.h"

#include <functional>

struct ReportProgress {
    enum class Stage : quint8 { Reading, Comparing };

    Stage stage = Stage::Reading;
    int done = 0;
    int found = 0;        // at least as many as `done`; while walking it may still grow
    bool walking = false; // the walk is not over
};

struct ReportWatch {
    std::function<bool()> isStopped;                  // asked by any thread
    std::function<void(const ReportProgress &)> tell; // on the caller's thread, at most ten a second
};

// Reads every article below the folder once, whole, on all cores; opens no catalogue and writes nothing.
// `root` as in scanArchive(); `expected` is how many articles there probably are, 0 where nobody knows.
// Keeps 40 bytes an article and the paths of those that a line names; where there are copies, a second walk
// finds their paths. Never fails: a folder that cannot be read is a report that says so. Waits for the disk:
// not for the GUI thread.
ArchiveReport makeReport(const QByteArray &root, int expected, const ReportWatch &watch);
