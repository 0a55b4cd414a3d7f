#pragma once

#include "app/archive/frontmatterspan.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QStringView>

// The fields of a front matter that Lectern reads, by their key in lower case. A scalar is a list of one, a
// nested list is its first path, an empty value is an empty list.
using FrontMatterFields = QMap<QString, QStringList>;

// title, categories, category, author, authors, date, headimg, thumbnail, cover, link.
bool isReadField(QStringView key);

// The key of "key: value" ("key = value" in TOML) at the start of a line; empty where there is none.
QStringView keyOfLine(QStringView line, FrontMatterSpan::Kind kind);
inline bool isKeyLine(QStringView line, FrontMatterSpan::Kind kind)
{
    return !keyOfLine(line, kind).isEmpty();
}

// Reads a front matter line by line, for what no YAML parser takes: values with unescaped quotes, colons and
// line breaks inside. Quotes around a value go, everything within them stays. Never fails. TOML is always
// read like this; its escapes in "…" are undone.
FrontMatterFields readFieldsByLine(QStringView block, FrontMatterSpan::Kind kind);

// The title of a YAML front matter as its characters stand there, quotes and line breaks included, white
// space around it removed. Lines that look like keys belong to a quoted title until the quote is closed in
// front of one. Empty where there is no title.
QString rawTitle(QStringView block);
