#include "ui/sortmenu.h"

#include "app/library/library.h"

#include <QAction>
#include <QActionGroup>

namespace
{
// What people expect at first: the newest on top, names from A to Z.
Qt::SortOrder usualOrder(SortKey key)
{
    return key == SortKey::Date ? Qt::DescendingOrder : Qt::AscendingOrder;
}
}

SortMenu::SortMenu(const Actions &actions, Library &library, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_library(library)
{
    auto *keys = new QActionGroup(this);
    for (QAction *action : {actions.date, actions.title, actions.author})
        keys->addAction(action);
    for (QAction *action : {actions.date, actions.title, actions.author, actions.reversed})
        connect(action, &QAction::triggered, this, &SortMenu::apply);
    connect(&library, &Library::listChanged, this, &SortMenu::showSort);
    showSort();
}

void SortMenu::showSort()
{
    const ArticleSort sort = m_library.sort();
    m_actions.date->setChecked(sort.key == SortKey::Date);
    m_actions.title->setChecked(sort.key == SortKey::Title);
    m_actions.author->setChecked(sort.key == SortKey::Author);
    m_actions.reversed->setChecked(sort.order != usualOrder(sort.key));
}

void SortMenu::apply()
{
    ArticleSort sort;
    if (m_actions.title->isChecked())
        sort.key = SortKey::Title;
    else if (m_actions.author->isChecked())
        sort.key = SortKey::Author;
    const bool isUsual = !m_actions.reversed->isChecked();
    const bool isAscending = (usualOrder(sort.key) == Qt::AscendingOrder) == isUsual;
    sort.order = isAscending ? Qt::AscendingOrder : Qt::DescendingOrder;
    m_library.setSort(sort);
}
