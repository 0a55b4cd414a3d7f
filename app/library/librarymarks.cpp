#include "app/catalog/marks.h"
#include "app/library/library_p.h"
#include "app/library/workers.h"

#include <algorithm>

// Everything of the library that marks articles.

void Library::connectMarks()
{
    connect(d->reader, &CatalogReader::marked, this, &Library::showMark);
    connect(d->reader, &CatalogReader::marksChanged, this, [this] {
        Workers::ask(d->reader, &CatalogReader::readRows, d->epoch, d->articles->loadedIds());
        d->askForCategories();
        Q_EMIT marksChanged();
    });
    connect(d->reader, &CatalogReader::markingProgressed, this, &Library::markingProgressed);
    connect(d->reader, &CatalogReader::markingEnded, this, &Library::markingEnded);
    connect(d->reader, &CatalogReader::partMarked, this, &Library::partMarked);
    connect(d->reader, &CatalogReader::turned, this, &Library::markingTurned);
    connect(d->reader, &CatalogReader::nothingToTurn, this, &Library::nothingToTurn);
    connect(d->reader, &CatalogReader::journalRead, this, &Library::journalKnown);
    connect(d->reader, &CatalogReader::historyRead, this, &Library::historyKnown);
    connect(d->reader, &CatalogReader::positionRead, this, &Library::positionKnown);
    connect(d->reader, &CatalogReader::marksUnusable, this, &Library::marksUnusable);
    connect(d->reader, &CatalogReader::marksAreNewer, this, &Library::marksAreNewer);
    connect(d->reader, &CatalogReader::marksRepaired, this, [this](const MarksRepair &repair) {
        d->askForCategories();
        d->askForList(true);
        Q_EMIT marksRepaired(repair);
    });
    connect(d->workers->sharer(), &MarksSharer::exchanged, this, &Library::marksShared);
    connect(d->workers->sharer(), &MarksSharer::failed, this, &Library::marksShareFailed);
    connect(d->workers->keeper(), &MarksKeeper::backupFailed, this, &Library::marksBackupFailed);
}

void Library::setRead(const ArticleRow &article, bool read)
{
    const Identity identity = article.head.identity;
    d->articles->setMarks(identity, read, article.starred); // seen at once; the disk confirms
    if (read && !article.read) {                            // until it is counted the next time
        d->viewCounts.recentlyRead = std::min(mostRecentlyRead, d->viewCounts.recentlyRead + 1);
        Q_EMIT viewsCounted(d->viewCounts);
    }
    ++d->marksAsked;
    Workers::ask(d->reader, &CatalogReader::setRead, article.id, identity, read);
}

void Library::setStarred(const ArticleRow &article, bool starred)
{
    const Identity identity = article.head.identity;
    d->articles->setMarks(identity, article.read, starred);
    if (starred != article.starred) { // until it is counted the next time
        d->viewCounts.starred += starred ? 1 : -1;
        Q_EMIT viewsCounted(d->viewCounts);
    }
    ++d->marksAsked;
    Workers::ask(d->reader, &CatalogReader::setStarred, article.id, identity, starred);
}

// Counts come by another thread: one that came since the mark was asked for may know of it already.
void Library::showMark(Identity identity, const Mark &mark, const QList<CategoryId> &categories)
{
    d->articles->setMarks(identity, mark.read, mark.starred);
    for (const CategoryId category : categories)
        d->categories->addUnread(category, mark.read ? -1 : 1);
    d->marksShown = std::min(d->marksShown + 1, d->marksAsked);
    if (!categories.isEmpty() && (d->isCountComing || d->marksShown <= d->marksCounted))
        d->askForCategories();
}

void Library::setPosition(Identity identity, double position)
{
    Workers::ask(d->reader, &CatalogReader::setPosition, identity, position);
}

void Library::requestPosition(Identity identity)
{
    Workers::ask(d->reader, &CatalogReader::readPosition, identity);
}

void Library::mark(Marking marking, const QList<ArticleId> &ids)
{
    if (!ids.isEmpty())
        Workers::ask(d->reader, &CatalogReader::markAll, marking, ids);
}

void Library::stopMarking(int number)
{
    Workers::ask(d->reader, &CatalogReader::stopMarking, number);
}

void Library::markPart(ListPart part, ArticleId article)
{
    PartOfList wanted{part, d->category, {}, article, d->sort.order};
    wanted.path = d->categories->indexOf(d->category).data(CategoryModel::PathRole).toStringList();
    Workers::ask(d->reader, &CatalogReader::markPart, wanted);
}

void Library::undoMarking()
{
    Workers::ask(d->reader, &CatalogReader::undo);
}

void Library::redoMarking()
{
    Workers::ask(d->reader, &CatalogReader::redo);
}

void Library::revertMarking(qint64 entry)
{
    Workers::ask(d->reader, &CatalogReader::revert, entry);
}

void Library::requestJournal(int most)
{
    Workers::ask(d->reader, &CatalogReader::readJournal, most);
}

void Library::requestHistory()
{
    Workers::ask(d->reader, &CatalogReader::readHistory);
}

void Library::shareMarks(const QString &folder)
{
    Workers::ask(d->workers->sharer(), &MarksSharer::share, folder);
}

void Library::visit(Identity identity)
{
    Workers::ask(d->reader, &CatalogReader::visit, identity);
}
