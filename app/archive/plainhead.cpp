#include "app/archive/plainhead.h"

#include "app/archive/articlebody.h"
#include "app/archive/articledate.h"
#include "app/archive/articlepath.h"
#include "app/archive/articletext.h"
#include "app/archive/frontmatter.h"
#include "app/archive/frontmatterspan.h"
#include "app/archive/hexotag.h"
#include "app/archive/identity.h"

#include <algorithm>

namespace
{

// Dates are ASCII, or rare.
std::optional<QDateTime> dateOf(QByteArrayView written)
{
    QVarLengthArray<char16_t, 64> text(written.size());
    std::transform(written.begin(), written.end(), text.begin(),
                   [](char c) { return static_cast<uchar>(c); });
    const bool isAscii = std::all_of(text.begin(), text.end(), [](char16_t code) { return code < 0x80; });
    return isAscii ? parseArticleDate(QStringView(text.data(), text.size())) : std::nullopt;
}

// The link in a tag at the end of the file; empty where there is none, nullopt where it takes a longer look.
std::optional<QByteArray> linkOfTag(QByteArrayView last)
{
    if (!mayHoldTagEnd(last))
        return QByteArray();
    if (last.contains('\0'))
        return std::nullopt;
    const QString tail =
        decodeTail(last.sliced(std::max<qsizetype>(0, lastTagOpening(last))), 0, TextEncoding::Utf8);
    const std::optional<LinkTag> tag = findTrailingLinkTag(tail);
    if (!tag)
        return endsInsideTag(tail) ? std::nullopt : std::optional(QByteArray());
    return tag->url == tag->url.trimmed() ? std::optional(tag->url.toUtf8()) : std::nullopt;
}

QByteArray packedNames(const PlainMatter &matter, const FileEntry &entry)
{
    QByteArray names;
    names.reserve(128); // more than nearly all need
    for (const QByteArray &name : matter.categories)
        names.append(name).append('\0');
    if (!matter.categories.isEmpty())
        return names;
    const QStringList folders = categoriesFromPath(entry.path);
    for (const QString &name : folders)
        names.append(name.toUtf8()).append('\0');
    return names;
}

}

std::optional<PackedHead> readPlainHead(QByteArrayView start, bool whole, const FileEntry &entry,
                                        const std::function<QByteArrayView()> &lastBytes)
{
    const std::optional<MarkedBlock> marked = findMarkedBlock(start);
    // A CR behind the block is white space like any other.
    if (!marked || marked->block.contains('\r') || !isCleanUtf8(start, whole))
        return std::nullopt;
    const std::optional<PlainMatter> matter = parsePlainFrontMatter(marked->block);
    if (!matter || matter->title.isEmpty())
        return std::nullopt;
    const std::optional<QDateTime> date = dateOf(matter->date);
    const std::optional<QByteArray> link =
        matter->originalLink.isEmpty() ? linkOfTag(lastBytes()) : std::optional(matter->originalLink);
    const std::optional<QByteArray> text = link && link->isEmpty()
                                               ? foldedUtf8(marked->body, identityTextLength, whole)
                                               : std::optional(QByteArray());
    if (!date || !link || !text)
        return std::nullopt;
    const QByteArray categories = packedNames(*matter, entry);
    PackedHead head({matter->title, matter->author, matter->headImage, *link, categories});
    head.date = date->toMSecsSinceEpoch();
    head.dateOffset = date->offsetFromUtc();
    head.problems = entry.problems;
    if (matter->categories.isEmpty())
        head.problems |= Problem::CategoriesMissing;
    head.identity = link->isEmpty() ? identityOfText(matter->title, date, *text) : identityOfLink(*link);
    return head;
}
