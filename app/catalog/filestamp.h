#pragma once

#include "app/archive/article.h"
#include "app/catalog/catalogtypes.h"

#include <optional>
#include <vector>

// A number for a path, the same on every machine: its bytes, eight at a time, each time stirred by the
// finaliser of SplitMix64. Two paths of a million share one with a probability of 3e-8; who looks a path up
// compares the path as well.
qint64 placeOf(const QByteArray &path);

// A number for everything else that a walk knows of a file: size, time of change, inode, and the problems
// that only a walk finds (they may come and go while the times stay). The same place and stamp mean:
// unchanged.
qint64 stampOf(const FileEntry &entry);

// The files of all rows of a catalogue: 24 bytes a row, for as long as a pass runs.
class KnownFiles final
{
public:
    struct File {
        qint64 place = 0;
        qint64 stamp = 0;
        ArticleId id = 0;
    };

    void reserve(qint64 rows);
    void add(qint64 place, qint64 stamp, ArticleId id); // in the order of places, then stamps
    // The row of the file with this place and stamp.
    std::optional<ArticleId> find(qint64 place, qint64 stamp) const;
    const std::vector<File> &files() const { return m_files; } // ascending

private:
    std::vector<File> m_files;
};
