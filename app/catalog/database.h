#pragma once

#include <QString>

#include <functional>
#include <optional>

struct sqlite3;

// What a connection is for; decides its pragmas.
enum class DatabaseUse : quint8 {
    Disposable, // the writer of a file that can be made again: WAL, synced at checkpoints only
    Precious,   // the writer of a file that cannot: WAL, synced at every commit
    Reading,    // refuses to write; what it attaches must be there, too
    Unchanging, // reads a file that nobody writes, also where nothing can be written beside it
};

// One connection to one SQLite file, used by the thread that opened it. SQLite is spoken to directly: Qt's
// driver makes a QVariant of every value and a QSqlField of every column, which costs more than SQLite itself
// where a million rows are written or read (measured: storing a row of the catalogue takes 16 µs by Qt's
// driver, 6 without).
class Database final
{
public:
    Database() = default;
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // `name` is a file, made by a writer where it does not exist, or what memoryDatabaseName() returned.
    // False with SQLite's reason where it cannot be opened; whether the content is a database shows in the
    // first statement.
    bool open(const QString &name, DatabaseUse use, QString *error);
    void close();
    bool isOpen() const { return m_connection; }
    const QString &name() const { return m_name; } // as given to open(); empty where none is open
    sqlite3 *connection() const { return m_connection; }
    QString lastError() const; // SQLite's own words
    // Whether the last call of open(), or the last statement that failed since, met a file that is damaged or
    // no database at all.
    bool isDamaged() const;
    // The same for a file that another program kept locked, longer than one waits for it.
    bool isLocked() const;
    // Whether the file may be written at all; nothing is written to find out. False with the reason.
    bool isWritable(QString *error) const;

    // SQL of our own without values.
    bool execute(const QString &sql, QString *error);
    // Runs `work`, in which every statement that runs fails as soon as `mayGoOn` says no. It is asked every
    // few milliseconds.
    void patiently(const std::function<bool()> &mayGoOn, const std::function<void()> &work);
    // Runs `work` in one transaction that takes the write lock at once; undone where `work` returns false.
    bool transact(const std::function<bool(QString *error)> &work, QString *error);
    // Runs `work` without waiting for the disk, and says what it says: where the power fails, all that is in
    // the file may be lost. Of a disposable file in which nothing is yet.
    bool hastily(const std::function<bool()> &work);
    // Makes the tables of another database readable under the name `schema` (one of our own words). Only
    // where this one is a file or ":memory:": an attached file is looked for where the first one lies, for
    // memory in memory.
    bool attach(const QString &name, const QString &schema, QString *error);

    // Writes all tables into a new file of its own, as they are at one moment; others may write meanwhile.
    // The file is not yet synced to the disk.
    bool copyInto(const QString &file, QString *error);
    // Reads every page and every index; false, with SQLite's reason, where they do not fit each other.
    bool checkIntegrity(QString *error);

    // SQLite's user_version; 0 in a new file, nullopt where the file is no database.
    std::optional<int> schemaNumber(QString *error) const;
    bool setSchemaNumber(int number, QString *error);

private:
    sqlite3 *m_connection = nullptr;
    bool m_foundDamage = false; // by open()
    bool m_foundLock = false;   // likewise
    QString m_name;
};

// The name of a new, empty in-memory database that every connection of this process can open; it lives as
// long as one of them is open. (SQLite's memdb, since 3.36: unlike shared cache it waits for locks as a file
// does.)
QString memoryDatabaseName();

// A file and what SQLite keeps beside it. False with the system's reason where something of it remains.
bool removeDatabase(const QString &file, QString *error);
