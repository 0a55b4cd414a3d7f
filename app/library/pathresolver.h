#pragma once

#include "app/catalog/database.h"

#include <QByteArray>
#include <QList>
#include <QString>

// Finds the articles of many paths in the catalogue, some at a time, so that nothing waits for a million.
class PathResolver final
{
public:
    // `database` has the catalogue attached as "catalogue" and must outlive this. `paths` as in FileEntry.
    PathResolver(const Database &database, const QList<QByteArray> &paths);

    // Looks at most so many paths more up; false once there are none left, or where that failed (then
    // `error` is set).
    bool resolveSome(int paths, QString *error);
    // The row numbers that were found, as a JSON array: one value that stands for all of them in a
    // statement, as "id IN (SELECT value FROM json_each(?))".
    QString ids() const { return u'[' + m_ids + u']'; }

private:
    const Database &m_database;
    const QList<QByteArray> m_paths;
    qsizetype m_next = 0;
    QString m_ids;
};
