#include "app/library/articlemodel.h"

#include <QSet>

#include <algorithm>

namespace
{

// The rows of some screens around the reader; a row takes about half a kilobyte.
constexpr int keptRows = 64 * ArticleModel::pageSize;

// Above this a view does better with a reset than with so many insertions.
constexpr int mostRuns = 500;

// Each run moves all rows below it (16 bytes a row): together at most about 0.1 s.
constexpr qsizetype mostMovedRows = 50'000'000;
constexpr qsizetype fewRuns = 8; // always worth keeping the view's place

// A linear search takes about a millisecond in a million rows; whoever asks oftener is worth an index.
constexpr int searchesWithoutIndex = 8;

}

ArticleModel::ArticleModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(keptRows)
{
}

int ArticleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_keys.size());
}

QVariant ArticleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return idAt(index.row());
    const ArticleRow *row = m_rows.object(idAt(index.row()));
    if (!row)
        wantPageOf(index.row());
    if (role == LoadedRole)
        return row != nullptr;
    if (!row)
        return {};
    switch (role) {
    case TitleRole:
        return row->head.title;
    case AuthorRole:
        return row->head.author;
    case DateRole:
        return row->head.date;
    case DateIsGuessRole:
        return bool(row->head.problems & (Problem::DateMissing | Problem::DateUnreadable));
    case ReadRole:
        return row->read;
    case StarredRole:
        return row->starred;
    default:
        return {};
    }
}

void ArticleModel::wantPageOf(int row) const
{
    const int first = row - row % pageSize;
    const int end = std::min(first + pageSize, rowCount());
    QList<ArticleId> ids;
    for (int at = first; at < end; ++at) {
        const ArticleId id = m_keys[at].id;
        if (m_wanted.contains(id) || m_rows.contains(id))
            continue;
        m_wanted.insert(id, at);
        ids << id;
    }
    if (!ids.isEmpty())
        Q_EMIT pageWanted(ids);
}

std::optional<ArticleRow> ArticleModel::article(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    if (const ArticleRow *kept = m_rows.object(m_keys[row].id))
        return *kept;
    wantPageOf(row);
    return std::nullopt;
}

int ArticleModel::rowOf(ArticleId id) const
{
    if (!m_rowOf.isEmpty())
        return m_rowOf.value(id, -1);
    if (++m_searches > searchesWithoutIndex) {
        m_rowOf.reserve(m_keys.size());
        for (int row = 0; row < rowCount(); ++row)
            m_rowOf.insert(m_keys[row].id, row);
        return m_rowOf.value(id, -1);
    }
    const auto found =
        std::find_if(m_keys.cbegin(), m_keys.cend(), [id](const ArticleKey &key) { return key.id == id; });
    return found == m_keys.cend() ? -1 : static_cast<int>(found - m_keys.cbegin());
}

ArticleId ArticleModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_keys[row].id : 0;
}

const QList<DaySection> &ArticleModel::sections() const
{
    if (m_sectionsKnown)
        return m_sections;
    m_sectionsKnown = true;
    m_sections.clear();
    if (!m_groupedByDay)
        return m_sections;
    for (int row = 0; row < rowCount(); ++row) {
        if (row == 0 || m_keys[row].day != m_keys[row - 1].day)
            m_sections << DaySection{row, QDate::fromJulianDay(m_keys[row].day)};
    }
    return m_sections;
}

void ArticleModel::setKeys(const QList<ArticleKey> &keys, bool groupedByDay, bool reset)
{
    m_wanted.clear();
    if (!reset && groupedByDay == m_groupedByDay && replaceInRuns(keys))
        return;
    beginResetModel();
    m_keys = keys;
    m_groupedByDay = groupedByDay;
    if (reset)
        m_rows.clear();
    touched();
    endResetModel();
}

// What depends on the numbers of rows.
void ArticleModel::touched()
{
    m_sectionsKnown = false;
    m_rowOf.clear();
    m_searches = 0;
}

