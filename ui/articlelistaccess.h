#pragma once

#include <QAccessibleWidget>
#include <QHash>

class ArticleList;

// The article list for screen readers: QAccessible::List with a child for every row, made when it is asked
// for. Qt makes such children for QListView and QTreeView alone.
class AccessibleArticleList final : public QAccessibleWidget
{
public:
    explicit AccessibleArticleList(ArticleList *list);
    ~AccessibleArticleList() override;

    // For QAccessible::installFactory().
    static QAccessibleInterface *make(const QString &className, QObject *object);

    int childCount() const override;
    QAccessibleInterface *child(int row) const override;
    QAccessibleInterface *childAt(int x, int y) const override; // in pixels of the screen
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

private:
    ArticleList *list() const;

    mutable QHash<int, QAccessible::Id> m_rows;
};
