#include "ui/commandtree.h"

#include "ui/keyscheme.h"

#include <QAction>
#include <QHeaderView>
#include <QPainter>

namespace
{
enum Column { NameColumn, KeyColumn };

QAction *actionOf(const QTreeWidgetItem &item)
{
    return item.data(NameColumn, Qt::UserRole).value<QAction *>();
}
}

CommandTree::CommandTree(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderLabels({tr("Command"), tr("Key")});
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setIndentation(fontMetrics().height());
    setAccessibleName(tr("Commands and their keys"));
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 20);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(KeyColumn, QHeaderView::ResizeToContents);
}

void CommandTree::setCommands(const QList<Command> &commands)
{
    clear();
    for (const Command &command : commands)
        addCommand(command);
    expandToDepth(0); // not what holds nothing: it would be said to be expanded
    showKeys();
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0)->child(0));
}

void CommandTree::addCommand(const Command &command)
{
    const QString name = command.path.isEmpty() ? tr("Other") : command.path.first();
    QTreeWidgetItem *section = nullptr;
    for (int i = 0; i < topLevelItemCount() && !section; ++i) {
        if (topLevelItem(i)->text(NameColumn) == name)
            section = topLevelItem(i);
    }
    if (!section) {
        section = new QTreeWidgetItem(this, {name});
        section->setFlags(Qt::ItemIsEnabled);
        section->setSizeHint(NameColumn, {0, fontMetrics().height() * 2});
        section->setData(KeyColumn, Qt::AccessibleTextRole, name); // the cell beside it is empty
        QFont heading = font();
        heading.setWeight(QFont::DemiBold);
        section->setFont(NameColumn, heading);
    }
    const QStringList below = command.path.mid(1) + QStringList(command.name);
    //: Between a submenu and the command in it.
    auto *item = new QTreeWidgetItem(section, {below.join(tr(" › "))});
    item->setSizeHint(NameColumn, {0, fontMetrics().height() * 8 / 5});
    item->setIcon(NameColumn, command.action->icon());
    item->setToolTip(NameColumn, command.action->statusTip());
    item->setData(NameColumn, Qt::UserRole, QVariant::fromValue(command.action));
}

void CommandTree::showKeys(const std::function<bool(const QAction &)> &isOwn)
{
    for (int i = 0; i < topLevelItemCount(); ++i) {
        for (int j = 0; j < topLevelItem(i)->childCount(); ++j) {
            QTreeWidgetItem *item = topLevelItem(i)->child(j);
            showKeysOf(*item, isOwn && isOwn(*actionOf(*item)));
        }
    }
}

void CommandTree::showKeysOf(QTreeWidgetItem &item, bool isOwn)
{
    const QString keys = shownKeys(actionOf(item)->shortcuts());
    item.setText(KeyColumn, keys);
    item.setData(KeyColumn, Qt::AccessibleTextRole, keys.isEmpty() ? tr("no key") : keys);
    QFont shown = font();
    shown.setBold(isOwn);
    item.setFont(KeyColumn, shown);
}

void CommandTree::narrow(const QString &text)
{
    const QString wanted = text.trimmed();
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem *section = topLevelItem(i);
        bool isAnyShown = false;
        for (int j = 0; j < section->childCount(); ++j) {
            QTreeWidgetItem *item = section->child(j);
            bool isShown = false;
            for (const QString &place : {section->text(NameColumn), item->text(NameColumn),
                                         item->toolTip(NameColumn), item->text(KeyColumn)})
                isShown = isShown || place.contains(wanted, Qt::CaseInsensitive);
            item->setHidden(!isShown);
            isAnyShown = isAnyShown || isShown;
            first = first || !isShown ? first : item;
        }
        section->setHidden(!isAnyShown);
    }
    if (!current())
        setCurrentItem(first);
    m_nothing = first ? QString() : tr("No command has these words.");
    setAccessibleDescription(m_nothing);
    viewport()->update();
}

void CommandTree::paintEvent(QPaintEvent *event)
{
    QTreeWidget::paintEvent(event);
    if (m_nothing.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_nothing);
}

QAction *CommandTree::current() const
{
    const QTreeWidgetItem *item = currentItem();
    return item && !item->isHidden() ? actionOf(*item) : nullptr;
}
