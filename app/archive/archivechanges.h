#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QSet>

// What may have changed in an archive since somebody looked. Paths as in FileEntry.
struct ArchiveChanges {
    QSet<QByteArray> files;       // that appeared, were written or went; every name is an article's
    QSet<QByteArray> folders;     // that appeared or changed, with everything below them
    QSet<QByteArray> goneFolders; // that went; another of the same name may have appeared since
    bool everything = false;      // nobody knows what; the others are empty then

    static ArchiveChanges all() { return {{}, {}, {}, true}; }
    bool isEmpty() const { return *this == ArchiveChanges(); }
    qsizetype size() const { return files.size() + folders.size() + goneFolders.size(); }

    void add(const ArchiveChanges &other)
    {
        if (everything || other.everything) {
            *this = all();
            return;
        }
        files |= other.files;
        folders |= other.folders;
        goneFolders |= other.goneFolders;
    }

    bool operator==(const ArchiveChanges &) const = default;
};

Q_DECLARE_METATYPE(ArchiveChanges)
