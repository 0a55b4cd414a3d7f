#pragma once

#include <QByteArray>

// What is done to the bytes before the parser sees them. One linear walk; UTF-8 in and out.
//
// CR LF and CR become LF, NUL goes. Tags that switch gumbo into the insertion modes in which it aborts, and
// tags that would end the body, get other names (security.md 1, guard 4); rewrittenName() knows these.
//
// A tag that cannot be meant as one becomes literal text: `docker <image>`, `<network_name>`, `<base image>`,
// `<https://h.example>`: no attribute has a value, and the name is unknown to HTML (or useless like this),
// and it is closed nowhere.
QByteArray rewrittenTags(const QByteArray &html);

// What stands for a name that rewrittenTags() writes, in any letter case: "x-math" where <math> was,
// "noscript" for itself, "x-form" for "x-form"; empty for any other.
QByteArrayView rewrittenName(QByteArrayView name);
