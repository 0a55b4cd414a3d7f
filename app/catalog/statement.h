#pragma once

#include "app/catalog/database.h"

#include <QSqlQuery>

#include <memory>
#include <optional>

// One prepared statement, as a value: bound by position, read forwards, finished when it dies. Values never
// become part of the SQL. Used again by binding anew.
class Statement final
{
public:
    Statement() = default;
    // An SQL error shows in the first execute().
    Statement(const Database &database, const QString &sql);
    ~Statement();
    Statement(Statement &&) noexcept = default;
    Statement &operator=(Statement &&) noexcept = default;
    Q_DISABLE_COPY(Statement)

    // In the order of the question marks. Null strings and bytes are stored empty, not as NULL.
    Statement &bind(qint64 value);
    Statement &bind(double value);
    Statement &bind(const QString &value);
    Statement &bind(const QByteArray &value);

    bool execute(QString *error);
    bool next();
    // After next() said false: whether that was an error rather than the end.
    bool hasFailed(QString *error) const;
    // Gives up its locks; done by the next execute() and the destructor too.
    void finish();

    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    std::unique_ptr<QSqlQuery> m_query; // a QSqlQuery that was moved from cannot even be finished
    QString m_prepareError;             // exec() would say "No query" instead
};

// execute() and the first column of the first row; nullopt where it failed (then `error` is set) or has no
// row.
std::optional<qint64> firstNumber(Statement &statement, QString *error);
