#include "app/archive/plainblock.h"

#include "app/archive/utf8text.h"

#include <algorithm>
#include <cstring>
#include <string_view>

using namespace Qt::StringLiterals;

namespace
{

bool isLetterOrDigit(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// In any writing.
bool isLetterOrNumberAt(QByteArrayView utf8, qsizetype at)
{
    const char c = utf8[at];
    return static_cast<uchar>(c) < 0x80 ? isLetterOrDigit(c) : utf8Character(utf8, at).isLetterOrNumber();
}

// Letters, digits, '_' and '-' at the start of a line; see keyOfLine().
qsizetype keyLength(QByteArrayView line)
{
    qsizetype length = 0;
    while (length < line.size() &&
           (line[length] == '_' || line[length] == '-' || isLetterOrNumberAt(line, length)))
        length += utf8Length(line[length]);
    return length > 0 && line[0] == '-' ? 0 : length;
}

std::string_view characters(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<size_t>(bytes.size())};
}

bool isNull(QByteArrayView text)
{
    return text.size() == 4 && qstrnicmp(text.data(), text.size(), "null", 4) == 0;
}

// YAML 1.2, 7.3.3, and stricter: a bare value that begins with a letter or a digit and has no sign inside.
bool isBareValue(QByteArrayView text)
{
    if (text.isEmpty() || !isLetterOrNumberAt(text, 0) || text.back() == ':' || isNull(text))
        return false;
    const std::string_view all = characters(text);
    return all.find('\t') == all.npos && all.find(": ") == all.npos && all.find(" #") == all.npos;
}

bool isPlainQuoted(QByteArrayView text)
{
    return text.size() >= 2 && text.front() == '\'' && text.indexOf('\'', 1) == text.size() - 1;
}

// The items of "['a', 'b']", quotes and all; false as soon as `take` says so.
template <typename Take>
bool eachFlowItem(QByteArrayView flow, Take take)
{
    QByteArrayView rest = flow.sliced(1, flow.size() - 2);
    for (;;) {
        const size_t comma = characters(rest).find(", ");
        const bool isLast = comma == std::string_view::npos;
        if (!take(isLast ? rest : rest.first(static_cast<qsizetype>(comma))))
            return false;
        if (isLast)
            return true;
        rest = rest.sliced(static_cast<qsizetype>(comma) + 2);
    }
}

bool isPlainFlow(QByteArrayView text)
{
    return text.startsWith("['") && text.endsWith("']") && text.size() > 3 &&
           eachFlowItem(text, isPlainQuoted);
}

// `inside` has no spaces around it. Any other white space there would be text to YAML and none to us.
bool isSpaceAround(QByteArrayView inside)
{
    return !inside.isEmpty() && (utf8Character(inside, 0).isSpace() || lastUtf8Character(inside).isSpace());
}

QByteArrayView unquoted(QByteArrayView text)
{
    return text.size() >= 2 && text.front() == '\'' ? text.sliced(1, text.size() - 2) : text;
}

// Judges a block line by line, and keeps what it says as long as that is simple.
class PlainReader final
{
public:
    // False where the line is not plain.
    bool take(QByteArrayView line)
    {
        const QByteArrayView text = withoutSpaces(line);
        if (isSpaceAround(text))
            return false;
        if (text.isEmpty())
            return true;
        const qsizetype length = keyLength(line);
        return length == 0 ? takeItem(line, text) : takeKey(line, length);
    }

    bool isSimple() const { return m_isSimple; }
    const PlainFields &fields() const { return m_fields; }

private:
    static constexpr qsizetype noItem = -1;    // no item may stand here
    static constexpr qsizetype firstItem = -2; // the first one of a list may

    struct Field {
        QByteArrayView key;
        QByteArrayView PlainFields::*value = nullptr;
        PlainFields::List PlainFields::*list = nullptr;
    };

