#include "app/catalog/catalog.h"

#include "app/catalog/catalogschema.h"

#include <QCryptographicHash>
#include <QFile>

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace
{

bool makeFolderOf(const QString &file, QString *error)
{
    // Not QDir::mkpath(), which gives no reason.
    std::error_code code;
    std::filesystem::create_directories(std::filesystem::path(file.toStdU16String()).parent_path(), code);
    if (code)
        *error = QString::fromLocal8Bit(code.message().c_str());
    return !code;
}

}

bool Catalog::open(const QString &file, QString *reason)
{
    close();
    m_file = file;
    if (!makeFolderOf(file, reason)) {
        openInMemory();
        return false;
    }
    // Not opened first, and then found empty and removed: all that would be synced, before the first rows.
    if (!QFile::exists(file) && create(file, reason))
        return true;
    bool sound = false;
    if (openSound(file, &sound, reason))
        return true;
    close();
    if (!sound)
        return rebuild(reason);
    openInMemory();
    return false;
}

bool Catalog::rebuild(QString *reason)
{
    close();
    if (removeDatabase(m_file, reason) && create(m_file, reason))
        return true;
    openInMemory();
    return false;
}

void Catalog::openInMemory()
{
    close();
    QString error;
    const bool made = create(memoryDatabaseName(), &error);
    Q_ASSERT_X(made, "Catalog", qPrintable(error)); // needs nothing but memory
    Q_UNUSED(made);
}

// `sound` says whether the file may stay although it cannot be used (read-only, or another program lets
// nobody read it). One that only writes it, as a window that makes its indexes, is waited for where we write.
bool Catalog::openSound(const QString &file, bool *sound, QString *error)
{
    const bool isOurs = m_database.open(file, DatabaseUse::Disposable, error) &&
                        m_database.schemaNumber(error) == schemaNumber && prepare(error);
    *sound = isOurs || m_database.isLocked();
    return isOurs && m_database.isWritable(error);
}

bool Catalog::create(const QString &name, QString *error)
{
    const auto makeTables = [this](QString *reason) {
        for (const QString &sql : catalogSchema()) {
            if (!m_database.execute(sql, reason))
                return false;
        }
        return m_database.setSchemaNumber(schemaNumber, reason);
    };
    if (!m_database.open(name, DatabaseUse::Disposable, error))
        return false;
    const bool isMade = m_database.hastily([&] { return m_database.transact(makeTables, error); });
    return isMade && prepare(error);
}

