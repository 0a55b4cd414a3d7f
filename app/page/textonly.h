#pragma once

#include <QByteArray>

// For what the parser refuses: one linear walk that takes the tags away. UTF-8 in and out.

// The text alone, entities of the usual kind resolved, a newline where a block begins or ends; script and
// style are gone.
QByteArray strippedText(const QByteArray &html);

// The same as safe HTML: one <p> a line, escaped.
QByteArray textOnlyHtml(const QByteArray &html);
