#include "app/library/library_p.h"

#include "app/catalog/catalog.h"
#include "app/catalog/marks.h"
#include "app/library/reloadtimer.h"
#include "app/library/workers.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

// Milliseconds from the first rows to the pass: the article that was open last comes up meanwhile.
constexpr int breath = 200;

void Library::Private::askForCategories()
{
    isCountWanted = isCountComing;
    if (std::exchange(isCountComing, true))
        return;
    Workers::ask(workers->categories(), &CategoryReader::readCategories, epoch);
}

void Library::Private::askForList(bool fresh)
{
    if (!isCatalogueThere)
        return;
    lists->abandonBefore(++list);
    isListComing = true;
    isFirstList = false;
    if (isStale || isReloadWanted) // this list stands for the reload, which would have counted as well
        askForCategories();
    isReloadWanted = false;
    isStale = false;
    Workers::ask(lists, &ListReader::readList,
                 ListRequest{list, category, sort, fresh, current, chosen, view, isReadHidden, revealed});
}

void Library::Private::reload()
{
    if (isListComing) {
        isReloadWanted = true;
        return;
    }
    isStale = true;
    askForList(false);
}

void Library::Private::scheduleReload()
{
    isStale = true;
    reloadTimer->schedule();
}

void Library::Private::startPass(PassOrder order)
{
    if (order.changes.everything)
        order.first = articles->foldersInSight();
    isRunning = true;
    reloadTimer->beginPass();
    Workers::ask(indexer, &Indexer::runPass, archive, pass, root, order);
}

// The rows on the screen come first: a pass reads the whole catalogue, and wants both cores for the archive.
void Library::Private::beginPass()
{
    if (std::exchange(startsWhenOpen, false))
        startPass(plan->begin());
}

void Library::Private::startWantedPass()
{
    const std::optional<PassOrder> order = isRunning || folder.isEmpty() ? std::nullopt : plan->take();
    if (!order)
        return;
    ++pass;
    startPass(*order);
}

Library::Library(const LibraryPaths &paths, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->paths = paths;
    d->categories = new CategoryModel(this);
    d->articles = new ArticleModel(this);
    d->reloadTimer = new ReloadTimer(this);
    d->plan = new PassPlan(paths.settling, this);
    d->workers = std::make_unique<Workers>(paths.data, paths.zone, paths.now, paths.watch);
    d->indexer = d->workers->indexer();
    d->reader = d->workers->reader();
    d->lists = d->workers->lists();
    connect(d->reloadTimer, &QTimer::timeout, this, [this] { d->reload(); });
    connectIndexer();
    connectPlan();
    connectReader();
    connectMarks();
    connectViews();
    d->workers->start(); // what they say first is heard
}

Library::~Library() = default;

void Library::connectIndexer()
{
    connect(d->indexer, &Indexer::catalogueOpened, this, &Library::useCatalogue);
    connect(d->indexer, &Indexer::batchStored, this, [this](quint64 pass, const QList<ArticleId> &changed) {
        if (pass != d->pass)
            return;
        d->articles->refresh(changed);
        if (!changed.isEmpty()) {
            Workers::ask(d->lists, &ListReader::forgetRows);
            Workers::ask(d->workers->categories(), &CategoryReader::forgetRows);
        }
        d->scheduleReload();
    });
    connect(d->indexer, &Indexer::progressChanged, this, [this](quint64 pass, const PassProgress &progress) {
        if (pass == d->pass)
            Q_EMIT progressChanged(progress);
    });
    connect(d->indexer, &Indexer::passFinished, this, [this](quint64 pass, const PassResult &result) {
        if (pass != d->pass)
            return;
        d->ending = result;
        d->plan->passEnded(result);
        d->reloadTimer->stop();
        if (d->isStale)
            d->reload();
        endPassIfShown();
    });
}

