#pragma once

#include <QString>

class QDialog;
class QWidget;

// Something that is asked before it is done.
struct Question {
    QString title; // its subject
    QString text;
    QString consequence; // a second sentence, smaller
    QString verb;        // on the button that does it
    enum class Default { Do, Leave } whatEnterDoes = Default::Leave;
};

// Asks beside the window, which can be used meanwhile, in place of what was asked before on the same
// subject. Answered by QDialog::accepted() or rejected(); then it deletes itself.
QDialog *ask(QWidget *window, const Question &question);
