#pragma once

#include "app/archive/article.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

// What the bytes of one file are written in.
enum class TextEncoding : quint8 { Utf8, Utf16LittleEndian, Utf16BigEndian, Gb18030, Big5, Windows1252 };

struct EncodingGuess {
    TextEncoding encoding = TextEncoding::Utf8;
    Problems problems; // EncodingGuessed, EncodingDamaged
};

// The encoding is decided in the block of this many bytes in which the first byte above 0x7F stands, and in
// what lies before it: so a head read in whole blocks and the whole file always come to the same answer.
constexpr qsizetype encodingBlock = 4096;

// `bytes` is the file from its start: all of it, or any number of whole blocks. A byte-order mark decides;
// else UTF-8 where it is valid (or nearly: one damaged character does not make a text Chinese); else GB18030
// or Big5, whichever leaves fewer errors and more of the commonest characters; else Windows-1252.
EncodingGuess guessEncoding(QByteArrayView bytes);

// Whether the start of a file is, but for CRs, the text that decodeText() would make of it: UTF-8, valid but
// for a character that its end may cut in two where `whole` is false, and neither a mark nor a NUL in it. At
// most encodingBlock bytes where the file has more.
bool isCleanUtf8(QByteArrayView start, bool whole);

// A character cut off at the end is left out. A leading byte-order mark and NULs are removed, CRLF and lone
// CR become LF, what fits no character becomes U+FFFD.
QString decodeText(QByteArrayView bytes, TextEncoding encoding);

// The same for the last bytes of a file, which may begin in the middle of a character. `offset` is where they
// begin in the file.
QString decodeTail(QByteArrayView bytes, qint64 offset, TextEncoding encoding);
