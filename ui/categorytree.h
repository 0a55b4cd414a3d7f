#pragma once

#include <QTreeView>

class CategoryModel;

// The category tree. ← and → belong to it while they open or close a branch, and move between the panes
// otherwise; from right to left each does what the other does elsewhere.
class CategoryTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit CategoryTree(QWidget *parent = nullptr);

    // Also says its rows to those who do not see them.
    void setCategoryModel(CategoryModel *model);

    // The category below or above, opening branches on the way down.
    void step(int difference);

Q_SIGNALS:
    void leftAbove(); // ↑ on the topmost one

protected:
    void focusInEvent(QFocusEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    bool usesKey(int key) const;
    int openingKey() const;
    int closingKey() const;
};
