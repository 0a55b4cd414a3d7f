#pragma once

#include "app/archive/packedhead.h"
#include "app/catalog/catalogtypes.h"
#include "app/catalog/filestamp.h"
#include "app/catalog/statement.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <optional>

// The problems that a pass counts (PassResult::withProblems).
constexpr Problems countedProblems = Problem::FrontMatterRepaired | Problem::EncodingDamaged |
                                     Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge |
                                     Problem::LinkLoop;

// One row, as far as it takes to tell whether its file moved.
struct KnownRow {
    ArticleId id = 0;
    QByteArray path;
};

// What a pass brings of one new or changed file.
struct ReadFile {
    FileEntry entry;
    PackedHead head;
};

// The disposable file of one archive, and its only writer (design decision 3). Anything wrong with it is
// mended by making it anew; where that cannot be, a database in memory stands in.
//
// articles: one row a file. The row number stays while the file is changed, moved or written anew, as long as
//   its path or its identity does; the number of a removed row is never used again. Dates are date_ms
//   (milliseconds since 1970-01-01 UTC) and date_offset (seconds east of UTC, as written); sort_ms is
//   date_ms, or undatedTime. place and stamp as in filestamp.h.
// indexes: made in one go once the first pass is over and on the screen. Keeping them up to date row by row
//   makes a first pass over a million files three times as long, and longer for every file (measured: 10 µs a
//   row for the first 100,000, 31 for the last).
// categories: `own` and `total` articles are kept up to date with every transaction, so that nobody counts.
//   A category without articles stays, so that its number remains its own.
class Catalog final
{
public:
    static constexpr int schemaNumber = 3;

    // False where a database in memory stands in, with the reason; the catalogue is usable all the same. A
    // file of another schema or that is no sound database is made anew.
    bool open(const QString &file, QString *reason);
    // Throws everything away and starts empty, in the same file where possible. False as open().
    bool rebuild(QString *reason);
    void openInMemory();
    // For Database::open() of a reader; empty where nothing is open.
    QString databaseName() const { return m_name; }

    // Makes the indexes by which a row is found that are not there yet; nothing to do where all are. Called
    // before a pass over a catalogue that has rows.
    bool makeIndexes(QString *error);
    // The same and then those that hold a list in its order, after a pass. Lists do without them as long as
    // there are none, and sort what they have in memory; what was marked is then found from the articles'
    // side. Asks `mayGoOn` now and then. Makes one at least, and where somebody is awaited then no more. True
    // where all are there for the first time.
    bool makeListIndexes(const std::function<bool()> &mayGoOn, const std::function<bool()> &isAwaited = {});
    // Of every row; empty while there are no indexes, as there are no rows then that a pass would know.
    KnownFiles knownFiles(QString *error);
    // One transaction. A file takes over the row of its path, else one of its identity whose path `isGone`
    // (which may be empty); the numbers of these rows are returned. Else it gets a row of its own. Without
    // indexes every file does: a first pass meets each path once. nullopt where nothing was stored.
    std::optional<QList<ArticleId>>
    store(const QList<ReadFile> &files, const std::function<bool(const KnownRow &)> &isGone, QString *error);
    // One transaction; numbers that are not there are passed over.
    bool remove(const QList<ArticleId> &ids, QString *error);
    // Whether the last call failed because another program was writing the file, longer than one waits for
    // it.
    bool isLocked() const;

    int articleCount();
    int problemCount();                         // articles with any of countedProblems
    ArticleId newestId() const;                 // no row has a greater number
    QSet<ArticleId> unreadable(QString *error); // articles with Problem::Unreadable
    // 0 where there is none.
    ArticleId rowOfPath(const QByteArray &path, QString *error);
    ArticleId rowOfFile(const FileEntry &entry, QString *error); // unchanged since it was stored
    // Rows of all files below any of these folders. Reads every row once, however many folders there are.
    QList<ArticleId> below(const QSet<QByteArray> &folders, QString *error);
    void releaseMemory(); // after a pass

private:
    bool openSound(const QString &file, bool *sound, QString *error);
    bool create(const QString &name, QString *error);
    bool prepare(QString *error);
    void close();
    bool insert(const ReadFile &file, CategoryId home, QString *error);
    bool update(ArticleId id, const ReadFile &file, CategoryId home, QString *error);
    ArticleId rowOf(const ReadFile &file, const std::function<bool(const KnownRow &)> &isGone,
                    QString *error);
    bool removeOne(ArticleId id, QString *error);
    std::optional<CategoryId> category(QByteArrayView path, QString *error);
    std::optional<CategoryId> child(CategoryId parent, QByteArrayView name, QString *error);
    std::optional<CategoryId> parentOf(CategoryId id, QString *error);
    bool applyCounts(QString *error);
    bool noteOtherWriter(QString *error);
    bool transact(const std::function<bool(QString *error)> &work, QString *error);
    qint64 count(const QString &sql);
    qint64 indexesMade();

    QString m_file; // what open() was asked for
    QString m_name;
    Database m_database;
    bool m_isIndexed = false;     // by those of makeIndexes()
    bool m_areAllIndexed = false; // and by those of lists
    Statement m_rowOfPath, m_rowOfFile, m_rowsOfIdentity, m_categoryOf, m_insert, m_update, m_remove;
    Statement m_findCategory, m_addCategory, m_parentOf, m_addCounts, m_readNext, m_setNext;
    ArticleId m_next = 1;                       // the number of the next row
    QHash<QByteArray, CategoryId> m_categories; // by PackedHead::Categories
    QHash<CategoryId, CategoryId> m_parents;
    QHash<CategoryId, int> m_ownChange; // of the running transaction
};

// The catalogue's file below `cacheFolder`, named by a hash of the archive's absolute path.
QString catalogFile(const QString &cacheFolder, const QByteArray &root);
