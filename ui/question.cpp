#include "ui/question.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

QDialog *ask(QWidget *window, const Question &question)
{
    const QString name = u"question"_s;
    for (auto *before : window->findChildren<QMessageBox *>(name)) {
        if (before->windowTitle() == question.title)
            before->reject();
    }
    auto *box = new QMessageBox(QMessageBox::NoIcon, question.title, question.text,
                                QMessageBox::Yes | QMessageBox::Cancel, window);
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.consequence);
    box->button(QMessageBox::Yes)->setText(question.verb);
    box->setDefaultButton(question.whatEnterDoes == Question::Default::Do ? QMessageBox::Yes
                                                                          : QMessageBox::Cancel);
    box->show();
    box->activateWindow();
    return box;
}
