#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QSet>

// What may have changed in an archive since somebody looked. Paths as in FileEntry.
struct ArchiveChanges {
    QSet<QByteArray> files;   // that appeared, were written or went; every name is an article's
    QSet<QByteArray> folders; // that appeared or went, with everything below them
    bool everything = false;  // nobody knows what; the others are empty then

    bool isEmpty() const { return !everything && files.isEmpty() && folders.isEmpty(); }

    void setEverything()
    {
        *this = {};
        everything = true;
    }

    void add(const ArchiveChanges &other)
    {
        if (everything || other.everything) {
            setEverything();
            return;
        }
        files |= other.files;
        folders |= other.folders;
    }

    bool operator==(const ArchiveChanges &) const = default;
};

Q_DECLARE_METATYPE(ArchiveChanges)
