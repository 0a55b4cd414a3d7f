#include "app/archive/bodydigest.h"

#include "app/archive/articlebody.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <cstring>

using namespace Qt::StringLiterals;

BodyDigest bodyDigest(QStringView body)
{
    const QStringView text = body.trimmed();
    QCryptographicHash hash(QCryptographicHash::Blake2s_128);
    hash.addData({reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t))});
    const QByteArray result = hash.result();
    BodyDigest digest;
    static_assert(sizeof digest.bits == 16);
    std::memcpy(digest.bits.data(), result.constData(), sizeof digest.bits);
    return digest;
}

bool isEmptyBody(QStringView body)
{
    if (!foldedText(body, 1, true)->isEmpty())
        return false;
    static const QRegularExpression shown(
        u"<(?:audio|canvas|embed|hr|iframe|img|input|math|object|picture|svg|video)\\b|!\\[|\\{%"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !body.contains(shown);
}
