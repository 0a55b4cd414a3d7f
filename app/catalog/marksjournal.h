#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/statement.h"

// What notes of one marking share.
struct JournalStamp {
    qint64 entry = 0;
    MarkVersion version = 0;
    qint64 at = 0; // milliseconds since 1970-01-01 UTC
};

// Every marking, with what each article was before and after, so that it can be taken back and done again,
// also in another run. Called inside the transactions of Marks. Keeps the newest 1000 entries; a new marking
// forgets what was undone.
class MarksJournal final
{
public:
    explicit MarksJournal(Database &database);

    // nullopt where it failed.
    std::optional<JournalStamp> begin(Marking marking, qsizetype articles, qint64 horizon,
                                      MarkVersion version, const QDateTime &now, QString *error);
    // Before the article is marked.
    bool note(Marking marking, Identity article, const JournalStamp &stamp, QString *error);

    // nullopt where there is none.
    std::optional<JournalEntry> lastDone(QString *error);
    std::optional<JournalEntry> lastUndone(QString *error);
    std::optional<JournalEntry> entry(qint64 id, QString *error);
    QList<JournalEntry> entries(int most, QString *error); // newest first

    // Takes an entry back, or does it again where it is undone. An article that is no longer what the entry
    // (or its undoing) made of it stays as it is.
    bool turn(const JournalEntry &entry, MarkVersion version, QString *error);

private:
    bool forget(qint64 newest, QString *error);
    std::optional<JournalEntry> one(Statement &statement, QString *error);

    Database &m_database;
    Statement m_begin, m_noteRead, m_noteStar;
};

// A category's path as the marks keep it: a JSON array.
QString categoryText(const QStringList &path);
std::optional<QStringList> categoryFromText(const QString &text);
