#include "app/catalog/catalog.h"
#include "app/catalog/catalogschema.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// The indexes, made when the rows are there, and what only they can answer.

bool Catalog::makeIndexes(QString *error)
{
    if (m_isIndexed)
        return true;
    // One transaction each: what is made stays made, whenever the program ends.
    for (const QString &sql : catalogIndexes()) {
        if (!m_database.execute(sql, error))
            return false;
    }
    m_isIndexed = true;
    return true;
}

qint64 Catalog::indexesMade()
{
    return count(u"SELECT count(*) FROM sqlite_schema WHERE type='index' AND name IN"
                 " ('articles_identity', 'articles_place', 'articles_date', 'articles_category',"
                 " 'articles_title', 'articles_author')"_s);
}

bool Catalog::makeListIndexes(const std::function<bool()> &mayGoOn, const std::function<bool()> &isAwaited)
{
    if (m_areAllIndexed || !mayGoOn())
        return false;
    QString ignored; // a list is sorted without them, and the next pass makes what it needs
    const QStringList wanted = catalogIndexes() + listIndexes();
    m_database.patiently(mayGoOn, [&] {
        const qint64 before = indexesMade();
        for (const QString &sql : wanted) {
            if (isAwaited && indexesMade() > before && isAwaited())
                return;
            if (!m_database.execute(sql, &ignored))
                return;
        }
        m_areAllIndexed = indexesMade() == wanted.size(); // some may be those of another window
    });
    m_isIndexed = m_isIndexed || m_areAllIndexed;
    return m_areAllIndexed;
}

KnownFiles Catalog::knownFiles(QString *error)
{
    KnownFiles known;
    if (!m_isIndexed)
        return known;
    known.reserve(articleCount());
    Statement all(m_database, u"SELECT place, stamp, id FROM articles ORDER BY place, stamp"_s);
    for (bool more = all.execute(error) && all.next(); more; more = all.next())
        known.add(all.number(0), all.number(1), all.number(2));
    return all.hasFailed(error) ? KnownFiles() : known;
}
