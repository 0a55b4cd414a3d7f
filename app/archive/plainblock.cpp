#include "app/archive/plainblock.h"

#include "app/archive/frontmatterlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

// YAML 1.2, 7.3.3, and stricter: a bare value that begins with a letter or a digit and has no sign inside.
bool isBareValue(QStringView text)
{
    if (text.isEmpty() || !text[0].isLetterOrNumber() || text.back() == u':')
        return false;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        const char16_t next = text[at + 1].unicode();
        if ((text[at] == u':' && next == u' ') || (text[at] == u' ' && next == u'#') || next == u'\t')
            return false;
    }
    return text.compare("null"_L1, Qt::CaseInsensitive) != 0;
}

bool isPlainQuoted(QStringView text)
{
    return text.size() >= 2 && text.front() == u'\'' && text.indexOf(u'\'', 1) == text.size() - 1;
}

bool isPlainFlow(QStringView text)
{
    if (!text.startsWith("['"_L1) || !text.endsWith("']"_L1))
        return false;
    for (const QStringView item : text.sliced(1, text.size() - 2).tokenize(u", ")) {
        if (!isPlainQuoted(item))
            return false;
    }
    return true;
}

// What trimmed() took off: all other white space is text to YAML.
bool isPaddedBySpaces(QStringView text, QStringView trimmed)
{
    const auto isSpace = [](QChar c) { return c == u' '; };
    return std::all_of(text.begin(), trimmed.begin(), isSpace) &&
           std::all_of(trimmed.end(), text.end(), isSpace);
}

QStringView unquoted(QStringView text)
{
    return text.size() >= 2 && text.front() == u'\'' ? text.sliced(1, text.size() - 2) : text;
}

// Judges a block line by line, and keeps what it says as long as that is simple.
class PlainReader final
{
public:
    // False where the line is not plain.
    bool take(QStringView line)
    {
        const QStringView text = line.trimmed();
        if (!isPaddedBySpaces(line, text))
            return false;
        if (text.isEmpty())
            return true;
        const QStringView key = keyOfLine(line, FrontMatterSpan::Kind::Yaml);
        return key.isEmpty() ? takeItem(line, text) : takeKey(line, key);
    }

    bool isSimple() const { return m_isSimple; }
    const PlainFields &fields() const { return m_fields; }

private:
    static constexpr qsizetype noItem = -1;    // no item may stand here
    static constexpr qsizetype firstItem = -2; // the first one of a list may

    struct Field {
        QLatin1StringView key;
        QStringView PlainFields::*value = nullptr;
        PlainFields::List PlainFields::*list = nullptr;
    };

    static const Field *fieldOf(QStringView key)
    {
        static constexpr Field all[] = {
            {"title"_L1, &PlainFields::title, nullptr},
            {"categories"_L1, nullptr, &PlainFields::categories},
            {"category"_L1, nullptr, &PlainFields::category},
            {"author"_L1, &PlainFields::author, nullptr},
            {"authors"_L1, &PlainFields::authors, nullptr},
            {"date"_L1, &PlainFields::date, nullptr},
            {"headimg"_L1, &PlainFields::headimg, nullptr},
            {"thumbnail"_L1, &PlainFields::thumbnail, nullptr},
            {"cover"_L1, &PlainFields::cover, nullptr},
            {"link"_L1, &PlainFields::link, nullptr},
        };
        const auto *const found = std::find_if(std::begin(all), std::end(all), [key](const Field &field) {
            return field.key.size() == key.size() && (key[0].unicode() | 0x20) == field.key[0].unicode() &&
                   key.compare(field.key, Qt::CaseInsensitive) == 0;
        });
        return found == std::end(all) ? nullptr : found;
    }

    bool takeItem(QStringView line, QStringView text)
    {
        const qsizetype dash = line.indexOf(u'-');
        const bool isItem = m_column != noItem && (m_column == firstItem || m_column == dash) &&
                            text.startsWith("- "_L1) && line.first(dash).count(u' ') == dash &&
                            isBareValue(text.sliced(2));
        if (!isItem)
            return false;
        m_column = dash;
        if (m_field && m_field->list)
            (m_fields.*m_field->list).append(text.sliced(2));
        else if (m_field)
            m_isSimple = false;
        return true;
    }

    bool takeKey(QStringView line, QStringView key)
    {
        const QStringView written = line.sliced(key.size() + 1);
        const QStringView value = written.trimmed();
        const bool isPlainKey = line[key.size()] == u':' && (value.isEmpty() || written.front() == u' ');
        if (!isPlainKey || !isPaddedBySpaces(written, value))
            return false;
        const bool isFlow = isPlainFlow(value);
        if (!value.isEmpty() && !isFlow && !isBareValue(value) && !isPlainQuoted(value))
            return false;
        m_column = value.isEmpty() ? firstItem : noItem;
        m_field = fieldOf(key);
        if (m_field)
            keep(value, isFlow);
        // Kelvin's sign is a k in lower case, and the long s is none.
        if (std::any_of(key.begin(), key.end(), [](QChar c) { return c.unicode() >= 0x80; }))
            m_isSimple = false;
        return true;
    }

    void keep(QStringView value, bool isFlow)
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

    void keepFlow(QStringView value)
    {
        if (value.contains(u'"')) { // may separate items as well
            m_isSimple = false;
            return;
        }
        for (const QStringView item : value.sliced(1, value.size() - 2).tokenize(u", "))
            (m_fields.*m_field->list).append(unquoted(item));
    }

    PlainFields m_fields;
    QVarLengthArray<const Field *, 10> m_met;
    const Field *m_field = nullptr; // of the last key; null where Lectern does not read it
    qsizetype m_column = noItem;    // of the list's dashes
    bool m_isSimple = true;
};

// False where a line is not plain.
bool readLines(QStringView block, PlainReader &reader)
{
    for (const QStringView line : block.tokenize(u'\n')) {
        if (!reader.take(line))
            return false;
    }
    return true;
}

}

bool isPlainBlock(QStringView block)
{
    PlainReader reader;
    return readLines(block, reader);
}

std::optional<PlainFields> readPlainBlock(QStringView block)
{
    PlainReader reader;
    return readLines(block, reader) && reader.isSimple() ? std::optional(reader.fields()) : std::nullopt;
}
