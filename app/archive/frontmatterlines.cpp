#include "app/archive/frontmatterlines.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

using Kind = FrontMatterSpan::Kind;
using Lines = QList<QStringView>;

bool isQuote(QChar c)
{
    return c == u'\'' || c == u'"';
}

bool isQuoted(QStringView text)
{
    return text.size() >= 2 && isQuote(text.front()) && text.front() == text.back();
}

// TOML 1.0, "String": the escapes of basic strings.
QString withoutTomlEscapes(QStringView text)
{
    QString plain;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'\\' || at + 1 == text.size()) {
            plain += text[at];
            continue;
        }
        const QChar escape = text[++at];
        const qsizetype digits = escape == u'u' ? 4 : escape == u'U' ? 8 : 0;
        bool ok = false;
        const uint code =
            digits > 0 && at + digits < text.size() ? text.sliced(at + 1, digits).toUInt(&ok, 16) : 0;
        if (ok && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code)) {
            plain += QChar::fromUcs4(code);
            at += digits;
        } else {
            plain += escape == u'n' || escape == u't' ? QChar(u' ') : escape;
        }
    }
    return plain;
}

QString scalar(QStringView text, Kind kind)
{
    text = text.trimmed();
    if (kind == Kind::Toml && text.startsWith("\"\"\""_L1) && text.endsWith("\"\"\""_L1) && text.size() >= 6)
        return withoutTomlEscapes(text.sliced(3, text.size() - 6));
    if (kind == Kind::Toml && text.startsWith("'''"_L1) && text.endsWith("'''"_L1) && text.size() >= 6)
        return text.sliced(3, text.size() - 6).toString();
    if (!isQuoted(text))
        return text.toString();
    const QStringView inner = text.sliced(1, text.size() - 2);
    return kind == Kind::Toml && text.front() == u'"' ? withoutTomlEscapes(inner) : inner.toString();
}

// "[[a, b], c], d]" to "a, b": however deep, and whether or not anybody closes it.
QStringView firstNested(QStringView text)
{
    const qsizetype end = text.indexOf(u']');
    text = text.first(end < 0 ? text.size() : end);
    while (!text.isEmpty() && (text.front() == u'[' || text.front().isSpace()))
        text = text.sliced(1);
    return text.trimmed();
}

// ['a', 'b'], [a, b]. Where every item is quoted, only a comma between two quotes separates: the writer does
// not escape what stands inside.
QStringList flowList(QStringView text, Kind kind)
{
    text = text.trimmed().sliced(1).trimmed();
    if (text.startsWith(u'['))
        text = firstNested(text);
    else if (text.endsWith(u']'))
        text = text.chopped(1).trimmed();
    if (text.endsWith(u','))
        text = text.chopped(1).trimmed();

    QStringList items;
    static const QRegularExpression betweenQuotes(uR"((?<=['"])\s*,\s*(?=['"]))"_s);
    static const QRegularExpression comma(u","_s);
    const QList<QStringView> parts = text.split(isQuoted(text) ? betweenQuotes : comma);
    for (const QStringView part : parts) {
        if (!part.trimmed().isEmpty())
            items << scalar(part, kind);
    }
    return items;
}

// The value of the key in line `at`, and in `next` the first line that is not part of it.
class ValueReader final
{
public:
    ValueReader(const Lines &lines, Kind kind)
        : m_lines(lines)
        , m_kind(kind)
    {
    }

    QStringList read(qsizetype at, QStringView value, qsizetype &next) const
    {
        const QStringView text = value.trimmed();
        next = at + 1;
        if (text.startsWith(u'['))
            return flow(text, next);
        if (m_kind == Kind::Toml)
            return {scalar(text, m_kind)};
        if (text.isEmpty() || text.startsWith(u'#'))
            return blockList(next);
        QStringList parts;
        if (!isBlockMark(text))
            parts << text.toString();
        for (; next < m_lines.size() && isContinuation(m_lines[next]); ++next)
            parts << m_lines[next].trimmed().toString();
        return {scalar(parts.join(u' '), m_kind)};
    }

private:
    // | and > with their chomping and indentation (YAML 1.2, 8.1).
    static bool isBlockMark(QStringView text)
    {
        return !text.isEmpty() && (text[0] == u'|' || text[0] == u'>') && text.size() <= 3;
    }

    static bool isContinuation(QStringView line)
    {
        return !line.isEmpty() && (line[0] == u' ' || line[0] == u'\t') && !line.trimmed().isEmpty();
    }

    QStringList flow(QStringView first, qsizetype &next) const
    {
        QString text = first.toString();
        const qsizetype limit = std::min(m_lines.size(), next + 64);
        while (!text.trimmed().endsWith(u']') && next < limit && !isKeyLine(m_lines[next], m_kind))
            text += u' ' + m_lines[next++].toString();
        return flowList(text, m_kind);
    }

    // " - a" lines; "- - a" starts a path inside the list, and the second such path is no part of the first.
    QStringList blockList(qsizetype &next) const
    {
        QStringList items;
        int paths = 0;
        for (; next < m_lines.size() && !isKeyLine(m_lines[next], m_kind); ++next) {
            QStringView item = m_lines[next].trimmed();
            int dashes = 0;
            for (; item.startsWith(u'-') && (item.size() == 1 || item[1].isSpace()); ++dashes)
                item = item.sliced(1).trimmed();
            paths += dashes > 1 ? 1 : 0;
            if (paths > 1 || item.isEmpty())
                continue;
            if (dashes > 0 && item.startsWith(u'['))
                return flowList(item, m_kind);
            if (dashes > 0 || items.isEmpty())
                items << scalar(item, m_kind);
        }
        return items;
    }

    const Lines &m_lines;
    Kind m_kind;
};

Lines linesOf(QStringView block)
{
    return block.split(u'\n');
}

QStringView valueOfLine(QStringView line, QStringView key)
{
    const qsizetype separator = line.indexOf(line.sliced(key.size()).trimmed().front(), key.size());
    return line.sliced(separator + 1);
}

// A key of the writer, or of any theme: what ends a quoted title once its quote is closed.
bool closesTitle(QStringView collected)
{
    const QStringView text = collected.trimmed();
    return text.isEmpty() || !isQuote(text.front()) || isQuoted(text);
}

// The lines after the title's first that still belong to it end before line number...
qsizetype endOfTitle(const Lines &lines, qsizetype first, QStringView value)
{
    QString collected = value.toString();
    qsizetype firstKnownKey = lines.size();
    for (qsizetype at = first + 1; at < lines.size(); ++at) {
        const QStringView key = keyOfLine(lines[at], Kind::Yaml);
        if (!key.isEmpty() && closesTitle(collected))
            return at;
        if (!key.isEmpty() && isReadField(key.toString().toLower()))
            firstKnownKey = std::min(firstKnownKey, at);
        collected += u'\n' + lines[at].toString();
    }
    return closesTitle(collected) ? lines.size() : firstKnownKey;
}

} // namespace

