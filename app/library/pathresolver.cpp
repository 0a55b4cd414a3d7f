#include "app/library/pathresolver.h"

#include "app/catalog/filestamp.h"
#include "app/catalog/statement.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace
{

constexpr int rowsBetweenQuestions = 4096; // some milliseconds

using MayGoOn = std::function<bool()>;

// As while a first pass runs: one question by path would read the whole archive.
std::optional<QList<ArticleId>> readAll(const Database &catalogue, const QList<QByteArray> &paths,
                                        const MayGoOn &mayGoOn, QString *error)
{
    const QSet<QByteArray> wanted(paths.cbegin(), paths.cend());
    QList<ArticleId> ids;
    Statement all(catalogue, u"SELECT id, path FROM articles"_s);
    bool more = all.execute(error) && all.next();
    for (int row = 1; more; more = all.next(), ++row) {
        if (wanted.contains(all.bytes(1)))
            ids << all.number(0);
        if (row % rowsBetweenQuestions == 0 && !mayGoOn())
            return std::nullopt;
    }
    return error->isEmpty() && !all.hasFailed(error) ? std::optional(ids) : std::nullopt;
}

std::optional<QList<ArticleId>> lookUp(const Database &catalogue, const QList<QByteArray> &paths,
                                       const MayGoOn &mayGoOn, QString *error)
{
    QList<ArticleId> ids;
    Statement find(catalogue, u"SELECT id FROM articles WHERE place=? AND path=?"_s);
    for (qsizetype at = 0; at < paths.size(); ++at) {
        const std::optional<qint64> id = firstNumber(find.bind(placeOf(paths[at])).bind(paths[at]), error);
        if (!error->isEmpty() || (at % rowsBetweenQuestions == 0 && !mayGoOn()))
            return std::nullopt;
        if (id)
            ids << *id;
    }
    return ids;
}

}

std::optional<QList<ArticleId>> resolvePaths(const Database &catalogue, const QList<QByteArray> &paths,
                                             const MayGoOn &mayGoOn, QString *error)
{
    Statement index(catalogue, u"SELECT count(*) FROM sqlite_schema WHERE name='articles_place'"_s);
    const bool isIndexed = firstNumber(index, error).value_or(0) > 0;
    if (!error->isEmpty())
        return std::nullopt;
    return isIndexed ? lookUp(catalogue, paths, mayGoOn, error) : readAll(catalogue, paths, mayGoOn, error);
}
