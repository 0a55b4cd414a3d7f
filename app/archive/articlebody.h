#pragma once

#include "app/archive/article.h"

#include <QString>
#include <QStringView>

// What a body says about itself. Nothing here makes HTML: the results are plain text.

// A body whose first tag opens a block and whose last closes one is HTML, and so is an empty one; any other
// is Markdown with HTML in it (format.md, "Bodies").
BodyFormat bodyFormat(QStringView body);

// Characters from the start of a body in which a missing title is looked for.
constexpr qsizetype headingWindow = 8000;

// The first heading in `start` (the first headingWindow characters of a body, or fewer where it ends):
// Markdown's "# …" and underlined ones outside of code fences, or <h1> to <h6>. Tags and entities taken off;
// empty where there is none.
QString firstHeading(QStringView start);

// The text of <title>; empty where there is none. `start` as above.
QString htmlTitle(QStringView start);

// What remains of the start of a text when tags, comments, entities, white space and invisible characters are
// taken out, at most `length` characters of it. Where `whole` is false, `body` is the beginning of a longer
// text, and nullopt means that more of it is needed.
std::optional<QString> foldedText(QStringView body, qsizetype length, bool whole);
// The same in UTF-8, valid but for a character that the end of `body` may cut in two. Also nullopt where the
// last character is one beyond the Basic Multilingual Plane of which there is room for one half.
std::optional<QByteArray> foldedUtf8(QByteArrayView body, qsizetype length, bool whole);