void Library::connectPlan()
{
    connect(d->indexer, &Indexer::listIndexesMade, this, [this](quint64 archive) {
        if (archive != d->archive)
            return;
        Workers::ask(d->lists, &ListReader::forgetRows);
        d->reload();
    });
    connect(d->indexer, &Indexer::filesChanged, d->plan, &PassPlan::filesChanged);
    connect(d->indexer, &Indexer::watchLimitReached, d->plan, &PassPlan::limitReached);
    connect(d->indexer, &Indexer::watchLimitReached, this, &Library::watchLimitReached);
    connect(d->plan, &PassPlan::passWanted, this, [this] { d->startWantedPass(); });
}

void Library::connectReader()
{
    connect(d->workers->categories(), &CategoryReader::categoriesRead, this, &Library::showCategories);
    connect(d->reader, &CatalogReader::listRead, this, &Library::showList);
    connect(d->reader, &CatalogReader::rowsRead, this, [this](quint64 epoch, const QList<ArticleRow> &rows) {
        if (epoch == d->epoch)
            d->articles->setRows(rows);
    });
    connect(d->reader, &CatalogReader::located, this,
            [this](quint64 epoch, ArticleId id, CategoryId category, Identity wanted) {
                const bool current = epoch == d->epoch;
                Q_EMIT articleLocated(current ? id : 0, current ? category : wholeArchive, wanted);
            });
    connect(d->reader, &CatalogReader::rowLocated, this, [this](quint64 epoch, const ArticleRow &article) {
        if (epoch == d->epoch)
            Q_EMIT articleFound(article);
    });
    connect(d->lists, &ListReader::titleFound, this, [this](quint64 title, ArticleId id) {
        if (title == d->title && id != 0)
            Q_EMIT titleFound(id);
    });
    connect(d->reader, &CatalogReader::catalogueBroken, this, &Library::mendCatalogue);
    connect(d->lists, &ListReader::catalogueBroken, this, &Library::mendCatalogue);
    connect(d->workers->categories(), &CategoryReader::catalogueBroken, this, &Library::mendCatalogue);
    connect(d->articles, &ArticleModel::pageWanted, this, [this](const QList<ArticleId> &ids) {
        Workers::ask(d->reader, &CatalogReader::readRows, d->epoch, ids);
    });
}

LibraryPaths Library::paths() const
{
    return d->paths;
}

CategoryModel *Library::categories() const
{
    return d->categories;
}

ArticleModel *Library::articles() const
{
    return d->articles;
}

QString Library::folder() const
{
    return d->folder;
}

QByteArray Library::root() const
{
    return d->root;
}

CategoryId Library::category() const
{
    return d->category;
}

ArticleSort Library::sort() const
{
    return d->sort;
}

bool Library::isPassRunning() const
{
    return d->isRunning;
}

bool Library::isNew() const
{
    return d->isNew;
}

bool Library::isShowingPaths() const
{
    return d->chosen.has_value();
}

void Library::openAhead(const QString &folder)
{
    openArchive(folder);
    d->isAhead = true;
}

void Library::openArchive(const QString &folder)
{
    const QString path = QDir(folder).absolutePath();
    if (std::exchange(d->isAhead, false) && path == d->folder) {
        // Asks for the list now, where the catalogue is open: not when the window has been shown.
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
        return;
    }
    Q_EMIT archiveLeft();
    d->indexer->stop(d->pass);
    ++d->archive;
    ++d->epoch;
    ++d->pass;
    d->lists->abandonBefore(++d->list);
    d->reloadTimer->stop();
    d->folder = path;
    d->root = QFile::encodeName(d->folder);
    d->category = wholeArchive;
    d->view = ArticleView::Category;
    d->viewCounts = {};
    d->chosen.reset();
    d->isOpened = d->isMended = d->isListComing = d->isReloadWanted = d->isStale = false;
    d->isCatalogueThere = d->isTreeThere = d->isFirstListThere = d->isCountComing = false;
    d->isRunning = d->startsWhenOpen = true;
    d->current = d->revealed = 0;
    d->ending.reset();
    d->categories->setCategories({});
    d->categories->setArchiveName(QDir(d->folder).dirName());
    d->articles->clear();
    Workers::ask(d->indexer, &Indexer::openCatalogue, d->archive, catalogFile(d->paths.cache, d->root));
}