// The runs of `longer` that are missing in `shorter`; nullopt where `shorter` holds anything that is not in
// `longer`, or in another order, or where there are too many runs.
std::optional<QList<ArticleModel::Run>> ArticleModel::runsWithout(const QList<ArticleKey> &longer,
                                                                  const QList<ArticleKey> &shorter)
{
    QList<Run> runs;
    qsizetype at = 0;
    for (qsizetype row = 0; row < longer.size(); ++row) {
        if (at < shorter.size() && longer[row] == shorter[at]) {
            ++at;
            continue;
        }
        if (!runs.isEmpty() && runs.last().first + runs.last().count == row)
            ++runs.last().count;
        else
            runs << Run{static_cast<int>(row), 1};
        if (runs.size() > mostRuns)
            return std::nullopt;
    }
    return at == shorter.size() ? std::optional(runs) : std::nullopt;
}

bool ArticleModel::replaceInRuns(const QList<ArticleKey> &keys)
{
    // What stays: all of the old list if nothing is gone, else what both lists hold.
    QList<ArticleKey> staying = m_keys;
    std::optional<QList<Run>> insertions = runsWithout(keys, m_keys);
    if (!insertions) {
        QSet<ArticleId> wanted;
        wanted.reserve(keys.size());
        for (const ArticleKey &key : keys)
            wanted.insert(key.id);
        staying.removeIf([&wanted](const ArticleKey &key) { return !wanted.contains(key.id); });
        insertions = runsWithout(keys, staying);
    }
    const std::optional<QList<Run>> removals = runsWithout(m_keys, staying);
    if (!insertions || !removals)
        return false;
    const qsizetype runs = insertions->size() + removals->size();
    if (runs > mostRuns || (runs > fewRuns && runs * keys.size() > mostMovedRows))
        return false;
    removeRuns(*removals);
    insertRuns(*insertions, keys);
    return true;
}

void ArticleModel::removeRuns(const QList<Run> &runs)
{
    for (auto run = runs.crbegin(); run != runs.crend(); ++run) {
        beginRemoveRows({}, run->first, run->first + run->count - 1);
        m_keys.remove(run->first, run->count);
        touched();
        endRemoveRows();
    }
}

void ArticleModel::insertRuns(const QList<Run> &runs, const QList<ArticleKey> &keys)
{
    for (const Run &run : runs) {
        beginInsertRows({}, run.first, run.first + run.count - 1);
        m_keys.insert(run.first, run.count, ArticleKey());
        std::copy_n(keys.cbegin() + run.first, run.count, m_keys.begin() + run.first);
        touched();
        endInsertRows();
    }
}

// A row usually stands where it stood when it was asked for; one walk finds the others.
QHash<ArticleId, int> ArticleModel::rowsOf(const QList<ArticleRow> &rows) const
{
    QHash<ArticleId, int> found;
    QSet<ArticleId> missing;
    for (const ArticleRow &row : rows) {
        const int guess = m_wanted.value(row.id, -1);
        if (idAt(guess) == row.id)
            found.insert(row.id, guess);
        else
            missing.insert(row.id);
    }
    for (int row = 0; row < rowCount() && !missing.isEmpty(); ++row) {
        if (missing.remove(m_keys[row].id))
            found.insert(m_keys[row].id, row);
    }
    return found;
}

void ArticleModel::setRows(const QList<ArticleRow> &rows)
{
    const QHash<ArticleId, int> found = rowsOf(rows);
    for (const ArticleRow &row : rows) {
        m_wanted.remove(row.id);
        if (found.contains(row.id))
            m_rows.insert(row.id, new ArticleRow(row));
    }
    emitChanged(found.values());
}

void ArticleModel::refresh(const QList<ArticleId> &ids)
{
    QList<ArticleId> kept;
    for (const ArticleId id : ids) {
        if (m_rows.contains(id))
            kept << id;
    }
    if (!kept.isEmpty())
        Q_EMIT pageWanted(kept);
}

void ArticleModel::setMarks(Identity identity, bool read, bool starred)
{
    QList<ArticleRow> changed;
    const QList<ArticleId> kept = m_rows.keys();
    for (const ArticleId id : kept) {
        ArticleRow *row = m_rows.object(id);
        if (row->head.identity != identity || (row->read == read && row->starred == starred))
            continue;
        row->read = read;
        row->starred = starred;
        changed << *row;
    }
    emitChanged(rowsOf(changed).values());
}

void ArticleModel::emitChanged(QList<int> rows)
{
    std::sort(rows.begin(), rows.end());
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        Q_EMIT dataChanged(index(rows[first]), index(rows[last]));
        first = last + 1;
    }
}
