#include "app/images/imageindex.h"

#include "app/images/imageindexschema.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <limits>

using namespace Qt::StringLiterals;

namespace
{

bool isError(const QSqlError &error)
{
    return error.type() != QSqlError::NoError;
}

// SQLite's primary result codes for a file that is no database any more.
bool isCorrupt(const QSqlError &error)
{
    constexpr int primaryCode = 0xff;
    constexpr int sqliteCorrupt = 11;
    constexpr int sqliteNotADatabase = 26;
    const int code = error.nativeErrorCode().toInt() & primaryCode;
    return code == sqliteCorrupt || code == sqliteNotADatabase;
}

QSqlError run(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.exec(statement);
    return query.lastError();
}

} // namespace

ImageIndex::ImageIndex()
    // Unique among all connections alive.
    : m_connectionName(u"image-index-%1"_s.arg(quintptr(this), 0, 16))
{
}

ImageIndex::~ImageIndex()
{
    close();
}

bool ImageIndex::open(const QString &path, QString *error)
{
    close();
    m_path = path;
    const QSqlError failure = openFile();
    if (!isError(failure))
        return true;
    if (isCorrupt(failure))
        return replace(error);
    *error = failure.text();
    close();
    return false;
}

std::optional<ImageFacts> ImageIndex::facts(const QString &key)
{
    std::optional<ImageFacts> facts;
    QString ignored;
    if (isCorrupt(read(key, &facts)))
        replace(&ignored);
    return facts;
}

bool ImageIndex::setFacts(const QString &key, const ImageFacts &facts, QString *error)
{
    QSqlError failure = write(key, facts);
    if (isCorrupt(failure) && replace(error))
        failure = write(key, facts);
    if (!isError(failure))
        return true;
    *error = failure.text();
    return false;
}

// Kept first: facts alone, after a kill in between, would let it go.
bool ImageIndex::setFound(const QString &key, const ImageFacts &facts)
{
    return runForEach(u"INSERT OR IGNORE INTO kept VALUES (?)"_s, {{key}}) && !isError(write(key, facts));
}

bool ImageIndex::hasKept() const
{
    QSqlQuery query(database());
    return query.exec(u"SELECT 1 FROM kept LIMIT 1"_s) && query.next();
}

bool ImageIndex::letKeptGo()
{
    return !isError(run(database(), u"DELETE FROM kept"_s));
}

void ImageIndex::setSize(const QString &key, const QSize &size)
{
    QSqlQuery query(database());
    query.prepare(u"UPDATE picture SET width = ?, height = ? WHERE key = ?"_s);
    query.addBindValue(size.width());
    query.addBindValue(size.height());
    query.addBindValue(key);
    query.exec();
}

void ImageIndex::remove(const QString &key)
{
    QSqlQuery query(database());
    query.prepare(u"DELETE FROM picture WHERE key = ?"_s);
    query.addBindValue(key);
    query.exec();
}

StoreSize ImageIndex::size() const
{
    QSqlQuery query(database());
    if (!query.exec(u"SELECT bytes, pictures FROM total"_s) || !query.next())
        return {};
    return {query.value(0).toLongLong(), query.value(1).toLongLong()};
}

bool ImageIndex::setShown(const QHash<QString, qint64> &times)
{
    QList<QVariantList> rows;
    for (auto time = times.cbegin(); time != times.cend(); ++time)
        rows.append({time.value(), time.key()});
    return runForEach(u"UPDATE picture SET shown = ? WHERE key = ?"_s, rows);
}

void ImageIndex::addOwner(const QString &key, quint64 article)
{
    QSqlQuery query(database());
    query.prepare(u"INSERT OR IGNORE INTO owner SELECT key, ? FROM picture WHERE key = ?"_s);
    query.addBindValue(static_cast<qint64>(article)); // SQLite's numbers have a sign
    query.addBindValue(key);
    query.exec();
}

