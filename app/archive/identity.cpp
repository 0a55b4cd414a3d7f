#include "app/archive/identity.h"
#include "app/archive/articlebody.h"
#include "app/archive/articledate.h"
#include "app/archive/articlereader.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace
{

// The generator names the second article of one title "title-1637639863.2178".
QString withoutTimeSuffix(const QString &title)
{
    static const QRegularExpression suffix(uR"(-1\d{9}(?:[.,]\d{1,9})?$)"_s);
    const QString stem = QString(title).remove(suffix).simplified();
    return stem.isEmpty() ? title : stem;
}

// One instant has one spelling, whatever zone and form it was written in; a date nobody can read is none.
QString instantOf(const QString &writtenDate)
{
    const std::optional<QDateTime> date = parseArticleDate(writtenDate);
    return date ? date->toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

Identity articleIdentity(const QString &originalLink, const QString &title, const QString &writtenDate,
                         QStringView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString link = originalLink.trimmed();
    const QString source = link.isEmpty()
                               ? u"text\n"_s + withoutTimeSuffix(title) + u'\n' + instantOf(writtenDate) +
                                     u'\n' + *foldedText(text, identityTextLength, true)
                               : u"link\n"_s + link;
    hash.addData(source.toUtf8());
    return Identity{qFromBigEndian<quint64>(hash.result().constData())};
}
