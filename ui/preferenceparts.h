#pragma once

#include <QList>
#include <QString>

class QAction;
class QCheckBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;
class QWidget;

// What the pages of the preferences are made of.

// A button that is the same switch as a menu's: one follows the other, and the menu's words are its own.
QCheckBox *checkBoxFor(QAction *action, QWidget *parent);
QRadioButton *radioButtonFor(QAction *action, QWidget *parent);
QPushButton *pushButtonFor(QAction *action, QWidget *parent); // of a command

// One of several choices of a menu, side by side.
QHBoxLayout *choiceRow(const QList<QAction *> &actions, QWidget *parent);

// The name of a group of choices.
QLabel *heading(const QString &text, QWidget *parent);
// A sentence that explains; it may be long.
QLabel *explanation(const QString &text, QWidget *parent);

// A page's own layout, with the margins that all of them have.
QVBoxLayout *pageLayout(QWidget *page);
// A column of names and fields below a heading; the fields are no wider than they need to be.
QFormLayout *formLayout(QVBoxLayout *page);
// Sets a group off from the one before.
void addGroupSpace(QVBoxLayout *page);
