#pragma once

#include "app/catalog/mark.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

// The journal of what was marked, the last first, each of which can be taken back on its own, or done again.
// Stays open beside the list.
class MarkingsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit MarkingsDialog(QWidget *parent);

public Q_SLOTS:
    void showJournal(const QList<JournalEntry> &entries); // newest first

Q_SIGNALS:
    void turnWanted(qint64 entry); // taken back where it is done, done where it is taken back

private:
    void updateButton();
    void turn();

    QTreeWidget *m_tree;
    QPushButton *m_turn;
};
