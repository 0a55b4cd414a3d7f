#include "app/archive/identity.h"
#include "app/archive/articlebody.h"
#include "app/archive/articlereader.h"
#include "app/archive/utf8text.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>
#include <QVarLengthArray>

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
Identity identityOfBytes(QByteArrayView bytes)
{
    static const EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    std::array<uchar, SHA256_DIGEST_LENGTH> digest{};
    if (EVP_Digest(bytes.data(), static_cast<size_t>(bytes.size()), digest.data(), nullptr, sha256,
                   nullptr) != 1) {
        const QByteArray slow = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
        std::copy(slow.cbegin(), slow.cend(), digest.begin());
    }
    return Identity{qFromBigEndian<quint64>(digest.data())};
}

// The generator names the second article of one title "title-1637639863.2178".
QByteArray withoutTimeSuffix(const QByteArray &utf8)
{
    static const QRegularExpression suffix(uR"(-1\d{9}(?:[.,]\d{1,9})?$)"_s);
    const bool hasSuffix = utf8.contains("-1");
    if (!hasSuffix && isPlainLine(utf8))
        return utf8;
    QString stem = QString::fromUtf8(utf8);
    if (hasSuffix)
        stem.remove(suffix);
    stem = stem.simplified();
    return stem.isEmpty() ? utf8 : stem.toUtf8();
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

// What is hashed: the parts one after the other.
Identity identityOf(std::initializer_list<QByteArrayView> parts)
{
    QVarLengthArray<char, 1024> bytes; // more than nearly all need
    for (const QByteArrayView part : parts)
        bytes.append(part.data(), part.size());
    return identityOfBytes(bytes);
}

} // namespace

Identity identityOfLink(QByteArrayView originalLink)
{
    return identityOf({"link\n", originalLink});
}

Identity identityOfText(const QByteArray &title, const std::optional<QDateTime> &date,
                        const QByteArray &foldedText)
{
    return identityOf({"text\n", withoutTimeSuffix(title), "\n", instantOf(date), "\n", foldedText});
}

Identity articleIdentity(const QString &originalLink, const QString &title,
                         const std::optional<QDateTime> &date, QStringView text)
{
    const QString link = originalLink.trimmed();
    return link.isEmpty()
               ? identityOfText(title.toUtf8(), date, foldedText(text, identityTextLength, true)->toUtf8())
               : identityOfLink(link.toUtf8());
}
