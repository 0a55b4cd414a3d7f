#pragma once

#include <QList>
#include <QString>

class QAction;
class QMenuBar;

// A command as a list of commands names it.
struct Command {
    QAction *action;
    QString name;     // without the mnemonic
    QStringList path; // the menus around it, outermost first; empty where it is in none
};

// Those of `actions` that are in the menus, in the menus' order, then the others.
QList<Command> commandList(const QMenuBar &menus, const QList<QAction *> &actions);
// The text without its mnemonic, also the one that Chinese menus write behind the name, and without "…".
QString plainName(const QString &actionText);
// What a sentence tells the reader to use: the command's first key, or its name in quotation marks where it
// has none.
QString keyOrName(const QAction &action);
