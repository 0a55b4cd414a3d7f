#include "app/archive/articlereader.h"
#include "app/archive/fileopener.h"
#include "app/archive/hexotag.h"
#include "app/archive/plainhead.h"
#include "app/archive/textdecoding.h"
#include "tests/fuzz/fuzzing.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

// The head that is read without decoding the file, where it can be.
std::optional<PackedHead> plainHead(const QByteArray &file, const FileEntry &entry)
{
    const auto last = [&file] { return QByteArrayView(file).last(std::min(file.size(), linkTagTail)); };
    const QByteArrayView start = QByteArrayView(file).first(std::min(file.size(), encodingBlock));
    return readPlainHead(start, file.size() <= encodingBlock, entry, last);
}

// Where all of the first block is ASCII, what comes later may be in another encoding (see encodingBlock).
bool isUndecided(const QByteArray &file)
{
    return file.size() > encodingBlock &&
           std::all_of(file.begin(), file.begin() + encodingBlock, [](char c) { return c >= 0; });
}

}

// The input is a whole file: what is read of it without decoding it is what is read by decoding it, and what
// is read of its beginning and its end on the disk is what is read of the whole.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    const QByteArray root = QFile::encodeName(folder.path());
    const QByteArray bytes = bytesOf(data, size);
    const FileEntry entry{"2001-02-03-b.md", bytes.size(), 1'600'000'000'000, 1, {}};
    QFile file(folder.filePath(QFile::decodeName(entry.path)));
    require(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size(),
            u"no disk"_s);
    file.close();

    const PackedHead partly(readArticleHead(root, entry));
    FileEntry packed = entry;
    FileOpener opener(root);
    require(readPackedHead(opener, packed) == partly && packed == entry, u"another packed head"_s);
    if (isUndecided(bytes))
        return 0;
    require(PackedHead(parseArticle(bytes, entry).head) == partly, u"another head of the whole"_s);
    const std::optional<PackedHead> plain = plainHead(bytes, entry);
    require(!plain || *plain == partly, u"another plain head"_s);
    return 0;
}
