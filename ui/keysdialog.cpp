#include "ui/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{
QString plainText(const QAction &action)
{
    QString text = action.text();
    // Chinese menus write the mnemonic behind the name: 打开文件夹(&O)…
    static const QRegularExpression mnemonic(u"\\(&[^)]\\)|&"_s);
    return text.remove(mnemonic);
}

void addCommands(QTreeWidgetItem *section, const QMenu &menu)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            addCommands(section, *action->menu());
        if (!action->shortcut().isEmpty())
            section->addChild(new QTreeWidgetItem(
                {plainText(*action), action->shortcut().toString(QKeySequence::NativeText)}));
    }
}

void narrow(const QTreeWidget &tree, const QString &text)
{
    for (int i = 0; i < tree.topLevelItemCount(); ++i) {
        QTreeWidgetItem *section = tree.topLevelItem(i);
        bool isAnyShown = false;
        for (int j = 0; j < section->childCount(); ++j) {
            QTreeWidgetItem *item = section->child(j);
            const bool isShown = item->text(0).contains(text, Qt::CaseInsensitive) ||
                                 item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!isShown);
            isAnyShown = isAnyShown || isShown;
        }
        section->setHidden(!isAnyShown);
    }
}
}

KeysDialog::KeysDialog(const QList<QAction *> &menus, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setObjectName(u"keysDialog"_s);
    auto *tree = new QTreeWidget(this);
    tree->setColumnCount(2);
    tree->setHeaderLabels({tr("Command"), tr("Key")});
    tree->setRootIsDecorated(false);
    tree->setAccessibleName(tr("Commands and their keys"));
    for (const QAction *menu : menus) {
        auto *section = new QTreeWidgetItem(tree, {plainText(*menu)});
        QFont font = tree->font();
        font.setWeight(QFont::DemiBold);
        section->setFont(0, font);
        section->setData(1, Qt::AccessibleTextRole, section->text(0)); // the cell beside it is empty
        addCommands(section, *menu->menu());
    }
    tree->expandAll();
    tree->header()->setStretchLastSection(false);
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Search the commands"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, tree, [tree](const QString &text) { narrow(*tree, text); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(filter);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 64, fontMetrics().height() * 34);
}
