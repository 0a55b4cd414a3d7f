#include "app/archive/textdecoding.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

void requireText(const QString &text)
{
    require(!text.contains(QChar(0)) && !text.contains(u'\r'), u"NUL or CR"_s);
    require(text.isValidUtf16(), u"half a character"_s);
}

}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const EncodingGuess guess = guessEncoding(bytes);
    requireText(decodeText(bytes, guess.encoding));
    for (qsizetype head = encodingBlock; head < bytes.size(); head += encodingBlock)
        require(guessEncoding(bytes.left(head)).encoding == guess.encoding ||
                    std::all_of(bytes.cbegin(), bytes.cbegin() + head, [](char c) { return c >= 0; }),
                u"another encoding by the head"_s);
    for (const TextEncoding encoding :
         {TextEncoding::Utf8, TextEncoding::Utf16LittleEndian, TextEncoding::Utf16BigEndian,
          TextEncoding::Gb18030, TextEncoding::Big5, TextEncoding::Windows1252}) {
        requireText(decodeText(bytes, encoding));
        for (const qint64 offset : {0, 1, 4096})
            requireText(decodeTail(bytes, offset, encoding));
    }
    return 0;
}
