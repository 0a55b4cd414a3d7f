#include "ui/filechoice.h"

#include "ui/dialogsize.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{

// Qt's own, where the desktop has none: what stands in its columns can be read.
void makeRoom(QFileDialog &dialog)
{
    constexpr int characters = 100;
    constexpr int lines = 28;
    resizeDialog(dialog, characters, lines);
    if (auto *places = dialog.findChild<QSplitter *>(u"splitter"_s)) {
        const int side = dialog.fontMetrics().averageCharWidth() * characters / 5;
        places->setSizes({side, dialog.width() - side});
    }
    if (auto *files = dialog.findChild<QTreeView *>(u"treeView"_s))
        files->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void begin(QFileDialog &dialog, const FileChoice &choice)
{
    const QFileInfo start(choice.start);
    switch (choice.use) {
    case FileChoice::Use::Folder:
        dialog.setFileMode(QFileDialog::Directory);
        dialog.setOption(QFileDialog::ShowDirsOnly);
        dialog.setDirectory(choice.start.isEmpty() ? QDir::homePath() : choice.start);
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
    makeRoom(*dialog);
    dialog->open();
    return dialog;
}
