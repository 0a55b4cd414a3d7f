#include "app/library/articlemodel.h"

#include <QSet>

#include <algorithm>

namespace
{

// The rows of some screens around the reader; a row takes about half a kilobyte.
constexpr int keptRows = 64 * ArticleModel::pageSize;

// Looking through a million numbers takes some tenths of a millisecond; for more than so many, a hash is
// quicker.
constexpr qsizetype fewSearches = 16;

}

ArticleModel::ArticleModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_rows(keptRows)
{
}

int ArticleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_articles.ids.size() + m_tail.size());
}

QVariant ArticleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return idAt(index.row());
    m_lastAsked = index.row();
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
    case Qt::AccessibleTextRole:
        return m_speech ? m_speech(*row) : QVariant();
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
        const ArticleId id = idAt(at);
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
    m_lastAsked = row;
    if (const ArticleRow *kept = m_rows.object(idAt(row)))
        return *kept;
    wantPageOf(row);
    return std::nullopt;
}

int ArticleModel::rowOf(ArticleId id) const
{
    return static_cast<int>(m_articles.ids.indexOf(id));
}

QList<QByteArray> ArticleModel::foldersInSight() const
{
    QSet<QByteArray> folders;
    const QList<ArticleId> ids = idsBetween(m_lastAsked - pageSize / 2, m_lastAsked + pageSize / 2);
    for (const ArticleId id : ids) {
        const ArticleRow *row = m_rows.object(id);
        const QByteArray path = row ? row->head.path : QByteArray();
        folders.insert(path.left(std::max<qsizetype>(0, path.lastIndexOf('/'))));
    }
    folders.remove({});
    return folders.values();
}

ArticleId ArticleModel::idAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return 0;
    const qsizetype below = row - m_articles.ids.size();
    return below < 0 ? m_articles.ids[row] : m_tail[below];
}

QList<ArticleId> ArticleModel::idsBetween(int first, int last) const
{
    const qsizetype start = std::max(0, first);
    return m_articles.ids.mid(start, std::max<qsizetype>(0, last + 1 - start));
}

void ArticleModel::clear()
{
    beginResetModel();
    m_articles = {};
    m_rows.clear();
    m_wanted.clear();
    endResetModel();
}

void ArticleModel::apply(const ArticleChange &change)
{
    // A list that was dropped on its way here, and the change goes out from it.
    if (!m_articles.ids.isSharedWith(change.before.ids)) {
        ArticleChange own = changeBetween(m_articles, change.after);
        own.isFresh = change.isFresh;
        own.before = m_articles;
        apply(own);
        return;
    }
    m_wanted.clear();
    const auto before = static_cast<int>(m_articles.ids.size());
    const auto after = static_cast<int>(change.after.ids.size());
    if (!change.added.isEmpty()) {
        beginInsertRows({}, before, before + static_cast<int>(change.added.size()) - 1);
        m_tail = change.added;
        endInsertRows();
    }
    reorder(change);
    if (!change.removed.isEmpty()) {
        beginRemoveRows({}, after, after + static_cast<int>(change.removed.size()) - 1);
        m_tail.clear();
        endRemoveRows();
    }
    if (change.isFresh)
        Q_EMIT listReplaced();
    Q_EMIT applied();
}

void ArticleModel::reorder(const ArticleChange &change)
{
    if (!change.isReordered) {
        m_articles = change.after;
        m_tail = change.removed;
        return;
    }
    Q_EMIT orderAboutToChange();
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QList<ArticleId> ids;
    for (const QModelIndex &kept : from)
        ids << idAt(kept.row());
    m_articles = change.after;
    m_tail = change.removed;
    const QHash<ArticleId, int> places = rowsOf(ids);
    QModelIndexList to;
    for (const ArticleId id : ids)
        to << index(places.value(id, -1));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT orderChanged();
}

// Those that are in the list. A row usually stands where it stood when it was asked for, or below the one
// before it.
QHash<ArticleId, int> ArticleModel::rowsOf(const QList<ArticleId> &ids) const
{
    QHash<ArticleId, int> found;
    QSet<ArticleId> missing;
    int last = -1;
    for (const ArticleId id : ids) {
        const int guess = m_wanted.value(id, last + 1);
        if (idAt(guess) == id)
            found.insert(id, last = guess);
        else
            missing.insert(id);
    }
    if (missing.size() <= fewSearches) {
        for (const ArticleId id : std::as_const(missing)) {
            const qsizetype tail = m_tail.indexOf(id);
            const qsizetype row = tail < 0 ? m_articles.ids.indexOf(id) : m_articles.ids.size() + tail;
            if (row >= 0)
                found.insert(id, static_cast<int>(row));
        }
        return found;
    }
    for (int row = 0; row < rowCount() && !missing.isEmpty(); ++row) {
        if (missing.remove(idAt(row)))
            found.insert(idAt(row), row);
    }
    return found;
}

void ArticleModel::setRows(const QList<ArticleRow> &rows)
{
    QList<ArticleId> ids;
    for (const ArticleRow &row : rows)
        ids << row.id;
    const QHash<ArticleId, int> found = rowsOf(ids);
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
    QList<ArticleId> changed;
    const QList<ArticleId> kept = m_rows.keys();
    for (const ArticleId id : kept) {
        ArticleRow *row = m_rows.object(id);
        if (row->head.identity != identity || (row->read == read && row->starred == starred))
            continue;
        row->read = read;
        row->starred = starred;
        changed << id;
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
