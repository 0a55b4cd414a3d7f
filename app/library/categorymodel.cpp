#include "app/library/categorymodel.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <vector>

struct CategoryModel::Node {
    CategoryRow row;
    Node *parent = nullptr;
    int position = 0; // among its siblings
    std::vector<std::unique_ptr<Node>> children;
};

CategoryModel::CategoryModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_nodes.insert(wholeArchive, m_root.get());
}

CategoryModel::~CategoryModel() = default;

CategoryModel::Node *CategoryModel::nodeAt(const QModelIndex &index) const
{
    return static_cast<Node *>(index.internalPointer());
}

QModelIndex CategoryModel::indexOf(const Node *node) const
{
    return node ? createIndex(node->position, 0, node) : QModelIndex();
}

QModelIndex CategoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? indexOf(nodeAt(parent)->children[static_cast<size_t>(row)].get())
                            : indexOf(m_root.get());
}

QModelIndex CategoryModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeAt(child)->parent) : QModelIndex();
}

int CategoryModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return 1;
    return parent.column() == 0 ? static_cast<int>(nodeAt(parent)->children.size()) : 0;
}

int CategoryModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant CategoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *node = nodeAt(index);
    switch (role) {
    case NameRole:
        return node->row.name;
    case IdRole:
        return node->row.id;
    case ArticlesRole:
        return node->row.articles;
    case UnreadRole:
        return node->row.unread;
    case PathRole:
        return path(node);
    case Qt::AccessibleTextRole:
        return m_speech ? m_speech(node->row) : QVariant();
    default:
        return {};
    }
}

QStringList CategoryModel::path(const Node *node) const
{
    QStringList names;
    for (; node->parent; node = node->parent)
        names.prepend(node->row.name);
    return names;
}

QModelIndex CategoryModel::indexOf(CategoryId id) const
{
    return indexOf(m_nodes.value(id));
}

QModelIndex CategoryModel::indexOf(const QStringList &path) const
{
    const Node *node = m_root.get();
    for (const QString &name : path) {
        const auto child = std::find_if(node->children.cbegin(), node->children.cend(),
                                        [&name](const auto &other) { return other->row.name == name; });
        if (child == node->children.cend())
            break;
        node = child->get();
    }
    return indexOf(node);
}

void CategoryModel::setCategories(const QList<CategoryRow> &rows)
{
    if (!isSameTree(rows)) {
        Children children;
        for (const CategoryRow &row : rows) {
            if (row.id != wholeArchive)
                children[row.parent] << row;
        }
        m_nodes.clear(); // numbers are new where the catalogue was made anew; names tell what is the same
        m_nodes.reserve(rows.size());
        update(m_root.get(), wholeArchive, children);
    }
    takeRows(rows.isEmpty() ? QList{CategoryRow()} : rows);
}

// Thousands of categories are compared with what is there a hundred times as quickly as they are sorted in.
bool CategoryModel::isSameTree(const QList<CategoryRow> &rows) const
{
    const auto isKnown = [this](const CategoryRow &row) {
        const Node *node = m_nodes.value(row.id);
        return node && (!node->parent || (node->row.name == row.name && node->parent->row.id == row.parent));
    };
    return rows.size() == m_nodes.size() && std::all_of(rows.cbegin(), rows.cend(), isKnown);
}

void CategoryModel::update(Node *node, CategoryId id, const Children &children)
{
    m_nodes.insert(id, node);
    const auto below = children.constFind(id);
    if (node->children.empty() && below == children.cend())
        return; // most have nothing below them
    QHash<QString, CategoryRow> wanted;
    for (const CategoryRow &child : below == children.cend() ? QList<CategoryRow>() : *below)
        wanted.insert(child.name, child);
    removeMissing(node, wanted);
    for (const std::unique_ptr<Node> &child : node->children)
        update(child.get(), wanted.take(child->row.name).id, children);
    insertNew(node, wanted, children);
}