void Library::useCatalogue(quint64 archive, const QString &databaseName, const QString &reason, int articles)
{
    if (archive != d->archive)
        return;
    ++d->epoch;
    d->category = wholeArchive; // the numbers are others now
    d->current = d->revealed = 0;
    d->isCountComing = false;
    d->articles->clear();
    d->workers->openCatalogue(d->epoch, databaseName, d->folder);
    d->isCatalogueThere = true;
    d->askForCategories();
    d->askForList(true);
    d->isFirstList = true;
    d->isNew = articles == 0;
    if (d->isNew)
        d->beginPass();
    if (!reason.isEmpty())
        Q_EMIT catalogueUnusable(reason);
}

// The reader stumbled where the indexer might never have looked.
void Library::mendCatalogue(quint64 epoch, const QString &reason)
{
    if (epoch != d->epoch)
        return;
    if (std::exchange(d->isMended, true)) {
        Q_EMIT catalogueUnusable(reason);
        d->isTreeThere = d->isFirstListThere = true; // they will not come
        d->isCountComing = false;
        d->beginPass();
        announceArchive();
        endList();
        return;
    }
    d->indexer->stop(d->pass);
    ++d->pass;
    ++d->epoch;
    d->ending.reset();
    d->isCatalogueThere = false;
    d->isRunning = d->startsWhenOpen = true;
    Workers::ask(d->indexer, &Indexer::rebuildCatalogue, d->archive);
}

void Library::showCategories(quint64 epoch, const QList<CategoryRow> &rows, bool isCounted)
{
    if (epoch != d->epoch)
        return;
    d->categories->setCategories(rows);
    d->isTreeThere = true;
    announceArchive();
    if (!isCounted)
        return;
    d->isCountComing = false;
    d->marksCounted = d->marksAsked;
    if (d->isCountWanted)
        d->askForCategories();
    endPassIfShown();
}

void Library::showList(quint64 list, const ArticleChange &change, const QList<ArticleRow> &rows, bool isWhole)
{
    if (list != d->list)
        return;
    d->articles->apply(change);
    d->articles->setRows(rows);
    d->isFirstListThere = true;
    announceArchive();
    Q_EMIT listChanged();
    if (d->startsWhenOpen)
        QTimer::singleShot(breath, this, [this, archive = d->archive] {
            if (archive == d->archive)
                d->beginPass();
        });
    if (isWhole)
        endList();
}

void Library::announceArchive()
{
    if (d->isTreeThere && d->isFirstListThere && !std::exchange(d->isOpened, true))
        Q_EMIT archiveOpened(d->folder);
}

void Library::endList()
{
    d->isListComing = false;
    if (std::exchange(d->isReloadWanted, false))
        d->reload();
    endPassIfShown();
}

void Library::endPassIfShown()
{
    if (!d->ending || d->isListComing || d->isCountComing)
        return;
    const PassResult result = *std::exchange(d->ending, std::nullopt);
    d->isRunning = false;
    // Not after a pass that was stopped: somebody wants the disk and the processor for something else.
    if (result.complete)
        Workers::ask(d->indexer, &Indexer::makeListIndexes, d->archive, d->pass);
    Q_EMIT passFinished(result);
    d->startWantedPass();
}

void Library::refresh()
{
    d->indexer->makeWay(d->pass);
    d->plan->readerAsked();
}

void Library::rowsShown()
{
    // Else they were those of another archive, or of a catalogue that is being made anew.
    if (d->isCatalogueThere && d->isFirstListThere && d->articles->rowCount() > 0)
        d->indexer->hurry(d->pass);
}

void Library::catchUp()
{
    d->plan->readerReturned();
    Workers::ask(d->reader, &CatalogReader::lookForMarks);
}

void Library::stopPass()
{
    d->plan->drop();
    d->indexer->stop(d->pass);
}
