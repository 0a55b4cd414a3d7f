#include "ui/markcommands.h"

#include "app/library/library.h"
#include "ui/articlelist.h"
#include "ui/navigator.h"
#include "ui/webpane.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr auto seenAfter = 1s; // on the screen: long enough for a page that was only passed by

MarkCommands::MarkCommands(const Actions &actions, const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    m_moment.setSingleShot(true);
    connect(&m_moment, &QTimer::timeout, this, &MarkCommands::markSeen);
    connect(&parts.pane, &WebPane::articleVisible, this, &MarkCommands::noteSeen);
    connect(actions.read, &QAction::triggered, this, [this] { mark(Marking::Read); });
    connect(actions.unread, &QAction::triggered, this, [this] { mark(Marking::Unread); });
    connect(actions.star, &QAction::triggered, this, &MarkCommands::setStarred);
    connect(actions.below, &QAction::triggered, this, [this] { markFrom(ListPart::Below); });
    connect(actions.older, &QAction::triggered, this, [this] { markFrom(ListPart::Older); });
    connect(actions.all, &QAction::triggered, this, &MarkCommands::markAll);
    connect(actions.undo, &QAction::triggered, &parts.library, &Library::undoMarking);
    connect(actions.redo, &QAction::triggered, &parts.library, &Library::redoMarking);
    connect(&parts.library, &Library::markingTurned, this, &MarkCommands::turned);
    connect(&parts.library, &Library::nothingToTurn, this,
            [this] { Q_EMIT said(tr("There is no marking to take back or do again.")); });
    connect(&parts.navigator, &Navigator::marksChanged, this, &MarkCommands::updateActions);
    offerReadWhen();
}

void MarkCommands::offerReadWhen()
{
    auto *choices = new QActionGroup(this);
    const auto add = [&](ReadWhen when, const QString &text, const QString &tip) {
        QAction *choice = m_actions.whenSeen->addAction(text);
        choice->setStatusTip(tip);
        choice->setCheckable(true);
        choice->setChecked(m_parts.settings.readWhen() == when);
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, when] { m_parts.settings.setReadWhen(when); });
    };
    add(ReadWhen::AtOnce, tr("&At Once"), tr("Mark an article as read as soon as it is shown"));
    add(ReadWhen::AfterAMoment, tr("After One &Second"),
        tr("Mark an article as read when it has been on screen for a second"));
    add(ReadWhen::ByKeyOnly, tr("Only by &Key"), tr("Never mark an article as read by itself"));
}

void MarkCommands::updateActions()
{
    const bool hasArticle = m_parts.navigator.current().has_value();
    const bool hasList = m_parts.library.articles()->rowCount() > 0;
    for (QAction *action : {m_actions.read, m_actions.unread, m_actions.star})
        action->setEnabled(hasArticle);
    for (QAction *action : {m_actions.below, m_actions.older})
        action->setEnabled(hasArticle && hasList);
    m_actions.all->setEnabled(hasList);
    m_actions.star->setChecked(hasArticle && m_parts.navigator.current()->starred);
}

// Once for each article that is opened: a page shown anew in another theme is no reading, and while articles
// pass by quickly the one that is visible may not be the one that is open.
void MarkCommands::noteSeen()
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    if (!article || article->id != m_parts.pane.articleId() || article->id == m_seen)
        return;
    switch (m_parts.settings.readWhen()) {
    case ReadWhen::AtOnce:
        markSeen();
        break;
    case ReadWhen::AfterAMoment:
        m_moment.start(seenAfter);
        break;
    case ReadWhen::ByKeyOnly:
        break;
    }
}

void MarkCommands::markSeen()
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    if (!article || article->id != m_parts.pane.articleId())
        return;
    m_seen = article->id;
    if (article->read)
        m_parts.library.visit(article->head.identity);
    else
        markOpen(true);
}

void MarkCommands::markOpen(bool read)
{
    const std::optional<ArticleRow> article = m_parts.navigator.current();
    if (!article || article->read == read)
        return;
    m_parts.library.setRead(*article, read);
    m_parts.navigator.setMarks(read, article->starred);
}

