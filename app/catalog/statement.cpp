#include "app/catalog/statement.h"

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

void Statement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(const Database &database, const QString &sql)
{
    const QByteArray bytes = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(database.connection(), bytes.constData(), static_cast<int>(bytes.size()),
                       SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (!statement)
        m_error = database.lastError();
}

// A statement that still runs takes no values.
int Statement::nextPlace()
{
    if (m_bound == 0) {
        finish();
        m_values.clear();
    }
    return ++m_bound;
}

// SQLite reads it where it stands: its own copy would be the third.
const QByteArray &Statement::kept(const QByteArray &value)
{
    m_values.append(value);
    return m_values.last();
}

Statement &Statement::bind(qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), nextPlace(), value);
    return *this;
}

Statement &Statement::bind(double value)
{
    sqlite3_bind_double(m_statement.get(), nextPlace(), value);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    const int place = nextPlace();
    bindTextAt(place, kept(value.toUtf8()));
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    const int place = nextPlace();
    bindBytesAt(place, kept(value));
    return *this;
}

Statement &Statement::bindText(QByteArrayView value)
{
    bindTextAt(nextPlace(), value);
    return *this;
}

Statement &Statement::bindBytes(QByteArrayView value)
{
    bindBytesAt(nextPlace(), value);
    return *this;
}

// SQLite takes a null pointer for NULL.
static const char *placeOf(QByteArrayView value)
{
    return value.isNull() ? "" : value.data();
}

void Statement::bindTextAt(int place, QByteArrayView value)
{
    sqlite3_bind_text64(m_statement.get(), place, placeOf(value), static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBytesAt(int place, QByteArrayView value)
{
    sqlite3_bind_blob64(m_statement.get(), place, placeOf(value), static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_STATIC);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    m_state = State::Idle;
    if (code != SQLITE_DONE) {
        m_error = QString::fromUtf8(sqlite3_errmsg(sqlite3_db_handle(m_statement.get())));
        m_state = State::Failed;
    }
    sqlite3_reset(m_statement.get());
    return false;
}

bool Statement::execute(QString *error)
{
    if (!m_statement) {
        *error = m_error.isEmpty() ? u"no database"_s : m_error;
        return false;
    }
    finish();
    m_bound = 0;
    if (step())
        m_state = State::FirstRow;
    return !hasFailed(error);
}

bool Statement::next()
{
    if (m_state == State::FirstRow) {
        m_state = State::Running;
        return true;
    }
    return m_state == State::Running && step();
}

bool Statement::hasFailed(QString *error) const
{
    if (m_state != State::Failed)
        return false;
    *error = m_error;
    return true;
}

void Statement::finish()
{
    m_state = State::Idle;
    sqlite3_reset(m_statement.get());
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    // The text before its size: SQLite may convert it for the first call.
    const unsigned char *text = sqlite3_column_text(m_statement.get(), column);
    return QString::fromUtf8(reinterpret_cast<const char *>(text),
                             sqlite3_column_bytes(m_statement.get(), column));
}

QByteArray Statement::bytes(int column) const
{
    const void *bytes = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement.get(), column));
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

bool hasIndex(const Database &database, const QString &name)
{
    QString ignored;
    Statement columns(database, u"SELECT count(*) FROM pragma_index_info(?)"_s);
    return firstNumber(columns.bind(name), &ignored).value_or(0) > 0;
}
