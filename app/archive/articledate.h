#pragma once

#include <QDateTime>
#include <QStringView>

#include <optional>

// Reads a date as articles have it: RFC 822/2822 ("Tue, 23 Nov 2021 04:19:03 GMT", with or without the day's
// name, the seconds, the time; zone as name, offset, or both), ISO 8601 and its relatives ("2021-8-25",
// "2013-11-22 5:00:00 +0000", "2015-03-17 14:00:00 -4", "2023-05-15T21:04:13.000Z", "2021/08/25", "20210825",
// "2021年8月25日 12:00"), what JavaScript and the C library print ("Tue Nov 23 2021 04:19:03 GMT+0800 (CST)",
// "Tue Nov 23 04:19:03 UTC 2021"), American ("November 23, 2021 4:19 PM"), and seconds or milliseconds since
// 1970. Quotes around it do not matter. The written offset is kept; where none is written, or one that no
// place on Earth has (beyond ±14:00), it is China time, +08:00. nullopt for anything else, "Invalid Date" and
// Go's year 1 among them.
std::optional<QDateTime> parseArticleDate(QStringView written);

// The YYYY-MM-DD- at the start of a file's name (Jekyll), as midnight in China.
std::optional<QDateTime> dateFromFileName(QStringView name);
