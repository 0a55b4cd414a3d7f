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

// The files of all rows of a catalogue: some 25 bytes a row, for as long as a pass runs. Filled by one
// thread, then any number may look.
class KnownFiles final
{
public:
    struct File {
        qint64 place = 0;
        qint64 stamp = 0;
        ArticleId id = 0;
    };

    void reserve(qint64 rows);                          // before the first one is added
    void add(qint64 place, qint64 stamp, ArticleId id); // in the order of places, then stamps
    // The row of the file with this place and stamp.
    std::optional<ArticleId> find(qint64 place, qint64 stamp) const;
    const std::vector<File> &files() const { return m_files; } // ascending

private:
    size_t drawerOf(qint64 place) const;

    std::vector<File> m_files;
    // Where the files begin whose places share their first bits, as many as it takes for some four of them in
    // each. Places are as even as dice: among a million, dividing in halves would look at twenty.
    std::vector<quint32> m_drawers;
    int m_bits = 0;
};
