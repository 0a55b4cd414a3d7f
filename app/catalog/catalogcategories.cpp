#include "app/catalog/catalog.h"

// The categories of a catalogue: found or made by their path, and their articles counted.

// Files come folder by folder, so most are asked for once more.
std::optional<CategoryId> Catalog::category(QByteArrayView path, QString *error)
{
    const QByteArray key = QByteArray::fromRawData(path.data(), path.size());
    const auto kept = m_categories.constFind(key);
    if (kept != m_categories.cend())
        return *kept;
    CategoryId id = wholeArchive;
    for (qsizetype begin = 0; begin < path.size();) {
        const qsizetype end = path.indexOf('\0', begin);
        const std::optional<CategoryId> next = child(id, path.sliced(begin, end - begin), error);
        if (!next)
            return std::nullopt;
        id = *next;
        begin = end + 1;
    }
    return *m_categories.insert(path.toByteArray(), id);
}

std::optional<CategoryId> Catalog::child(CategoryId parent, QByteArrayView name, QString *error)
{
    QString problem;
    std::optional<qint64> id = firstNumber(m_findCategory.bind(parent).bindText(name), &problem);
    if (!id && problem.isEmpty()) {
        if (!m_addCategory.bind(parent).bindText(name).execute(&problem)) {
            *error = problem;
            return std::nullopt;
        }
        id = firstNumber(m_findCategory.bind(parent).bindText(name), &problem);
    }
    if (!id) {
        *error = problem;
        return std::nullopt;
    }
    m_parents.insert(*id, parent);
    return id;
}

std::optional<CategoryId> Catalog::parentOf(CategoryId id, QString *error)
{
    const auto kept = m_parents.constFind(id);
    if (kept != m_parents.cend())
        return *kept;
    const std::optional<qint64> parent = firstNumber(m_parentOf.bind(id), error);
    if (parent)
        m_parents.insert(id, *parent);
    return parent;
}

bool Catalog::applyCounts(QString *error)
{
    QHash<CategoryId, int> totals;
    for (const auto &[id, change] : m_ownChange.asKeyValueRange()) {
        std::optional<CategoryId> at = id;
        while (at && *at != wholeArchive) {
            totals[*at] += change;
            at = parentOf(*at, error);
        }
        if (!at)
            return false;
        totals[wholeArchive] += change;
    }
    for (const auto &[id, change] : totals.asKeyValueRange()) {
        m_addCounts.bind(qint64(m_ownChange.value(id))).bind(qint64(change)).bind(id);
        if (!m_addCounts.execute(error))
            return false;
    }
    return true;
}
