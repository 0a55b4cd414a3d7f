#include "app/catalog/starredarticles.h"

#include "app/catalog/marksrepair.h"
#include "app/catalog/statement.h"

#include <QLockFile>

using namespace Qt::StringLiterals;

std::optional<QSet<quint64>> starredAmong(const QString &marksFile, const QSet<quint64> &articles)
{
    QSet<quint64> starred;
    if (articles.isEmpty() || marksFile.isEmpty())
        return starred;
    // While somebody repairs them, there may be a file that lacks most stars.
    QLockFile repair(marksLock(marksFile));
    repair.setStaleLockTime(0);
    if (!repair.tryLock(0))
        return std::nullopt;
    QString ignored; // nobody is told: it is asked again
    Database marks;
    if (!marks.open(marksFile, DatabaseUse::Reading, &ignored))
        return std::nullopt;
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
