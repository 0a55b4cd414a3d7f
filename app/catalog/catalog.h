#pragma once

#include "app/catalog/catalogtypes.h"
#include "app/catalog/statement.h"

#include <QHash>

#include <optional>
#include <vector>

// The problems that a pass counts (PassResult::withProblems).
constexpr Problems countedProblems = Problem::FrontMatterRepaired | Problem::EncodingDamaged |
                                     Problem::Unreadable | Problem::NotARegularFile | Problem::TooLarge |
                                     Problem::LinkLoop;

// What the catalogue remembers of a file, to tell whether it changed.
struct KnownFile {
    ArticleId id = 0;
    qint64 size = 0;     // bytes
    qint64 modified = 0; // milliseconds since 1970-01-01 UTC
    quint64 inode = 0;
    Problems problems; // of the whole article
};

// What a pass brings of one new or changed file.
struct ReadFile {
    FileEntry entry;
    ArticleHead head;
};

// The disposable file of one archive, and its only writer (design decision 3). Anything wrong with it is
// mended by making it anew; where that cannot be, a database in memory stands in.
//
// articles: one row a file; a changed file gets a new row number, never one that was used before. Dates are
//   date_ms (milliseconds since 1970-01-01 UTC) and date_offset (seconds east of UTC, as written);
//   sort_ms is date_ms, or undatedTime.
// categories: `own` and `total` articles are kept up to date with every transaction, so that nobody counts.
//   A category without articles stays, so that its number remains its own.
class Catalog final
{
public:
    static constexpr int schemaNumber = 1;

    // False where a database in memory stands in, with the reason; the catalogue is usable all the same. A
    // file of another schema or that is no sound database is made anew.
    bool open(const QString &file, QString *reason);
    // Throws everything away and starts empty, in the same file where possible. False as open().
    bool rebuild(QString *reason);
    void openInMemory();
    // For Database::open() of a reader; empty where nothing is open.
    QString databaseName() const { return m_name; }

    // nullopt where the path is new, and, with `error`, where the catalogue cannot be read.
    std::optional<KnownFile> known(const QByteArray &path, QString *error);
    // One transaction; a row of the same path is replaced.
    bool store(const QList<ReadFile> &files, QString *error);
    // One transaction; numbers that are not there are passed over.
    bool remove(const QList<ArticleId> &ids, QString *error);

    int articleCount();
    int problemCount(); // articles with any of countedProblems
    ArticleId newestId();
    // Rows up to `newest` whose number is not marked in `seen` (index: row number).
    QList<ArticleId> unseen(const std::vector<bool> &seen, ArticleId newest, QString *error);
    // Rows of all files below a folder.
    QList<ArticleId> below(const QByteArray &folder, QString *error);
    void releaseMemory(); // after a pass

private:
    bool openSound(const QString &file, bool *sound, QString *error);
    bool create(const QString &name, QString *error);
    bool prepare(QString *error);
    void close();
    bool storeOne(const ReadFile &file, QString *error);
    bool removeOne(ArticleId id, QString *error);
    std::optional<CategoryId> category(const QStringList &path, QString *error);
    std::optional<CategoryId> child(CategoryId parent, const QString &name, QString *error);
    std::optional<CategoryId> parentOf(CategoryId id, QString *error);
    bool applyCounts(QString *error);
    bool transact(const std::function<bool(QString *error)> &work, QString *error);
    qint64 count(const QString &sql);

    QString m_file; // what open() was asked for
    QString m_name;
    Database m_database;
    Statement m_known, m_categoryOf, m_insert, m_remove;
    Statement m_findCategory, m_addCategory, m_parentOf, m_addCounts;
    QHash<std::pair<CategoryId, QString>, CategoryId> m_children;
    QHash<CategoryId, CategoryId> m_parents;
    QHash<CategoryId, int> m_ownChange; // of the running transaction
};

// The catalogue's file below `cacheFolder`, named by a hash of the archive's absolute path.
QString catalogFile(const QString &cacheFolder, const QByteArray &root);
