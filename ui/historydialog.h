#pragma once

#include "app/catalog/catalogtypes.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

// What was read in the open archive, a heading for each day, the last day first; searched by title, author
// and category. Stays open beside the article.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(QWidget *parent);

public Q_SLOTS:
    void showHistory(const QList<ReadArticle> &articles); // the last read first

Q_SIGNALS:
    void articleWanted(Identity article);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpTree();
    void narrow(const QString &text);
    void open(const QModelIndex &index);
    void tellCurrent(const QModelIndex &index);

    QLineEdit *m_search;
    QLabel *m_nothing; // why there is no line
    QPushButton *m_open = nullptr;
    QTreeView *m_tree;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
};
