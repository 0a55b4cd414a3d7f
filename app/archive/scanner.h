#pragma once

#include "app/archive/article.h"

#include <functional>

// What a walk says when it ends.
struct ScanResult {
    bool complete = false; // false: stopped by the callback, or the folder itself was not there to the end
    QString error;         // the system's reason where the folder itself could not be read, else empty
    bool hasLinks = false; // of scanFolders(): there were links to folders, and they were not followed
};

// Who goes along with a walk; any of them may be empty.
struct ScanHooks {
    // Each folder below the root (empty: the root itself), before it is listed: whoever watches it from here
    // on misses nothing. On any thread, all but the root.
    std::function<void(const QByteArray &folder)> entering;
    // A folder below the root that could not be read to its end: what is not found below it may be there.
    std::function<void(const QByteArray &folder)> failed;
    // The one that takes the files opens all of them: see ListingOptions::leavesFacts.
    bool leavesFacts = false;
    // Folders below the root that scanForChanges() comes to before all others, as far as no link leads there.
    QList<QByteArray> first = {};
};

// Walks the folder depth first and hands over every .md, .markdown, .html and .htm file (any letter case)
// below it, in batches of at most `batchSize`, as soon as they are known. Names starting with '.' are passed
// over. Links to folders are followed unless they lead back to a folder of the current chain; no folder is
// entered twice; real folders come before mounted ones and links, and folders above the archive are never
// entered. A folder that cannot be read, or not to its end, is handed over by its own path as Unreadable; one
// that vanished is nothing. FIFOs, sockets, devices, files without permission and files above
// maximumArticleSize come with their reason in `problems`. Nothing is opened but folders. The callback
// returns false to stop. `folder` is absolute, in the file system's own bytes.
ScanResult scanArchive(const QByteArray &folder, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found,
                       const ScanHooks &hooks = {});

// The same for an archive of which most is known: hands over the files that `isKnown` does not know. It is
// asked by several threads at once, each of which takes the next folder as soon as it is free: the files come
// in no order. The callback comes now and then with an empty batch, so that it may stop.
ScanResult scanForChanges(const QByteArray &folder, int batchSize,
                          const std::function<bool(const FileEntry &)> &isKnown,
                          const std::function<bool(const QList<FileEntry> &)> &found,
                          const ScanHooks &hooks = {});

// The same as scanArchive() for these folders below `root` and what is below them. Folders that are not there
// are nothing. Links to folders are not followed: whether they lead to anything new, only a walk over
// everything knows.
ScanResult scanFolders(const QByteArray &root, const QList<QByteArray> &folders, int batchSize,
                       const std::function<bool(const QList<FileEntry> &)> &found, const ScanHooks &hooks);

// Names alone, and no links: about how many articles there are, in a fifth of the time. `met` is told every
// now and then how many more were met, and returns false to stop. False where there are links that may lead
// to more.
bool countArticles(const QByteArray &folder, const std::function<bool(int more)> &met);
