#include "ui/question.h"

#include <QMessageBox>
#include <QPushButton>

bool isConfirmed(QWidget *window, const Question &question)
{
    QMessageBox box(QMessageBox::NoIcon, question.title, question.text,
                    QMessageBox::Yes | QMessageBox::Cancel, window);
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(question.consequence);
    box.button(QMessageBox::Yes)->setText(question.verb);
    box.setDefaultButton(question.whatEnterDoes == Question::Default::Do ? QMessageBox::Yes
                                                                         : QMessageBox::Cancel);
    return box.exec() == QMessageBox::Yes;
}
