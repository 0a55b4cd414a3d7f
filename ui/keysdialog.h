#pragma once

#include "ui/commandlist.h"

#include <QDialog>

// The keys in force, of every command that has one, under the names of the menus, and those that are always
// the same. Those of the picture viewer come first while it is open. Typing narrows the list.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const QList<Command> &commands, QWidget *parent = nullptr);
};
