#pragma once

#include "app/catalog/database.h"

#include <QByteArray>
#include <QVarLengthArray>

#include <memory>
#include <optional>

struct sqlite3_stmt;

// One prepared statement, as a value: bound by position, read forwards, finished when it dies. Values never
// become part of the SQL. Used again by binding anew.
class Statement final
{
public:
    Statement() = default;
    // An SQL error shows in the first execute().
    Statement(const Database &database, const QString &sql);
    ~Statement() = default;
    Statement(Statement &&) noexcept = default;
    Statement &operator=(Statement &&) noexcept = default;
    Q_DISABLE_COPY(Statement)

    // In the order of the question marks, all of them or none. Null strings and bytes are stored empty, not
    // as NULL.
    Statement &bind(qint64 value);
    Statement &bind(double value);
    Statement &bind(const QString &value);
    Statement &bind(const QByteArray &value);
    // Where they stand: not copied, so they must stay there as long as the statement runs. Texts are UTF-8.
    Statement &bindText(QByteArrayView value);
    Statement &bindBytes(QByteArrayView value);

    bool execute(QString *error);
    bool next();
    // After next() said false: whether that was an error rather than the end.
    bool hasFailed(QString *error) const;
    // Gives up its locks; done at the end of the rows, by the next execute() and by the destructor too.
    void finish();

    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };
    enum class State : quint8 { Idle, FirstRow, Running, Failed };

    int nextPlace();
    const QByteArray &kept(const QByteArray &value);
    void bindTextAt(int place, QByteArrayView value);
    void bindBytesAt(int place, QByteArrayView value);
    bool step();

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    State m_state = State::Idle; // FirstRow: execute() stepped onto a row that next() has yet to hand out
    int m_bound = 0;
    QVarLengthArray<QByteArray, 5> m_values; // texts and bytes that are bound, until others are
    QString m_error;
};

// execute() and the first column of the first row; nullopt where it failed (then `error` is set) or has no
// row.
std::optional<qint64> firstNumber(Statement &statement, QString *error);
// Whether there is an index of this name, in whichever file is attached; false, too, where none can be read.
bool hasIndex(const Database &database, const QString &name);
