#include "app/archive/articledate.h"

#include <QLatin1StringView>
#include <QRegularExpression>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace
{

constexpr int chinaOffset = 8 * 3600;    // seconds
constexpr int largestOffset = 14 * 3600; // seconds; Kiribati has +14:00
constexpr qsizetype longestDate = 100;   // characters; JavaScript's with a long zone name has about 65

// The clock part and the zone, shared by all forms. "16:30-:00" was seen: a dash strayed in.
const QString clockPattern =
    uR"((?<hour>\d{1,2}):(?<minute>\d{1,2})(?:-?:(?<second>\d{1,2}))?(?:[.,](?<fraction>\d{1,9}))?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?)"_s;
const QString zonePattern =
    uR"(\s*(?<zone>[A-Za-z]{1,5})?\s*(?:(?<sign>[+\-−])(?<zoneHour>\d{1,2}):?(?<zoneMinute>\d{2})?(?::\d{2})?(?:\s+[A-Za-z]{2,5})?)?\s*(?:\(.*\)|\[.*\])?)"_s;

QRegularExpression pattern(const QString &day, const QString &rest)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(day + rest),
                              QRegularExpression::CaseInsensitiveOption);
}

// In the order in which they are met most often.
const QRegularExpression &datePattern(int form)
{
    static const QString weekday = uR"((?:[a-z]{2,9}\.?,?\s+)?)"_s;
    static const QString optionalClock =
        u"(?:(?:T|[\\s,]+|\\s+at\\s+)"_s + clockPattern + u")?"_s + zonePattern;
    static const QRegularExpression patterns[] = {
        pattern(uR"((?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2}))"_s, optionalClock),
        pattern(
            weekday +
                uR"((?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<name>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4}|\d{2}))"_s,
            optionalClock),
        pattern(weekday + uR"((?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4}))"_s,
                optionalClock),
        pattern(weekday + uR"((?<name>[a-z]{3,9})\s+(?<day>\d{1,2})\s+)"_s,
                clockPattern + zonePattern + uR"(\s+(?<year>\d{4}))"_s),
        pattern(uR"((?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日?\s*)"_s,
                u"(?:"_s + clockPattern + u")?"_s + zonePattern),
        pattern(uR"((?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2}))"_s,
                uR"((?:T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?)?)"_s + zonePattern),
    };
    return patterns[form];
}
constexpr int formCount = 6;

int monthFromName(QStringView name)
{
    static constexpr QLatin1StringView names[] = {"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                                                  "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
    for (int month = 0; month < 12; ++month) {
        if (name.startsWith(names[month], Qt::CaseInsensitive))
            return month + 1;
    }
    return 0;
}

// RFC 822, 5.1, and the names that Asian and European feeds use. The military letters mean UTC, because RFC
// 2822 found that nobody had used them rightly.
std::optional<int> hoursOfZone(QStringView name)
{
    struct Zone {
        QLatin1StringView name;
        int hours;
    };
    static constexpr Zone zones[] = {
        {"z"_L1, 0},     {"gmt"_L1, 0},  {"utc"_L1, 0},  {"ut"_L1, 0},   {"est"_L1, -5}, {"edt"_L1, -4},
        {"cst"_L1, -6},  {"cdt"_L1, -5}, {"mst"_L1, -7}, {"mdt"_L1, -6}, {"pst"_L1, -8}, {"pdt"_L1, -7},
        {"wet"_L1, 0},   {"west"_L1, 1}, {"bst"_L1, 1},  {"cet"_L1, 1},  {"cest"_L1, 2}, {"eet"_L1, 2},
        {"eest"_L1, 3},  {"msk"_L1, 3},  {"hkt"_L1, 8},  {"sgt"_L1, 8},  {"jst"_L1, 9},  {"kst"_L1, 9},
        {"aest"_L1, 10}, {"aedt"_L1, 11}};
    for (const Zone &zone : zones) {
        if (name.compare(zone.name, Qt::CaseInsensitive) == 0)
            return zone.hours;
    }
    return name.size() == 1 ? std::optional(0) : std::nullopt;
}

// Seconds east of Greenwich; China's where nothing possible is written.
int offsetOf(const QRegularExpressionMatch &match)
{
    const QString sign = match.captured(u"sign"_s);
    if (sign.isEmpty()) {
        const std::optional<int> hours = hoursOfZone(match.capturedView(u"zone"_s));
        return match.capturedView(u"zone"_s).isEmpty() || !hours ? chinaOffset : *hours * 3600;
    }
    const int hours = match.capturedView(u"zoneHour"_s).toInt();
    const int minutes = match.capturedView(u"zoneMinute"_s).toInt();
    const int offset = (hours * 60 + minutes) * 60;
    if (minutes > 59 || offset > largestOffset)
        return chinaOffset;
    return sign == "+"_L1 ? offset : -offset;
}

QDateTime atOffset(QDate date, QTime time, int offset)
{
    return offset == 0 ? QDateTime(date, time, Qt::UTC) : QDateTime(date, time, Qt::OffsetFromUTC, offset);
}

QDate dayOf(const QRegularExpressionMatch &match)
{
    int year = match.capturedView(u"year"_s).toInt();
    if (match.capturedLength(u"year"_s) == 2)
        year += year < 50 ? 2000 : 1900; // RFC 2822, 4.3
    const QString name = match.captured(u"name"_s);
    const int month = name.isEmpty() ? match.capturedView(u"month"_s).toInt() : monthFromName(name);
    return year > 1 ? QDate(year, month, match.capturedView(u"day"_s).toInt()) : QDate();
}

std::optional<QDateTime> dateOf(const QRegularExpressionMatch &match)
{
    const QDate day = dayOf(match);
    int hour = match.capturedView(u"hour"_s).toInt();
    const QString half = match.captured(u"half"_s).toLower();
    if (!half.isEmpty() && hour <= 12)
        hour = hour % 12 + (half == "p"_L1 ? 12 : 0);
    const int second = std::min(match.capturedView(u"second"_s).toInt(), 59); // a leap second is no error
    const int milliseconds = match.captured(u"fraction"_s).leftJustified(3, u'0').left(3).toInt();
    const bool isMidnightAfter = hour == 24 && match.capturedView(u"minute"_s).toInt() == 0;
    const QTime time(isMidnightAfter ? 0 : hour, match.capturedView(u"minute"_s).toInt(), second,
                     milliseconds);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return atOffset(isMidnightAfter ? day.addDays(1) : day, time, offsetOf(match));
}

// Ten digits are seconds, thirteen are milliseconds: the years 2001 to 2286.
std::optional<QDateTime> dateFromEpoch(QStringView digits)
{
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    if (!ok || number <= 0 || (digits.size() != 10 && digits.size() != 13))
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(digits.size() == 10 ? number * 1000 : number, Qt::UTC);
}

// Whether the text has this form, in which 0 stands for a digit, a for a letter and all else for itself.
bool hasForm(QStringView text, QLatin1StringView form)
{
    const auto fits = [](QChar written, char expected) {
        const char16_t c = written.unicode();
        if (expected == '0')
            return c >= u'0' && c <= u'9';
        return expected == 'a' ? (c | 0x20) >= u'a' && (c | 0x20) <= u'z' : written == QLatin1Char(expected);
    };
    return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), fits);
}

