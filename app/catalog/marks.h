#pragma once

#include "app/catalog/mark.h"
#include "app/catalog/marksjournal.h"
#include "app/catalog/marksrepair.h"
#include "app/catalog/marksschema.h"
#include "app/catalog/statement.h"

#include <optional>

// The precious file: what was read and starred, by identity, whichever archive it stands in (design decisions
// 3 and 4). Every change is on disk when the call returns. A damaged or lost file is mended from its backups;
// one of a newer schema is not touched. Where the file cannot be used, a database in memory stands in until
// the program ends, with what can be read of the file.
class Marks final
{
public:
    // False where memory stands in, with the reason.
    bool open(const QString &file, QString *reason);
    void close(); // what stood in memory is gone
    // Whether open() met a file of a newer schema, and left it alone.
    bool isNewer() const { return m_isNewer; }
    // What open() had to mend.
    const std::optional<MarksRepair> &repair() const { return m_repair; }
    // Whether what failed just now failed because the file is damaged; open() mends it.
    bool isDamaged() const { return m_database.isDamaged(); }
    // By another connection or program, since this was asked the last time or open().
    bool wereChangedElsewhere();
    // For Database::attach(); the tables are those of marksschema.h.
    QString databaseName() const { return m_name; }

    // An empty mark where the article has none, without regard to horizons; nullopt where the file cannot be
    // read.
    std::optional<Mark> mark(Identity identity, QString *error);
    std::optional<ReadOpinion> opinion(Identity identity, QString *error);

    // One entry in the journal, one transaction. `marking` is no horizon.
    bool set(Marking marking, const QList<Identity> &articles, const QDateTime &now, QString *error);
    // `beside` are read as well, one by one, in the same entry.
    bool addHorizon(const Horizon &horizon, const QList<Identity> &beside, const QDateTime &now,
                    QString *error);
    // The same as set() in parts, each a transaction of its own, so that nobody who reads or marks meanwhile
    // has to wait: what was marked since begin() stays as it is. One entry in the journal; where no further
    // part comes, it has those that came.
    std::optional<JournalStamp> begin(Marking marking, qsizetype articles, const QDateTime &now,
                                      QString *error);
    bool setSome(Marking marking, const QList<Identity> &articles, const JournalStamp &stamp, QString *error);
    // An article that is read was read once more, now; no marking.
    bool visit(Identity identity, const QDateTime &now, QString *error);
    bool setPosition(Identity identity, double position, const QDateTime &now, QString *error);

    // The entry that was undone or done again; nullopt where there is none (then `error` is empty), or it
    // failed. What was marked anew since then stays as it is.
    std::optional<JournalEntry> undo(const QDateTime &now, QString *error);
    std::optional<JournalEntry> redo(const QDateTime &now, QString *error);
    std::optional<JournalEntry> revert(qint64 entry, const QDateTime &now, QString *error);
    qint64 newestEntry(QString *error); // 0 where there is none
    // The last marking up to that one, the last that was undone, any; to turn in parts as begin() does.
    // nullopt as undo().
    std::optional<JournalEntry> lastDone(qint64 newest, QString *error)
    {
        return m_journal->lastDone(newest, error);
    }
    std::optional<JournalEntry> lastUndone(QString *error) { return m_journal->lastUndone(error); }
    std::optional<JournalEntry> entry(qint64 id, QString *error) { return m_journal->entry(id, error); }
    // Where the next part begins; Turned::over where there is none. nullopt where it failed.
    std::optional<TurnedPart> turnPart(const JournalEntry &entry, const TurnedPart &before,
                                       const QDateTime &now, QString *error);
    // Deletes some of what the journal has forgotten; whether there is more.
    bool sweepJournal(QString *error);
    // Newest first, at most `most`.
    QList<JournalEntry> journal(int most, QString *error);

private:
    bool openFile(const QString &file, QString *error);
    bool openSound(const QString &file, QString *error);
    void openMemory(const QString &file);
    void prepare();
    std::optional<MarkVersion> nextVersion(const QDateTime &now, QString *error);
    bool change(Marking marking, Identity article, const JournalStamp &stamp, QString *error);
    std::optional<JournalEntry> turn(std::optional<JournalEntry> entry, const QDateTime &now, QString *error);

    QString m_name;
    Database m_database;
    bool m_isNewer = false;
    qint64 m_dataVersion = 0; // SQLite's: another one after every commit of others
    std::optional<MarksRepair> m_repair;
    std::unique_ptr<MarksJournal> m_journal;
    Statement m_find, m_tick, m_setRead, m_setUnread, m_setStarred, m_visit, m_setPosition, m_addHorizon;
};

// The file below the data folder.
QString marksFile(const QString &dataFolder);
