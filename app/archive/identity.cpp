#include "app/archive/identity.h"
#include "app/archive/articlebody.h"
#include "app/archive/articlereader.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace
{

// By libcrypto: Qt's own SHA-256 takes a byte at a time, which is a sixth of all that reading a head costs.
// Looked up once: OpenSSL's SHA256() does so every time, and takes longer for that than for the hash.
Identity identityOfBytes(const QByteArray &bytes)
{
    static const EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<uchar, SHA256_DIGEST_LENGTH> digest{};
    if (EVP_Digest(bytes.constData(), static_cast<size_t>(bytes.size()), digest.data(), nullptr, sha256,
                   nullptr) != 1) {
        const QByteArray slow = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
        std::copy(slow.cbegin(), slow.cend(), digest.begin());
    }
    return Identity{qFromBigEndian<quint64>(digest.data())};
}

// The generator names the second article of one title "title-1637639863.2178".
QString withoutTimeSuffix(const QString &title)
{
    static const QRegularExpression suffix(uR"(-1\d{9}(?:[.,]\d{1,9})?$)"_s);
    QString stem = title.simplified();
    if (stem.contains("-1"_L1))
        stem = QString(title).remove(suffix).simplified();
    return stem.isEmpty() ? title : stem;
}

void putDigits(char *place, unsigned value, int digits)
{
    for (; digits > 0; value /= 10)
        place[--digits] = static_cast<char>('0' + value % 10);
}

// One instant has one spelling, whatever zone and form it was written in: "2021-11-23T04:19:03.000Z". By
// hand: QDateTime::toString() is a tenth of all that reading a head costs.
QByteArray instantOf(const std::optional<QDateTime> &date)
{
    using namespace std::chrono;
    if (!date)
        return {};
    const sys_time<milliseconds> instant{milliseconds(date->toMSecsSinceEpoch())};
    const sys_days midnight = floor<days>(instant);
    const year_month_day day{midnight};
    const hh_mm_ss time{instant - midnight};
    const int year = static_cast<int>(day.year());
    if (year < 1 || year > 9999)
        return date->toUTC().toString(Qt::ISODateWithMs).toUtf8();
    QByteArray text("0000-00-00T00:00:00.000Z");
    putDigits(text.data(), static_cast<unsigned>(year), 4);
    putDigits(text.data() + 5, static_cast<unsigned>(day.month()), 2);
    putDigits(text.data() + 8, static_cast<unsigned>(day.day()), 2);
    putDigits(text.data() + 11, static_cast<unsigned>(time.hours().count()), 2);
    putDigits(text.data() + 14, static_cast<unsigned>(time.minutes().count()), 2);
    putDigits(text.data() + 17, static_cast<unsigned>(time.seconds().count()), 2);
    putDigits(text.data() + 20, static_cast<unsigned>(time.subseconds().count()), 3);
    return text;
}

} // namespace

Identity identityOfLink(const QString &originalLink)
{
    return identityOfBytes("link\n" + originalLink.toUtf8());
}

Identity identityOfText(const QString &title, const std::optional<QDateTime> &date, const QString &foldedText)
{
    return identityOfBytes("text\n" + withoutTimeSuffix(title).toUtf8() + '\n' + instantOf(date) + '\n' +
                           foldedText.toUtf8());
}

Identity articleIdentity(const QString &originalLink, const QString &title,
                         const std::optional<QDateTime> &date, QStringView text)
{
    const QString link = originalLink.trimmed();
    return link.isEmpty() ? identityOfText(title, date, *foldedText(text, identityTextLength, true))
                          : identityOfLink(link);
}
