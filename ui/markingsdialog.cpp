#include "ui/markingsdialog.h"

#include "ui/dialogsize.h"
#include "ui/markcommands.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace
{

enum Column { WhatColumn, WhenColumn, StateColumn };
constexpr int entryRole = Qt::UserRole;      // qint64
constexpr int undoneRole = Qt::UserRole + 1; // bool
constexpr double lineHeight = 1.7;           // of the font's

QTreeWidgetItem *itemFor(const JournalEntry &entry)
{
    const QString what = entry.title.isEmpty()
                             ? markingText(entry)
                             : MarkingsDialog::tr("%1: %2").arg(markingText(entry), entry.title.simplified());
    const QString when = QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat);
    auto *item =
        new QTreeWidgetItem({what, when, entry.isUndone ? MarkingsDialog::tr("Taken back") : QString()});
    item->setToolTip(WhatColumn, what);
    item->setSizeHint(WhatColumn, {0, qRound(lineHeight * QFontMetrics(QApplication::font()).height())});
    item->setData(WhatColumn, entryRole, entry.id);
    item->setData(WhatColumn, undoneRole, entry.isUndone);
    return item;
}

}

MarkingsDialog::MarkingsDialog(QWidget *parent)
    : QDialog(parent)
    , m_tree(new QTreeWidget(this))
{
    setObjectName(u"markingsDialog"_s);
    setWindowTitle(tr("Recently Marked"));
    m_tree->setHeaderLabels({tr("Marking"), tr("When"), tr("State")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAccessibleName(tr("What was marked, the last first"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(WhenColumn, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(StateColumn, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_turn = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_turn->setAutoDefault(false);
    m_turn->setToolTip(tr("Take the chosen marking back, or do it again"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_turn, &QPushButton::clicked, this, &MarkingsDialog::turn);
    connect(m_tree, &QTreeWidget::itemActivated, this, &MarkingsDialog::turn);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &MarkingsDialog::updateButton);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tree);
    layout->addWidget(buttons);
    resizeDialog(*this, 96, 24);
    updateButton();
}

// The current line stays the current one while others come above it.
void MarkingsDialog::showJournal(const QList<JournalEntry> &entries)
{
    const QTreeWidgetItem *current = m_tree->currentItem();
    const QVariant wanted = current ? current->data(WhatColumn, entryRole) : QVariant();
    m_tree->clear();
    for (const JournalEntry &entry : entries) {
        QTreeWidgetItem *item = itemFor(entry);
        m_tree->addTopLevelItem(item);
        if (wanted == entry.id)
            m_tree->setCurrentItem(item);
    }
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    updateButton();
}

void MarkingsDialog::updateButton()
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    const bool isUndone = item && item->data(WhatColumn, undoneRole).toBool();
    m_turn->setText(isUndone ? tr("&Do Again") : tr("&Take Back"));
    m_turn->setEnabled(item);
}

void MarkingsDialog::turn()
{
    if (const QTreeWidgetItem *item = m_tree->currentItem())
        Q_EMIT turnWanted(item->data(WhatColumn, entryRole).toLongLong());
}
