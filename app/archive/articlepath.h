#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

// What a file's path says where the file itself is silent. Paths as in FileEntry; displayPath() makes them
// text.

// The file's name without its extension and Jekyll's date; the folder's name for index and _index. Never
// empty.
QString titleFromPath(const QByteArray &path);

// The folders above the file, outermost first, without the generic ones a generator begins with (source,
// content, _posts, _drafts, posts, post). Empty for a file that lies in the archive's folder or directly in
// those.
QStringList categoriesFromPath(const QByteArray &path);

// From Jekyll's YYYY-MM-DD- in front of the name.
std::optional<QDateTime> dateFromPath(const QByteArray &path);

// .html and .htm.
bool isHtmlPath(const QByteArray &path);
