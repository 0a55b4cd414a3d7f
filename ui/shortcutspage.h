#pragma once

#include "ui/commandlist.h"
#include "ui/keyscheme.h"

#include <QWidget>

class CommandTree;
class KeyEditor;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class Shortcuts;

// Every command with its keys: looked up, changed, taken from a preset or a file. All of it applies at once.
class ShortcutsPage final : public QWidget
{
    Q_OBJECT

public:
    ShortcutsPage(const QList<Command> &commands, Shortcuts &shortcuts, QWidget *parent = nullptr);

    void loadFrom(const QString &file); // and says how it went

private:
    void leaveEditor();
    void fillPresets();
    QWidget *fileButtons();
    QWidget *stateRow();
    void scrollTo(QWidget &part);
    void showKeys();
    void save();
    void saveTo(const QString &file);
    void load();
    void resetAll();
    enum class WayBack { Offered, NotOffered };
    void say(const QString &sentence, WayBack wayBack = WayBack::NotOffered);
    void goBack();

    Shortcuts &m_shortcuts;
    QLineEdit *m_search; // in the order of Tab
    QComboBox *m_presets;
    CommandTree *m_tree;
    KeyEditor *m_editor;
    QLabel *m_state;
    QPushButton *m_back;
    KeyFile m_before; // what m_back brings again
};
