#pragma once

#include "app/archive/article.h"
#include "app/catalog/statement.h"

#include <optional>

// What the reader did with one article.
struct Mark {
    bool read = false;
    bool starred = false;
    double position = 0; // 0 top, 1 end
    QDateTime readAt;    // UTC; when it was last marked read, invalid where never
    bool operator==(const Mark &) const = default;
};

// The precious file: what was read and starred, by identity, whichever archive it stands in (design decisions
// 3 and 4). Every change is on disk when the call returns. A file that cannot be used (damaged, of a newer
// schema, not writable) is left alone, and a database in memory stands in until the program ends.
class Marks final
{
public:
    static constexpr int schemaNumber = 1;

    // False where memory stands in, with the reason.
    bool open(const QString &file, QString *reason);
    // For Database::attach(), which then holds the table
    // marks(identity, read, starred, position, read_at in milliseconds since 1970-01-01 UTC).
    QString databaseName() const { return m_name; }

    // An empty mark where the article has none; nullopt where the file cannot be read.
    std::optional<Mark> mark(Identity identity, QString *error);
    bool setRead(Identity identity, bool read, const QDateTime &now, QString *error);
    bool setStarred(Identity identity, bool starred, QString *error);
    bool setPosition(Identity identity, double position, QString *error);

private:
    bool openFile(const QString &file, QString *error);
    bool makeTables(QString *error);
    void prepare();
    void close();

    QString m_name;
    Database m_database;
    Statement m_find, m_setRead, m_setUnread, m_setStarred, m_setPosition;
};

// The file below the data folder.
QString marksFile(const QString &dataFolder);
