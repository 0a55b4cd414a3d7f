#include "ui/readinghistory.h"

#include "ui/navigator.h"
#include "ui/webpane.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMouseEvent>
#include <QWidget>

#include <chrono>

using namespace std::chrono_literals;

constexpr qsizetype mostVisited = 200; // articles that back and forward reach
constexpr double readToItsEnd = 0.97;  // of an article; the last lines need not be scrolled away
constexpr double whereItWasLeft = -1;  // a place in an article that is yet to be found
constexpr auto keepingPause = 3s;      // after scrolling: a crash loses no more

ReadingHistory::ReadingHistory(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_keep.setSingleShot(true);
    connect(&m_keep, &QTimer::timeout, this, &ReadingHistory::leave);
    connect(&parts.pane, &WebPane::scrollPositionChanged, this, [this] { m_keep.start(keepingPause); });
    connect(&parts.pane, &WebPane::sideButtonPressed, this, &ReadingHistory::takeButton);
    connect(&parts.library, &Library::articleLocated, this, &ReadingHistory::located);
    connect(&parts.library, &Library::listChanged, this, &ReadingHistory::openWanted);
    connect(parts.back, &QAction::triggered, this, [this] { go(-1); });
    connect(parts.forward, &QAction::triggered, this, [this] { go(1); });
    updateActions();
}

void ReadingHistory::listenIn(const QList<QWidget *> &widgets)
{
    for (QWidget *widget : widgets)
        widget->installEventFilter(this);
}

void ReadingHistory::leave()
{
    m_keep.stop();
    if (m_openId == 0 || m_parts.pane.articleId() != m_openId)
        return;
    const double position = m_parts.pane.scrollPosition();
    if (m_place >= 0)
        m_visited[m_place].position = position;
    if (position == m_kept)
        return;
    m_kept = position;
    m_left.insert(m_open, position);
    m_parts.library.setPosition(m_open, position);
}

double ReadingHistory::open(const ArticleRow &article)
{
    leave();
    m_openId = article.id;
    m_open = article.head.identity;
    m_kept = m_left.value(m_open, article.position);
    double position = m_kept < readToItsEnd ? m_kept : 0;
    if (m_wanted >= 0 && m_visited[m_wanted].article == m_open) {
        m_place = m_wanted;
        if (m_visited[m_place].position != whereItWasLeft)
            position = m_visited[m_place].position;
        m_visited[m_place].position = position;
    } else {
        m_visited.resize(m_place + 1);
        m_visited << VisitedArticle{m_open, position};
        if (m_visited.size() > mostVisited)
            m_visited.removeFirst();
        m_place = static_cast<int>(m_visited.size()) - 1;
    }
    m_wanted = -1;
    m_wantedId = 0;
    m_isLooking = false;
    updateActions();
    return position;
}

void ReadingHistory::openArticle(Identity article)
{
    m_visited.resize(m_place + 1);
    m_visited << VisitedArticle{article, whereItWasLeft};
    if (m_visited.size() > mostVisited) {
        m_visited.removeFirst();
        --m_place;
    }
    m_wanted = -1;
    go(1);
}

void ReadingHistory::go(int difference)
{
    m_step = difference;
    m_wanted = (m_wanted < 0 ? m_place : m_wanted) + difference;
    m_wantedId = 0;
    if (m_wanted < 0 || m_wanted >= m_visited.size()) {
        m_wanted = -1;
        Q_EMIT said(tr("There is no further article that way in the archive."));
        return;
    }
    m_isLooking = true;
    m_parts.library.locate(m_visited[m_wanted].article);
}

void ReadingHistory::located(ArticleId id, CategoryId category, Identity wanted)
{
    if (!m_isLooking || m_wanted < 0 || m_wantedId != 0 || m_visited[m_wanted].article != wanted)
        return; // others ask as well, and a second key comes before the first one's answer
    const bool isChosen = m_visited[m_wanted].position == whereItWasLeft;
    if (id == 0 && isChosen) {
        m_visited.removeAt(std::exchange(m_wanted, -1));
        Q_EMIT said(tr("This article is no longer in the archive."));
        return;
    }
    if (id == 0) { // gone from the archive
        go(m_step);
        return;
    }
    m_wantedId = id;
    if (m_parts.library.articles()->rowOf(id) < 0)
        showListOf(id, category);
    openWanted();
}

// The list that is shown, where it only hides the article or is not yet complete; else its category.
void ReadingHistory::showListOf(ArticleId id, CategoryId category)
{
    const Library &library = m_parts.library;
    QModelIndex shown = library.categories()->indexOf(category);
    while (shown.isValid() && shown.data(CategoryModel::IdRole).toLongLong() != library.category())
        shown = shown.parent();
    const bool isUnread = library.view() == ArticleView::Unread;
    const bool isAbove = shown.isValid() && library.view() == ArticleView::Category;
    if (library.isShowingPaths() || (!isUnread && !isAbove))
        m_parts.tree.setCurrentIndex(library.categories()->indexOf(category));
    m_parts.library.reveal(id);
}

void ReadingHistory::openWanted()
{
    if (m_wantedId != 0)
        m_parts.navigator.goTo(m_wantedId);
}

void ReadingHistory::begin(const ArchiveSession &session)
{
    m_left.clear();
    m_openId = 0;
    m_visited = session.visited;
    m_place = static_cast<int>(std::min<qsizetype>(session.place, m_visited.size() - 1));
    if (session.article && (m_place < 0 || m_visited[m_place].article != session.article)) {
        m_visited << VisitedArticle{*session.article, session.position};
        m_place = static_cast<int>(m_visited.size()) - 1;
    }
    m_wanted = m_place; // the article that was open last is opened again: the same step, not another one
    m_wantedId = 0;
    m_isLooking = false; // the session looks for it, in the list that was left
    updateActions();
}

void ReadingHistory::save(ArchiveSession &session)
{
    leave();
    session.visited = m_visited;
    session.place = m_place;
}

void ReadingHistory::updateActions()
{
    m_parts.back->setEnabled(m_place > 0);
    m_parts.forward->setEnabled(m_place >= 0 && m_place + 1 < m_visited.size());
}

bool ReadingHistory::takeButton(Qt::MouseButton button)
{
    if (button == Qt::BackButton)
        m_parts.back->trigger();
    else if (button == Qt::ForwardButton)
        m_parts.forward->trigger();
    return button == Qt::BackButton || button == Qt::ForwardButton;
}

bool ReadingHistory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && takeButton(static_cast<QMouseEvent *>(event)->button()))
        return true;
    return QObject::eventFilter(watched, event);
}