// With all that is below it: no view has heard of it yet, so none is told of each part.
std::unique_ptr<CategoryModel::Node> CategoryModel::branch(const CategoryRow &row, Node *parent,
                                                           const Children &children)
{
    auto node = std::make_unique<Node>(Node{row, parent, 0, {}});
    m_nodes.insert(row.id, node.get());
    const auto below = children.constFind(row.id);
    if (below == children.cend())
        return node;
    node->children.reserve(static_cast<size_t>(below->size()));
    for (const CategoryRow &child : *below)
        node->children.push_back(branch(child, node.get(), children));
    std::sort(node->children.begin(), node->children.end(),
              [this](const auto &first, const auto &second) { return comesBefore(*first, *second); });
    renumber(node.get(), 0);
    return node;
}

// One signal for all the children of a category: a view looks for the place of every row it hears of.
void CategoryModel::takeRows(const QList<CategoryRow> &rows)
{
    struct Range {
        int first = std::numeric_limits<int>::max();
        int last = 0;
    };
    QHash<Node *, Range> changed; // by parent
    for (CategoryRow row : rows) {
        Node *node = m_nodes.value(row.id);
        if (node == m_root.get())
            row.name = node->row.name;
        if (!node || node->row == row)
            continue;
        node->row = row;
        Range &range = changed[node->parent];
        range = {std::min(range.first, node->position), std::max(range.last, node->position)};
    }
    for (const auto &[parent, range] : changed.asKeyValueRange()) {
        const QModelIndex above = indexOf(parent);
        Q_EMIT dataChanged(index(range.first, 0, above), index(range.last, 0, above));
    }
}

bool CategoryModel::comesBefore(const Node &first, const Node &second) const
{
    const int order = m_collator.compare(first.row.name, second.row.name);
    return order != 0 ? order < 0 : first.row.name < second.row.name;
}

void CategoryModel::removeMissing(Node *node, const QHash<QString, CategoryRow> &wanted)
{
    for (auto at = static_cast<int>(node->children.size()) - 1; at >= 0; --at) {
        if (wanted.contains(node->children[static_cast<size_t>(at)]->row.name))
            continue;
        beginRemoveRows(indexOf(node), at, at);
        node->children.erase(node->children.begin() + at);
        renumber(node, at);
        endRemoveRows();
    }
}

void CategoryModel::insertNew(Node *node, const QHash<QString, CategoryRow> &wanted, const Children &children)
{
    std::vector<std::unique_ptr<Node>> added;
    for (const CategoryRow &row : wanted)
        added.push_back(branch(row, node, children));
    const auto before = [this](const std::unique_ptr<Node> &first, const std::unique_ptr<Node> &second) {
        return comesBefore(*first, *second);
    };
    std::sort(added.begin(), added.end(), before);
    for (size_t next = 0; next < added.size();) { // in runs that have no older child between them
        const auto place =
            std::upper_bound(node->children.begin(), node->children.end(), added[next], before);
        size_t end = next + 1;
        while (end < added.size() && (place == node->children.end() || before(added[end], *place)))
            ++end;
        const auto at = static_cast<int>(place - node->children.begin());
        beginInsertRows(indexOf(node), at, at + static_cast<int>(end - next) - 1);
        node->children.insert(place, std::make_move_iterator(added.begin() + static_cast<qsizetype>(next)),
                              std::make_move_iterator(added.begin() + static_cast<qsizetype>(end)));
        renumber(node, at);
        endInsertRows();
        next = end;
    }
}

void CategoryModel::renumber(Node *node, int from)
{
    for (auto at = static_cast<size_t>(from); at < node->children.size(); ++at)
        node->children[at]->position = static_cast<int>(at);
}

void CategoryModel::setArchiveName(const QString &name)
{
    if (m_root->row.name == name)
        return;
    m_root->row.name = name;
    Q_EMIT dataChanged(indexOf(m_root.get()), indexOf(m_root.get()));
}

void CategoryModel::addUnread(CategoryId id, int difference)
{
    for (Node *node = m_nodes.value(id); node; node = node->parent) {
        node->row.unread += difference;
        Q_EMIT dataChanged(indexOf(node), indexOf(node), {UnreadRole});
    }
}
