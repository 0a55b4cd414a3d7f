#pragma once

#include "app/archive/article.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

// Which folder this is, whatever path led there.
struct FolderKey {
    quint64 device = 0;
    quint64 inode = 0; // where the file system has none: a hash of the canonical path
    auto operator<=>(const FolderKey &) const = default;
};

// One folder of the archive, listed. All names are bytes, sorted, without those that start with '.'.
struct ArchiveFolder {
    FolderKey key;
    QList<FileEntry> articles; // by isArticleName(); `path` is the bare name
    QList<QByteArray> folders; // real folders
    QList<QByteArray> links;   // links to folders
    QString error;             // the system's reason where the rest of the folder could not be read
    bool isPutOff = false;     // as was asked for: nothing was listed but the key
};

// How a folder is listed. The same options serve any number of threads.
struct ListingOptions {
    QByteArray prefix = {}; // comes before the names of the articles
    // Leaves out the files for which it says yes; nothing is kept of them. May be empty.
    std::function<bool(const FileEntry &)> isKnown = {};
    // Puts off a folder where another file system, or another folder, is mounted: the files below it may lie
    // in the archive already. Only where the system tells (Linux).
    bool putsOffMounts = false;
    // Called once the folder is open and is not put off, before anything of it is read. May be empty.
    std::function<void()> entering = {};
    // Leaves out what only a look at the file tells, where the folder says that it is a regular one: such an
    // entry has a path and FileEntry::unknownSize, for who opens the file anyhow.
    bool leavesFacts = false;
};

// .md, .markdown, .html, .htm in any letter case.
bool isArticleName(QByteArrayView name);

// Which folder a path leads to, links followed; nullopt where to none.
std::optional<FolderKey> folderKey(const QByteArray &folder);

// Whether there is a folder, readable or not; false only where the system is sure.
bool isThere(const QByteArray &folder);

// Whether nothing has this path, links not followed; true only where the system is sure.
bool isGone(const QByteArray &path);

// One article of a folder, as listArchiveFolder() would list it; nullopt where it would not.
std::optional<FileEntry> listArchiveFile(const QByteArray &folder, const QByteArray &name);

// Opens nothing but the folder itself. nullopt, with the system's reason in `error`, where that fails.
std::optional<ArchiveFolder> listArchiveFolder(const QByteArray &folder, QString *error,
                                               const ListingOptions &options = {});

// How many names of a folder look like articles, and the real folders in it: a tenth of listing it, as no
// file is looked at.
struct FolderCount {
    int articles = 0;
    QList<QByteArray> folders; // where the file system does not say what is what, other files as well
    bool hasLinks = false;     // which may lead to other folders
};
FolderCount countArchiveFolder(const QByteArray &folder);
