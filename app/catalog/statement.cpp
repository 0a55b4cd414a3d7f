#include "app/catalog/statement.h"

#include <QSqlError>
#include <QVariant>

using namespace Qt::StringLiterals;

Statement::Statement(const Database &database, const QString &sql)
    : m_query(std::make_unique<QSqlQuery>(database.connection()))
{
    m_query->setForwardOnly(true); // else Qt keeps every row that was read
    if (!m_query->prepare(sql))
        hasFailed(&m_prepareError);
}

Statement::~Statement()
{
    finish();
}

Statement &Statement::bind(qint64 value)
{
    m_query->addBindValue(QVariant::fromValue(value));
    return *this;
}

Statement &Statement::bind(double value)
{
    m_query->addBindValue(value);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    m_query->addBindValue(value.isNull() ? u""_s : value);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    m_query->addBindValue(value.isNull() ? ""_ba : value);
    return *this;
}

bool Statement::execute(QString *error)
{
    if (!m_query) {
        *error = u"no database"_s;
        return false;
    }
    if (!m_prepareError.isEmpty()) {
        *error = m_prepareError;
        return false;
    }
    if (m_query->exec())
        return true;
    hasFailed(error);
    return false;
}

bool Statement::next()
{
    return m_query && m_query->next();
}

bool Statement::hasFailed(QString *error) const
{
    const QSqlError last = m_query ? m_query->lastError() : QSqlError();
    if (!last.isValid())
        return false;
    *error = last.databaseText().isEmpty() ? last.driverText() : last.databaseText();
    return true;
}

void Statement::finish()
{
    if (m_query)
        m_query->finish();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

double Statement::real(int column) const
{
    return m_query->value(column).toDouble();
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

std::optional<qint64> firstNumber(Statement &statement, QString *error)
{
    if (!statement.execute(error))
        return std::nullopt;
    if (!statement.next()) {
        statement.hasFailed(error);
        return std::nullopt;
    }
    const qint64 number = statement.number(0);
    statement.finish();
    return number;
}
