#include "app/catalog/catalog.h"

// The categories of a catalogue: found or made by their path, and their articles counted.

std::optional<CategoryId> Catalog::category(const QStringList &path, QString *error)
{
    CategoryId id = wholeArchive;
    for (const QString &name : path) {
        const std::optional<CategoryId> next = child(id, name, error);
        if (!next)
            return std::nullopt;
        id = *next;
    }
    return id;
}

std::optional<CategoryId> Catalog::child(CategoryId parent, const QString &name, QString *error)
{
    const auto kept = m_children.constFind({parent, name});
    if (kept != m_children.cend())
        return *kept;
    QString problem;
    std::optional<qint64> id = firstNumber(m_findCategory.bind(parent).bind(name), &problem);
    if (!id && problem.isEmpty()) {
        if (!m_addCategory.bind(parent).bind(name).execute(&problem)) {
            *error = problem;
            return std::nullopt;
        }
        id = firstNumber(m_findCategory.bind(parent).bind(name), &problem);
    }
    if (!id) {
        *error = problem;
        return std::nullopt;
    }
    m_children.insert({parent, name}, *id);
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
