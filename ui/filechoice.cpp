#include "ui/filechoice.h"

#include "ui/dialogsize.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace
{

void begin(QFileDialog &dialog, const FileChoice &choice)
{
    const QFileInfo start(choice.start);
    switch (choice.use) {
    case FileChoice::Use::Folder:
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
        dialog.setDirectory(choice.start);
        break;
    case FileChoice::Use::Open:
        dialog.setFileMode(QFileDialog::ExistingFile);
        dialog.setDirectory(choice.start);
        break;
    case FileChoice::Use::Save:
        dialog.setAcceptMode(QFileDialog::AcceptSave);
        dialog.setDefaultSuffix(start.suffix());
        dialog.setDirectory(QFileInfo::exists(start.path()) ? start.path() : QDir::homePath());
        dialog.selectFile(start.fileName());
        break;
    }
}

}

QFileDialog *chooseFile(QWidget *widget, const FileChoice &choice)
{
    auto *dialog = new QFileDialog(widget->window(), choice.title, {}, choice.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    begin(*dialog, choice);
    fitIntoScreen(*dialog);
    dialog->open();
    return dialog;
}
