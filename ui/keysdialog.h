#pragma once

#include <QDialog>

class QAction;

// Every action with its key, under the names of the menus. Typing narrows the list.
class KeysDialog final : public QDialog
{
    Q_OBJECT

public:
    // `menus`: the window's menus; what stands in them is what is shown.
    explicit KeysDialog(const QList<QAction *> &menus, QWidget *parent = nullptr);
};
