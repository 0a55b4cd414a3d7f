#include "app/library/categoryreader.h"
#include "app/library/viewquery.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace
{

void subtractRead(QList<CategoryRow> &rows, const QHash<CategoryId, int> &read)
{
    QHash<CategoryId, qsizetype> places;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        places.insert(rows[at].id, at);
        rows[at].unread = rows[at].articles;
    }
    for (const auto &[id, count] : read.asKeyValueRange()) {
        for (CategoryId at = id; at != wholeArchive && places.contains(at); at = rows[places[at]].parent)
            rows[places[at]].unread -= count;
        if (places.contains(wholeArchive))
            rows[places[wholeArchive]].unread -= count;
    }
}

}

CategoryReader::CategoryReader(const QTimeZone &zone, QDateTime (*now)())
    : m_now(now)
    , m_newest(zone)
{
}

void CategoryReader::openCatalogue(quint64 epoch, const QString &databaseName, const QString &marksName,
                                   const QString &archive)
{
    m_epoch = epoch;
    m_archive = archive;
    m_readState = {};
    m_newest.clear();
    m_isNew = true;
    m_database.close();
    QString error;
    if (!m_database.open(u":memory:"_s, DatabaseUse::Reading, &error) ||
        !m_database.attach(marksName, u"marks"_s, &error) ||
        !m_database.attach(databaseName, u"catalogue"_s, &error) ||
        !m_database.execute(u"PRAGMA marks.cache_size=-2048"_s, &error) || // a count comes by each page once
        !m_database.execute(u"PRAGMA catalogue.cache_size=-2048"_s, &error)) {
        Q_EMIT catalogueBroken(m_epoch, error);
        return;
    }
    if (std::exchange(m_wanted, 0) == epoch)
        readCategories(epoch);
}

void CategoryReader::readCategories(quint64 epoch)
{
    if (epoch != m_epoch) {
        m_wanted = epoch;
        return;
    }
    QString error;
    QList<CategoryRow> rows;
    if (!readTree(&rows, &error)) {
        Q_EMIT catalogueBroken(m_epoch, error);
        return;
    }
    if (m_isNew)
        Q_EMIT categoriesRead(epoch, rows, false);
    m_isNew = false;
    const std::optional<QHash<CategoryId, int>> read = readCounts(&error);
    const auto mayGoOn = [this] { return !m_isStopped; };
    const auto views = read ? countViews(m_database, m_newest, m_now(), mayGoOn, &error) : std::nullopt;
    m_database.execute(u"PRAGMA shrink_memory"_s, &error);
    if (read) {
        subtractRead(rows, *read);
        Q_EMIT categoriesRead(epoch, rows, true);
    }
    if (views) {
        Q_EMIT viewsCounted(epoch, *views);
    } else if (!m_isStopped) {
        Q_EMIT catalogueBroken(m_epoch, error);
    }
}

void CategoryReader::readStarred(quint64 epoch)
{
    QString ignored; // whoever counts stumbles over it, too
    if (const auto files = epoch == m_epoch ? starredFiles(m_database, &ignored) : std::nullopt)
        Q_EMIT starredRead(epoch, *files);
}

bool CategoryReader::readTree(QList<CategoryRow> *rows, QString *error) const
{
    Statement all(m_database,
                  u"SELECT id, parent, name, total FROM catalogue.categories WHERE total>0 OR id=0"
                  " ORDER BY id"_s);
    for (bool more = all.execute(error) && all.next(); more; more = all.next()) {
        *rows << CategoryRow{all.number(0), qMax<qint64>(all.number(1), wholeArchive), all.text(2),
                             static_cast<int>(all.number(3)), 0};
    }
    return error->isEmpty() && !all.hasFailed(error);
}

std::optional<QHash<CategoryId, int>> CategoryReader::readCounts(QString *error)
{
    if (!m_readState.refresh(m_database, m_archive, error))
        return std::nullopt;
    return m_readState.countRead(
        m_database, [this] { return !m_isStopped; }, error);
}