void ImageIndex::setOwner(quint64 article, const QStringList &keys)
{
    QSqlDatabase connection = database();
    if (!connection.transaction())
        return;
    QSqlQuery query(connection);
    bool isDone = query.prepare(u"INSERT OR IGNORE INTO owner VALUES (?, ?)"_s);
    for (qsizetype i = 0; isDone && i < keys.size(); ++i) {
        query.bindValue(0, keys.at(i));
        query.bindValue(1, static_cast<qint64>(article));
        isDone = query.exec();
    }
    isDone = isDone && query.prepare(u"INSERT OR IGNORE INTO starred VALUES (?)"_s);
    query.addBindValue(static_cast<qint64>(article));
    isDone = isDone && query.exec();
    query.finish();
    if (!isDone || !connection.commit())
        connection.rollback(); // it is read once more in another run
}

bool ImageIndex::isOwnerKnown(quint64 article) const
{
    QSqlQuery query(database());
    query.prepare(u"SELECT 1 FROM starred WHERE article = ?"_s);
    query.addBindValue(static_cast<qint64>(article));
    return query.exec() && query.next();
}

QSet<quint64> ImageIndex::owners(const QString &key) const
{
    QSet<quint64> articles;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT article FROM owner WHERE picture = ?"_s);
    query.addBindValue(key);
    query.exec();
    while (query.next())
        articles.insert(static_cast<quint64>(query.value(0).toLongLong()));
    return articles;
}

QList<IndexedImage> ImageIndex::leastRecentlyShown(int most, const IndexedImage &after) const
{
    QList<IndexedImage> pictures;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT key, length, shown FROM picture WHERE (shown, length, key) > (?, ?, ?)"
                  " AND key NOT IN (SELECT key FROM kept) ORDER BY shown, length, key LIMIT ?"_s);
    query.addBindValue(after.key.isEmpty() ? std::numeric_limits<qint64>::min() : after.shown);
    query.addBindValue(after.length);
    query.addBindValue(after.key);
    query.addBindValue(most);
    query.exec();
    while (query.next())
        pictures.append(
            {query.value(0).toString(), query.value(1).toLongLong(), query.value(2).toLongLong()});
    for (IndexedImage &picture : pictures)
        picture.owners = owners(picture.key);
    return pictures;
}

std::optional<QStringList> ImageIndex::keysIn(const QString &twoDigits) const
{
    QStringList keys;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.prepare(u"SELECT key FROM picture WHERE key >= ? AND key < ?"_s);
    query.addBindValue(twoDigits);
    query.addBindValue(QString(twoDigits + u'g')); // behind every hex digit
    if (!query.exec())
        return std::nullopt;
    while (query.next())
        keys.append(query.value(0).toString());
    if (isError(query.lastError()))
        return std::nullopt;
    return keys;
}

QStringList ImageIndex::strayParts() const
{
    QStringList parts;
    QSqlQuery query(database());
    query.setForwardOnly(true);
    query.exec(u"SELECT part FROM stray ORDER BY part"_s);
    while (query.next())
        parts.append(query.value(0).toString());
    return parts;
}

bool ImageIndex::isStray(const QString &part) const
{
    if (!m_hasStrays)
        return false;
    QSqlQuery query(database());
    query.prepare(u"SELECT 1 FROM stray WHERE part = ?"_s);
    query.addBindValue(part);
    return query.exec() && query.next();
}

bool ImageIndex::setLookedAt(const QStringList &parts)
{
    QList<QVariantList> rows;
    for (const QString &part : parts)
        rows.append({part});
    const bool isDone = runForEach(u"DELETE FROM stray WHERE part = ?"_s, rows);
    m_hasStrays = !strayParts().isEmpty();
    return isDone;
}

bool ImageIndex::removeAll(const QStringList &keys)
{
    QList<QVariantList> rows;
    for (const QString &key : keys)
        rows.append({key});
    return runForEach(u"DELETE FROM picture WHERE key = ?"_s, rows);
}