    static const Field *fieldOf(QByteArrayView key)
    {
        static constexpr Field all[] = {
            {"title", &PlainFields::title, nullptr},       {"categories", nullptr, &PlainFields::categories},
            {"category", nullptr, &PlainFields::category}, {"author", &PlainFields::author, nullptr},
            {"authors", &PlainFields::authors, nullptr},   {"date", &PlainFields::date, nullptr},
            {"headimg", &PlainFields::headimg, nullptr},   {"thumbnail", &PlainFields::thumbnail, nullptr},
            {"cover", &PlainFields::cover, nullptr},       {"link", &PlainFields::link, nullptr},
        };
        const auto *const found = std::find_if(std::begin(all), std::end(all), [key](const Field &field) {
            return field.key.size() == key.size() && (key[0] | 0x20) == field.key[0] &&
                   qstrnicmp(key.data(), key.size(), field.key.data(), field.key.size()) == 0;
        });
        return found == std::end(all) ? nullptr : found;
    }

    bool takeItem(QByteArrayView line, QByteArrayView text)
    {
        const qsizetype dash = text.data() - line.data(); // there are but spaces in front of it
        const bool isItem = m_column != noItem && (m_column == firstItem || m_column == dash) &&
                            text.startsWith("- ") && isBareValue(text.sliced(2));
        if (!isItem)
            return false;
        m_column = dash;
        if (m_field && m_field->list)
            (m_fields.*m_field->list).append(text.sliced(2));
        else if (m_field)
            m_isSimple = false;
        return true;
    }

    bool takeKey(QByteArrayView line, qsizetype length)
    {
        if (length == line.size() || line[length] != ':')
            return false;
        const QByteArrayView key = line.first(length);
        const QByteArrayView written = line.sliced(length + 1);
        const QByteArrayView value = withoutSpaces(written);
        if (isSpaceAround(value) || (!value.isEmpty() && written.front() != ' '))
            return false;
        const bool isFlow = isPlainFlow(value);
        if (!value.isEmpty() && !isFlow && !isBareValue(value) && !isPlainQuoted(value))
            return false;
        m_column = value.isEmpty() ? firstItem : noItem;
        m_field = fieldOf(key);
        if (m_field)
            keep(value, isFlow);
        // Kelvin's sign is a k in lower case, and the long s is none.
        if (std::any_of(key.begin(), key.end(), [](char c) { return static_cast<uchar>(c) >= 0x80; }))
            m_isSimple = false;
        return true;
    }

    void keep(QByteArrayView value, bool isFlow)
    {
        if (m_met.contains(m_field)) {
            m_isSimple = false;
            return;
        }
        m_met.append(m_field);
        if (m_field->value && isFlow)
            m_isSimple = false;
        else if (m_field->value)
            m_fields.*m_field->value = unquoted(value);
        else if (isFlow)
            keepFlow(value);
        else if (!value.isEmpty())
            (m_fields.*m_field->list).append(unquoted(value));
    }

    void keepFlow(QByteArrayView value)
    {
        if (value.contains('"')) { // may separate items as well
            m_isSimple = false;
            return;
        }
        eachFlowItem(value, [this](QByteArrayView item) {
            (m_fields.*m_field->list).append(unquoted(item));
            return true;
        });
    }

    PlainFields m_fields;
    QVarLengthArray<const Field *, 10> m_met;
    const Field *m_field = nullptr; // of the last key; null where Lectern does not read it
    qsizetype m_column = noItem;    // of the list's dashes
    bool m_isSimple = true;
};

// False where a line is not plain.
bool readLines(QByteArrayView block, PlainReader &reader)
{
    for (qsizetype at = 0; at <= block.size();) {
        const void *newline = std::memchr(block.data() + at, '\n', static_cast<size_t>(block.size() - at));
        const qsizetype end = newline ? static_cast<const char *>(newline) - block.data() : block.size();
        if (!reader.take(block.sliced(at, end - at)))
            return false;
        at = end + 1;
    }
    return true;
}

}

bool isPlainBlock(QByteArrayView block)
{
    PlainReader reader;
    return readLines(block, reader);
}

std::optional<PlainFields> readPlainBlock(QByteArrayView block)
{
    PlainReader reader;
    return readLines(block, reader) && reader.isSimple() ? std::optional(reader.fields()) : std::nullopt;
}
