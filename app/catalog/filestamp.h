#pragma once

#include "app/archive/article.h"
#include "app/catalog/catalogtypes.h"

#include <optional>
#include <vector>

// A number for a path: 64 bits of its MD5, which is quick and the same on every machine. Two paths of a
// million share one with a probability of 3e-8; who looks a path up compares the path as well.
qint64 placeOf(const QByteArray &path);

// A number for everything a walk knows of a file: path, size, time of change, inode, and the problems that
// only a walk finds (they may come and go while the times stay). The same number means: unchanged.
qint64 stampOf(const FileEntry &entry);

// The stamps of all rows of a catalogue: 16 bytes a row, for as long as a pass runs.
class KnownFiles final
{
public:
    void reserve(qint64 rows);
    void add(qint64 stamp, ArticleId id); // in the order of the stamps
    // The row of the file with this stamp.
    std::optional<ArticleId> find(qint64 stamp) const;
    const std::vector<ArticleId> &ids() const { return m_ids; }

private:
    std::vector<qint64> m_stamps; // ascending
    std::vector<ArticleId> m_ids; // beside them
};
