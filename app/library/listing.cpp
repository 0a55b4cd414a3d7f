#include "app/library/listing.h"

#include "app/archive/articlereader.h"
#include "app/archive/scanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr int entriesAtOnce = 512; // heads in memory; enough to keep all cores busy

// A date that ISO 8601 cannot write (a year above 9999) becomes null.
QJsonValue writtenDate(const QDateTime &date)
{
    const QString text = date.toOffsetFromUtc(date.offsetFromUtc()).toString(Qt::ISODate);
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QByteArray jsonLine(const ArticleHead &head)
{
    QJsonObject object{
        {u"path"_s, displayPath(head.path)},
        {u"title"_s, head.title},
        {u"categories"_s, QJsonArray::fromStringList(head.categories)},
        {u"author"_s, head.author},
        {u"date"_s, writtenDate(head.date)},
        {u"dateIsGuess"_s, bool(head.problems & (Problem::DateMissing | Problem::DateUnreadable))},
        {u"identity"_s, u"%1"_s.arg(static_cast<quint64>(head.identity), 16, 16, QLatin1Char('0'))},
        {u"problems"_s, QJsonArray::fromStringList(problemNames(head.problems))},
    };
    if (!head.path.isValidUtf8())
        object.insert(u"pathBytes"_s, QString::fromLatin1(head.path.toBase64()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

}

bool listArchive(const QByteArray &root, QIODevice &out, QString *error)
{
    QList<FileEntry> entries;
    const ScanResult scan = scanArchive(root, entriesAtOnce, [&entries](const QList<FileEntry> &found) {
        entries << found;
        return true;
    });
    if (!scan.complete) {
        *error = scan.error;
        return false;
    }
    std::sort(entries.begin(), entries.end(),
              [](const FileEntry &first, const FileEntry &second) { return first.path < second.path; });
    const auto line = [&root](const FileEntry &entry) { return jsonLine(readArticleHead(root, entry)); };
    for (qsizetype at = 0; at < entries.size(); at += entriesAtOnce) {
        const QList<QByteArray> lines =
            QtConcurrent::blockingMapped<QList<QByteArray>>(entries.mid(at, entriesAtOnce), line);
        for (const QByteArray &text : lines) {
            if (out.write(text) != text.size()) {
                *error = out.errorString();
                return false;
            }
        }
    }
    return true;
}
