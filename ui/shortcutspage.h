#pragma once

#include "ui/commandlist.h"

#include <QWidget>

class CommandTree;
class KeyEditor;
class QComboBox;
class QLabel;
class Shortcuts;

// Every command with its keys: looked up, changed, taken from a preset or a file. All of it applies at once.
class ShortcutsPage final : public QWidget
{
    Q_OBJECT

public:
    ShortcutsPage(const QList<Command> &commands, Shortcuts &shortcuts, QWidget *parent = nullptr);

private:
    void fillPresets();
    QWidget *fileButtons();
    void showKeys();
    void save();
    void saveTo(const QString &file);
    void load();
    void loadFrom(const QString &file);
    void say(const QString &sentence);

    Shortcuts &m_shortcuts;
    QComboBox *m_presets;
    CommandTree *m_tree;
    KeyEditor *m_editor;
    QLabel *m_state;
};