bool isReadField(QStringView key)
{
    static constexpr QLatin1StringView fields[] = {
        "title"_L1, "categories"_L1, "category"_L1,  "author"_L1, "authors"_L1,
        "date"_L1,  "headimg"_L1,    "thumbnail"_L1, "cover"_L1,  "link"_L1};
    return std::any_of(std::begin(fields), std::end(fields),
                       [key](QLatin1StringView field) { return key == field; });
}

QStringView keyOfLine(QStringView line, Kind kind)
{
    if (kind == Kind::Toml)
        line = line.trimmed();
    qsizetype length = 0;
    while (length < line.size() &&
           (line[length].isLetterOrNumber() || line[length] == u'_' || line[length] == u'-'))
        ++length;
    if (length == 0 || line[0] == u'-')
        return {};
    const QStringView rest = line.sliced(length).trimmed();
    if (kind == Kind::Toml)
        return rest.startsWith(u'=') ? line.first(length) : QStringView();
    const bool isKey = rest.startsWith(u':') && (rest.size() == 1 || rest[1].isSpace() || isQuote(rest[1]));
    return isKey ? line.first(length) : QStringView();
}

FrontMatterFields readFieldsByLine(QStringView block, Kind kind)
{
    const Lines lines = linesOf(block);
    const ValueReader reader(lines, kind);
    FrontMatterFields fields;
    for (qsizetype at = 0, next = 0; at < lines.size(); at = next) {
        next = at + 1;
        const QStringView key = keyOfLine(lines[at], kind);
        const QString name = key.toString().toLower();
        if (key.isEmpty() || !isReadField(name) || !fields.value(name).isEmpty())
            continue;
        const QStringView value = valueOfLine(lines[at], key);
        if (kind == Kind::Yaml && name == "title"_L1)
            next = endOfTitle(lines, at, value);
        else
            fields[name] = reader.read(at, value, next);
        if (kind == Kind::Yaml && name == "title"_L1)
            fields[name] = {scalar(rawTitle(block), kind)};
    }
    return fields;
}

QString rawTitle(QStringView block)
{
    const Lines lines = linesOf(block);
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QStringView key = keyOfLine(lines[at], Kind::Yaml);
        if (key.compare("title"_L1, Qt::CaseInsensitive) != 0)
            continue;
        const QStringView value = valueOfLine(lines[at], key);
        const qsizetype end = endOfTitle(lines, at, value);
        const QStringView last = end > at + 1 ? lines[end - 1] : value;
        return QStringView(value.data(), last.data() + last.size()).trimmed().toString();
    }
    return {};
}
