#include "app/archive/articlereader.h"

#include "app/archive/archivefile.h"
#include "app/archive/archivefolder.h"
#include "app/archive/articlebody.h"
#include "app/archive/articledate.h"
#include "app/archive/articlepath.h"
#include "app/archive/articletext.h"
#include "app/archive/fileopener.h"
#include "app/archive/frontmatter.h"
#include "app/archive/hexotag.h"
#include "app/archive/identity.h"
#include "app/archive/plainhead.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{

const Problems neverOpened =
    Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge | Problem::LinkLoop;

struct HeadAndBody {
    ArticleHead head;
    qsizetype bodyBegin = 0;
};

FrontMatterSpan spanOf(ArticleText &source)
{
    FrontMatterSpan span = findFrontMatter(source.text(), source.isWhole());
    while (span.state == FrontMatterSpan::State::Undecided) {
        source.readMore();
        span = findFrontMatter(source.text(), source.isWhole());
    }
    return span;
}

Problem problemOf(FrontMatterSpan::State state)
{
    if (state == FrontMatterSpan::State::Absent)
        return Problem::FrontMatterMissing;
    return state == FrontMatterSpan::State::Unclosed ? Problem::FrontMatterUnclosed : Problem::None;
}

void guessTitle(ArticleText &source, qsizetype bodyBegin, ArticleHead &head)
{
    while (!source.isWhole() && source.text().size() - bodyBegin < headingWindow)
        source.readMore();
    const QStringView start = source.text().sliced(bodyBegin).left(headingWindow);
    const QString title = isHtmlPath(head.path) ? htmlTitle(start) : QString();
    head.title = title.isEmpty() ? firstHeading(start) : title;
    if (head.title.isEmpty())
        head.title = titleFromPath(head.path);
    head.problems |= Problem::TitleMissing;
}

void guessDate(const FileEntry &entry, ArticleHead &head)
{
    const std::optional<QDateTime> named = dateFromPath(entry.path);
    head.date = named ? *named : QDateTime::fromMSecsSinceEpoch(entry.modified, Qt::UTC);
}

// All that a front matter says. `date` is what it says of that, if anything.
ArticleHead headOf(const FrontMatter &matter, const std::optional<QDateTime> &date, const FileEntry &entry)
{
    ArticleHead head;
    head.path = entry.path;
    head.problems = entry.problems | matter.problems;
    head.title = matter.title;
    head.categories = matter.categories;
    if (head.categories.isEmpty()) {
        head.categories = categoriesFromPath(entry.path);
        head.problems |= Problem::CategoriesMissing;
    }
    head.author = matter.author;
    head.headImage = matter.headImage;
    head.originalLink = matter.originalLink;
    if (date) {
        head.date = *date;
        return head;
    }
    guessDate(entry, head);
    head.problems |= matter.date.isEmpty() ? Problem::DateMissing : Problem::DateUnreadable;
    return head;
}

QString trailingLink(const ArticleText &source)
{
    const QString tail = source.tagTail(linkTagTail);
    std::optional<LinkTag> tag = findTrailingLinkTag(tail);
    if (!tag && endsInsideTag(tail))
        tag = findTrailingLinkTag(source.tagTail(longLinkTagTail));
    return tag ? tag->url : QString();
}

Identity identityOf(ArticleText &source, qsizetype bodyBegin, const std::optional<QDateTime> &date,
                    const ArticleHead &head)
{
    const QString link = head.originalLink.trimmed();
    if (!link.isEmpty())
        return identityOfLink(link.toUtf8());
    const auto folded = [&] {
        return foldedText(source.text().sliced(bodyBegin), identityTextLength, source.isWhole());
    };
    std::optional<QString> text = folded();
    for (; !text; text = folded())
        source.readMore();
    return identityOfText(head.title.toUtf8(), date, text->toUtf8());
}

// One way for a head and for a whole article: what either sees must never depend on how much was read.
HeadAndBody readHead(ArticleText &source, const FileEntry &entry)
{
    const FrontMatterSpan span = spanOf(source);
    const FrontMatter matter =
        parseFrontMatter(source.text().sliced(span.begin, span.end - span.begin), span.kind);
    const std::optional<QDateTime> date = parseArticleDate(matter.date);
    HeadAndBody result{headOf(matter, date, entry), span.body};
    ArticleHead &head = result.head;
    head.problems |= problemOf(span.state);
    if (head.title.isEmpty())
        guessTitle(source, span.body, head);
    if (head.originalLink.isEmpty())
        head.originalLink = trailingLink(source);
    head.identity = identityOf(source, span.body, date, head);
    head.problems |= source.problems();
    return result;
}

