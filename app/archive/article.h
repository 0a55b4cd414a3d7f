#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QFlags>
#include <QMetaType>
#include <QString>
#include <QStringList>

// What the files of an archive hold, as values. Nothing here touches the disk.

// What an article is known by when its path is not: it survives the archive being wiped and written anew
// under other names. Made by articleIdentity(); several files may share one (copies of one article). 64 bits
// of SHA-256: among a million articles two different ones share an identity with a probability of n²/2/2^64 ≈
// 3e-8.
enum class Identity : quint64 {};

// What was wrong with a file and how it was mended. Kept in the catalogue as a number: append only.
enum class Problem : quint32 {
    None = 0,
    FrontMatterRepaired = 1 << 0, // yaml-cpp refused it; read line by line
    FrontMatterMissing = 1 << 1,  // no front matter at all
    FrontMatterUnclosed = 1 << 2, // an opening mark without a closing one
    TitleMissing = 1 << 3,        // the title is the first heading, the file's or the folder's name
    DateMissing = 1 << 4,         // the date is a guess (file name, else file time)
    DateUnreadable = 1 << 5,      // something stands there, and no date was found in it; the date is a guess
    CategoriesMissing = 1 << 6,   // the folder path stands in
    EncodingGuessed = 1 << 7,     // neither a byte-order mark nor valid UTF-8 said what it is
    EncodingDamaged = 1 << 8,     // some bytes fit no encoding and became U+FFFD
    Unreadable = 1 << 9,          // permission, I/O error, vanished
    NotARegularFile = 1 << 10,    // FIFO, socket, device; never opened
    TooLarge = 1 << 11,           // above maximumArticleSize; never opened
    LinkLoop = 1 << 12,           // a link that leads back to itself or to a folder above it
};
Q_DECLARE_FLAGS(Problems, Problem)
Q_DECLARE_OPERATORS_FOR_FLAGS(Problems)

// The stable English name of each problem ("front-matter-repaired"), for --list and reports.
QStringList problemNames(Problems problems);

enum class BodyFormat : quint8 { Html, Markdown };

// One file of the archive, as the file system knows it.
struct FileEntry {
    // Nobody has looked at the file yet: nothing but the path is known.
    static constexpr qint64 unknownSize = -1;

    QByteArray path;     // below the archive's folder, in the file system's own bytes, parts joined by '/'
    qint64 size = 0;     // bytes
    qint64 modified = 0; // milliseconds since 1970-01-01 UTC
    quint64 inode = 0;   // 0 where the file system has none
    Problems problems;   // NotARegularFile, Unreadable, TooLarge, LinkLoop: then the file is not opened
    bool operator==(const FileEntry &) const = default;
};

// What the list shows of one article; cheap to read, made from the head of the file.
struct ArticleHead {
    QByteArray path;        // as in FileEntry
    QString title;          // never empty
    QStringList categories; // one path, outermost first; empty only for a file in the archive's own folder
    QString author;         // may be empty
    QDateTime date;         // with the zone that was written; always valid (else a guess, see problems)
    QString headImage;      // address as written, still wrapped; empty where there is none or a placeholder
    QString originalLink;   // address as written (link: key or {% link %} tag); empty where unknown
    Identity identity{};
    Problems problems;
    bool operator==(const ArticleHead &) const = default;
};

// One article, whole.
struct Article {
    ArticleHead head;
    QString body; // without front matter and without the {% link %} tag; newlines are LF
    BodyFormat format = BodyFormat::Html;
};

Q_DECLARE_METATYPE(Article)
