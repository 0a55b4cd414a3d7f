#pragma once

#include <QKeySequence>
#include <QWidget>

class QAction;
class QGridLayout;
class QKeyEvent;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class Shortcuts;

// The keys of one command: each can be taken off, another can be pressed. One that another command has is
// named at once, and changes hands only if the reader says so.
class KeyEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyEditor(Shortcuts &shortcuts, QWidget *parent = nullptr);

    void setCommand(QAction *action); // null: none
    void record();                    // goes to the field

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void keysChosen(); // and what was pressed is about to go

private:
    bool takesMeaning(QKeyEvent &press);
    void showKeys();
    void addChip(const QKeySequence &key);
    void addToRow(QWidget *chip);
    void judge(const QKeySequence &key);
    void finish();
    void take();
    void choose(const QList<QKeySequence> &keys);
    void forget();

    Shortcuts &m_shortcuts;
    QAction *m_action = nullptr;
    QLabel *m_name;
    QGridLayout *m_chips;
    QKeySequenceEdit *m_record;
    QLabel *m_verdict;
    QPushButton *m_take;
    QPushButton *m_reset;
};
