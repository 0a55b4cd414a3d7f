#include "app/archive/frontmatterspan.h"

#include "app/archive/frontmatterlines.h"

#include <algorithm>
#include <string_view>

namespace
{

// One line from `begin` on: [begin, end), the next one starts at `next`. `isOpen` where the text stops before
// the line does.
struct Line {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype next = 0;
    bool isOpen = false;
};

Line lineAt(QStringView text, qsizetype begin)
{
    const qsizetype newline = text.indexOf(u'\n', begin);
    return newline < 0 ? Line{begin, text.size(), text.size(), true}
                       : Line{begin, newline, newline + 1, false};
}

bool isMark(QStringView line, QChar character)
{
    return line.size() >= 3 && line[0] == character && line[1] == character && line[2] == character &&
           line.sliced(3).trimmed().isEmpty();
}

bool hasKey(QStringView block, FrontMatterSpan::Kind kind)
{
    for (qsizetype at = 0; at < block.size();) {
        const Line line = lineAt(block, at);
        if (isKeyLine(block.sliced(line.begin, line.end - line.begin), kind))
            return true;
        at = line.next;
    }
    return false;
}

FrontMatterSpan withoutClosingMark(QStringView text, FrontMatterSpan span)
{
    qsizetype at = span.begin;
    while (at < text.size()) {
        const Line line = lineAt(text, at);
        if (text.sliced(line.begin, line.end - line.begin).trimmed().isEmpty())
            break;
        at = line.next;
    }
    span.end = at;
    span.body = at;
    span.state = hasKey(text.sliced(span.begin, span.end - span.begin), span.kind)
                     ? FrontMatterSpan::State::Unclosed
                     : FrontMatterSpan::State::Absent;
    return span.state == FrontMatterSpan::State::Absent ? FrontMatterSpan() : span;
}

FrontMatterSpan closedBy(QStringView text, FrontMatterSpan span, const Line &mark)
{
    span.end = mark.begin;
    span.body = mark.next;
    const QStringView block = text.sliced(span.begin, span.end - span.begin);
    if (!block.trimmed().isEmpty() && !hasKey(block, span.kind))
        return {};
    span.state = FrontMatterSpan::State::Closed;
    return span;
}

} // namespace

FrontMatterSpan findFrontMatter(QStringView text, bool whole)
{
    const bool isLimited = text.size() > longestFrontMatter;
    const bool canGrow = !whole && !isLimited;
    text.truncate(std::min(text.size(), longestFrontMatter));
    FrontMatterSpan undecided;
    undecided.state = FrontMatterSpan::State::Undecided;

    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace())
        ++at;
    // The mark stands at the start of its line; white space in front of it is none.
    const qsizetype opening = at == 0 ? 0 : text.lastIndexOf(u'\n', at - 1) + 1;
    const Line first = lineAt(text, opening);
    if (first.isOpen && canGrow)
        return undecided;
    const QStringView openingLine = text.sliced(first.begin, first.end - first.begin);
    const bool isYaml = isMark(openingLine, u'-');
    if (!isYaml && !isMark(openingLine, u'+'))
        return {};

    FrontMatterSpan span;
    span.kind = isYaml ? FrontMatterSpan::Kind::Yaml : FrontMatterSpan::Kind::Toml;
    span.begin = first.next;
    for (at = first.next; at < text.size();) {
        const Line line = lineAt(text, at);
        if (line.isOpen && canGrow)
            return undecided;
        if (isMark(text.sliced(line.begin, line.end - line.begin), isYaml ? u'-' : u'+'))
            return closedBy(text, span, line);
        at = line.next;
    }
    return canGrow ? undecided : withoutClosingMark(text, span);
}

std::optional<MarkedBlock> findMarkedBlock(QByteArrayView start)
{
    constexpr std::string_view mark = "---\n";
    constexpr std::string_view lineStart = "\n---";
    const auto *const first = std::find_if(start.begin(), start.end(), [](char c) { return c != '\n'; });
    start = start.sliced(first - start.begin());
    const std::string_view text(start.data(), static_cast<size_t>(start.size()));
    if (!text.starts_with(mark))
        return std::nullopt;
    const size_t end = text.find(lineStart, mark.size() - 1);
    if (end == text.npos || !text.substr(end + 1).starts_with(mark))
        return std::nullopt;
    const auto begin = static_cast<qsizetype>(mark.size());
    const auto closing = static_cast<qsizetype>(end) + 1;
    return MarkedBlock{start.sliced(begin, closing - begin), start.sliced(closing + begin)};
}
