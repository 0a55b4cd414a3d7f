#include "app/archive/identity.h"
#include "app/archive/articlebody.h"
#include "app/archive/articlereader.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

// The generator names the second article of one title "title-1637639863.2178".
QString withoutTimeSuffix(const QString &title)
{
    static const QRegularExpression suffix(uR"(-1\d{9}(?:[.,]\d{1,9})?$)"_s);
    QString stem = title.simplified();
    if (stem.contains("-1"_L1))
        stem = QString(title).remove(suffix).simplified();
    return stem.isEmpty() ? title : stem;
}

// One instant has one spelling, whatever zone and form it was written in: "2021-11-23T04:19:03.000Z". By
// hand: QDateTime::toString() is a tenth of all that reading a head costs.
QByteArray instantOf(const std::optional<QDateTime> &date)
{
    if (!date)
        return {};
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(date->toMSecsSinceEpoch(), Qt::UTC);
    const QTime time = utc.time();
    int year = 0;
    int month = 0;
    int day = 0;
    utc.date().getDate(&year, &month, &day);
    if (year < 0 || year > 9999)
        return utc.toString(Qt::ISODateWithMs).toUtf8();
    // More room than the 24 characters need: the compiler cannot know how small a month is.
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", year % 10000, month % 100,
                  day % 100, time.hour() % 100, time.minute() % 100, time.second() % 100, time.msec() % 1000);
    return text.data();
}

} // namespace

Identity articleIdentity(const QString &originalLink, const QString &title,
                         const std::optional<QDateTime> &date, QStringView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString link = originalLink.trimmed();
    if (link.isEmpty()) {
        hash.addData("text\n" + withoutTimeSuffix(title).toUtf8() + '\n' + instantOf(date) + '\n' +
                     foldedText(text, identityTextLength, true)->toUtf8());
    } else {
        hash.addData("link\n" + link.toUtf8());
    }
    return Identity{qFromBigEndian<quint64>(hash.result().constData())};
}