bool ImageIndex::clear(QString *error)
{
    // In one: stray parts that were left over would bring the pictures back.
    QSqlError failure;
    for (const QString &statement : {u"BEGIN IMMEDIATE"_s, u"DELETE FROM picture"_s, u"DELETE FROM kept"_s,
                                     u"DELETE FROM stray"_s, u"COMMIT"_s}) {
        if (!isError(failure))
            failure = run(database(), statement);
    }
    if (!isError(failure))
        return true;
    *error = failure.text();
    run(database(), u"ROLLBACK"_s); // fails where nothing had begun
    return false;
}

// One transaction.
bool ImageIndex::runForEach(const QString &sql, const QList<QVariantList> &rows) const
{
    if (rows.isEmpty())
        return true;
    QSqlDatabase connection = database();
    if (!connection.transaction())
        return false;
    QSqlQuery query(connection);
    bool isDone = query.prepare(sql);
    for (qsizetype i = 0; isDone && i < rows.size(); ++i) {
        for (qsizetype place = 0; place < rows.at(i).size(); ++place)
            query.bindValue(int(place), rows.at(i).at(place));
        isDone = query.exec();
    }
    query.finish();
    if (isDone && connection.commit())
        return true;
    connection.rollback();
    return false;
}

void ImageIndex::close()
{
    if (!QSqlDatabase::contains(m_connectionName))
        return;
    database().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

// Put aside, not deleted: whoever wants to look at it can.
bool ImageIndex::replace(QString *error)
{
    close();
    const QString aside = m_path + ".damaged"_L1;
    QFile::remove(aside);
    if (QFile::exists(m_path) && !QFile::rename(m_path, aside)) {
        *error = u"%1: damaged, and cannot be renamed"_s.arg(m_path);
        return false;
    }
    // A log left behind would be played back into the new file.
    QFile::remove(m_path + "-wal"_L1);
    QFile::remove(m_path + "-shm"_L1);
    const QSqlError failure = openFile();
    *error = failure.text();
    return !isError(failure);
}

QSqlDatabase ImageIndex::database() const
{
    return QSqlDatabase::database(m_connectionName, false);
}

QSqlError ImageIndex::openFile()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    connection.setDatabaseName(m_path);
    return connection.open() ? prepareSchema() : connection.lastError();
}

QSqlError ImageIndex::prepareSchema()
{
    if (const QSqlError error = bringImageIndexUpToDate(database()); isError(error))
        return error;
    for (const QString &statement : {
             u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = NORMAL"_s,
             u"SELECT key FROM picture LIMIT 1"_s, // damage shows now rather than at the first picture
         }) {
        if (const QSqlError error = run(database(), statement); isError(error))
            return error;
    }
    m_hasStrays = !strayParts().isEmpty();
    return {};
}

QSqlError ImageIndex::read(const QString &key, std::optional<ImageFacts> *facts) const
{
    QSqlQuery query(database());
    query.prepare(u"SELECT length, sha256, type, width, height, stored FROM picture WHERE key = ?"_s);
    query.addBindValue(key);
    if (query.exec() && query.next()) {
        *facts = {query.value(0).toLongLong(), query.value(1).toByteArray(), query.value(2).toInt(),
                  QSize(query.value(3).toInt(), query.value(4).toInt()), query.value(5).toLongLong()};
    }
    return query.lastError();
}

QSqlError ImageIndex::write(const QString &key, const ImageFacts &facts) const
{
    QSqlQuery query(database());
    // No REPLACE: it removes the old row without the trigger that keeps the sum.
    query.prepare(u"INSERT INTO picture (key, length, sha256, type, width, height, stored, shown)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET length = excluded.length,"
                  " sha256 = excluded.sha256, type = excluded.type, width = excluded.width,"
                  " height = excluded.height, stored = excluded.stored, shown = excluded.shown"_s);
    query.addBindValue(key);
    query.addBindValue(facts.length);
    query.addBindValue(facts.sha256);
    query.addBindValue(facts.type);
    query.addBindValue(facts.size.width());
    query.addBindValue(facts.size.height());
    query.addBindValue(facts.stored);
    query.addBindValue(facts.stored);
    query.exec();
    return query.lastError();
}
