#include "ui/focusspeech.h"

#include "ui/announcement.h"

#include <QAccessible>
#include <QApplication>
#include <QTreeView>

FocusSpeech::FocusSpeech(QObject *parent)
    : QObject(parent)
{
    // Queued: Qt tells of the whole after this.
    connect(qApp, &QApplication::focusChanged, this, &FocusSpeech::tell, Qt::QueuedConnection);
}

QAccessibleInterface *FocusSpeech::of(QWidget *widget)
{
    const QAccessibleInterface *whole = widget ? QAccessible::queryAccessibleInterface(widget) : nullptr;
    if (whole && qobject_cast<QAbstractItemView *>(widget))
        return whole->focusChild();
    QAccessibleInterface *first = whole ? whole->child(0) : nullptr;
    return first && first->role() == QAccessible::WebDocument ? first : nullptr;
}

void FocusSpeech::tell()
{
    QWidget *focused = QApplication::focusWidget();
    if (auto *tree = qobject_cast<QTreeView *>(focused)) {
        connect(tree, &QTreeView::expanded, this, &FocusSpeech::tellBranch, Qt::UniqueConnection);
        connect(tree, &QTreeView::collapsed, this, &FocusSpeech::tellBranch, Qt::UniqueConnection);
    }
    QAccessibleInterface *row = QAccessible::isActive() ? of(focused) : nullptr;
    if (!row)
        return;
    QAccessibleEvent event(row, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void FocusSpeech::tellBranch(const QModelIndex &index)
{
    auto *tree = qobject_cast<QTreeView *>(QApplication::focusWidget());
    if (tree && tree->currentIndex() == index)
        announce(tree, tree->isExpanded(index) ? tr("expanded") : tr("collapsed"));
}