bool Catalog::prepare(QString *error)
{
    m_rowOfPath = {m_database, u"SELECT id FROM articles WHERE place=? AND path=?"_s};
    m_rowOfFile = {m_database, u"SELECT id FROM articles WHERE place=? AND stamp=?"_s};
    m_rowsOfIdentity = {m_database, u"SELECT id, path FROM articles WHERE identity=?"_s};
    m_categoryOf = {m_database, u"SELECT category FROM articles WHERE id=?"_s};
    m_insert = {
        m_database,
        u"INSERT INTO articles(place, stamp, identity, category, sort_ms, date_ms, date_offset,"
        " problems, title, author, path, head_image, link, id) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s};
    m_update = {m_database,
                u"UPDATE articles SET place=?, stamp=?, identity=?, category=?, sort_ms=?, date_ms=?,"
                " date_offset=?, problems=?, title=?, author=?, path=?, head_image=?, link=? WHERE id=?"_s};
    m_remove = {m_database, u"DELETE FROM articles WHERE id=?"_s};
    m_findCategory = {m_database, u"SELECT id FROM categories WHERE parent=? AND name=?"_s};
    m_addCategory = {m_database, u"INSERT INTO categories(parent, name, own, total) VALUES(?,?,0,0)"_s};
    m_parentOf = {m_database, u"SELECT parent FROM categories WHERE id=?"_s};
    m_readNext = {m_database, u"SELECT next FROM numbers"_s};
    m_setNext = {m_database, u"UPDATE numbers SET next=?"_s};
    m_addCounts = {m_database, u"UPDATE categories SET own=own+?, total=total+? WHERE id=?"_s};
    Statement anything(m_database, u"SELECT (SELECT count(*) FROM (SELECT 1 FROM articles LIMIT 1)), total"
                                   " FROM categories WHERE id=0"_s);
    Statement indexes(m_database, u"SELECT count(*) FROM sqlite_schema WHERE type='index' AND name IN"
                                  " ('articles_identity', 'articles_place')"_s);
    const std::optional<qint64> made =
        firstNumber(anything, error) ? firstNumber(indexes, error) : std::nullopt;
    const std::optional<qint64> number = made ? firstNumber(m_readNext, error) : std::nullopt;
    m_isIndexed = made == catalogIndexes().size();
    m_areAllIndexed = m_isIndexed && indexesMade() == catalogIndexes().size() + listIndexes().size();
    m_next = number.value_or(1);
    if (number)
        m_name = m_database.name();
    return number.has_value();
}

void Catalog::close()
{
    for (Statement *statement :
         {&m_rowOfPath, &m_rowOfFile, &m_rowsOfIdentity, &m_categoryOf, &m_insert, &m_update, &m_remove,
          &m_findCategory, &m_addCategory, &m_parentOf, &m_addCounts, &m_readNext, &m_setNext})
        *statement = {};
    m_database.close();
    m_name.clear();
    m_categories.clear();
    m_parents.clear();
    m_next = 1;
}

ArticleId Catalog::rowOfPath(const QByteArray &path, QString *error)
{
    return firstNumber(m_rowOfPath.bind(placeOf(path)).bind(path), error).value_or(0);
}

ArticleId Catalog::rowOfFile(const FileEntry &entry, QString *error)
{
    return firstNumber(m_rowOfFile.bind(placeOf(entry.path)).bind(stampOf(entry)), error).value_or(0);
}

// The row that the file takes over; 0 for none.
ArticleId Catalog::rowOf(const ReadFile &file, const std::function<bool(const KnownRow &)> &isGone,
                         QString *error)
{
    if (!m_isIndexed)
        return 0;
    if (const ArticleId same = rowOfPath(file.entry.path, error))
        return same;
    if (!m_rowsOfIdentity.bind(static_cast<qint64>(file.head.identity)).execute(error))
        return 0;
    while (m_rowsOfIdentity.next()) {
        const KnownRow row{m_rowsOfIdentity.number(0), m_rowsOfIdentity.bytes(1)};
        if (!isGone || !isGone(row))
            continue;
        m_rowsOfIdentity.finish();
        return row.id;
    }
    m_rowsOfIdentity.hasFailed(error);
    return 0;
}

std::optional<QList<ArticleId>> Catalog::store(const QList<ReadFile> &files,
                                               const std::function<bool(const KnownRow &)> &isGone,
                                               QString *error)
{
    QList<ArticleId> kept;
    const auto storeAll = [&](QString *reason) {
        for (const ReadFile &file : files) {
            QString problem;
            const ArticleId row = rowOf(file, isGone, &problem);
            const std::optional<CategoryId> home =
                problem.isEmpty() ? category(file.head.text(PackedHead::Categories), &problem) : std::nullopt;
            if (!home || !(row > 0 ? update(row, file, *home, &problem) : insert(file, *home, &problem))) {
                *reason = problem;
                return false;
            }
            if (row > 0)
                kept << row;
        }
        return true;
    };
    return transact(storeAll, error) ? std::optional(kept) : std::nullopt;
}

// Where the list puts the article when it is sorted by date.
static qint64 sortTime(const ReadFile &file)
{
    const bool isGuess = bool(file.head.problems & (Problem::DateMissing | Problem::DateUnreadable));
    return isGuess && file.head.date == file.entry.modified ? undatedTime : file.head.date;
}

// Everything but the row number, in the order of the columns.
static Statement &bindRow(Statement &statement, const ReadFile &file, CategoryId home)
{
    const PackedHead &head = file.head;
    statement.bind(placeOf(file.entry.path)).bind(stampOf(file.entry));
    statement.bind(static_cast<qint64>(head.identity)).bind(home).bind(sortTime(file));
    statement.bind(head.date).bind(qint64(head.dateOffset)).bind(qint64(head.problems.toInt()));
    statement.bindText(head.text(PackedHead::Title)).bindText(head.text(PackedHead::Author));
    statement.bindBytes(file.entry.path).bindText(head.text(PackedHead::HeadImage));
    return statement.bindText(head.text(PackedHead::OriginalLink));
}

bool Catalog::insert(const ReadFile &file, CategoryId home, QString *error)
{
    m_ownChange[home] += 1;
    return bindRow(m_insert, file, home).bind(m_next++).execute(error);
}

bool Catalog::update(ArticleId id, const ReadFile &file, CategoryId home, QString *error)
{
    const std::optional<qint64> before = firstNumber(m_categoryOf.bind(id), error);
    if (!before)
        return false;
    m_ownChange[*before] -= 1;
    m_ownChange[home] += 1;
    return bindRow(m_update, file, home).bind(id).execute(error);
}

bool Catalog::remove(const QList<ArticleId> &ids, QString *error)
{
    const auto removeAll = [this, &ids](QString *reason) {
        for (const ArticleId id : ids) {
            if (!removeOne(id, reason))
                return false;
        }
        return true;
    };
    return transact(removeAll, error);
}

bool Catalog::removeOne(ArticleId id, QString *error)
{
    QString problem;
    const std::optional<qint64> home = firstNumber(m_categoryOf.bind(id), &problem);
    *error = problem;
    if (!home)
        return problem.isEmpty();
    m_ownChange[*home] -= 1;
    return m_remove.bind(id).execute(error);
}

bool Catalog::transact(const std::function<bool(QString *error)> &work, QString *error)
{
    m_ownChange.clear();
    const auto all = [this, &work](QString *reason) {
        if (!noteOtherWriter(reason))
            return false;
        const ArticleId next = m_next;
        return work(reason) && applyCounts(reason) &&
               (m_next == next || m_setNext.bind(m_next).execute(reason));
    };
    const ArticleId before = m_next;
    const bool wasIndexed = m_isIndexed;
    if (m_database.transact(all, error))
        return true;
    m_next = before;
    m_isIndexed = wasIndexed;
    m_categories.clear(); // may hold categories that were undone
    m_parents.clear();
    return false;
}

// Another window may be open on the same archive. Two first passes meet each path twice, so from the moment
// that one sees the other both look paths up.
bool Catalog::noteOtherWriter(QString *error)
{
    const std::optional<qint64> next = firstNumber(m_readNext, error);
    if (!next)
        return false;
    const bool isOther = *next != m_next;
    m_next = *next;
    return !isOther || makeIndexes(error);
}

qint64 Catalog::count(const QString &sql)
{
    QString error;
    Statement statement(m_database, sql);
    return firstNumber(statement, &error).value_or(0);
}

int Catalog::articleCount()
{
    return static_cast<int>(count(u"SELECT total FROM categories WHERE id=0"_s));
}

int Catalog::problemCount()
{
    return static_cast<int>(
        count(u"SELECT count(*) FROM articles WHERE problems & %1"_s.arg(countedProblems.toInt())));
}

QSet<ArticleId> Catalog::unreadable(QString *error)
{
    QSet<ArticleId> ids;
    // The first condition as in the index of the few awkward articles.
    Statement all(m_database, u"SELECT id FROM articles WHERE problems & %1 AND problems & %2"_s.arg(
                                  QString::number(countedProblems.toInt()),
                                  QString::number(Problems(Problem::Unreadable).toInt())));
    for (bool more = all.execute(error) && all.next(); more; more = all.next())
        ids.insert(all.number(0));
    all.hasFailed(error);
    return ids;
}

ArticleId Catalog::newestId() const
{
    return m_next - 1;
}

static bool isBelow(const QByteArray &path, const QSet<QByteArray> &folders)
{
    for (qsizetype slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        if (folders.contains(QByteArray::fromRawData(path.constData(), slash)))
            return true;
    }
    return false;
}

QList<ArticleId> Catalog::below(const QSet<QByteArray> &folders, QString *error)
{
    QList<ArticleId> ids;
    if (folders.isEmpty())
        return ids;
    Statement all(m_database, u"SELECT id, path FROM articles"_s);
    for (bool more = all.execute(error) && all.next(); more; more = all.next()) {
        if (isBelow(all.bytes(1), folders))
            ids << all.number(0);
    }
    return all.hasFailed(error) ? QList<ArticleId>() : ids;
}

bool Catalog::isLocked() const
{
    return m_database.isLocked();
}

void Catalog::releaseMemory()
{
    QString ignored;
    m_database.execute(u"PRAGMA shrink_memory"_s, &ignored);
}

QString catalogFile(const QString &cacheFolder, const QByteArray &root)
{
    const QByteArray hash = QCryptographicHash::hash(root, QCryptographicHash::Sha256).toHex().left(32);
    return cacheFolder + u"/catalogues/"_s + QString::fromLatin1(hash) + u".sqlite"_s;
}
