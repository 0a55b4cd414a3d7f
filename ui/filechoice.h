#pragma once

#include <QString>

class QFileDialog;
class QWidget;

// Which file or folder is to be chosen.
struct FileChoice {
    enum class Use { Folder, Open, Save } use;
    QString title;
    QString start;  // where to begin: a folder, or for Save the whole name that is suggested
    QString filter; // as QFileDialog has it; empty: every file
};

// The desktop's own dialog, or Qt's where it has none, no larger than the screen. Only what `widget` stands
// in waits for it. Answered by QFileDialog::fileSelected(), or not at all; then it deletes itself.
QFileDialog *chooseFile(QWidget *widget, const FileChoice &choice);
