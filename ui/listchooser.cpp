#include "ui/listchooser.h"

#include "app/library/settings.h"
#include "ui/categorytree.h"
#include "ui/commandlist.h"
#include "ui/viewlist.h"

#include <QAction>
#include <QActionGroup>

// Lists that are looked through for one key press: counts may be a moment behind what is read.
constexpr int mostHops = 16;

ListChooser::ListChooser(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    Library &library = parts.library;
    connectActions();
    connect(parts.tree.selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ListChooser::chooseCategory);
    connect(&parts.views, &ViewList::viewChosen, this, &ListChooser::chooseView);
    connect(&parts.views, &QAbstractItemView::clicked, &library, &Library::leavePaths);
    connect(&parts.views, &QAbstractItemView::activated, &library, &Library::leavePaths);
    connect(&parts.views, &ViewList::leftBelow, this, [this] {
        m_parts.tree.setFocus();
        step(1);
    });
    connect(&parts.tree, &CategoryTree::leftAbove, this, [this] {
        m_parts.views.setFocus();
        step(-1);
    });
    connect(&library, &Library::viewsCounted, this, &ListChooser::updateCounts);
    connect(library.categories(), &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (!first.parent().isValid()) // the whole archive
            updateCounts();
    });
    connect(&library, &Library::listChanged, this, &ListChooser::updateActions);
    connect(&parts.navigator, &Navigator::unreadWanted, &library,
            [&library](ArticleId from, Navigator::Step step) {
                library.findUnread(from, step == Navigator::Step::Next);
            });
    connect(&library, &Library::unreadFound, &parts.navigator, &Navigator::openUnread);
    connect(&parts.navigator, &Navigator::unreadEndReached, this, &ListChooser::goOn);
    connect(&parts.navigator, &Navigator::opened, this, [this] { m_hops = 0; });
    parts.side.setFocusProxy(&parts.tree);
    updateCounts();
}

void ListChooser::connectActions()
{
    auto *group = new QActionGroup(this);
    const auto add = [&](QAction *action, ArticleView view) {
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, view] { showView(view); });
    };
    add(m_actions.all, ArticleView::Category);
    add(m_actions.unread, ArticleView::Unread);
    add(m_actions.starred, ArticleView::Starred);
    add(m_actions.newest, ArticleView::Newest);
    add(m_actions.recentlyRead, ArticleView::RecentlyRead);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // a category is none of them
    m_actions.hideRead->setChecked(m_parts.settings.isReadHidden());
    m_parts.library.setReadHidden(m_parts.settings.isReadHidden());
    connect(m_actions.hideRead, &QAction::toggled, this, [this](bool hidden) {
        m_parts.settings.setReadHidden(hidden);
        m_parts.library.setReadHidden(hidden);
    });
}

void ListChooser::chooseCategory(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_parts.views.setView(ArticleView::Category);
    m_parts.side.setFocusProxy(&m_parts.tree);
    m_parts.library.showCategory(index.data(CategoryModel::IdRole).toLongLong());
}

void ListChooser::chooseView(ArticleView view)
{
    m_parts.tree.selectionModel()->clear();
    m_parts.side.setFocusProxy(&m_parts.views);
    m_parts.library.showView(view);
}

void ListChooser::showView(ArticleView view)
{
    if (view != ArticleView::Category)
        m_parts.views.setView(view);
    else
        m_parts.tree.setCurrentIndex(m_parts.library.categories()->indexOf(wholeArchive));
    m_parts.library.leavePaths();
    updateActions();
}

