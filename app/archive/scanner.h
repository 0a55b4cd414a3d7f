#pragma once

#include "app/archive/article.h"

#include <functional>

// What a walk says when it ends.
struct ScanResult {
    bool complete = false; // false: stopped by the callback, or the folder itself could not be read
    QString error;         // the system's reason where the folder itself could not be read, else empty
};

// Walks the folder depth first and hands over every .md, .markdown, .html and .htm file (any letter case)
// below it, in batches of at most `batchSize`, as soon as they are known. Names starting with '.' are passed
// over. Links to folders are followed unless they lead back to a folder of the current chain; no folder is
// entered twice; real folders come before links, and folders above the archive are never entered. A folder
// that cannot be read is handed over by its own path as Unreadable. FIFOs, sockets, devices, files without
// permission and files above maximumArticleSize come with their reason in `problems`. Nothing is opened but
// folders. The callback returns false to stop. `folder` is absolute, in the file system's own bytes.
ScanResult scanArchive(const QByteArray &folder, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found);

// Names alone, and no links: about how many articles there are, in a fifth of the time. `met` is told every
// now and then how many more were met, and returns false to stop.
void countArticles(const QByteArray &folder, const std::function<bool(int more)> &met);
