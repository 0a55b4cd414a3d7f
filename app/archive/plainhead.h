#pragma once

#include "app/archive/packedhead.h"

#include <functional>
#include <optional>

// The head of an article that is written plainly, as most are: clean UTF-8, and a front matter as in
// plainblock.h with a title and a date. It is what readArticleHead() comes to, in half of its time: nothing
// is decoded. nullopt where it takes more than that, or more text.
//
// `start` is all of the file (`whole`) or its first encodingBlock bytes. `lastBytes` gives its last
// linkTagTail bytes; it is only asked where the front matter has no link.
std::optional<PackedHead> readPlainHead(QByteArrayView start, bool whole, const FileEntry &entry,
                                        const std::function<QByteArrayView()> &lastBytes);
