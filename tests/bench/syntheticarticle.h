#pragma once

#include "random.h"
#include "synthetictext.h"

#include <QByteArray>
#include <QList>

// One file of the archive that archivegenerator writes.
struct SyntheticFile {
    QByteArray path; // below the archive's folder
    QByteArray bytes;
};

// What an article says before it is written in one dialect or another. All text is UTF-8.
struct SyntheticArticle {
    int number = 0;
    QList<QByteArray> categories; // outermost first; the folders as well
    QByteArray title;
    qint64 time = 0; // seconds since 1970-01-01 UTC
    QByteArray headImage;
    QByteArray link; // of the original
    QByteArray body; // HTML inside one <div>
};

// The dialects of format.md. Every other function below is made of these.
enum class Dialect { Hexo, Sister };

// The same number in the same category makes the same article. Bodies are as long as real ones: half below
// 1.4 KiB, one in a hundred above 20 KiB.
SyntheticArticle makeArticle(const SyntheticText &text, int number, const QList<QByteArray> &categories);

SyntheticFile writeArticle(const SyntheticArticle &article, Dialect dialect);

// The parts of it, for files that go wrong in one of them.
QByteArray rfc822Date(qint64 time);
QByteArray isoDate(qint64 time);
QByteArray articlePath(const SyntheticArticle &article, Dialect dialect); // with its .md
QByteArray frontMatter(const SyntheticArticle &article, Dialect dialect); // without the marks
