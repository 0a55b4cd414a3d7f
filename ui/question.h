#pragma once

#include <QString>

class QWidget;

// Something that is asked before it is done.
struct Question {
    QString title;
    QString text;
    QString consequence; // a second sentence, smaller
    QString verb;        // on the button that does it
    enum class Default { Do, Leave } whatEnterDoes = Default::Leave;
};

// Waits for the answer.
bool isConfirmed(QWidget *window, const Question &question);
