#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/statement.h"

// What notes of one marking share.
struct JournalStamp {
    qint64 entry = 0;
    MarkVersion version = 0;
    qint64 readAt = -1; // milliseconds since 1970-01-01 UTC; -1 where many were marked, and none read
};

// Every marking, with what each article was before and after, so that it can be taken back and done again,
// also in another run. Called inside the transactions of Marks. Keeps the newest 1000 entries; a new marking
// forgets what was undone; of an entry of many articles these stay until sweep() deletes them.
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
    std::optional<JournalEntry> lastDone(qint64 newest, QString *error); // `newest` or an earlier one
    std::optional<JournalEntry> lastUndone(QString *error);
    std::optional<JournalEntry> entry(qint64 id, QString *error);
    QList<JournalEntry> entries(int most, QString *error); // newest first

    // Takes an entry back, or does it again where it is undone: `most` of its articles, and with the last
    // part the entry itself. An article that is no longer what the entry (or its undoing) made of it stays as
    // it is. So a part that is done once more changes nothing, and one that was never reached is done the
    // next time.
    static constexpr qsizetype wholeEntry = std::numeric_limits<qsizetype>::max();
    std::optional<TurnedPart> turn(const JournalEntry &entry, MarkVersion version, const TurnedPart &before,
                                   qsizetype most, QString *error);
    // Deletes at most so many articles of entries that are forgotten; whether there are more.
    bool sweep(qsizetype most, QString *error);
    bool hasForgotten() const { return m_hasForgotten; } // sweep() may find something

private:
    bool forget(qint64 newest, QString *error);
    bool turnArticles(const JournalEntry &entry, MarkVersion version, qint64 first, qint64 last,
                      QString *error);
    std::optional<JournalEntry> one(Statement &statement, QString *error);

    Database &m_database;
    bool m_hasForgotten = true; // of another run, perhaps
    Statement m_begin, m_noteRead, m_noteStar;
};

// A category's path as the marks keep it: a JSON array.
QString categoryText(const QStringList &path);
std::optional<QStringList> categoryFromText(const QString &text);
// A horizon's sample likewise: 16 hexadecimal digits each, with spaces between.
QString sampleText(const QList<Identity> &sample);
QList<Identity> sampleFromText(const QString &text);
