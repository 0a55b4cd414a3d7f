#include "ui/markcommands.h"

#include "app/library/library.h"
#include "app/library/markingwork.h"
#include "ui/announcement.h"
#include "ui/articlelist.h"
#include "ui/busystatus.h"
#include "ui/commandlist.h"
#include "ui/navigator.h"
#include "ui/webpane.h"

#include <QAction>
#include <QActionGroup>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

QString dayText(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(), QLocale::LongFormat);
}

// Its end is a moment after the last article, or the one that it begins below.
QString horizonText(const Horizon &horizon)
{
    const QStringList &path = horizon.category;
    const QString place = path.isEmpty() ? QFileInfo(horizon.archive).fileName() : path.last();
    if (horizon.to <= undatedTime + 1)
        return MarkCommands::tr("“%1”: articles without a date marked as read").arg(place);
    if (horizon.from > undatedTime + 1)
        return MarkCommands::tr("“%1” from %2 on marked as read").arg(place, dayText(horizon.from));
    return MarkCommands::tr("“%1” up to %2 marked as read").arg(place, dayText(horizon.to - 1));
}

QString workText(const MarkingWork &work)
{
    const auto count = static_cast<int>(work.articles);
    switch (work.kind) {
    case MarkingWork::Kind::TakingBack:
        return MarkCommands::tr("Taking back the marks of %Ln article(s)…", nullptr, count);
    case MarkingWork::Kind::DoingAgain:
        return MarkCommands::tr("Marking %Ln article(s) again…", nullptr, count);
    case MarkingWork::Kind::Marking:
        break;
    }
    return MarkCommands::tr("Marking %Ln article(s)…", nullptr, count);
}

}

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
    connect(&parts.library, &Library::markingProgressed, this, &MarkCommands::showWork);
    connect(&parts.library, &Library::markingEnded, this, &MarkCommands::endWork);
    connect(&parts.library, &Library::partMarked, this, &MarkCommands::sayPartMarked);
    connect(&parts.library, &Library::marksUnusable, &parts.status, &BusyStatus::end);
    connect(&parts.status, &BusyStatus::stopWanted, &parts.library,
            [this] { m_parts.library.stopMarking(m_shown); });
    connect(&parts.library, &Library::markingTurned, this, &MarkCommands::turned);
    connect(&parts.library, &Library::nothingToTurn, this,
            [this] { Q_EMIT said(tr("There is no marking to take back or do again.")); });
    connect(&parts.navigator, &Navigator::marksChanged, this, &MarkCommands::updateActions);
    offerReadWhen();
}

void MarkCommands::offerReadWhen()
{
    auto *choices = new QActionGroup(this);
    const auto add = [&](ReadWhen when, const char *name, const QString &text, const QString &tip) {
        QAction *choice = m_actions.whenSeen->addAction(text);
        choice->setObjectName(QLatin1StringView(name));
        choice->setStatusTip(tip);
        choice->setCheckable(true);
        choice->setChecked(m_parts.settings.readWhen() == when);
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, when] { m_parts.settings.setReadWhen(when); });
    };
    add(ReadWhen::AtOnce, "actionReadAtOnce", tr("&At Once"),
        tr("Mark an article as read as soon as it is shown"));
    add(ReadWhen::AfterAMoment, "actionReadAfterAMoment", tr("After One &Second"),
        tr("Mark an article as read when it has been on screen for a second"));
    add(ReadWhen::ByKeyOnly, "actionReadByKey", tr("Only by &Key"),
        tr("Never mark an article as read by itself"));
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

// None selected is as good as the open one, which was chosen last.
bool MarkCommands::isOpenAlone(const QList<ArticleId> &ids) const
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    return ids.isEmpty() || (article && ids == QList{article->id});
}

void MarkCommands::mark(Marking marking)
{
    m_moment.stop(); // what was marked by key stays so
    if (m_parts.navigator.current())
        m_seen = m_parts.navigator.current()->id;
    const QList<ArticleId> ids = selected();
    const bool isWhole = ids.size() == m_parts.library.articles()->rowCount();
    if (isOpenAlone(ids)) {
        markOpen(marking == Marking::Read);
        tellMarked(marking);
    } else if (isWhole && marking == Marking::Read && !isOwnList()) // one horizon in place of a million marks
        m_parts.library.markPart(ListPart::Whole, 0);
    else
        m_parts.library.mark(marking, ids);
}

// To those who do not see it in the row.
void MarkCommands::tellMarked(Marking marking)
{
    JournalEntry entry;
    entry.marking = marking;
    entry.articles = 1;
    announce(&m_parts.pane, markingText(entry));
}

void MarkCommands::showWork(const MarkingWork &work)
{
    if (m_parts.status.isHidden() || m_shown != work.number)
        m_parts.status.begin(workText(work), BusyStatus::Stopping::Possible);
    m_shown = work.number;
    m_parts.status.setDone(work.done);
}

void MarkCommands::endWork(const MarkingWork &work)
{
    m_parts.status.end();
    JournalEntry entry;
    entry.marking = work.marking;
    entry.articles = work.articles;
    const QString undo = keyOrName(*m_actions.undo);
    if (!work.isStopped)
        Q_EMIT said(tr("%1. %2 takes it back.").arg(markingText(entry), undo));
    else if (work.kind == MarkingWork::Kind::Marking)
        Q_EMIT said(tr("Marking was stopped. %1 takes back what was marked.").arg(undo));
    else if (work.kind == MarkingWork::Kind::TakingBack)
        Q_EMIT said(tr("Taking back was stopped. %1 takes back the rest.").arg(undo));
    else
        Q_EMIT said(tr("Doing it again was stopped. %1 does the rest.").arg(keyOrName(*m_actions.redo)));
}

void MarkCommands::sayPartMarked(ListPart part)
{
    const QString undo = keyOrName(*m_actions.undo);
    switch (part) {
    case ListPart::Whole:
        Q_EMIT said(tr("Everything in this list is read. %1 takes it back.").arg(undo));
        break;
    case ListPart::Below:
        Q_EMIT said(tr("Everything from here down is read. %1 takes it back.").arg(undo));
        break;
    case ListPart::Older:
        Q_EMIT said(tr("Everything older than this article is read. %1 takes it back.").arg(undo));
        break;
    }
}

void MarkCommands::setStarred(bool starred)
{
    const std::optional<ArticleRow> article = m_parts.navigator.current();
    const QList<ArticleId> ids = selected();
    if (!isOpenAlone(ids)) {
        m_parts.library.mark(starred ? Marking::Starred : Marking::Unstarred, ids);
    } else if (article) {
        m_parts.library.setStarred(*article, starred);
        m_parts.navigator.setMarks(article->read, starred);
        tellMarked(starred ? Marking::Starred : Marking::Unstarred);
    }
}

void MarkCommands::markFrom(ListPart part)
{
    const std::optional<ArticleRow> &article = m_parts.navigator.current();
    if (!article)
        return;
    const bool isByDate = m_parts.library.sort().key == SortKey::Date && !isOwnList();
    const ArticleModel *articles = m_parts.library.articles();
    if (part == ListPart::Below && !isByDate)
        m_parts.library.mark(Marking::Read,
                             articles->idsBetween(articles->rowOf(article->id), articles->rowCount() - 1));
    else
        m_parts.library.markPart(part, article->id);
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
}

void MarkCommands::turned(const JournalEntry &entry)
{
    m_parts.status.end();
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
    return horizonText(entry.horizon);
}
