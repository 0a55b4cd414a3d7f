#pragma once

#include <QByteArray>

// What the system needs at least, without any program around it: the limits that a pass is measured against.
// Folders are handed to the threads one by one; files are opened relative to their open folder, which is the
// cheapest way there is. Every regular file below `folder` counts; names that begin with a dot are passed
// over, as the scanner does.
struct BareCount {
    qint64 files = 0;
    qint64 bytes = 0; // read, or the sizes by stat
};

BareCount readHeads(const QByteArray &folder, int threads); // open, read 4 KiB, close
BareCount statFiles(const QByteArray &folder, int threads); // fstatat() and nothing else
