#pragma once

#include <QByteArray>

// What is done to the bytes before the parser sees them. One linear walk; UTF-8 in and out.
//
// CR LF and CR become LF, NUL goes. Tags that switch gumbo into the insertion modes in which it aborts, and
// tags that would end the body, get the name x-<name> (security.md 1, guard 4); rewrittenName() knows these
// names.
//
// A tag that cannot be meant as one becomes literal text: `docker <image>`, `<network_name>`, `<base image>`,
// `<https://h.example>`: no attribute has a value, and the name is unknown to HTML (or useless like this),
// and it is closed nowhere.
QByteArray rewrittenTags(const QByteArray &html);

// Our constant "x-svg" for "x-svg" in any letter case, empty for anything that rewrittenTags() does not
// write.
QByteArrayView rewrittenName(QByteArrayView name);
