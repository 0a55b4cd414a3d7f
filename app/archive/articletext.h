#pragma once

#include "app/archive/textdecoding.h"

#include <QByteArray>
#include <QString>

class ArchiveFile;

// The text of one file, read only as far as somebody asks for it.
class ArticleText final
{
public:
    explicit ArticleText(const QByteArray &bytes); // all of it
    // Some of its first 4 KiB, which are `start`; `file` must outlive this.
    ArticleText(ArchiveFile &file, QByteArrayView start);

    QStringView text() const { return m_text; } // decoded, from the start; the next readMore() ends it
    bool isWhole() const { return m_decoded >= m_size; }
    void readMore(); // several times as much
    Problems problems() const { return m_encoding.problems; }

    // What the last `bytes` bytes of the file may hold of a Hexo tag (see hexotag.h), decoded: they begin
    // where the last tag opens, or earlier. Empty where none can end there; cheap, as in most files.
    QString tagTail(qsizetype bytes) const;

private:
    QByteArray lastBytes(qsizetype bytes) const;
    qsizetype firstLines() const;
    void decode(qsizetype bytes);

    ArchiveFile *m_file = nullptr;
    qint64 m_size = 0;
    QByteArray m_bytes;
    qsizetype m_decoded = 0; // of m_bytes
    EncodingGuess m_encoding;
    QString m_text;
};

// Whether there may be the end of a Hexo tag among these bytes, in any encoding but the wide ones.
bool mayHoldTagEnd(QByteArrayView bytes);
