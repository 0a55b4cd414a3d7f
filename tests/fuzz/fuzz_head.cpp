#include "app/archive/articlereader.h"
#include "app/archive/hexotag.h"
#include "app/archive/plainhead.h"
#include "app/archive/textdecoding.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The input is a whole file: what is read of it without decoding it is what is read by decoding it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray file = bytesOf(data, size);
    const FileEntry entry{"content/a/b.md", file.size(), 1'600'000'000'000, 1, {}};
    const auto last = [&file] { return QByteArrayView(file).last(std::min(file.size(), linkTagTail)); };
    const QByteArrayView start = QByteArrayView(file).first(std::min(file.size(), encodingBlock));
    const std::optional<PackedHead> head = readPlainHead(start, file.size() <= encodingBlock, entry, last);
    // Where all of the first block is ASCII, what comes later may be in another encoding (see encodingBlock).
    const bool isAscii = std::all_of(start.begin(), start.end(), [](char c) { return c >= 0; });
    require(!head || (isAscii && file.size() > encodingBlock) ||
                *head == PackedHead(parseArticle(file, entry).head),
            u"another head"_s);
    return 0;
}
