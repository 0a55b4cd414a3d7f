#include "app/catalog/starredarticles.h"

#include "app/catalog/marksrepair.h"
#include "app/catalog/statement.h"

#include <QLockFile>

using namespace Qt::StringLiterals;

namespace
{

// While somebody repairs them, there may be a file that lacks most stars.
bool open(Database &marks, QLockFile &repair, const QString &marksFile)
{
    repair.setStaleLockTime(0);
    QString ignored; // nobody is told: it is asked again
    return repair.tryLock(0) && marks.open(marksFile, DatabaseUse::Reading, &ignored);
}

}

std::optional<QSet<quint64>> starredAmong(const QString &marksFile, const QSet<quint64> &articles)
{
    QSet<quint64> starred;
    if (articles.isEmpty() || marksFile.isEmpty())
        return starred;
    QLockFile repair(marksLock(marksFile));
    Database marks;
    if (!open(marks, repair, marksFile))
        return std::nullopt;
    QString ignored;
    Statement isStarred(marks, u"SELECT starred FROM marks WHERE identity=?"_s);
    for (const quint64 article : articles) {
        if (!isStarred.bind(static_cast<qint64>(article)).execute(&ignored))
            return std::nullopt;
        if (isStarred.next() && isStarred.number(0) != 0)
            starred.insert(article);
        else if (isStarred.hasFailed(&ignored))
            return std::nullopt;
    }
    return starred;
}

std::optional<QSet<quint64>> allStarred(const QString &marksFile)
{
    if (marksFile.isEmpty())
        return std::nullopt;
    QLockFile repair(marksLock(marksFile));
    Database marks;
    if (!open(marks, repair, marksFile))
        return std::nullopt;
    QSet<quint64> starred;
    QString ignored;
    Statement isStarred(marks, u"SELECT identity FROM marks WHERE starred"_s);
    if (!isStarred.execute(&ignored))
        return std::nullopt;
    while (isStarred.next())
        starred.insert(static_cast<quint64>(isStarred.number(0)));
    return isStarred.hasFailed(&ignored) ? std::nullopt : std::optional(starred);
}
