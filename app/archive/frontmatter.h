#pragma once

#include "app/archive/frontmatterspan.h"

#include "app/archive/article.h"

#include <QVarLengthArray>

#include <optional>

// What a front matter says, ready to be shown: entities decoded, white space folded, placeholders gone.
struct FrontMatter {
    QString title;          // empty where there is none that can be seen
    QStringList categories; // one path, outermost first; at most 64 items, none empty
    QString author;
    QString date;         // as written
    QString headImage;    // as written, still wrapped, entities decoded; empty for a placeholder
    QString originalLink; // the link: key, entities decoded
    Problems problems;    // FrontMatterRepaired
};

// `block` is what stands between the marks. yaml-cpp first, line by line where it refuses or makes nonsense
// of a value. Titles are taken as their characters stand there wherever the writer is one that never escapes.
// Never fails, and lets no exception out.
FrontMatter parseFrontMatter(QStringView block, FrontMatterSpan::Kind kind);

// The same in UTF-8, each a view into the block where it stands there as it is shown.
struct PlainMatter {
    QByteArray title, author, headImage, originalLink;
    QByteArrayView date;
    QVarLengthArray<QByteArray, 4> categories;
};

// The same for a YAML block as it stands in the file, in valid UTF-8 with LF alone. nullopt where it is not
// plain (plainblock.h).
std::optional<PlainMatter> parsePlainFrontMatter(QByteArrayView block);
