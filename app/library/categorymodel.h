#pragma once

#include "app/catalog/catalogtypes.h"

#include <QAbstractItemModel>
#include <QCollator>
#include <QHash>

#include <functional>
#include <memory>

// The tree of categories: one top row for the whole archive, the categories below it, sorted by the reader's
// collation. Counts are kept, never counted here.
class CategoryModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        IdRole = Qt::UserRole, // CategoryId
        ArticlesRole,          // int
        UnreadRole,            // int
        PathRole,              // QStringList, outermost first; empty for the whole archive
    };

    explicit CategoryModel(QObject *parent = nullptr);
    ~CategoryModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // What a row says to those who do not see it, Qt::AccessibleTextRole: sentences are made elsewhere.
    using Speech = std::function<QString(const CategoryRow &)>;
    void setSpeech(const Speech &speech) { m_speech = speech; }

    QModelIndex indexOf(CategoryId id) const;
    QModelIndex indexOf(const QStringList &path) const; // the deepest part that exists

public Q_SLOTS:
    // The whole tree as it is now; rows that are in both trees stay (selection and expansion survive).
    void setCategories(const QList<CategoryRow> &rows);
    void setArchiveName(const QString &name);
    // After a mark changed: the category and all above it.
    void addUnread(CategoryId id, int difference);

private:
    struct Node;
    using Children = QHash<CategoryId, QList<CategoryRow>>; // by parent

    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    bool isSameTree(const QList<CategoryRow> &rows) const;
    void update(Node *node, CategoryId id, const Children &children);
    void takeRows(const QList<CategoryRow> &rows);
    void removeMissing(Node *node, const QHash<QString, CategoryRow> &wanted);
    // `wanted` are those that are not there yet.
    void insertNew(Node *node, const QHash<QString, CategoryRow> &wanted, const Children &children);
    std::unique_ptr<Node> branch(const CategoryRow &row, Node *parent, const Children &children);
    bool comesBefore(const Node &first, const Node &second) const;
    static void renumber(Node *node, int from);
    QStringList path(const Node *node) const;

    std::unique_ptr<Node> m_root; // the whole archive; never shown below anything
    QHash<CategoryId, Node *> m_nodes;
    QCollator m_collator;
    Speech m_speech;
};