int numberAt(QStringView text, qsizetype begin, int digits)
{
    int number = 0;
    for (const QChar digit : text.sliced(begin, digits))
        number = 10 * number + digit.unicode() - u'0';
    return number;
}

// What the patterns below make of the three forms that both generators write, without them: they take ten
// times as long. nullopt for all else, and for what needs a second thought.
std::optional<QDateTime> generatedDate(QStringView text)
{
    const bool isUtc = hasForm(text, "0000-00-00T00:00:00.000Z"_L1);
    const bool isMail = hasForm(text, "aaa, 00 aaa 0000 00:00:00 GMT"_L1);
    if (!isUtc && !isMail && !hasForm(text, "0000-00-00 00:00:00"_L1))
        return std::nullopt;
    const int year = numberAt(text, isMail ? 12 : 0, 4);
    const int month = isMail ? monthFromName(text.sliced(8, 3)) : numberAt(text, 5, 2);
    const QDate day(year, month, numberAt(text, isMail ? 5 : 8, 2));
    const qsizetype clock = isMail ? 17 : 11;
    const QTime time(numberAt(text, clock, 2), numberAt(text, clock + 3, 2), numberAt(text, clock + 6, 2),
                     isUtc ? numberAt(text, 20, 3) : 0);
    if (year <= 1 || !day.isValid() || !time.isValid())
        return std::nullopt;
    return atOffset(day, time, isUtc || isMail ? 0 : chinaOffset);
}

QStringView withoutQuotes(QStringView text)
{
    text = text.trimmed();
    while (text.size() >= 2 && (text.front() == u'\'' || text.front() == u'"') && text.front() == text.back())
        text = text.sliced(1, text.size() - 2).trimmed();
    return text;
}

} // namespace

std::optional<QDateTime> parseArticleDate(QStringView written)
{
    const QStringView text = withoutQuotes(written);
    if (text.isEmpty() || text.size() > longestDate)
        return std::nullopt;
    if (const std::optional<QDateTime> date = generatedDate(text))
        return date;
    for (int form = 0; form < formCount; ++form) {
        const QRegularExpressionMatch match = datePattern(form).match(text);
        if (match.hasMatch())
            return dateOf(match);
    }
    return dateFromEpoch(text);
}

std::optional<QDateTime> dateFromFileName(QStringView name)
{
    static const QRegularExpression prefix(uR"(^(\d{4})-(\d{1,2})-(\d{1,2})-)"_s);
    const QRegularExpressionMatch match = prefix.match(name);
    const QDate day(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                    match.capturedView(3).toInt());
    if (!match.hasMatch() || !day.isValid())
        return std::nullopt;
    return atOffset(day, QTime(0, 0), chinaOffset);
}
