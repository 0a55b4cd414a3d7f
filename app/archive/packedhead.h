#pragma once

#include "app/archive/article.h"

#include <QByteArrayView>

#include <array>

// An article's head on its way from the file to the catalogue, which keeps its texts in UTF-8 as the file
// does: all of them in one piece of memory. The path is that of the FileEntry beside it.
class PackedHead final
{
public:
    enum Text : quint8 { Title, Author, HeadImage, OriginalLink, Categories };
    static constexpr size_t textCount = 5;
    using Texts = std::array<QByteArrayView, textCount>;

    PackedHead() = default;
    explicit PackedHead(const Texts &texts);
    explicit PackedHead(const ArticleHead &head);

    // UTF-8, as in ArticleHead. Categories: each with a NUL behind it, outermost first.
    QByteArrayView text(Text which) const;

    qint64 date = 0;       // milliseconds since 1970-01-01 UTC
    qint32 dateOffset = 0; // seconds east of UTC, as written
    Problems problems;
    Identity identity{};
    bool operator==(const PackedHead &) const = default;

private:
    void pack(const Texts &texts);

    QByteArray m_texts;
    std::array<quint32, textCount> m_ends = {}; // of each text in it
};
