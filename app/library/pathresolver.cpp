#include "app/library/pathresolver.h"

#include "app/catalog/filestamp.h"
#include "app/catalog/statement.h"

using namespace Qt::StringLiterals;

PathResolver::PathResolver(const Database &database, const QList<QByteArray> &paths)
    : m_database(database)
    , m_paths(paths)
{
}

bool PathResolver::resolveSome(int paths, QString *error)
{
    Statement find(m_database, u"SELECT id FROM catalogue.articles WHERE place=? AND path=?"_s);
    const qsizetype end = qMin(m_next + paths, m_paths.size());
    for (; m_next < end; ++m_next) {
        QString reason;
        const std::optional<qint64> id = firstNumber(find.bind(placeOf(m_paths[m_next])).bind(m_paths[m_next]), &reason);
        if (!reason.isEmpty()) {
            *error = reason;
            return false;
        }
        if (id)
            m_ids += (m_ids.isEmpty() ? u""_s : u","_s) + QString::number(*id);
    }
    return m_next < m_paths.size();
}
