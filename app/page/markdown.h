#pragma once

#include <QByteArray>

// Markdown with HTML in it (CommonMark; GitHub's tables, strikethrough, task lists and autolinks) to HTML
// that is as hostile as its source: only the sanitizer may have it. UTF-8 in and out. The archive's writer
// put
// "&#123;" and "&#125;" for braces everywhere; they come out as braces in code, too.
QByteArray markdownToHtml(const QByteArray &markdown);