void ListChooser::step(int difference)
{
    const QModelIndex view = m_parts.views.currentIndex();
    if (!view.isValid()) {
        const bool isTop = !m_parts.tree.indexAbove(m_parts.tree.currentIndex()).isValid();
        if (difference < 0 && isTop)
            m_parts.views.setCurrentIndex(
                m_parts.views.model()->index(m_parts.views.model()->rowCount() - 1, 0));
        else
            m_parts.tree.step(difference);
        return;
    }
    const QModelIndex next = view.siblingAtRow(view.row() + difference);
    if (next.isValid())
        m_parts.views.setCurrentIndex(next);
    else if (difference > 0)
        m_parts.tree.setCurrentIndex(m_parts.library.categories()->indexOf(wholeArchive));
}

void ListChooser::updateCounts()
{
    const QModelIndex whole = m_parts.library.categories()->indexOf(wholeArchive);
    m_parts.views.setCounts(m_parts.library.viewCounts(), whole.data(CategoryModel::UnreadRole).toInt(),
                            QDate::currentDate());
}

void ListChooser::updateActions()
{
    const Library &library = m_parts.library;
    const ArticleView view = library.view();
    const bool isWhole = view == ArticleView::Category && library.category() == wholeArchive;
    m_actions.all->setChecked(isWhole && !library.isShowingPaths());
    m_actions.unread->setChecked(view == ArticleView::Unread);
    m_actions.starred->setChecked(view == ArticleView::Starred);
    m_actions.newest->setChecked(view == ArticleView::Newest);
    m_actions.recentlyRead->setChecked(view == ArticleView::RecentlyRead);
}

QString ListChooser::emptyText() const
{
    if (m_parts.library.isPassRunning())
        return tr("Reading the folder…");
    switch (m_parts.library.view()) {
    case ArticleView::Unread:
        return tr("Everything is read.");
    case ArticleView::Starred:
        return tr("No article has a star yet. %1 puts one on.").arg(keyOrName(*m_actions.star));
    case ArticleView::Newest:
        return tr("No article of this archive has a date.");
    case ArticleView::RecentlyRead:
        return tr("Nothing was read here yet.");
    case ArticleView::Category:
        break;
    }
    const bool isHidden = m_parts.library.isReadHidden() && !m_parts.library.isShowingPaths();
    return isHidden ? tr("Everything here is read, and what is read is hidden.")
                    : tr("There is no article in this category.");
}

// Before or after the current category and all below it; round the ends of the tree. What is in no category
// is in the whole archive alone.
QModelIndex ListChooser::nextUnreadCategory(Navigator::Step step) const
{
    const CategoryModel &model = *m_parts.library.categories();
    const QModelIndex whole = model.indexOf(wholeArchive);
    const int difference = step == Navigator::Step::Next ? 1 : -1;
    const auto from = [&](QModelIndex at) {
        while (at.isValid() && at.data(CategoryModel::UnreadRole).toInt() == 0)
            at = at.siblingAtRow(at.row() + difference);
        return at;
    };
    for (QModelIndex at = model.indexOf(m_parts.library.category()); at.parent().isValid();
         at = at.parent()) {
        const QModelIndex next = from(at.siblingAtRow(at.row() + difference));
        if (next.isValid())
            return next;
    }
    const QModelIndex round = from(model.index(difference > 0 ? 0 : model.rowCount(whole) - 1, 0, whole));
    return round.isValid() ? round : whole;
}

void ListChooser::goOn(Navigator::Step step)
{
    const Library &library = m_parts.library;
    const bool isCategory = library.view() == ArticleView::Category && !library.isShowingPaths();
    if (!isCategory && library.view() != ArticleView::Unread) {
        Q_EMIT said(tr("There is no further unread article in this list."));
        return;
    }
    const QModelIndex whole = library.categories()->indexOf(wholeArchive);
    if (whole.data(CategoryModel::UnreadRole).toInt() == 0 || ++m_hops > mostHops) {
        m_hops = 0;
        Q_EMIT said(tr("Everything is read."));
        return;
    }
    if (isCategory && library.category() != wholeArchive)
        m_parts.tree.setCurrentIndex(nextUnreadCategory(step));
    m_parts.navigator.goUnreadFromEnd(step);
}