ArticleHead unreadHead(const FileEntry &entry, Problems reason)
{
    ArticleHead head;
    head.path = entry.path;
    head.title = titleFromPath(entry.path);
    head.categories = categoriesFromPath(entry.path);
    guessDate(entry, head);
    head.problems =
        entry.problems | reason | Problem::TitleMissing | Problem::DateMissing | Problem::CategoriesMissing;
    head.identity = articleIdentity({}, displayPath(entry.path), {}, {});
    return head;
}

// As a walk would have met it; one that has vanished is a path and nothing else.
FileEntry lookedAt(const QByteArray &root, const QByteArray &path)
{
    const qsizetype name = path.lastIndexOf('/') + 1;
    FileEntry entry = listArchiveFile(root + '/' + path.left(name), path.mid(name)).value_or(FileEntry());
    entry.path = path;
    return entry;
}

// The body without the trailing link tag, where trailingLink() found one.
QString bodyOf(const ArticleText &source, qsizetype begin)
{
    QString body = source.text().sliced(begin).toString();
    const std::optional<LinkTag> tag =
        trailingLink(source).isEmpty() ? std::nullopt : findTrailingLinkTag(body);
    return tag ? body.remove(tag->begin, tag->end - tag->begin) : body;
}

Article wholeArticle(ArticleText &source, const FileEntry &entry)
{
    const HeadAndBody read = readHead(source, entry);
    Article article;
    article.head = read.head;
    article.body = bodyOf(source, read.bodyBegin);
    article.format = isHtmlPath(entry.path) ? BodyFormat::Html : bodyFormat(article.body);
    return article;
}

// Of a file that was opened; `entry` tells of the same.
PackedHead packedHeadOf(ArchiveFile &file, const FileEntry &entry)
{
    std::array<char, encodingBlock> buffer; // most are read no further, but for their end
    std::array<char, linkTagTail> tail;
    const QByteArrayView start = file.readInto(buffer, 0);
    const bool isWhole = start.size() < encodingBlock || file.size() == encodingBlock;
    const auto lastBytes = [&] {
        return isWhole ? start.last(std::min(start.size(), linkTagTail))
                       : file.readInto(tail, std::max<qint64>(0, file.size() - linkTagTail));
    };
    if (const std::optional<PackedHead> plain = readPlainHead(start, isWhole, entry, lastBytes))
        return *plain;
    ArticleText source(file, start);
    return PackedHead(readHead(source, entry).head);
}

} // namespace

ArticleHead readArticleHead(const QByteArray &root, const FileEntry &entry)
{
    if (entry.problems & neverOpened)
        return unreadHead(entry, Problem::None);
    ArchiveFile file;
    const Problem problem = file.openListed(root, entry.path, nullptr);
    if (problem != Problem::None)
        return unreadHead(entry, problem);
    ArticleText source(file, file.read(0, encodingBlock));
    const ArticleHead head = readHead(source, entry).head;
    return file.readError().isEmpty() ? head : unreadHead(entry, Problem::Unreadable);
}

PackedHead readPackedHead(FileOpener &opener, FileEntry &entry)
{
    if (entry.problems & neverOpened)
        return PackedHead(unreadHead(entry, Problem::None));
    ArchiveFile file;
    Problem problem = file.openListed(opener, entry.path, nullptr);
    if (entry.size == FileEntry::unknownSize)
        entry = problem == Problem::None
                    ? FileEntry{entry.path, file.size(), file.modified(), file.inode(), {}}
                    : lookedAt(opener.root(), entry.path);
    if (problem == Problem::None) {
        const PackedHead head = packedHeadOf(file, entry);
        if (file.readError().isEmpty())
            return head;
        problem = Problem::Unreadable;
    }
    return PackedHead(unreadHead(entry, entry.problems & neverOpened ? Problem::None : problem));
}

std::optional<Article> readArticle(const QByteArray &root, const QByteArray &path, QString *error)
{
    ArchiveFile file;
    if (file.open(root, path, error) != Problem::None)
        return std::nullopt;
    FileEntry entry;
    entry.path = path;
    entry.size = file.size();
    entry.modified = file.modified();
    const QByteArray bytes = file.read(0, file.size());
    if (!file.readError().isEmpty()) {
        if (error)
            *error = file.readError();
        return std::nullopt;
    }
    return parseArticle(bytes, entry);
}

Article parseArticle(const QByteArray &bytes, const FileEntry &entry)
{
    ArticleText source(bytes);
    return wholeArticle(source, entry);
}
