#include "ui/keysdialog.h"

#include "ui/commandtree.h"
#include "ui/dialogsize.h"
#include "ui/fixedkeys.h"
#include "ui/keyscheme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

KeysDialog::KeysDialog(const QList<Command> &commands, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"keysDialog"_s);
    auto *filter = new QLineEdit(this);
    auto *tree = new CommandTree(this);
    QList<Command> withKeys = commands;
    withKeys.removeIf([](const Command &command) { return command.action->shortcuts().isEmpty(); });
    // Those of what is open come first.
    std::stable_partition(withKeys.begin(), withKeys.end(), [](const Command &command) {
        return isOfViewer(command.action->objectName()) && command.action->isEnabled();
    });
    tree->setCommands(withKeys + fixedKeys(this));
    filter->setObjectName(u"keysSearch"_s);
    filter->setPlaceholderText(tr("Search the commands and keys"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, tree, &CommandTree::narrow);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(filter);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resizeDialog(*this, 72, 34);
}