QList<ArticleId> MarkCommands::selected() const
{
    QList<ArticleId> ids;
    for (const QItemSelectionRange &range : m_parts.list.selectionModel()->selection())
        ids << m_parts.library.articles()->idsBetween(range.top(), range.bottom());
    return ids;
}

void MarkCommands::mark(Marking marking)
{
    m_moment.stop(); // what was marked by key stays so
    if (m_parts.navigator.current())
        m_seen = m_parts.navigator.current()->id;
    const QList<ArticleId> ids = selected();
    const bool isWhole = ids.size() == m_parts.library.articles()->rowCount();
    if (ids.size() <= 1)
        markOpen(marking == Marking::Read);
    else if (isWhole && marking == Marking::Read && !isOwnList())
        m_parts.library.markPart(ListPart::Whole, 0); // one horizon in place of a million marks
    else
        m_parts.library.mark(marking, ids);
}

void MarkCommands::setStarred(bool starred)
{
    const std::optional<ArticleRow> article = m_parts.navigator.current();
    const QList<ArticleId> ids = selected();
    if (ids.size() > 1) {
        m_parts.library.mark(starred ? Marking::Starred : Marking::Unstarred, ids);
    } else if (article) {
        m_parts.library.setStarred(*article, starred);
        m_parts.navigator.setMarks(article->read, starred);
    }
}

void MarkCommands::markFrom(ListPart part)
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    if (!article)
        return;
    const bool isByDate = m_parts.library.sort().key == SortKey::Date && !isOwnList();
    if (part == ListPart::Below && !isByDate) {
        const ArticleModel *articles = m_parts.library.articles();
        m_parts.library.mark(Marking::Read,
                             articles->idsBetween(articles->rowOf(article->id), articles->rowCount() - 1));
    } else {
        m_parts.library.markPart(part, article->id);
    }
    Q_EMIT said(part == ListPart::Below
                    ? tr("Everything from here down is read. Ctrl+Z takes it back.")
                    : tr("Everything older than this article is read. Ctrl+Z takes it back."));
}

// Whether the list is none that a horizon describes.
bool MarkCommands::isOwnList() const
{
    const ArticleView view = m_parts.library.view();
    const bool isOpen = view == ArticleView::Category || view == ArticleView::Unread;
    return !isOpen || m_parts.library.isShowingPaths();
}

void MarkCommands::markAll()
{
    m_moment.stop();
    if (isOwnList()) {
        const ArticleModel *articles = m_parts.library.articles();
        m_parts.library.mark(Marking::Read, articles->idsBetween(0, articles->rowCount() - 1));
    } else {
        m_parts.library.markPart(ListPart::Whole, 0);
    }
    Q_EMIT said(tr("Everything in this list is read. Ctrl+Z takes it back."));
}

void MarkCommands::turned(const JournalEntry &entry)
{
    m_moment.stop();
    if (m_parts.navigator.current())
        m_seen = m_parts.navigator.current()->id; // what was taken back is not marked again for being seen
    Q_EMIT said(entry.isUndone ? tr("Taken back: %1.").arg(markingText(entry))
                               : tr("Done again: %1.").arg(markingText(entry)));
}

QString markingText(const JournalEntry &entry)
{
    const auto count = static_cast<int>(entry.articles);
    switch (entry.marking) {
    case Marking::Read:
        return MarkCommands::tr("%Ln article(s) marked as read", nullptr, count);
    case Marking::Unread:
        return MarkCommands::tr("%Ln article(s) marked as unread", nullptr, count);
    case Marking::Starred:
        return MarkCommands::tr("a star on %Ln article(s)", nullptr, count);
    case Marking::Unstarred:
        return MarkCommands::tr("%Ln article(s) without a star", nullptr, count);
    case Marking::ReadHorizon:
        break;
    }
    return entry.horizon.category.isEmpty()
               ? MarkCommands::tr("many articles marked as read")
               : MarkCommands::tr("many articles in “%1” marked as read").arg(entry.horizon.category.last());
}
