#pragma once

#include "app/images/collecttally.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;

// Which pictures of many did not come: servers, numbers and reasons.
class FetchReport final : public QDialog
{
    Q_OBJECT

public:
    explicit FetchReport(QWidget *parent = nullptr);

    void showTally(const CollectTally &tally, CollectEnd end);

Q_SIGNALS:
    void againWanted(); // those that failed

private:
    QLabel *m_text;
    QTreeView *m_list;
    QStandardItemModel *m_model;
    QPushButton *m_again;
};
