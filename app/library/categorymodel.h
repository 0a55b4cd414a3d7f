#pragma once

#include "app/catalog/catalogtypes.h"

#include <QAbstractItemModel>

// The tree of categories: one top row for the whole archive, the categories below it, sorted by the reader's
// collation. Counts are kept, never counted here.
class CategoryModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::DisplayRole,
        IdRole = Qt::UserRole,  // CategoryId
        ArticlesRole,           // int
        UnreadRole,             // int
        PathRole,               // QStringList, outermost first; empty for the whole archive
    };

    explicit CategoryModel(QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    QModelIndex indexOf(CategoryId id) const;
    QModelIndex indexOf(const QStringList &path) const;  // the deepest part that exists

public Q_SLOTS:
    // The whole tree as it is now; rows that are in both trees stay (selection and expansion survive).
    void setCategories(const QList<CategoryRow> &rows);
    void setArchiveName(const QString &name);
    // After a mark changed: the category and all above it.
    void addUnread(CategoryId id, int difference);
};
