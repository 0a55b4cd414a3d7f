#include "app/images/knownsizes.h"

#include "app/images/storefolder.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

using namespace Qt::StringLiterals;

KnownSizes::KnownSizes(const QString &storeFolder)
    : m_path(storeFolder + u"/index.sqlite"_s)
    // Unique among all connections alive.
    , m_connectionName(u"known-sizes-%1"_s.arg(quintptr(this), 0, 16))
{
}

KnownSizes::~KnownSizes()
{
    if (!m_isOpen)
        return;
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

QSize KnownSizes::size(const QUrl &address)
{
    if (!m_isOpen && !QFile::exists(m_path))
        return {};
    if (!m_isOpen) {
        m_isOpen = true;
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
        connection.setDatabaseName(m_path);
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=100"_s);
        connection.open(); // where it fails, so does the query
    }
    const QString key = storeKey(address);
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.prepare(u"SELECT width, height FROM picture WHERE key = ?"
                  " UNION ALL SELECT width, height FROM former WHERE key = ?"_s);
    query.addBindValue(key);
    query.addBindValue(key);
    if (!query.exec() || !query.next())
        return {};
    return {query.value(0).toInt(), query.value(1).toInt()};
}
