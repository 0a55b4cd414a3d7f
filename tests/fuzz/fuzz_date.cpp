#include "app/archive/articledate.h"
#include "tests/fuzz/fuzzing.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size)).remove(QChar(0)); // as decoded text
    if (const std::optional<QDateTime> date = parseArticleDate(text)) {
        require(date->isValid(), u"invalid"_s);
        require(std::abs(date->offsetFromUtc()) <= 14 * 3600, u"offset %1"_s.arg(date->offsetFromUtc()));
        require(date->date().year() >= 1 && date->date().year() <= 9999,
                u"year %1"_s.arg(date->date().year()));
        // What it says in ISO 8601 is the same moment.
        const std::optional<QDateTime> again = parseArticleDate(date->toString(Qt::ISODate));
        require(again && std::abs(again->msecsTo(*date)) < 1000, date->toString(Qt::ISODate));
    }
    // A space more, and the patterns read what the forms of the generators were read without.
    if (const qsizetype space = text.indexOf(u' '); space > 0 && text.trimmed().size() < 99) {
        const QString wider = QString(text).insert(space, u' ');
        const std::optional<QDateTime> date = parseArticleDate(text);
        const std::optional<QDateTime> other = parseArticleDate(wider);
        require(date.has_value() == other.has_value() &&
                    (!date || (*date == *other && date->offsetFromUtc() == other->offsetFromUtc())),
                u"wider: "_s + text);
    }
    if (const std::optional<QDateTime> date = dateFromFileName(text))
        require(date->isValid() && date->offsetFromUtc() == 8 * 3600, u"name"_s);
    return 0;
}
