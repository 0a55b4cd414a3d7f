#pragma once

#include "app/archive/article.h"
#include "app/archive/packedhead.h"

#include <optional>

class FileOpener;

// Files above this are listed and not opened: the largest real article seen had 1.1 MiB.
constexpr qint64 maximumArticleSize = 16 * 1024 * 1024; // bytes

// Reads the first 4 KiB of the file (more where the front matter is longer, or where identity needs more
// text) and, in a longer file, its last 1 KiB, where the sister dialect keeps the original link. Never fails:
// what cannot be read becomes a head with a title from the file name, and the reason in `problems`. `root` is
// the archive's folder in the file system's own bytes. `fileTime` of the entry is the last guess for a
// missing date. Thread-safe, keeps nothing.
ArticleHead readArticleHead(const QByteArray &root, const FileEntry &entry);

// The same for the catalogue. An entry of which nothing but the path is known is completed: with what the
// open file says of itself, so that both are of one moment. It stays as a walk sees the file: where that
// could not be opened or read, only the head says so.
PackedHead readPackedHead(FileOpener &opener, FileEntry &entry);

// Reads the whole file. The head is the same as readArticleHead()'s. nullopt, with the system's reason in
// `error`, where the file cannot be opened or read, is no regular file or is above maximumArticleSize.
std::optional<Article> readArticle(const QByteArray &root, const QByteArray &path, QString *error);

// The same for a text that is already in memory; `path` gives title, categories and date where they are
// missing.
Article parseArticle(const QByteArray &bytes, const FileEntry &entry);

// The identity rule (design decision 4): the original link where there is one; else title without the
// generator's "-<unix time>" suffix, date, and the first 200 characters of text (tags, entities and white
// space folded away, so that CRLF, other proxy prefixes and other file names change nothing).
Identity articleIdentity(const QString &originalLink, const QString &title,
                         const std::optional<QDateTime> &date, QStringView text);

// A path below the archive as a person reads it: bytes that are not UTF-8 become U+FFFD. Never for opening.
QString displayPath(const QByteArray &path);
